"""Bytes as text: by byte order mark, else UTF-8, else the encoding of old Western files."""

import codecs

BYTE_ORDER_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
WESTERN = "cp1252"  # what Latin-1 files are written in; browsers read them so


def marked_encoding(head: bytes) -> str | None:
    """The encoding that a byte order mark names."""
    return next((name for mark, name in BYTE_ORDER_MARKS if head.startswith(mark)), None)


def is_utf8(content: bytes) -> bool:
    """Whether bytes are UTF-8, of which the last letter may be cut."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(content)
    except UnicodeDecodeError:
        return False
    return True


def decode(content: bytes) -> str:
    """The text of a document; what no encoding explains becomes a replacement character."""
    encoding = marked_encoding(content) or "utf-8"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode(encoding, "replace")
    # A stray or cut byte in good UTF-8 must not turn all of its letters to mojibake.
    strays = text.count("\ufffd")
    letters = len(text) - len(text.encode("ascii", "ignore")) - strays
    if encoding == "utf-8" and strays > letters:
        return content.decode(WESTERN, "replace")
    return text
