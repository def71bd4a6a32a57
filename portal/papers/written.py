"""Words as a paper or minute has them, set out again: paragraphs, bullets and lettered points, never reworded.

The words come from files and are hostile: every piece is escaped.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

BULLET = re.compile(r"[•●▪◦‣∙·]\s*|[*–-]\s+")
MARKER = re.compile(r"(\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|(?:[a-z]|[ivx]{1,5}|\d{1,2})[.)])\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """`mark` is "" for a paragraph, "•" for a bullet, else the marker as printed: "(a)"."""

    mark: str
    words: str

    @property
    def is_point(self) -> bool:
        return self.mark != ""


def written(text: str) -> SafeString:
    """The text as paragraphs and lists."""
    parts = [
        _points(lines) if are_points else _paragraphs(lines)
        for are_points, lines in groupby(lines_of(text), key=lambda line: line.is_point)
    ]
    return SafeString("".join(parts))


def _paragraphs(lines: Iterable[Line]) -> SafeString:
    return format_html_join("", "<p>{}</p>", ((line.words,) for line in lines))


def _points(lines: Iterable[Line]) -> SafeString:
    point = '<li><span class="written__mark">{}</span> <span>{}</span></li>'
    points = format_html_join("", point, ((line.mark, line.words) for line in lines))
    return format_html('<ul class="written__points" role="list">{}</ul>', points)


def lines_of(text: str) -> Iterator[Line]:
    """A line that has no mark of its own goes on with the one above it; an empty line ends that."""
    for paragraph in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        running: Line | None = None
        for line in filter(None, map(str.strip, paragraph.split("\n"))):
            marked = marked_line(line)
            if running and not marked.is_point:
                running = Line(running.mark, f"{running.words} {line}")
                continue
            if running:
                yield running
            running = marked
        if running:
            yield running


def marked_line(line: str) -> Line:
    """The marker a line opens with, apart from its words."""
    if bullet := BULLET.match(line):
        return Line("•", line[bullet.end() :])
    if marker := MARKER.match(line):
        return Line(marker.group(1), line[marker.end() :])
    return Line("", line)
