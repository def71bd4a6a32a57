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
    edges = [ctypes.c_float() for _ in range(4)]
    places = [ctypes.byref(edge) for edge in edges]
    rules = [box for number in range(count) if (box := _box(pdfium.FPDFPage_GetObject(page, number), edges, places))]
    return rules if len(rules) <= MOST_RULES else []


def _box(drawn: Any, edges: list[ctypes.c_float], places: list[Any]) -> Box | None:
    """Where a drawn object lies, if it is a rule; the library writes that to `edges`, which are at these `places`."""
    if not drawn or pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_PATH:
        return None
    if not pdfium.FPDFPageObj_GetBounds(drawn, *places):
        return None
    left, bottom, right, top = (edge.value for edge in edges)
    thickness, length = sorted((right - left, top - bottom))
    return (left, top, right, bottom) if thickness < THICKEST and length > SHORTEST else None


def uprights(rules: list[Box]) -> list[Box]:
    return [rule for rule in rules if rule[2] - rule[0] < rule[1] - rule[3]]
