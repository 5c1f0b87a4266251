"""`presswatch.toml`, read and checked once; everything after it takes plain values.

Which kinds of source there are is known to `etl/intake/` alone, which refuses a wrong one."""

import re
import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, ValidationError

from presswatch.address import normalise
from presswatch.errors import QueryError, SettingsError
from presswatch.query import parse
from presswatch.tags import fold

FILE = "presswatch.toml"
HOST = re.compile(r"[a-z0-9_](?:[a-z0-9._-]*[a-z0-9])?|[0-9a-f:.]+")  # a name or an address
UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
WRITTEN = re.compile(r"([0-9]{1,5})([smhd])")
LONGEST = timedelta(days=99_999)  # no clock can be told to wait for much longer
MOST_WORKERS = 256  # more than any one machine has cores for


def duration(text: object) -> object:
    """A time span written as '30m', '1h' or '2d'; anything else is left for pydantic to refuse."""
    if isinstance(text, str) and (written := WRITTEN.fullmatch(text)):
        return timedelta(**{UNITS[written[2]]: int(written[1])})
    return text


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"{name!r} is no time zone; write one such as Europe/Amsterdam") from error
    return name


def _nameable(path: Path) -> Path:
    if "\0" in str(path):
        raise ValueError("no path has a NUL in it")
    return path


def _has_letters(name: str) -> str:
    if not fold(name):
        raise ValueError(f"{name!r} has no letter or digit")
    return name


def _quotable(term: str) -> str:
    if '"' in term or not any(map(str.isalnum, term)):
        raise ValueError(f"{term!r} is no word or phrase; write it without quotation marks")
    _readable(_quoted(term))
    return term


def _quoted(term: str) -> str:
    return f'"{term}"'


def _printable(text: str) -> str:
    if not (text.isascii() and text.isprintable()):
        raise ValueError(f"{text!r} cannot stand in a request; write it in plain letters")
    return text


def _host(name: str) -> str:
    host = name.lower().rstrip(".")
    if not HOST.fullmatch(host):
        raise ValueError(f"{name!r} is no name of a host; write one such as intranet.example")
    return host


def _web_address(text: str) -> str:
    if normalise(text) is None:
        raise ValueError(f"{text!r} is no address; write one such as https://www.example.org/feed")
    return text


def _readable(query: str) -> str:
    try:
        parse(query)
    except QueryError as error:
        raise ValueError(str(error)) from error
    return query


Duration = Annotated[
    timedelta, BeforeValidator(duration), Field(ge=timedelta(seconds=1), le=LONGEST)
]
Pause = Annotated[timedelta, BeforeValidator(duration), Field(ge=timedelta(0), le=LONGEST)]
TimeZone = Annotated[str, AfterValidator(_known_zone)]
HeaderText = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_printable)]
Host = Annotated[str, AfterValidator(_host)]
Query = Annotated[str, AfterValidator(_readable)]
Url = Annotated[str, AfterValidator(_web_address)]
Location = Annotated[Path, AfterValidator(_nameable)]
Term = Annotated[str, Field(max_length=200), AfterValidator(_quotable)]
TagName = Annotated[str, AfterValidator(_has_letters)]


class Strict(BaseModel, extra="forbid", frozen=True):
    """Unknown keys are refused: a misspelt one would be silently without effect."""


class SourceSettings(Strict):
    """A place to load documents from."""

    name: str = Field(min_length=1)
    kind: str = "files"  # etl/intake/ knows the kinds, and what each of them needs
    path: Location | None = None  # from the folder of presswatch.toml
    url: Url | None = None
    urls: tuple[Url, ...] = ()
    full: bool = False  # of a feed: whether the pages that its entries lead to are read too
    outlet: str | None = None  # who publishes, where the documents do not say
    host: str | None = None  # whose paths these are, where analytics write no whole addresses
    columns: dict[str, str] = {}  # a table's columns by field, where their names are unusual


class TagRule(Strict):
    """A tag for every article that a query finds."""

    name: TagName
    query: Query


class Watchlist(Strict):
    """A tag for every article that has one of these words or phrases."""

    name: TagName
    terms: tuple[Term, ...] = Field(min_length=1)

    def rules(self) -> list[TagRule]:
        """A rule a term, all of one tag."""
        return [TagRule(name=self.name, query=_quoted(term)) for term in self.terms]


class EntitySettings(Strict):
    """Who recognises people, organizations and places."""

    model: str = "embedded"  # needs no download; else the name of an installed spaCy model


class ToneSettings(Strict):
    """Who tells the tone of texts."""

    model: str = "vader"  # a lexicon, English; else a spaCy pipeline, or "transformers:MODEL"


class FetchSettings(Strict):
    """How sites are asked, and what an answer may cost."""

    contact: HeaderText | None = None  # a page or mail address for whoever runs a site we ask
    user_agent: HeaderText | None = None  # None: Presswatch, its version and the contact
    at_once: int = Field(default=8, ge=1, le=64)  # requests under way in all; one per host
    delay: Pause = timedelta(seconds=1)  # between two requests to one host
    connect_timeout: Duration = timedelta(seconds=10)
    read_timeout: Duration = timedelta(seconds=20)  # without a byte
    total_timeout: Duration = timedelta(seconds=60)  # 50 MB come through 7 Mbit/s in that time
    max_bytes: int = Field(default=60_000_000, ge=1)  # a sitemap may have 50 MB, and no more
    max_redirects: int = Field(default=5, ge=0, le=20)
    allowed_hosts: tuple[Host, ...] = ()  # those that may have a private address
    robots: bool = True  # obey robots.txt
    floor: Duration = timedelta(minutes=15)  # a source is asked no more often than that
    ceiling: Duration = timedelta(days=1)  # and no less, while it answers
    pages: int = Field(default=500, ge=0)  # of one source in one refresh
    keep_raw: Pause = timedelta(days=30)  # long enough to notice that something was read badly


class Schedule(Strict):
    """How often `presswatch schedule` refreshes."""

    every: Duration = timedelta(hours=1)  # most outlets publish less often than that


class Settings(Strict):
    """What an installation watches, and where it keeps it."""

    store: Location | None = None
    time_zone: TimeZone | None = None  # None: what the store was made with, or UTC
    workers: int = Field(
        default=0, ge=0, le=MOST_WORKERS
    )  # processes that read documents; 0: one a core
    sources: tuple[SourceSettings, ...] = ()
    tags: tuple[TagRule, ...] | None = None  # None: what the store was last refreshed with
    watchlists: tuple[Watchlist, ...] | None = None  # None: as of tags
    entities: EntitySettings = EntitySettings()
    tone: ToneSettings = ToneSettings()
    fetch: FetchSettings = FetchSettings()
    schedule: Schedule = Schedule()

    @property
    def tag_rules(self) -> tuple[TagRule, ...] | None:
        """All rules that give tags; None: what the store was last refreshed with."""
        if self.tags is None and self.watchlists is None:
            return None
        watched = [rule for watchlist in self.watchlists or () for rule in watchlist.rules()]
        return (*(self.tags or ()), *watched)


def load_settings(config: Path | None, store: Path | None) -> Settings:
    """The settings of a command: of `--config`, or of the current folder's presswatch.toml.

    With `--store` alone the file is not looked at. Paths are made absolute, from the folder of
    the file they stand in. Raises SettingsError."""
    file = config or Path(FILE)
    if config is None and store is not None:
        settings = Settings()
    elif config is not None or file.is_file():
        settings = _read(file)
    else:
        settings = Settings()
    return settings if store is None else settings.model_copy(update={"store": store.absolute()})


def store_of(settings: Settings) -> Path:
    """Where the store is. Raises SettingsError where nothing says so."""
    if settings.store is None:
        raise SettingsError(
            f"No store is named. Give --store DIR, or write `store = ...` in {FILE} of this folder."
        )
    return settings.store


def _read(file: Path) -> Settings:
    try:
        values = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: not valid TOML ({error}). Mend that line.") from error
    except FileNotFoundError as error:
        raise SettingsError(f"{file}: there is no such file. Name one with --config.") from error
    except OSError as error:
        raise SettingsError(f"{file}: cannot be read ({error.strerror}).") from error
    try:
        settings = Settings.model_validate(values)
    except ValidationError as error:
        raise SettingsError(f"{file}: {_first_fault(error)}") from error
    folder = file.absolute().parent
    names = [one.name for one in settings.sources]
    if twice := {name for name in names if names.count(name) > 1}:
        raise SettingsError(f"{file}: two sources are named {min(twice)!r}. Rename one.")
    return settings.model_copy(
        update={
            "store": folder / settings.store if settings.store else None,
            "tags": settings.tags or (),  # a rule that was taken out of the file holds no more
            "sources": tuple(
                one.model_copy(update={"path": folder / one.path if one.path else None})
                for one in settings.sources
            ),
        }
    )


def _first_fault(error: ValidationError) -> str:
    fault = error.errors()[0]
    where = ".".join(str(part) for part in fault["loc"]) or "the file"
    if fault["type"] == "extra_forbidden":
        return f"{where} is not a setting. Remove it, or see docs/configuration.md."
    return f"{where}: {fault['msg'].removeprefix('Value error, ').rstrip('.')}."
