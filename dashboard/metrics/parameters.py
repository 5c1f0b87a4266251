"""What metrics are told beside the filters: the types of their parameters, and their defaults."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dashboard.filters import as_text
from presswatch.errors import AskError


class Period(StrEnum):
    """What a series counts by. Weeks begin on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Measure(StrEnum):
    """The three kinds of popularity, never added up."""

    PAGE_VIEWS = "page_views"
    SHARES = "shares"
    PLACES = "places"


class Sort(StrEnum):
    """The order of a list of articles."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    SOURCE = "source"
    HIGHEST_TONE = "highest tone"
    LOWEST_TONE = "lowest tone"
    PAGE_VIEWS = "page views"


class Kind(StrEnum):
    """The types of entities, and all of them together."""

    ANY = "any"
    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    EVENT = "event"
    PRODUCT = "product"


class Role(StrEnum):
    """What an entity is to a quote."""

    BY = "by"
    ABOUT = "about"


class Over(StrEnum):
    """What is looked at for what stands out: the last day, or the last seven."""

    FITTING = "fitting"  # a day of a window of up to 31 days, a week of a longer one
    DAY = "day"
    WEEK = "week"


class Part(StrEnum):
    """What two selections are told apart by."""

    WORD = "word"
    KEYPHRASE = "keyphrase"
    TAG = "tag"
    ENTITY = "entity"
    SOURCE = "source"


class Group(StrEnum):
    """What tone is told by."""

    TAG = "tag"
    SOURCE = "source"
    ENTITY = "entity"


class Pole(StrEnum):
    """An end of the scale of tone."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Order(StrEnum):
    """The order of a list of stories."""

    COVERAGE = "coverage"
    NEWEST = "newest"


MOST_MEMBERS = 12  # of a set: more lines than an eye can tell apart


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a metric is told beside the filters: an enum, a whole number from 0 on, a text, or a few
    texts."""

    kind: type
    default: object

    def read(self, name: str, value: object) -> object:
        """The value as it is bound. Raises AskError."""
        if issubclass(self.kind, StrEnum):
            if value not in list(self.kind):
                raise AskError(f"{value!r} is no {name}. Choose one of {', '.join(self.kind)}.")
            return str(value)
        if self.kind is str:
            return _text(name, value)
        if self.kind is tuple:
            return self._read_texts(name, value)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**63:
            raise AskError(f"{name} is {value!r}. Give a whole number, 0 or more.")
        return value

    def _read_texts(self, name: str, value: object) -> list[str]:
        if not isinstance(value, Sequence) or isinstance(value, str):
            raise AskError(f"{name} is {value!r}. Give a list of texts.")
        if len(value) > MOST_MEMBERS:
            raise AskError(f"{len(value)} {name} are too many. Give {MOST_MEMBERS} at most.")
        return [_text(name, one) for one in value]


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise AskError(f"{name} is {value!r}. Give a text.")
    return as_text(value)


PARAMETERS = {
    "period": Parameter(Period, Period.DAY),
    "measure": Parameter(Measure, Measure.PAGE_VIEWS),
    "sort": Parameter(Sort, Sort.NEWEST),
    "limit": Parameter(int, 20),  # as many as a chart shows legibly; 0 is all
    "offset": Parameter(int, 0),
    "name": Parameter(str, ""),
    "kind": Parameter(Kind, Kind.ANY),
    "role": Parameter(Role, Role.BY),
    "support": Parameter(int, 3),  # two articles may agree by chance
    "members": Parameter(tuple, ()),
    "story": Parameter(int, 0),  # 0 is the one that most articles tell
    "order": Parameter(Order, Order.COVERAGE),
    "part": Parameter(Part, Part.TAG),
    "other": Parameter(str, ""),
    "sample": Parameter(int, 15_000),  # titles a side whose words are read in 50 ms
    "over": Parameter(Over, Over.FITTING),
    "group": Parameter(Group, Group.TAG),
    "pole": Parameter(Pole, Pole.POSITIVE),
    "words": Parameter(int, 0),
    "life": Parameter(int, 7),  # days; most news is read within two (Dezső and others 2006)
    "least": Parameter(int, 10),  # views; of fewer, a half says little
}
