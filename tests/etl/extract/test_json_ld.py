"""JSON-LD as pages have it: wrapped, broken, in parts, about several things."""

import json

import pytest

from etl.extract.json_ld import article_json, names_of
from etl.extract.page import parse_page

ARTICLE = {"@type": "NewsArticle", "headline": 'Port "closed" again', "keywords": ["a", "b"]}
GOOD = json.dumps(ARTICLE)
SCRIPTS = {
    "good": GOOD,
    "list": json.dumps([{"@type": "WebSite"}, ARTICLE]),
    "graph": json.dumps({"@graph": [{"@type": "WebSite"}, ARTICLE]}),
    "nested": json.dumps({"@type": "WebPage", "mainEntity": ARTICLE}),
    "type-list": json.dumps({**ARTICLE, "@type": ["Article", "https://schema.org/NewsArticle"]}),
    "comment": f"<!-- {GOOD} -->",
    "cdata": f"//<![CDATA[\n{GOOD}\n//]]>",
    "semicolon": GOOD + ";",
    "two-values": GOOD + '{"@type": "WebSite"}',
    "trailing-comma": GOOD[:-1] + ",}",
    "comma-in-list": GOOD.replace('"b"]', '"b",]'),
    "control-character": GOOD.replace("again", "again\n\t").replace("\n\t", "\n", 1),
    "bare-quotes": GOOD.replace('\\"', '"'),
    "cut": GOOD[:-1],
    "escaped": GOOD.replace("&", "&amp;").replace('"', "&quot;"),
    "entity-in-text": GOOD.replace("again", "again &amp;"),
}


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_the_article_is_found(script: str) -> None:
    page = parse_page(
        f'<html><head><script type="application/ld+json">{script}</script></head></html>'.encode()
    )
    assert page is not None
    assert str(page.json_ld["headline"]).startswith("Port")
    assert page.json_ld["keywords"] == ["a", "b"]


def test_of_several_articles_it_is_the_pages_own() -> None:
    other = json.dumps({**ARTICLE, "headline": "Another", "author": {"name": "Jon Ames"}})
    page = parse_page(
        f'<script type="application/ld+json">{other}</script>'
        f'<script type="application/ld+json">{GOOD}</script><h1>Port “closed” again</h1>'.encode()
    )
    assert page is not None
    assert page.json_ld["headline"] == ARTICLE["headline"]
    assert "author" not in page.json_ld


@pytest.mark.parametrize("script", ["", "null", "{", "[1, 2]", '"x"', "{" * 3_000, "[" * 3_000])
def test_what_is_none_gives_nothing(script: str) -> None:
    page = parse_page(f'<script type="application/ld+json">{script}</script><p>x'.encode())
    assert page is not None
    assert article_json(page.tree, [], []) == {}


def test_names() -> None:
    told = [{"name": ["Ilse", "Jon"]}, "Mia", {"@value": "Ada"}, {"@list": [{"name": "Bo"}]}, 3]
    assert list(names_of(told)) == ["Ilse", "Jon", "Mia", "Ada", "Bo"]
