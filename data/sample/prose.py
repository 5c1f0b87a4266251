"""Write headlines and bodies by a grammar: templates whose slots are filled from decks of words.

A slot is drawn without replacement until its deck is used up, so that an article hardly
repeats itself."""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from .chance import between, happens, pick, some, weighted
from .outlets import WORDS, invented_name
from .topics import TONES, Topic

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
TITLES = ("Dr", "Professor", "Judge", "Colonel")
SLOT = re.compile(r"\{(\w+)\}")
ARTICLE = re.compile(r"\b([Aa]) (?=[aeiou])(?!one|eu|uni[otv]|us)")
TONED = re.compile(r"\{(act|quote|label)\}")
MOODS = {"good": (0.60, 0.30, 0.10), "plain": (0.20, 0.60, 0.20), "bad": (0.10, 0.30, 0.60)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    name: str
    role: str

    @property
    def surname(self) -> str:
        return " ".join([part for part in self.name.split() if part not in TITLES][1:])


@dataclass(slots=True, kw_only=True)
class Brief:
    """One article while it is written: what it is about, and which words are used up."""

    mood: str
    words: dict[str, list[str]]
    cast: list[Person]
    rng: Random
    left: dict[str, list[str]] = field(default_factory=dict)  # of each deck
    named: set[str] = field(default_factory=set)  # in this sentence
    met: list[Person] = field(default_factory=list)  # people, the last one last


def read_grammar(name: str) -> dict[str, list[str]]:
    """A grammar as lists: `quote` under [good] is quote_good."""
    told = tomllib.loads((WORDS / f"{name}.toml").read_text("utf-8"))
    toned = {f"{name}_{tone}": words for tone in TONES for name, words in told[tone].items()}
    return {**told["any"], **toned}


PLANS = read_grammar("plans")
GRAMMARS = {"plans": PLANS, "happenings": PLANS | read_grammar("happenings")}


def make_brief(
    topic: Topic,
    *,
    mood: str,
    outlet: str,
    places: list[str],
    currency: str,
    day: date,
    rng: Random,
) -> Brief:
    """Choose what one article is about: three things, some people, three organizations."""
    coming = [MONTHS[(day.month - 1 + ahead) % 12] for ahead in (1, 2, 3)]
    weekday = WEEKDAYS[day.weekday()]
    yesterday = WEEKDAYS[(day - timedelta(days=1)).weekday()]
    words = GRAMMARS[topic.kind] | topic.words
    words |= {
        "place": places,
        "thing": some(topic.words["things"], 3, rng),
        "org": some(topic.words["orgs"], 3, rng),
        "actor": topic.words["actors"],
        "outlet": [outlet],
        "currency": [currency],
        "month": coming,
        "weekday": [weekday, yesterday],
        "year": [str(day.year - back) for back in some(range(2, 18), 6, rng)],
    }
    known = some(topic.people, between(1, 2, rng), rng)
    cast = [Person(name=name, role=role) for name, role in known]
    cast.append(Person(name=invented_name(rng), role=pick(topic.words["roles"], rng)))
    if happens(0.5, rng):
        cast.append(Person(name=invented_name(rng), role=pick(topic.words["roles"], rng)))
    return Brief(mood=mood, words=words, cast=cast, rng=rng)


def headline(brief: Brief) -> str:
    source = "own_headline" if happens(0.45, brief.rng) else "headline"
    return _sentence(f"{source}_{brief.mood}", brief.mood, brief)


def body(brief: Brief, *, words: int) -> tuple[str, ...]:
    """Paragraphs of about that many words together, at least four of them."""
    paragraphs = [" ".join([_sentence("lead", brief.mood, brief), _told(brief)])]
    count = len(paragraphs[0].split())
    while len(paragraphs) < 3 or (count < words and len(paragraphs) < 13):
        paragraphs.append(_paragraph(brief))
        count += len(paragraphs[-1].split())
    closing = _sentence(f"closing_{brief.mood}", brief.mood, brief)
    return (*paragraphs, closing)


def _paragraph(brief: Brief) -> str:
    kind = weighted(("told", "quoted", "facts"), (0.45, 0.37, 0.18), brief.rng)
    if kind == "told":
        return " ".join(_told(brief) for _ in range(between(1, 3, brief.rng)))
    if kind == "quoted":
        quoted = _sentence("attribution", _tone(brief), brief)
        return f"{quoted} {_told(brief)}" if happens(0.3, brief.rng) else quoted
    return " ".join(_fact(brief) for _ in range(between(1, 2, brief.rng)))


def _told(brief: Brief) -> str:
    tone = _tone(brief)
    own = happens(0.35, brief.rng)
    return _sentence(f"sentence_{tone}" if own else "sentence", tone, brief)


def _fact(brief: Brief) -> str:
    return _sentence("facts" if happens(0.5, brief.rng) else "background", "plain", brief)


def _tone(brief: Brief) -> str:
    return weighted(TONES, MOODS[brief.mood], brief.rng)


def _sentence(slot: str, tone: str, brief: Brief) -> str:
    """A sentence of that kind; what is done and said in it has that tone."""
    template = TONED.sub(rf"{{\1_{tone}}}", _draw(slot, brief))
    brief.named.clear()
    return ARTICLE.sub(r"\1n ", capital(_fill(template, brief)))


def _fill(template: str, brief: Brief) -> str:
    return SLOT.sub(lambda slot: _fill(_draw(slot[1], brief), brief), template)


def _draw(slot: str, brief: Brief) -> str:
    rng = brief.rng
    match slot:
        case "n":
            return pick(NUMBERS, rng)
        case "percent":
            return f"{between(6, 64, rng)}{pick(('', '', '', '.5'), rng)} percent"
        case "low":
            return f"{between(2, 38, rng)} percent"
        case "high":
            return f"{between(46, 91, rng)} percent"
        case "count":
            return f"{between(12, 990, rng) * pick((1, 1, 1, 10, 20), rng):,}"
        case "many":
            return f"{between(12, 990, rng) * 100:,}"
        case "money":
            return f"{between(2, 95, rng) / 10 * pick((1, 2, 10), rng):.3g} million {{currency}}"
        case "who":
            return _meet(brief)
        case "again":
            return brief.met[-1].surname
        case "surname":
            return pick(brief.cast, rng).surname
        case "place" | "thing" | "org":
            return _focus(brief.words[slot], brief)
    deck = brief.left.get(slot)
    if not deck:
        deck = brief.left[slot] = list(brief.words[slot])
    word = deck.pop(int(rng.random() * len(deck)))
    return capital(_fill(word, brief)) if slot.startswith("quote") else word


def _meet(brief: Brief) -> str:
    """A person with role and full name at the first mention, by surname after it."""
    person = pick(brief.cast, brief.rng)
    known = person in brief.met
    brief.met.append(person)
    return person.surname if known else f"{person.role} {person.name}"


def _focus(words: list[str], brief: Brief) -> str:
    """Mostly the first of the words, which the article is about; none twice in a sentence."""
    free = [word for word in words if word not in brief.named] or words
    word = free[0] if happens(0.6, brief.rng) else pick(free, brief.rng)
    brief.named.add(word)
    return word


def capital(text: str) -> str:
    start = next((at for at, letter in enumerate(text) if letter.isalnum()), 0)
    return text[:start] + text[start].upper() + text[start + 1 :]
