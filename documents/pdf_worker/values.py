"""Reads and writes the values of a PDF: dictionaries, lists, names, references; all else stays as it is written."""

import re
from dataclasses import dataclass
from typing import Any

TOKEN = re.compile(
    rb"\s*(?:%[^\r\n]*\s*)*(?P<token><<|>>|\[|\]|/[^\s()<>\[\]{}/%]*|\((?:[^()\\]|\\.)*\)|\(|<[0-9A-Fa-f\s]*>|"
    rb"(?P<number>\d+)\s+\d+\s+R\b|[^\s()<>\[\]{}/%]+)",
    re.DOTALL,
)
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
DEEPEST = 60


class Unreadable(Exception):
    """The value is not as the format has it."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to an object by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class Raw:
    """A number, text or word, as written."""

    text: bytes


Value = Any  # dict[bytes, Value], list[Value], bytes (a name, without its slash), Ref or Raw


def parse(content: bytes) -> tuple[Value, int]:
    """The value at the start of the content, and where it ends."""
    return _value(content, 0, 0)


def _value(content: bytes, place: int, depth: int) -> tuple[Value, int]:
    match = TOKEN.match(content, place)
    if match is None or depth > DEEPEST:
        raise Unreadable
    token, end = match["token"], match.end()
    if token == b"<<":
        return _dictionary(content, end, depth)
    if token == b"[":
        return _list(content, end, depth)
    if match["number"]:
        return Ref(int(match["number"])), end
    if token == b"(":
        end = _end_of_text(content, end)
        return Raw(content[match.start("token") : end]), end
    if token[:1] == b"/":
        return ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), token[1:]), end
    return Raw(token), end


def _dictionary(content: bytes, place: int, depth: int) -> tuple[dict[bytes, Value], int]:
    found: dict[bytes, Value] = {}
    while True:
        match = TOKEN.match(content, place)
        if match is None:
            raise Unreadable
        if match["token"] == b">>":
            return found, match.end()
        key, place = _value(content, place, depth + 1)
        if not isinstance(key, bytes):
            raise Unreadable
        found[key], place = _value(content, place, depth + 1)


def _list(content: bytes, place: int, depth: int) -> tuple[list[Value], int]:
    found: list[Value] = []
    while True:
        match = TOKEN.match(content, place)
        if match is None:
            raise Unreadable
        if match["token"] == b"]":
            return found, match.end()
        value, place = _value(content, place, depth + 1)
        found.append(value)


def _end_of_text(content: bytes, place: int) -> int:
    """Where a text with brackets in it ends; place is after its first one."""
    depth = 1
    while depth:
        if place >= len(content):
            raise Unreadable
        letter = content[place : place + 1]
        if letter == b"\\":
            place += 1
        depth += (letter == b"(") - (letter == b")")
        place += 1
    return place


def written(value: Value, numbers: dict[int, int]) -> bytes:
    """As the format has it, with references to what has a new number; keys in order, so that one value is one text."""
    if isinstance(value, dict):
        return b"<<" + b"".join(_name(key) + b" " + written(value[key], numbers) for key in sorted(value)) + b">>"
    if isinstance(value, list):
        return b"[" + b" ".join(written(one, numbers) for one in value) + b"]"
    if isinstance(value, Ref):
        return b"%d 0 R" % numbers[value.number] if value.number in numbers else b"null"
    return _name(value) if isinstance(value, bytes) else bytes(value.text)


def _name(name: bytes) -> bytes:
    return b"/" + re.sub(rb"[^!-~]|[#()<>\[\]{}/%]", lambda found: b"#%02X" % found[0][0], name)


SIMPLE = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|\r|\n)|(.))", re.DOTALL)


def text_from(words: str) -> Raw:
    return Raw(b"<" + (b"\xfe\xff" + words.encode("utf-16-be", "replace")).hex().encode() + b">")


def text_of(value: Value) -> str:
    """What a text says; "" for what is none."""
    if not isinstance(value, Raw):
        return ""
    content = value.text
    if content[:1] == b"<":
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", content)
        content = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    elif content[:1] == b"(":
        content = ESCAPE.sub(_unescaped, content[1:-1])
    else:
        return ""
    return _decoded(content).replace("\0", "").strip()


def _unescaped(match: re.Match[bytes]) -> bytes:
    if match[1]:
        return bytes([int(match[1], 8) & 255])
    return b"" if match[2] else SIMPLE.get(match[3], match[3])


def _decoded(content: bytes) -> str:
    if content[:2] == b"\xfe\xff":
        return content[2:].decode("utf-16-be", "replace")
    if content[:2] == b"\xff\xfe":
        return content[2:].decode("utf-16-le", "replace")
    if content[:3] == b"\xef\xbb\xbf":
        return content[3:].decode("utf-8", "replace")
    return content.decode("cp1252", "replace")
