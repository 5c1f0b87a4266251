"""Lists of feeds: what is written is what is read."""

import pytest

from etl import opml
from presswatch.settings import SourceSettings

NAMES = {
    "plain": "Harbour Courier",
    "markup": 'Ports & <ferries> "today"',
    "other letters": "Häfen 港",
    "a slash": "courier.example/feed",
    "a control character": "Ports\x01",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_list_that_is_written_can_be_read(name: str) -> None:
    feeds = [
        SourceSettings(name=name, kind="feed", url="https://courier.example/feed?a=1&b=%3C"),
        SourceSettings(name="another", kind="feed", url="https://courier.example/sports"),
    ]
    read, left_out = opml.read(opml.written(feeds))
    assert left_out == 0
    assert [(one.name, one.kind, one.url) for one in read] == [
        (one.name.replace("\x01", ""), one.kind, one.url) for one in feeds
    ]
