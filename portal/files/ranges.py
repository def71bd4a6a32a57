"""The Range header of HTTP, for one range of bytes (RFC 9110, 14)."""

import re
from dataclasses import dataclass

# No file is as long as 18 digits can say, and Python refuses to count thousands of them
RANGE = re.compile(r"bytes=\s*(\d{0,18})-(\d{0,18})\s*")


class Unsatisfiable(Exception):
    """The range lies outside the file: 416."""


@dataclass(frozen=True, slots=True)
class ByteRange:
    """The bytes from first to last, both included, counted from 0."""

    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1


def byte_range(header: str, size: int) -> ByteRange | None:
    """The one range asked for of a file of so many bytes; None where the whole file is the answer.

    A header that is malformed or asks for several ranges is passed over, as the standard allows.
    """
    match = RANGE.fullmatch(header)
    if match is None or (not match[1] and not match[2]):
        return None
    if not match[1]:
        return _suffix(int(match[2]), size)
    first = int(match[1])
    last = min(int(match[2]), size - 1) if match[2] else size - 1
    if match[2] and int(match[2]) < first:
        return None
    if first >= size:
        raise Unsatisfiable
    return ByteRange(first, last)


def _suffix(length: int, size: int) -> ByteRange:
    """The last so many bytes."""
    if length == 0 or size == 0:
        raise Unsatisfiable
    return ByteRange(max(0, size - length), size - 1)
