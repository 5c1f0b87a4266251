"""Rows of JSON: an object a line, an array of objects, or an object that holds such an array."""

import codecs
import json
import re
from collections.abc import Iterator
from pathlib import Path

from etl.document import Document, Problem, Reason
from etl.intake.columns import matcher
from etl.intake.encoding import WESTERN, decode, is_utf8, marked_encoding
from etl.intake.exports import Reader, reader
from etl.intake.file import File
from etl.intake.lines import HEAD, LONGEST, numbered_lines
from etl.intake.rows import Row, row_documents
from etl.intake.shapes import by_day, inner

CHUNK = 1 << 20  # bytes
LARGEST = 50_000_000  # bytes of an object, which is read whole
DEEPEST = 3  # levels at which an object's array of rows is looked for
TOKENS = re.compile(r'\\.|["\[\]{},\n]', re.DOTALL)


def read_lines(file: File) -> Iterator[Document | Problem]:
    """JSON Lines: a bad line costs itself alone."""
    return row_documents(file, _line_rows(file.path))


def read_array(file: File) -> Iterator[Document | Problem]:
    """A JSON array, element by element."""
    rows = (
        (f"row {number}", element if isinstance(element, Reason) else _row(element))
        for number, element in enumerate(_elements(_chunks(file.path)), start=1)
    )
    return row_documents(file, rows)


def read_object(file: File) -> Iterator[Document | Problem]:
    """An object that is an article, or that holds an array of rows, such as the answer of a
    search; else JSON Lines whose first line is broken.

    On a line of its own, an object is a row of JSON Lines. Over several it is an article only
    with a text or an address: many an object that is none has a title and a date."""
    if file.path.stat().st_size > LARGEST:
        return read_lines(file)
    text = decode(file.path.read_bytes())
    found = _row(text)
    if isinstance(found, Reason):
        return read_lines(file)
    fields = {field for field, _ in matcher(file.source.columns)(tuple(found))}
    reading, arrays = reader(file), _arrays(by_day(found), DEEPEST)
    rows = [row for array in arrays if _usable(array, reading) for row in map(inner, array)]
    says_enough = not fields.isdisjoint(("url", "body"))
    if not rows and not says_enough and "\n" in text.strip():
        return iter([file.problem(Reason.NO_COLUMNS)])
    if not rows or ("title" in fields and says_enough):
        return row_documents(file, iter([(None, found)]))
    numbered = enumerate(map(_as_row, rows), start=1)
    return row_documents(file, ((f"row {number}", row) for number, row in numbered))


def _line_rows(path: Path) -> Iterator[Row]:
    for number, line in numbered_lines(path):
        if line is None:
            yield f"line {number}", Reason.TOO_LARGE
        elif not line.isspace():
            yield f"line {number}", _row(line)


def _row(text: str) -> dict[str, object] | Reason:
    try:
        # strict=False: a raw tab in a string is no reason to lose an article.
        value = json.loads(text.lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError):
        return Reason.MALFORMED
    return _as_row(value)


def _as_row(value: object) -> dict[str, object] | Reason:
    return value if isinstance(value, dict) else Reason.MALFORMED


def _usable(array: list[object], reading: Reader) -> bool:
    """Whether an array holds rows of which something can be made."""
    return any(isinstance(row, dict) and reading.knows(tuple(row)) for row in map(inner, array))


def _arrays(value: object, depth: int) -> Iterator[list[object]]:
    if isinstance(value, list):
        yield value
    elif isinstance(value, dict) and depth:
        for one in value.values():
            yield from _arrays(one, depth - 1)


def _chunks(path: Path) -> Iterator[str]:
    """The text of a file in chunks that part no escape sequence."""
    with path.open("rb") as stream:
        head = stream.peek(HEAD)[:HEAD]
        encoding = marked_encoding(head) or ("utf-8" if is_utf8(head) else WESTERN)
        decoder = codecs.getincrementaldecoder(encoding)("replace")
        held = ""
        while chunk := stream.read(CHUNK):
            text = held + decoder.decode(chunk).replace("\0", "")
            kept = text.rstrip("\\")
            held = "\\" if (len(text) - len(kept)) % 2 else ""
            yield text[: len(text) - len(held)]
        yield held + decoder.decode(b"", final=True)


def _elements(chunks: Iterator[str]) -> Iterator[str | Reason]:
    """The text of each element of an array, told by brackets and quotes alone, so that what is
    wrong in one does not reach the next.

    A line that ends within a string is where an element broke off: the next '{' begins anew."""
    held, depth, quoted, lost = "", 0, False, False
    for chunk in chunks:
        text, begin = held + chunk, 0
        for match in TOKENS.finditer(text, len(held)):
            token = match[0]
            if lost:
                if token == "{":
                    lost, depth, begin = False, 2, match.start()
            elif token == '"':
                quoted = not quoted
            elif quoted:
                if token == "\n" and depth:
                    quoted, lost = False, True
                    yield Reason.MALFORMED
            elif token in "[{":
                depth += 1
                begin = match.end() if depth == 1 else begin
            elif token == "," and depth == 1:
                yield text[begin : match.start()]
                begin = match.end()
            elif token == "]" or (token == "}" and depth > 1):
                depth -= 1
                if depth == 0:
                    if last := text[begin : match.start()].strip():
                        yield last
                    if text[match.end() :].strip() or any(map(str.strip, chunks)):
                        yield Reason.MALFORMED  # what follows the array
                    return
        held = "" if lost or not depth else text[begin:]
        if len(held) > LONGEST:
            yield Reason.TOO_LARGE
            held, quoted, lost = "", False, True
    yield Reason.TRUNCATED
