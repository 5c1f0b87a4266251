"""Which column of a table holds which field.

Names are compared without case, spaces, '_' and '-'; `--map field=column` says otherwise."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from presswatch.errors import SettingsError

USUAL = {  # a field's usual columns, the surest first
    "url": "url link articleurl permalink canonicalurl uri href",
    "title": "title headline articletitle",
    "published": "published publishedat publishedon datepublished publisheddate publicationdate"
    " publishdate pubdate publishtime publishedtime date datetime timestamp day createdat created",
    "modified": "modified modifiedat datemodified modifieddate updated updatedat updateddate"
    " lastmodified lastupdated",
    "body": "text body content articlebody fulltext articletext contenttext contenthtml",
    "tags": "tags keywords topics tag keyword topic subjects labels",
    "source": "source outlet site publisher publication newspaper sourcename sitename outletname"
    " domain",
    "authors": "authors author byline creator writer writers authorname",
    "section": "section category categories sectionname rubric",
    "language": "language lang locale inlanguage",
    "summary": "summary description abstract excerpt snippet standfirst",
    "image": "image imageurl urltoimage socialimage thumbnail thumbnailurl picture",
    "supplier_tone": "suppliertone sentiment sentimentscore sentimentlabel tone tonality",
    "page": "page pagenumber pageno printpage",  # of a newspaper
    "edition": "edition printedition",
    "programme": "programme program broadcastprogramme broadcastprogram",
    "clock": "clock time airtime timeofday broadcasttime",
    "page_views": "pageviews views pageviewcount viewcount screenpageviews hits reads",
    "shares": "shares sharecount socialshares totalshares",
}
FIELDS = tuple(USUAL)
COUNTS = ("page_views", "shares")

Pairs = tuple[tuple[str, str], ...]  # (field, column), the surest column of a field first
Match = Callable[[tuple[str, ...]], Pairs]


def fold(name: str) -> str:
    """A column's name as it is compared: 'Page Views', 'page_views' and 'PageViews' are one."""
    return "".join(letter for letter in name.casefold() if letter not in " _-\ufeff\t.")


RANKS = {
    name: (field, rank) for field, names in USUAL.items() for rank, name in enumerate(names.split())
}


def matcher(mapped: Mapping[str, str]) -> Match:
    """A function from a table's columns to the fields that they hold, `mapped` going first."""
    check_fields(mapped)

    @lru_cache(maxsize=64)  # the rows of a file have the same columns, or nearly
    def match(columns: tuple[str, ...]) -> Pairs:
        chosen = {
            fold(column): (field, -1) for field, column in mapped.items()
        }  # a mapped column holds its field alone
        found = []
        for column in columns:
            field, rank = chosen.get(fold(column)) or RANKS.get(fold(column)) or (None, 0)
            if field is not None and (rank < 0 or field not in mapped):
                found.append((rank, field, column))
        return tuple((field, column) for _, field, column in sorted(found))

    return match


def check_fields(mapped: Mapping[str, str]) -> None:
    """Refuse a `--map` to a field that there is not."""
    for field in mapped:
        if field not in FIELDS:
            raise SettingsError(
                f"--map {field}={mapped[field]}: there is no field {field!r}. "
                f"Take one of {', '.join(FIELDS)}."
            )


def check_columns(mapped: Mapping[str, str], columns: Iterable[str], name: str) -> None:
    """Refuse a `--map` from a column that a table does not have."""
    columns = list(columns)
    folded = {fold(column) for column in columns}
    for field, column in mapped.items():
        if fold(column) not in folded:
            raise SettingsError(
                f"--map {field}={column}: {name} has no column {column!r}. "
                f"It has {', '.join(columns)}."
            )


def suffice(pairs: Pairs) -> bool:
    """Whether a table with these columns can hold articles, or observations of popularity."""
    fields = {field for field, _ in pairs}
    return "title" in fields or ("url" in fields and not fields.isdisjoint(COUNTS))
