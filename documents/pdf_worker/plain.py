"""A PDF as its objects: read from what the library writes, which is never packed, and written anew.

The library has no call for most of what a file holds besides its pages; so a copy is made by it, taken apart here, and
put together from those objects alone that the pages need.
"""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from documents.pdf_worker.library import Refused, pdfium
from documents.pdf_worker.values import Raw, Ref, Unreadable, Value, parse, written

PLAIN = 3  # the library's flags: without increments, and without a lock
HEAD = re.compile(rb"\s*(\d+)\s+\d+\s+obj\b")
MOST_OBJECTS = 400_000
UNCLEAR = "The PDF is put together in a way that cannot be taken apart."


@dataclass(slots=True)
class Body:
    """An object: its value, and the content of its stream if it has one."""

    value: Value
    stream: bytes | None = None


@dataclass(slots=True)
class Plain:
    objects: dict[int, Body]
    root: int
    info: int | None

    def get(self, value: Value) -> Value:
        """The value itself, or that of the object it refers to; None where there is none."""
        for _ in range(20):
            if not isinstance(value, Ref):
                return value
            body = self.objects.get(value.number)
            value = body.value if body else None
        return None

    def dictionary(self, value: Value) -> dict[bytes, Value]:
        found = self.get(value)
        return found if isinstance(found, dict) else {}

    def items(self, value: Value) -> list[Value]:
        found = self.get(value)
        return found if isinstance(found, list) else []

    @property
    def catalogue(self) -> dict[bytes, Value]:
        return self.dictionary(Ref(self.root))

    def pages(self) -> list[dict[bytes, Value]]:
        """The pages in order."""
        return list(self._pages_below(self.catalogue.get(b"Pages"), set()))

    def _pages_below(self, node: Value, seen: set[int]) -> Iterator[dict[bytes, Value]]:
        waiting = [node]
        while waiting:
            one = waiting.pop()
            if isinstance(one, Ref):
                if one.number in seen:
                    continue
                seen.add(one.number)
            found = self.dictionary(one)
            if b"Kids" in found:
                waiting += reversed(self.items(found[b"Kids"]))
            elif found:
                yield found


def plain_copy(document: Any) -> bytes:
    """The document as the library writes it."""
    pieces: list[bytes] = []

    def write(_self: Any, start: Any, size: int) -> int:
        pieces.append(ctypes.string_at(start, size))
        return 1

    writer = pdfium.FPDF_FILEWRITE(version=1)
    writer.WriteBlock = type(writer.WriteBlock)(write)
    if not pdfium.FPDF_SaveAsCopy(document, ctypes.byref(writer), PLAIN):
        raise Refused("The PDF could not be copied.")
    return b"".join(pieces)


def read_plain(content: bytes) -> Plain:
    """Of what the library wrote. Raises Refused where that is not in the form it has."""
    try:
        places, trailer = _table(content)
        borders = sorted({*places.values(), content.rindex(b"xref", 0, content.rindex(b"startxref"))})
        after = dict(pairwise(borders))
        objects = {number: _body(content[place : after[place]]) for number, place in places.items()}
        value, _end = parse(trailer)
        info = value.get(b"Info")
        return Plain(objects, value[b"Root"].number, info.number if isinstance(info, Ref) else None)
    except (Unreadable, ValueError, KeyError, AttributeError, IndexError, RecursionError) as error:
        raise Refused(UNCLEAR) from error


def _table(content: bytes) -> tuple[dict[int, int], bytes]:
    """Where each object begins, and the trailer."""
    start = int(content[content.rindex(b"startxref") + 9 :].split()[0])
    end = content.index(b"trailer", start)
    lines = content[start:end].split()
    if not lines or lines[0] != b"xref":
        raise Unreadable
    places: dict[int, int] = {}
    place = 1
    while place < len(lines):
        first, count = int(lines[place]), int(lines[place + 1])
        if count > MOST_OBJECTS:
            raise Refused(UNCLEAR)
        entries = lines[place + 2 : place + 2 + 3 * count]
        for number in range(count):
            if entries[3 * number + 2] == b"n":
                places[first + number] = int(entries[3 * number])
        place += 2 + 3 * count
    if len(places) > MOST_OBJECTS:
        raise Refused(UNCLEAR)
    return places, content[end + 7 :]


def _body(content: bytes) -> Body:
    head = HEAD.match(content)
    if head is None:
        raise Unreadable
    value, end = parse(content[head.end() :])
    rest = content[head.end() + end :]
    begins = re.match(rb"\s*stream\r?\n", rest)
    if begins is None:
        return Body(value)
    length = value.get(b"Length")
    stream = rest[begins.end() : rest.rindex(b"endstream")]
    return Body(value, stream[: int(length.text)] if isinstance(length, Raw) and length.text.isdigit() else stream)


def write_plain(plain: Plain, target: str) -> None:
    """Writes those objects that the catalogue leads to, and those of the information about the file, numbered anew."""
    reached = _reached(plain)
    numbers = {number: place for place, number in enumerate(reached, start=1)}
    with open(target, "wb") as file:
        place = file.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(reached) + 1)
        for number in reached:
            table += b"%010d 00000 n \n" % place
            place += file.write(b"%d 0 obj\n%s\nendobj\n" % (numbers[number], _text_of(plain.objects[number], numbers)))
        info = b"/Info %d 0 R" % numbers[plain.info] if plain.info in numbers else b""
        end = b"trailer\n<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
        file.write(table + end % (len(reached) + 1, numbers[plain.root], info, place))


def _text_of(body: Body, numbers: dict[int, int]) -> bytes:
    if body.stream is None:
        return written(body.value, numbers)
    value = {**body.value, b"Length": Raw(b"%d" % len(body.stream))}
    return written(value, numbers) + b"\nstream\n" + body.stream + b"\nendstream"


def _reached(plain: Plain) -> list[int]:
    """In the order in which they are come upon."""
    waiting: list[Value] = ([Ref(plain.info)] if plain.info is not None else []) + [Ref(plain.root)]
    reached: dict[int, None] = {}
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += [value[key] for key in sorted(value, reverse=True)]
        elif isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, Ref) and value.number not in reached and value.number in plain.objects:
            reached[value.number] = None
            waiting.append(plain.objects[value.number].value)
    return list(reached)
