"""Finds the lines drawn on a page: the borders of its tables."""

import ctypes
from typing import Any

from documents.pdf_worker.library import pdfium

Box = tuple[float, float, float, float]
# Points: what is thinner than this, and longer, is a rule and not a shape.
THICKEST = 3.0
SHORTEST = 4.0
# A page with more drawn on it is a plan or a chart; looking through it would take long and find no table.
MOST_OBJECTS = 20_000
MOST_RULES = 3_000


def rules_of(page: Any) -> list[Box]:
    """The level and upright rules as (left, top, right, bottom) in the file's own measures, where top > bottom."""
    count = pdfium.FPDFPage_CountObjects(page)
    if not 0 < count <= MOST_OBJECTS:
        return []
    rules = [box for number in range(count) if (box := _box(pdfium.FPDFPage_GetObject(page, number)))]
    return rules if len(rules) <= MOST_RULES else []


def _box(drawn: Any) -> Box | None:
    """Where a drawn object lies, if it is a rule."""
    if not drawn or pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_PATH:
        return None
    left, bottom, right, top = edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(drawn, *(ctypes.byref(edge) for edge in edges)):
        return None
    thickness, length = sorted((right.value - left.value, top.value - bottom.value))
    return (left.value, top.value, right.value, bottom.value) if thickness < THICKEST and length > SHORTEST else None


def uprights(rules: list[Box]) -> list[Box]:
    return [rule for rule in rules if rule[2] - rule[0] < rule[1] - rule[3]]
