import csv
from datetime import date
from io import StringIO

import pytest

from portal.files.spreadsheets import cell_of, csv_answer


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_cell_that_a_spreadsheet_would_run_is_made_text(start: str) -> None:
    assert cell_of(f'{start}HYPERLINK("x")') == f'\'{start}HYPERLINK("x")'


def test_cell_of_plain_words_is_left_alone() -> None:
    assert cell_of("That A = B be noted") == "That A = B be noted"


def test_cell_of_a_date_and_of_nothing() -> None:
    assert (cell_of(date(2026, 11, 2)), cell_of(None)) == ("2026-11-02", "")


def test_csv_opens_with_a_byte_order_mark_and_keeps_paragraphs() -> None:
    response = csv_answer("things", ["Name", "Words"], [["Café", "One\n\nTwo, three"]])
    assert response.content.startswith(b"\xef\xbb\xbf")
    assert response["Content-Disposition"] == 'attachment; filename="things.csv"'
    rows = list(csv.reader(StringIO(response.content.decode("utf-8-sig"), newline="")))
    assert rows == [["Name", "Words"], ["Café", "One\n\nTwo, three"]]
