"""The URL: it always holds the whole view, so that a colleague sees what one sees.

It is read when a session begins (a followed link always begins one) and written after each
change; in between, the widgets know. Back and forward change the page, never the filters."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from dashboard.filters import URL_KEYS, Filters, from_url, read_day, to_url
from presswatch.errors import AskError

_READ = "address read"


@dataclass(frozen=True, slots=True)
class Choice:
    """A page's option that takes one of a few values."""

    values: tuple[str, ...]
    default: str

    def read(self, key: str, text: str) -> str:
        """The value that the URL gives. Raises AskError."""
        if text not in self.values:
            raise AskError(
                f"The address says {key}={text}. Choose one of {', '.join(self.values)}."
            )
        return text


@dataclass(frozen=True, slots=True)
class Whole:
    """A page's option that takes a whole number; one without a default may be absent."""

    default: int | None = None

    def read(self, key: str, text: str) -> int:
        """The value that the URL gives. Raises AskError."""
        if not re.fullmatch("[0-9]{1,19}", text) or int(text) >= 2**63:
            raise AskError(f"The address says {key}={text}. Give a whole number.")
        return int(text)


@dataclass(frozen=True, slots=True)
class Text:
    """A page's option that takes a text: a name."""

    default: str = ""

    def read(self, key: str, text: str) -> str:  # noqa: ARG002
        """The value that the URL gives."""
        return text


@dataclass(frozen=True, slots=True)
class Days:
    """A page's option that takes a run of days, such as 2026-05-04..2026-05-06, or none."""

    default: str = ""

    def read(self, key: str, text: str) -> str:
        """The value that the URL gives. Raises AskError."""
        first, last = days_of(text)
        if first > last:
            raise AskError(f"The address says {key}={text}. Begin with the first day.")
        return f"{first}..{last}"


def days_of(text: str) -> tuple[date, date]:
    """The first and the last of a run of days. Raises AskError."""
    first, _, last = text.partition("..")
    return read_day(first), read_day(last or first)


@dataclass(frozen=True, slots=True)
class Texts:
    """A page's option that takes several texts, each once in the URL."""

    most: int
    default: tuple[str, ...] = ()

    def read(self, key: str, texts: Sequence[str]) -> list[str]:
        """The values that the URL gives. Raises AskError."""
        if len(texts) > self.most:
            raise AskError(
                f"The address gives {key} {len(texts)} times. Give it {self.most} times at most."
            )
        return list(dict.fromkeys(texts))


Option = Choice | Whole | Text | Days | Texts
Options = Mapping[str, Option]


def restore(page: str, options: Options) -> Filters | None:
    """What a new session's URL says: its filters, or None where it says none (or was read before).

    The page's options go to the session's state. Raises AskError."""
    if _READ in st.session_state:
        return None
    form = {key: st.query_params.get_all(key) for key in st.query_params}
    own = {key: form.pop(key) for key in list(form) if key in options}
    if unknown := sorted(set(form) - set(URL_KEYS)):
        known = ", ".join([*URL_KEYS, *options])
        raise AskError(f"The address says {unknown[0]}, which this page does not know ({known}).")
    filters = from_url(form) if form else None
    values = {key: _read(options[key], key, texts) for key, texts in own.items()}
    for key, value in values.items():
        st.session_state[state_key(page, key)] = value
    st.session_state[_READ] = True
    return filters


def begin_anew() -> None:
    """Forget a URL that could not be read, and all that it chose."""
    st.query_params.clear()
    st.session_state.clear()
    st.session_state[_READ] = True


def chosen(page: str, options: Options) -> dict[str, str]:
    """The page's options of one value as they stand, defaults filled in."""
    return {
        key: _text(st.session_state.get(state_key(page, key), option.default))
        for key, option in options.items()
        if not isinstance(option, Texts)
    }


def listed(page: str, options: Options) -> dict[str, tuple[str, ...]]:
    """The page's options of several values as they stand, defaults filled in."""
    return {
        key: tuple(st.session_state.get(state_key(page, key), option.default))
        for key, option in options.items()
        if isinstance(option, Texts)
    }


def write(
    filters: Filters,
    options: Options,
    chosen: Mapping[str, str],
    listed: Mapping[str, tuple[str, ...]],
) -> None:
    """Put the whole view into the URL; a page's option only where it is not the default.

    Streamlit (1.67) goes to another page with this page's URL, and each change of it is a step
    back in the browser's history: with the defaults in it, Back would have to be pressed twice."""
    form = to_url(filters) | {
        key: [value] for key, value in chosen.items() if value != _text(options[key].default)
    }
    form |= {key: list(values) for key, values in listed.items() if values != options[key].default}
    if form != {key: st.query_params.get_all(key) for key in st.query_params}:
        st.query_params.from_dict(form)


def _read(option: Option, key: str, texts: Sequence[str]) -> object:
    return option.read(key, texts) if isinstance(option, Texts) else option.read(key, texts[-1])


def _text(value: object) -> str:
    return "" if value is None else str(value)


def state_key(page: str, key: str) -> str:
    """Where the session keeps a page's option."""
    return f"{page}.{key}"


def choose(
    page: str, key: str, option: Choice, label: str, names: Mapping[str, str] | None = None
) -> None:
    """Draw a page's option as a row of buttons. What is chosen is in the View on the next run."""
    where = state_key(page, key)
    st.session_state.setdefault(where, option.default)
    st.segmented_control(
        label,
        option.values,
        key=where,
        required=True,
        format_func=lambda value: _capitalised((names or {}).get(value, value)),
        persist_state="session",
    )


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
