"""What stands before a paragraph: its number, a bullet, a letter."""

import re
from dataclasses import dataclass, replace

from documents.reading.rows import Row
from documents.reading.words import clean

BULLETS = "•‣▪●○◦■□▶►➢➤✓✔◆❖·∙\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf0be\uf0a8"
BULLET = re.compile(rf"(?:[{re.escape(BULLETS)}–—-]|o|§)(?=\s|$)|[{re.escape(BULLETS)}](?=\S)")
NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3}){1,4})\.?(?=\s|$)|(\d{1,3})\.(?=\s|$)")
LETTERED = re.compile(
    r"\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)|(?:[a-zA-Z]|[ivx]{1,5}|\d{1,2})\)(?=\s|$)|(?:[a-h]|[ivx]{1,5})\.(?=\s|$)"
)
# The number of a minute or a heading, which may lack a full stop: only in bold.
BOLD_NUMBER = re.compile(r"(\d{1,3})(?=\s+[A-Z]|$)")
# Numbered text begins as a sentence does: "2.5 per cent" and "1. of 3" are no labels.
BEGINNING = re.compile(r"[\W_]*[A-Z£0-9]|[“‘\"'(\[]")


@dataclass(frozen=True, slots=True)
class Marker:
    """kind "numbered" (label "4.12") or "item" (label "(a)", or "•" for any bullet)."""

    kind: str
    label: str


BULLETED = Marker("item", "•")


def marker_of(text: str, *, bold: bool = False) -> tuple[Marker | None, str]:
    """The marker a row begins with, if any, and the rest of its text."""
    if match := BULLET.match(text):
        rest = text[match.end() :].lstrip()
        lettered = LETTERED.match(rest)
        return (Marker("item", lettered[0]), rest[lettered.end() :].lstrip()) if lettered else (BULLETED, rest)
    if match := NUMBER.match(text):
        rest = text[match.end() :].lstrip()
        if not rest or BEGINNING.match(rest):
            return Marker("numbered", match[1] or match[2]), rest
    if bold and (match := BOLD_NUMBER.match(text)):
        return Marker("numbered", match[1]), text[match.end() :].lstrip()
    if match := LETTERED.match(text):
        return Marker("item", match[0]), text[match.end() :].lstrip()
    return None, text


def with_markers_joined(row: Row) -> Row:
    """The row with a marker that stands apart (a bullet, "1.") made part of the run it belongs to."""
    if len(row.runs) < 2:
        return row
    first, second, *others = row.runs
    marker, rest = marker_of(clean(first.text), bold=first.bold and second.bold and not others)
    if marker is None or rest or second.left - first.right > 60:
        return row
    joined = replace(
        second,
        text=f"{first.text} {second.text}",
        left=first.left,
        top=min(first.top, second.top),
        bottom=max(first.bottom, second.bottom),
    )
    return Row.of((joined, *others))


def follows(label: str, following: str) -> bool:
    """Whether numbers are one after the other: "2.9" and "2.10", "3" and "4"."""
    head, _, number = label.rpartition(".")
    next_head, _, next_number = following.rpartition(".")
    return head == next_head and number.isdigit() and int(next_number) == int(number) + 1
