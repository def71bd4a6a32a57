"""Registers as CSV, for spreadsheets: UTF-8 with a byte order mark, and no cell that one would run as a formula."""

import csv
from collections.abc import Iterable, Sequence

from django.http import HttpResponse, HttpResponseBadRequest

BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets take UTF-8 for something else
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_answer(name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """A file called `name`.csv; a cell is text, a number, a date (as 2026-11-22), or None for an empty one."""
    response = HttpResponse(BYTE_ORDER_MARK, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    writer = csv.writer(response)
    writer.writerow(columns)
    writer.writerows([cell_of(value) for value in row] for row in rows)
    return response


def csv_refused(reasons: Iterable[str]) -> HttpResponse:
    """In plain words, one a line: a file of more rows than were meant would not show that it is."""
    return HttpResponseBadRequest("\n".join(reasons), content_type="text/plain; charset=utf-8")


def cell_of(value: object) -> str:
    """The value as text; an apostrophe stands before what a spreadsheet would take for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_STARTS) else text
