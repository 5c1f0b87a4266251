"""Addresses: which are one, and which one a page has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presswatch.address import canonical, host_of, normalise

ONE = "https://example.org/news/a?id=7"
SAME = {
    "scheme": "http://example.org/news/a?id=7",
    "case": "HTTPS://Example.ORG/news/a?id=7",
    "port": "https://example.org:443/news/a?id=7",
    "port-of-http": "http://example.org:80/news/a?id=7",
    "dot": "https://example.org./news/a?id=7",
    "fragment": "https://example.org/news/a?id=7#comments",
    "utm": "https://example.org/news/a?utm_source=rss&id=7&utm_medium=feed",
    "facebook": "https://example.org/news/a?id=7&fbclid=IwAR0",
    "google": "https://example.org/news/a?gclid=x&id=7&_ga=1",
    "mail": "https://example.org/news/a?mc_cid=1&mc_eid=2&id=7",
    "double-slash": "https://example.org//news/a?id=7",
    "spaces": "  https://example.org/news/a?id=7\n",
    "empty-parameters": "https://example.org/news/a?&id=7&",
}


@pytest.mark.parametrize("address", SAME.values(), ids=SAME)
def test_one_address_in_many_forms(address: str) -> None:
    assert normalise(address) == ONE


OTHERS = {
    "case-of-path": "https://example.org/News/a?id=7",
    "parameter": "https://example.org/news/a?id=8",
    "parameter-like-a-tracker": "https://example.org/news/a?id=7&gallery=2",
    "slash": "https://example.org/news/a/?id=7",
    "host": "https://www.example.org/news/a?id=7",
    "port": "https://example.org:8443/news/a?id=7",
    "bare-parameter": "https://example.org/news/a?7",
}


@pytest.mark.parametrize("address", OTHERS.values(), ids=OTHERS)
def test_another_address_stays_another(address: str) -> None:
    assert normalise(address) not in (ONE, None)


FORMS = {
    "root": ("https://example.org", "https://example.org/"),
    "order": ("https://example.org/?b=1&a=2", "https://example.org/?a=2&b=1"),
    "letters": ("https://example.org/é", "https://example.org/%C3%A9"),
    "escapes": ("https://example.org/%c3%a9", "https://example.org/%C3%A9"),
    "international": ("https://bücher.example/a", "https://xn--bcher-kva.example/a"),
    "ip": ("http://192.0.2.7:8080/a", "http://192.0.2.7:8080/a"),
    "ipv6": ("http://[2001:db8::1]/a", "https://[2001:db8::1]/a"),
    "login": ("https://me:secret@example.org/a", "https://example.org/a"),
    "javascript": ("javascript:alert(1)", None),
    "data": ("data:text/html,x", None),
    "mail": ("mailto:desk@example.org", None),
    "file": ("file:///etc/passwd", None),
    "ftp": ("ftp://example.org/a", None),
    "relative": ("/news/a", None),
    "no-host": ("https:///a", None),
    "odd-host": ("https://exa mple<.org/", None),
    "odd-port": ("https://example.org:http/", None),
    "odd-brackets": ("https://[oops/", None),
    "surrogate": ("https://example.org/\ud800", None),
    "too-long": ("https://example.org/" + "a" * 5_000, None),
    "none": (None, None),
    "number": (7, None),
    "empty": ("", None),
}


@pytest.mark.parametrize(("address", "expected"), FORMS.values(), ids=FORMS)
def test_the_form_of_an_address(address: object, expected: str | None) -> None:
    assert normalise(address) == expected


def test_a_link_is_taken_from_where_it_stands() -> None:
    assert normalise("/b", "https://example.org/news/a") == "https://example.org/b"


@given(st.text() | st.text().map("https://example.org/".__add__))
def test_normalising_twice_changes_nothing(address: str) -> None:
    once = normalise(address)
    assert once is None or normalise(once) == once


FOUND, SHORT = "https://news.example.co.uk/a?page=1", "https://www.example.co.uk/a"
AGENCY, HOME = "https://agency.example.com/a", "https://www.example.co.uk/"
PAGES = {
    "same-site": (FOUND, SHORT, None, SHORT),
    "other-publisher": (FOUND, AGENCY, None, FOUND),
    "home-page": (FOUND, HOME, None, FOUND),
    "nothing-declared": (FOUND, None, None, FOUND),
    "saved": (None, SHORT, None, SHORT),
    "saved-and-shared": (None, SHORT, FOUND, SHORT),
    "saved-copy-of-another": (None, AGENCY, SHORT, SHORT),
    "saved-with-home-page": (None, HOME, SHORT, SHORT),
    "saved-home-pages-only": (None, HOME, HOME, None),
    "saved-without": (None, None, None, None),
    "other-user-of-one-host": (
        "https://ann.github.io/a", "https://bob.github.io/a", None, "https://ann.github.io/a"),
}  # fmt: skip


@pytest.mark.parametrize(("found", "declared", "shared", "expected"), PAGES.values(), ids=PAGES)
def test_a_page_names_its_address_only_within_its_site(
    found: str | None, declared: str | None, shared: str | None, expected: str | None
) -> None:
    assert canonical(found, declared, shared) == expected


def test_a_host_names_an_outlet_without_www() -> None:
    assert host_of("https://www.example.org/a") == "example.org"
