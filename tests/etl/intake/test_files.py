"""Files and folders: which are read, in which order, as what, and what is refused."""

import os
from pathlib import Path

import pytest

from etl.document import Document, Problem
from etl.intake import READERS, files
from presswatch.errors import PresswatchError
from tests.etl.intake.conftest import Taken, documents

KINDS = {
    "html": ("a", "<!DOCTYPE html><html><body><p>Hello</p></body></html>", "html"),
    "html-without-doctype": ("a", "<html><p>Hello</p></html>", "html"),
    "xhtml": ("a", '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html></html>', "html"),
    "html-after-a-comment": ("a", "<!-- <rss> --><html><p>Hello</p></html>", "html"),
    "html-named-text": ("a.txt", "<html><p>Hello</p></html>", "html"),
    "rss": ("a.html", '<?xml version="1.0"?>\n<rss version="2.0"><channel/></rss>', "feed"),
    "rss-after-a-comment": ("a", "<!-- <html> --><rss><channel/></rss>", "feed"),
    "atom": ("a", '<feed xmlns="http://www.w3.org/2005/Atom"/>', "feed"),
    "atom-with-a-prefix": ("a", '<a:feed xmlns:a="http://www.w3.org/2005/Atom"/>', "feed"),
    "rdf": ("a", '<rdf:RDF xmlns:rdf="x"></rdf:RDF>', "feed"),
    "feed-with-bom": ("a", "\ufeff<rss><channel/></rss>", "feed"),
    "feed-in-utf-16": ("a", "<rss><channel/></rss>".encode("utf-16"), "feed"),
    "capture": ("a.txt", "18.4 C\nRotterdam\nTuesday, March 4, 2025\n\nTitle\n\nBody.", "capture"),
    "capture-of-any-name": ("a.csv.old", "A title, with a comma\n\nBody.", "capture"),
    "capture-with-a-bracket": ("a.txt", "[Photo]\nA title\n\nBody.", "capture"),
    "sitemap": ("a.xml", '<?xml version="1.0"?><urlset></urlset>', "unknown_kind"),
    "empty": ("a.html", "", "empty"),
    "spaces": ("a.html", " \n\t\n", "empty"),
    "bom-alone": ("a.txt", b"\xef\xbb\xbf", "empty"),
    "nul-bytes": ("a.html", bytes(4096), "unknown_kind"),
    "pdf": ("a.pdf", b"%PDF-1.7\n1 0 obj", "unknown_kind"),
    "zip": ("a.zip", b"PK\x03\x04 and so on", "unknown_kind"),
    "junk": ("a.txt", bytes(range(256)) * 20, "unknown_kind"),
    "junk-named-parquet": ("a.parquet", "no parquet at all", "unreadable"),
    "junk-named-json": ("a.json", "no JSON at all", "malformed"),
    "junk-named-xml": ("a.xml", "no XML at all", "malformed"),
}


@pytest.mark.parametrize(("name", "content", "expected"), KINDS.values(), ids=KINDS)
def test_the_content_tells_the_kind(
    taken: Taken, name: str, content: bytes | str, expected: str
) -> None:
    assert taken(name, content) == [(None, expected)]


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b/2.html", "b/1.html", "a.html", ".hidden/x.html", "b/.x", "SAMPLE",
                 "presswatch.toml"):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("<html><p>Hello</p></html>")
    read = [Path(one.name) for one in documents(tmp_path) if isinstance(one, Document)]
    assert read == [tmp_path / "a.html", tmp_path / "b/1.html", tmp_path / "b/2.html"]


def test_a_document_says_where_it_came_from(tmp_path: Path) -> None:
    folder = tmp_path / "harbour.example"
    folder.mkdir()
    (folder / "a.html").write_text("<html></html>")
    (document,) = documents(folder, outlet="Harbour Courier")
    assert isinstance(document, Document)
    assert document.folder == "harbour.example"
    assert document.source == "Harbour Courier"
    assert document.content == b"<html></html>"


def test_a_missing_path_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(PresswatchError, match="there is no such file or folder"):
        documents(tmp_path / "none")


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    assert documents(tmp_path) == []


def test_a_page_may_be_too_large(taken: Taken, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 1_000)
    assert taken("a.html", "<html>" + "x" * 1_000) == [(None, "too_large")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_costs_itself_alone(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).write_text("<html></html>")
    (tmp_path / "a").chmod(0)
    refused, read = documents(tmp_path)
    assert isinstance(refused, Problem)
    assert refused.reason == "unreadable"
    assert isinstance(read, Document)


def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    (tmp_path / "b").symlink_to("nowhere")
    (tmp_path / "c").symlink_to("c")
    for found in (*documents(tmp_path), *documents(tmp_path / "a")):
        assert isinstance(found, Problem)
        assert found.reason == "unreadable"
    assert len(documents(tmp_path)) == 3


def test_an_outlet_of_any_bytes_can_be_stored(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html></html>")
    (document,) = documents(tmp_path, outlet=os.fsdecode(b"\xff"))
    document.source.encode()  # type: ignore[union-attr]


def test_a_name_of_any_bytes_can_be_stored(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.html"))
    path.write_text("<html></html>")
    (document,) = documents(tmp_path)
    document.name.encode()  # type: ignore[union-attr]  # lone surrogates would fail here


def test_the_registry_names_every_kind_of_source() -> None:
    assert set(READERS) == {"files", "feed", "sitemap", "pages", "archive"}
