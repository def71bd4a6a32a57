"""Recommendations that a paper answers one by one without calling them by name: "1. That … Response: …"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from documents.structure.recommendations.headings import heading_name, is_over_numbers, is_section
from documents.structure.recommendations.lines import Line
from documents.structure.recommendations.markers import marker
from documents.structure.recommendations.numbers import number_of
from documents.structure.recommendations.openings import Opening
from documents.structure.recommendations.purpose import Purpose, title_of

BARE = re.compile(r"(?:scrutiny )?recommendation\s*(?:[:–-]\s*(?P<rest>.*)|$)", re.IGNORECASE | re.DOTALL)
COUNTED = re.compile(r"R?\d{1,3}(?:\.\d{1,2})?[.)]?|\(\d{1,3}\)")
FEWEST = 2


def unnamed_openings(lines: Sequence[Line], purpose: Purpose) -> list[tuple[int, Opening]]:
    """The places where they begin, each with what it opens; none if fewer than two are answered."""
    for found in (_bare(lines), _numbered(lines), _counted(lines) if purpose else []):
        if len(found) >= FEWEST:
            return found
    return []


def _bare(lines: Sequence[Line]) -> list[tuple[int, Opening]]:
    """Those that are opened by the word alone: "Recommendation: …", each answered before the next."""
    places = [place for place, line in enumerate(lines) if not line.rows and BARE.match(line.text)]
    found = []
    for place, end in pairwise([*places, len(lines)]):
        match = BARE.match(lines[place].text)
        if match and any(_answers(line) for line in lines[place + 1 : end]):
            found.append((place, Opening("", (), (match["rest"] or "").strip())))
    return found


def _numbered(lines: Sequence[Line]) -> list[tuple[int, Opening]]:
    """The numbered lines nearest above each answer, if their numbers go up and the paper says what they are."""
    found: dict[int, Opening] = {}
    for place in _below_recommendations(lines):
        if _answers(lines[place]) and (above := _above(lines, place)) is not None:
            found[above] = _opens(lines[above])
    return _rising(sorted(found.items()))


def _below_recommendations(lines: Sequence[Line]) -> Iterator[int]:
    """The places of lines below a heading that speaks of recommendations, or of all if the paper's title does."""
    titled = "recommend" in title_of(lines).lower()
    level = 0
    for place, line in enumerate(lines):
        if titled or level:
            yield place
        name = heading_name(line) or (line.text if is_over_numbers(lines, place) else None)
        if name is None or marker(line):
            continue
        if "recommend" in name.lower():
            level = line.level or 2
        elif (line.level or 2) <= level:
            level = 0


def _above(lines: Sequence[Line], place: int) -> int | None:
    for above in range(place - 1, -1, -1):
        line = lines[above]
        if line.kind == "heading" or line.rows or marker(line):
            return None
        if COUNTED.fullmatch(line.label):
            return above
    return None


def _counted(lines: Sequence[Line]) -> list[tuple[int, Opening]]:
    """Lines numbered from 1 with other text below each, in a section that is named for recommendations."""
    found: list[tuple[int, Opening]] = []
    of_recommendations = False
    for place, line in enumerate(lines[:-1]):
        name = heading_name(line)
        if name is not None and not found:
            of_recommendations = "recommend" in name.lower()
        below = lines[place + 1]
        told = below.text and not below.label and below.kind == "text"
        if of_recommendations and name is None and told and number_of(line.label) == len(found) + 1:
            found.append((place, _opens(line)))
        elif name is not None and found and is_section(name):
            break
    return found


def _opens(line: Line) -> Opening:
    label = line.label.strip(" .()")
    number = number_of(label)
    return Opening(label, () if number is None else (number,), line.text)


def _rising(found: Sequence[tuple[int, Opening]]) -> list[tuple[int, Opening]]:
    keys = [tuple(int(figure) for figure in re.findall(r"\d+", opened.label)) for _, opened in found]
    return list(found) if keys == sorted(set(keys)) else []


def _answers(line: Line) -> bool:
    said = marker(line)
    return said is not None and said.said != "aside"
