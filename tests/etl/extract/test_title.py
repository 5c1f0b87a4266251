"""Headlines without the site's name, said once, and of the place that others confirm."""

import pytest

from etl.extract.page import parse_page
from etl.extract.title import choose_title, headline

SITES = frozenset(("harbourcourier", "courier"))
CASES = {
    "behind": ("Dockers walk out | Harbour Courier", "Dockers walk out"),
    "behind-a-dash": ("Dockers walk out - Harbour Courier", "Dockers walk out"),
    "before": ("Harbour Courier: Dockers walk out", "Dockers walk out"),
    "section-too": ("Dockers walk out | Courier News", "Dockers walk out"),
    "two-marks": ("Dockers walk out – Courier – Harbour Courier", "Dockers walk out"),
    "in-brackets": ("Dockers walk out (Courier)", "Dockers walk out"),
    "own-dash": ("Port – a story", "Port – a story"),
    "own-colon": ("Port: the courier's tale", "Port: the courier's tale"),
    "other-name": ("Dockers walk out - Paris", "Dockers walk out - Paris"),
    "begins-alike": ("Strike | Courierville votes", "Strike | Courierville votes"),
    "doubled": ("Dockers walk out at port - Dockers walk out at port", "Dockers walk out at port"),
    "site-alone": ("Harbour Courier", None),
}


@pytest.mark.parametrize(("title", "expected"), CASES.values(), ids=CASES)
def test_the_sites_name_goes(title: str, expected: str | None) -> None:
    assert headline(title, SITES) == expected


PAGES = {
    "entities": ("<meta property='og:title' content='Pay &amp;amp; Port'>", "Pay & Port", ""),
    "cut-short": ("<meta property='og:title' content='A long headline about…'>"
                  "<title>A long headline about ports | Courier</title>",
                  "A long headline about ports", "A long headline about ports"),
    "two-against-one": ("<meta property='og:title' content='You will not believe this port'>"
                        "<title>Dockers walk out</title>", "Dockers walk out", "Dockers walk out"),
    "section-behind": ("<meta property='og:title' content='Dockers walk out | Business'>"
                       "<title>Dockers walk out | Business | Courier</title>",
                       "Dockers walk out", "Dockers walk out"),
    "kicker-span": ("<meta property='og:title' content='Dockers walk out'>", "Dockers walk out",
                    "<span>Business</span><span>Dockers walk out</span>"),
}  # fmt: skip


@pytest.mark.parametrize(("head", "expected", "h1"), PAGES.values(), ids=PAGES)
def test_the_title_of_a_page(head: str, expected: str, h1: str) -> None:
    page = parse_page(f"<html><head>{head}</head><body><h1>{h1}</h1></body></html>".encode())
    assert page is not None
    assert choose_title(page, SITES) == expected
