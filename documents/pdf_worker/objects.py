"""What is drawn on a page, in the order in which it is drawn."""

import ctypes
from dataclasses import dataclass
from typing import Any

from documents.pdf_worker.library import pdfium

Box = tuple[float, float, float, float]  # left, bottom, right, top, in the file's own measures
Matrix = tuple[float, float, float, float, float, float]
STRAIGHT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
MOST_OBJECTS = 20_000
DEEPEST = 5
# Of a path's pieces: one with as many, and as many of them curves, is drawn by hand rather than ruled
PIECES = 12
CURVES = 6


@dataclass(frozen=True, slots=True)
class Drawn:
    """kind is text, image, fill (an even shape), drawing (a line of many curves) or line.

    colour has three parts, 0 to 255; alpha is 0 for what is not seen; way is the way in which text is drawn.
    """

    kind: str
    box: Box
    colour: tuple[int, int, int] = (0, 0, 0)
    alpha: int = 255
    way: int = 0


def drawn_objects(page: Any) -> list[Drawn]:
    """None for a page with more on it than a paper has, such as a map: looking through it would take long."""
    reader = _Reader()
    count = pdfium.FPDFPage_CountObjects(page)
    if 0 < count <= MOST_OBJECTS:
        for number in range(count):
            reader.add(pdfium.FPDFPage_GetObject(page, number), STRAIGHT, 0)
    return reader.found


class _Reader:
    def __init__(self) -> None:
        self.found: list[Drawn] = []
        self.edges = [ctypes.c_float() for _ in range(4)]
        self.colour = [ctypes.c_uint() for _ in range(4)]

    def add(self, thing: Any, matrix: Matrix, depth: int) -> None:
        if len(self.found) >= MOST_OBJECTS:
            return
        sort = pdfium.FPDFPageObj_GetType(thing)
        if sort == pdfium.FPDF_PAGEOBJ_FORM:
            if depth < DEEPEST:
                inner = _times(_matrix(thing), matrix)
                for number in range(max(0, pdfium.FPDFFormObj_CountObjects(thing))):
                    self.add(pdfium.FPDFFormObj_GetObject(thing, number), inner, depth + 1)
            return
        box = self._box(thing, matrix)
        if box is None:
            return
        if sort == pdfium.FPDF_PAGEOBJ_TEXT:
            colour, alpha = self._fill(thing)
            self.found.append(Drawn("text", box, colour, alpha, pdfium.FPDFTextObj_GetTextRenderMode(thing)))
        elif sort == pdfium.FPDF_PAGEOBJ_IMAGE:
            self.found.append(Drawn("image", box))
        elif sort == pdfium.FPDF_PAGEOBJ_PATH:
            self._add_path(thing, box)

    def _add_path(self, path: Any, box: Box) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
        colour, alpha = self._fill(path)
        if _is_drawing(path):
            self.found.append(Drawn("drawing", box, colour, alpha if fill.value else 0))
        else:
            self.found.append(Drawn("fill" if fill.value else "line", box, colour, alpha))

    def _box(self, thing: Any, matrix: Matrix) -> Box | None:
        if not pdfium.FPDFPageObj_GetBounds(thing, *(ctypes.byref(edge) for edge in self.edges)):
            return None
        left, bottom, right, top = (edge.value for edge in self.edges)
        if matrix == STRAIGHT:
            return left, bottom, right, top
        a, b, c, d, e, f = matrix
        corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
        across, down = zip(*corners, strict=True)
        return min(across), min(down), max(across), max(down)

    def _fill(self, thing: Any) -> tuple[tuple[int, int, int], int]:
        if not pdfium.FPDFPageObj_GetFillColor(thing, *(ctypes.byref(part) for part in self.colour)):
            return (0, 0, 0), 255
        red, green, blue, alpha = (part.value for part in self.colour)
        return (red, green, blue), alpha


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
