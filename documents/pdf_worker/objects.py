"""What is drawn on a page, in the order in which it is drawn."""

import ctypes
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from documents.pdf_worker.library import pdfium

Box = tuple[float, float, float, float]  # left, bottom, right, top, in the file's own measures
Matrix = tuple[float, float, float, float, float, float]
STRAIGHT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
MOST_OBJECTS = 20_000
DEEPEST = 5
MOST_SEEN = 0.9  # of a text's width and height: with less drawn, some of its words may be cut away
MOST_PIECES = 200
LONGEST = 60  # letters of what is looked at as spaces
# Of a path's pieces: one with as many, and as many of them curves, is drawn by hand rather than ruled
PIECES = 12
CURVES = 6
STROKED = (1, 5)  # ways of drawing text by the outlines of its letters alone
THICK = 4.0  # points
FEWEST_TURNS = 25


@dataclass(frozen=True, slots=True)
class Drawn:
    """kind is text, image, fill (an even shape), drawing (a line of many curves), strokes (one of corners) or line.

    colour has three parts, 0 to 255; alpha is 0 for what is not seen; way is the way in which text is drawn.
    """

    kind: str
    box: Box
    colour: tuple[int, int, int] = (0, 0, 0)
    alpha: int = 255
    way: int = 0


def drawn_objects(page: Any, text_page: Any) -> tuple[list[Drawn], bool, list[Any]]:
    """What is drawn, whether that is all, and the library's own objects of its texts.

    Nothing for a page with more on it than a paper has, such as a map.

    Looking through such a page would take long. Spaces, which programs like to draw clear, are left out.
    """
    reader = _Reader(text_page)
    count = pdfium.FPDFPage_CountObjects(page)
    if 0 < count <= MOST_OBJECTS:
        for number in range(count):
            reader.add(pdfium.FPDFPage_GetObject(page, number), STRAIGHT, 0)
    return reader.found, reader.is_whole and count <= MOST_OBJECTS, reader.texts


class _Reader:
    def __init__(self, text_page: Any) -> None:
        self.text_page = text_page
        self.found: list[Drawn] = []
        self.texts: list[Any] = []
        self.is_whole = True
        self.edges = [ctypes.c_float() for _ in range(4)]
        self.colour = [ctypes.c_uint() for _ in range(4)]

    def add(self, thing: Any, matrix: Matrix, depth: int) -> None:
        if len(self.found) >= MOST_OBJECTS:
            self.is_whole = False
            return
        sort = pdfium.FPDFPageObj_GetType(thing)
        if sort == pdfium.FPDF_PAGEOBJ_FORM:
            self._add_form(thing, matrix, depth)
            return
        box = self._box(thing, matrix)
        if box is None:
            self.is_whole = False
            return
        if sort == pdfium.FPDF_PAGEOBJ_TEXT:
            if box[1] == box[3] and self._says_nothing(thing):
                return
            way = pdfium.FPDFTextObj_GetTextRenderMode(thing)
            colour, alpha = self._stroke(thing) if way in STROKED else self._fill(thing)
            alpha = 0 if self._is_clipped_away(thing, box, matrix) else alpha
            self.texts.append(thing)
            self.found.append(Drawn("text", box, colour, alpha, way))
        elif sort == pdfium.FPDF_PAGEOBJ_IMAGE:
            self.found.append(Drawn("image", box))
        elif sort == pdfium.FPDF_PAGEOBJ_PATH:
            self._add_path(thing, box)

    def _add_form(self, form: Any, matrix: Matrix, depth: int) -> None:
        if depth >= DEEPEST:
            self.is_whole = False
            return
        inner = _times(_matrix(form), matrix)
        for number in range(max(0, pdfium.FPDFFormObj_CountObjects(form))):
            self.add(pdfium.FPDFFormObj_GetObject(form, number), inner, depth + 1)

    def _add_path(self, path: Any, box: Box) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
        colour, alpha = self._fill(path)
        if _is_drawing(path):
            self.found.append(Drawn("drawing", box, colour, alpha if fill.value else 0))
        elif not fill.value and pdfium.FPDFPath_CountSegments(path) >= FEWEST_TURNS and _is_crooked(path):
            self.found.append(Drawn("strokes", box, colour, alpha))
        elif not fill.value and self._is_bar(path):
            self.found.append(Drawn("fill", box, *self._stroke(path)))
        else:
            self.found.append(Drawn("fill" if fill.value else "line", box, colour, alpha))

    def _box(self, thing: Any, matrix: Matrix) -> Box | None:
        if not pdfium.FPDFPageObj_GetBounds(thing, *(ctypes.byref(edge) for edge in self.edges)):
            return None
        left, bottom, right, top = (edge.value for edge in self.edges)
        if matrix == STRAIGHT:
            return left, bottom, right, top
        return _around([(x, y) for x in (left, right) for y in (bottom, top)], matrix)

    def _is_clipped_away(self, thing: Any, box: Box, matrix: Matrix) -> bool:
        """Whether part of it is outside of what it is drawn through."""
        clip = pdfium.FPDFPageObj_GetClipPath(thing)
        for number in range(max(0, pdfium.FPDFClipPath_CountPaths(clip)) if clip else 0):
            points = [self._point(clip, number, place) for place in range(_pieces(clip, number))]
            if points and not _holds(_around(points, matrix), box):
                return True
        return False

    def _point(self, clip: Any, number: int, place: int) -> tuple[float, float]:
        across, down = self.edges[:2]
        piece = pdfium.FPDFClipPath_GetPathSegment(clip, number, place)
        pdfium.FPDFPathSegment_GetPoint(piece, ctypes.byref(across), ctypes.byref(down))
        return across.value, down.value

    def _says_nothing(self, text: Any) -> bool:
        """Whether nothing but spaces of it is among the words of the page."""
        letters = (ctypes.c_ushort * LONGEST)()
        length = pdfium.FPDFTextObj_GetText(text, self.text_page, letters, ctypes.sizeof(letters))
        words = bytes(letters).decode("utf-16-le", "replace")
        return length <= ctypes.sizeof(letters) and not words.strip("\0 \r\n\t\xa0")

    def _is_bar(self, path: Any) -> bool:
        """Whether it is one line, so thick that it covers words."""
        width = self.edges[0]
        single = pdfium.FPDFPath_CountSegments(path) == 2
        return bool(single and pdfium.FPDFPageObj_GetStrokeWidth(path, ctypes.byref(width)) and width.value > THICK)

    def _fill(self, thing: Any) -> tuple[tuple[int, int, int], int]:
        return self._colour(pdfium.FPDFPageObj_GetFillColor, thing)

    def _stroke(self, thing: Any) -> tuple[tuple[int, int, int], int]:
        return self._colour(pdfium.FPDFPageObj_GetStrokeColor, thing)

    def _colour(self, ask: Callable[..., int], thing: Any) -> tuple[tuple[int, int, int], int]:
        if not ask(thing, *(ctypes.byref(part) for part in self.colour)):
            return (0, 0, 0), 255
        red, green, blue, alpha = (part.value for part in self.colour)
        return (red, green, blue), alpha


def _around(points: Sequence[tuple[float, float]], matrix: Matrix) -> Box:
    """The box of points, moved as the matrix says."""
    a, b, c, d, e, f = matrix
    across, down = zip(*((a * x + c * y + e, b * x + d * y + f) for x, y in points), strict=True)
    return min(across), min(down), max(across), max(down)


def _holds(outer: Box, inner: Box) -> bool:
    """Whether most of the inner box lies in the outer one, by its width and by its height."""
    across = min(outer[2], inner[2]) - max(outer[0], inner[0])
    down = min(outer[3], inner[3]) - max(outer[1], inner[1])
    return across >= (inner[2] - inner[0]) * MOST_SEEN and down >= (inner[3] - inner[1]) * MOST_SEEN


def _pieces(clip: Any, number: int) -> int:
    return min(MOST_PIECES, max(0, int(pdfium.FPDFClipPath_CountPathSegments(clip, number))))


def _matrix(thing: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(thing, ctypes.byref(matrix)):
        return STRAIGHT
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(first: Matrix, second: Matrix) -> Matrix:
    """What the first does, and then the second."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _is_drawing(path: Any) -> bool:
    count = pdfium.FPDFPath_CountSegments(path)
    if not PIECES <= count <= 5_000:
        return False
    curves = 0
    for number in range(count):
        piece = pdfium.FPDFPath_GetPathSegment(path, number)
        curves += pdfium.FPDFPathSegment_GetType(piece) == pdfium.FPDF_SEGMENT_BEZIERTO
        if curves >= CURVES:
            return True
    return False


def _is_crooked(path: Any) -> bool:
    """Whether most of its pieces are neither level nor upright, as those of a grid are."""
    count = min(int(pdfium.FPDFPath_CountSegments(path)), MOST_PIECES)
    across, down = ctypes.c_float(), ctypes.c_float()
    points = []
    for number in range(count):
        piece = pdfium.FPDFPath_GetPathSegment(path, number)
        pdfium.FPDFPathSegment_GetPoint(piece, ctypes.byref(across), ctypes.byref(down))
        points.append((across.value, down.value))
    crooked = sum(one[0] != other[0] and one[1] != other[1] for one, other in pairwise(points))
    return crooked * 2 > count
