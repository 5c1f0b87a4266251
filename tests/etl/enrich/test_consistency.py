"""One article's findings, put right by each other."""

import re

import pytest

from etl.enrich.consistency import in_title_case, put_right
from etl.enrich.found import Span

MARKS = re.compile(r"\[(\w+) ([^\]]+)\]")


def found(*marked: str) -> tuple[list[str], list[list[Span]]]:
    """Texts whose names are marked as [type name], without the marks; and their spans."""
    texts, spans = [], []
    for one in marked:
        text, own, done = "", [], 0
        for mark in MARKS.finditer(one):
            text += one[done : mark.start()]
            own.append(Span(len(text), len(text) + len(mark[2]), mark[1]))
            text += mark[2]
            done = mark.end()
        texts.append(text + one[done:])
        spans.append(own)
    return texts, spans


CASES = {
    "a title of office is no part of a name": (
        ["Then [person Transport Minister Nkosi] left."],
        ["Then Transport Minister [person Nkosi] left."],
    ),
    "ranks neither": (
        ["It was [person Lt. Gen. Ann Orr]."],
        ["It was Lt. Gen. [person Ann Orr]."],
    ),
    "an article neither": (
        ["It hit [organization the Port Authority]."],
        ["It hit the [organization Port Authority]."],
    ),
    "the form of a company is": (
        ["Ask [organization Norvex] Inc., please."],
        ["Ask [organization Norvex Inc.], please."],
    ),
    "a surname with a hyphen is whole": (
        ["So said [person Efua Nyarko]-Mensah."],
        ["So said [person Efua Nyarko-Mensah]."],
    ),
    "a people is no place": (["A [place Kenyan] ship."], ["A Kenyan ship."]),
    "a day is no person": (["On [person Monday] it ran."], ["On Monday it ran."]),
    "a name has one type, that of most": (
        ["[place Velora] fell.", "[organization Velora] rose.", "[organization Velora] sank."],
        [
            "[organization Velora] fell.",
            "[organization Velora] rose.",
            "[organization Velora] sank.",
        ],
    ),
    "a surname is the person named before": (
        ["He met [person Thandi Elmina].", "[place Elmina] spoke."],
        ["He met [person Thandi Elmina].", "[person Elmina] spoke."],
    ),
    "what was found once is found everywhere": (
        ["[organization Haki Yetu] sued.", "So Haki Yetu won."],
        ["[organization Haki Yetu] sued.", "So [organization Haki Yetu] won."],
    ),
    "but not within other words": (
        ["[organization Velora] sued.", "Velorans and @Velora did not."],
        ["[organization Velora] sued.", "Velorans and @Velora did not."],
    ),
    "nor a word that is also written small": (
        ["[person Hope] spoke.", "There is hope. Hope dies last."],
        ["[person Hope] spoke.", "There is hope. Hope dies last."],
    ),
    "a country is found without being recognised": (
        ["Ships left South Korea for the U.S. today."],
        ["Ships left [place South Korea] for the [place U.S.] today."],
    ),
    "what is listed with a place that is known is one": (
        ["Ships left [person Felixvar] and [place Le Havre], said [person Kolb]."],
        ["Ships left [place Felixvar] and [place Le Havre], said [person Kolb]."],
    ),
    "who stands after an office is a person": (
        ["The boys, said coach [place Brent Oldfield], ran."],
        ["The boys, said coach [person Brent Oldfield], ran."],
    ),
    "an organization is known by its last word": (
        ["Ask [person Siam Krung Bank]."],
        ["Ask [organization Siam Krung Bank]."],
    ),
    "or by its first": (
        ["The Ministry of Rural Development paid."],
        ["The [organization Ministry of Rural Development] paid."],
    ),
    "a direction is no part of a place": (
        ["War in [place eastern Congo]."],
        ["War in eastern [place Congo]."],
    ),
    "two countries are two": (
        ["The [place ROK South Korea] pact."],
        ["The [place ROK] [place South Korea] pact."],
    ),
    "initials in brackets are the organization": (
        ["The [organization Ports and Harbours Board] (PHB) met.", "PHB paid."],
        [
            "The [organization Ports and Harbours Board] ([organization PHB]) met.",
            "[organization PHB] paid.",
        ],
    ),
    "a headline in title case names what its body names": (
        [
            "[person Dockers Walk] Out as [organization Norvex] Cuts Pay",
            "At [organization Norvex].",
        ],
        ["Dockers Walk Out as [organization Norvex] Cuts Pay", "At [organization Norvex]."],
    ),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_put_right(before: list[str], after: list[str]) -> None:
    texts, spans = found(*before)
    expected_texts, expected = found(*after)
    assert texts == expected_texts
    assert put_right(texts, spans) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Dockers Walk Out at Three Ports as Pay Talks Collapse", True),
        ("Dockers walk out at three ports as pay talks collapse", False),
        ("Kenyatta meets Ruto in Nairobi", False),
        ("No", False),
        ("", False),
    ],
)
def test_a_title_in_title_case_is_known(title: str, expected: bool) -> None:
    assert in_title_case(title) is expected


def test_an_article_without_texts_has_no_names() -> None:
    assert put_right([], []) == []
