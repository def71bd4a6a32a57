"""Finds in the picture of a scanned page what was written on it by hand, by the shapes of its connected ink."""

import re

from PIL import Image

DARK = 150
LINE = 36.0  # points: a stroke that is straight for so long is a rule, and taken out first
# Least and greatest width and height in points, and the share of its box that is ink
WIDTH = 40.0, 300.0
HEIGHT = 13.0, 110.0
DENSITY = 0.015, 0.33
FEWEST_TURNS = 2.2  # how often a level line crosses it, on average: a curve or an arrow is crossed once or twice
MOST_RUNS = 120_000
MOST = 6

Box = tuple[float, float, float, float]
RUN = re.compile(rb"\xff+")


def handwriting_in(page: Image.Image, scale: float) -> list[Box]:
    """Boxes in points from the top left corner; scale is dots to a point."""
    grey = page.convert("L")
    ink = grey.point([255 if level < DARK else 0 for level in range(256)])
    found = []
    for left, top, right, bottom, dots, runs in _shapes(ink, LINE * scale):
        width, height = (right - left) / scale, (bottom - top) / scale
        share = dots / ((right - left) * (bottom - top))
        fits = WIDTH[0] < width < WIDTH[1] and HEIGHT[0] < height < HEIGHT[1] and width > height
        if fits and DENSITY[0] < share < DENSITY[1] and runs / (bottom - top) > FEWEST_TURNS:
            found.append((left / scale, top / scale, right / scale, bottom / scale))
    return found[:MOST]


def _shapes(ink: Image.Image, longest: float) -> list[tuple[int, int, int, int, int, int]]:
    """Left, top, right and bottom of the ink that hangs together, how many dots and level runs it has."""
    rows = _rows(ink, longest)
    parents: list[int] = []
    runs: list[tuple[int, int, int]] = []  # start, end, row
    above: range = range(0)
    for row, spans in enumerate(rows):
        first = len(runs)
        place = above.start
        for start, end in spans:
            number = len(runs)
            runs.append((start, end, row))
            parents.append(number)
            while place < above.stop and runs[place][1] < start:
                place += 1
            other = place
            while other < above.stop and runs[other][0] <= end:
                parents[_root(parents, other)] = _root(parents, number)
                other += 1
        above = range(first, len(runs))
        if len(runs) > MOST_RUNS:
            return []
    return _joined(parents, runs)


def _rows(ink: Image.Image, longest: float) -> list[list[tuple[int, int]]]:
    content, width = ink.tobytes(), ink.width
    return [
        [
            match.span()
            for match in RUN.finditer(content[row * width : (row + 1) * width])
            if match.end() - match.start() < longest
        ]
        for row in range(ink.height)
    ]


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def _joined(parents: list[int], runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int, int, int, int]]:
    shapes: dict[int, list[int]] = {}
    for number, (start, end, row) in enumerate(runs):
        shape = shapes.setdefault(_root(parents, number), [start, row, end, row + 1, 0, 0])
        shape[0], shape[2], shape[3] = min(shape[0], start), max(shape[2], end), row + 1
        shape[4] += end - start
        shape[5] += 1
    return [(left, top, right, bottom, dots, count) for left, top, right, bottom, dots, count in shapes.values()]
