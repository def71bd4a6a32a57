"""The parts of a Word document, and each part's elements with the places of their tags in its bytes."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
TEXTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|glossary/document)\.xml$")
UTF_8 = re.compile(
    rb"^\xef\xbb\xbf|^\s*<\?xml[^>]*encoding=[\"']utf-8[\"']|^\s*<(?!\?xml)|^\s*<\?xml(?![^>]*encoding)", re.I
)
DEEPEST = 400


class Unsafe(Exception):
    """The document cannot be taken apart safely; the message is shown to a clerk."""


@dataclass(slots=True)
class Element:
    """One element of a part: name is "w:p" whatever its prefix is for Word's own, places are those of its two tags.

    An element without content has its end tag at its end, without length.
    """

    name: str
    attributes: dict[str, str]
    start: int
    inside: int = 0
    outside: int = 0
    end: int = 0
    children: list["Element"] = field(default_factory=list)
    text: str = ""

    def below(self) -> Iterator["Element"]:
        waiting = [self]
        while waiting:
            one = waiting.pop()
            yield one
            waiting += reversed(one.children)

    def words(self) -> str:
        """The text in it, whether it counts as deleted or not."""
        parts = (one.text if one.name in ("w:t", "w:delText") else " " for one in self.below())
        return " ".join("".join(parts).split())


def read_parts(path: str) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {part.filename: archive.read(part) for part in archive.infolist() if not part.is_dir()}


def parse(content: bytes) -> Element:
    """The outermost element. Raises Unsafe for what is not plain XML in UTF-8."""
    if not UTF_8.match(content) or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise Unsafe("A part of the Word document is written in a way that cannot be taken apart.")
    reader = _Reader(content)
    try:
        reader.parser.Parse(content, True)
    except expat.ExpatError as error:
        raise Unsafe("The Word document is damaged.") from error
    return reader.outermost


class _Reader:
    def __init__(self, content: bytes) -> None:
        self.content = content
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.outermost = Element("", {}, 0)
        self.open = [self.outermost]

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) > DEEPEST:
            raise Unsafe("The Word document is nested too deeply.")
        place = self.parser.CurrentByteIndex
        named = {_short(key): value for key, value in attributes.items()}
        element = Element(_short(name), named, place, inside=_end_of_tag(self.content, place))
        self.open[-1].children.append(element)
        self.open.append(element)

    def _end(self, _name: str) -> None:
        element, place = self.open.pop(), self.parser.CurrentByteIndex
        if self.content[element.inside - 2 : element.inside] == b"/>":
            element.outside = element.end = element.inside
        else:
            element.outside, element.end = place, _end_of_tag(self.content, place)

    def _text(self, text: str) -> None:
        self.open[-1].text += text


def _short(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return f"w:{local}" if space in (WORD, STRICT) else local


def _end_of_tag(content: bytes, place: int) -> int:
    """Where the tag at this place ends; a ">" within quotes does not end it."""
    quote = b""
    while place < len(content):
        letter = content[place : place + 1]
        if quote:
            quote = b"" if letter == quote else quote
        elif letter in (b'"', b"'"):
            quote = letter
        elif letter == b">":
            return place + 1
        place += 1
    raise Unsafe("The Word document is damaged.")


def without(content: bytes, ranges: list[tuple[int, int]]) -> bytes:
    """The content less these ranges of bytes, which may lie within one another."""
    kept, place = [], 0
    for start, end in sorted(ranges):
        if end <= place:
            continue
        kept.append(content[place : max(start, place)])
        place = end
    return b"".join([*kept, content[place:]])
