"""Action plans laid out as PDF tables whose rows break across pages."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from documents.pdf import read
from documents.reading import read_pages
from documents.structure.action_plans import read_actions
from documents.structure.pieces import pieces_of
from documents.structure.understood import ReadAction

Style = tuple[object, ...]
GRID: Style = ("GRID", (0, 0), (-1, -1), 0.5, "black")
HEADER = ("No.", "Action", "By whom", "By when", "RAG", "Measure", "Progress")
WIDTHS = (40, 180, 100, 85, 50, 130, 170)
SENTENCE = (
    "Work with partners to write and agree a plan for every young person who is leaving care so that each has "
    "somewhere to live, a named adviser and help to find work, with the plan looked at each month by the panel and "
    "any that is late told to the director within two days of the date on which it was due to be agreed with them."
)
WORDS = SENTENCE.split()


def told(number: int) -> tuple[str, ...]:
    """An action that no other has the words of."""
    action = " ".join(["Action", str(number), *WORDS[number % 7 : number % 7 + 8 + number * 5 % 30]])
    measure = " ".join(["Measure", str(number), *WORDS[number % 5 : number % 5 + 4 + number * 3 % 16]])
    progress = " ".join(["Progress", str(number), *WORDS[number % 3 : number % 3 + 5 + number * 7 % 36]])
    due, rag = ("Dec 25", "Q2 2026/27")[number % 2], ("Red", "Amber", "Green")[number % 3]
    return str(number), action, f"Officer {number}, Housing", due, rag, measure, progress


def laid_out(path: Path, rows: Sequence[Sequence[str]], styles: Sequence[Style], *, repeated: bool) -> list[ReadAction]:
    text = getSampleStyleSheet()
    cells = [
        [Paragraph(cell if line else f"<b>{cell}</b>", text["BodyText"]) for cell in row]
        for line, row in enumerate(rows)
    ]
    table = Table(
        cells, WIDTHS, style=[("VALIGN", (0, 0), (-1, -1), "TOP"), *styles], repeatRows=int(repeated), splitInRow=1
    )
    title = Paragraph("Objective 1: A home for everyone who leaves care", text["Heading3"])
    SimpleDocTemplate(str(path), pagesize=landscape(A4), leftMargin=40, rightMargin=40).build([title, table])
    return read_actions(pieces_of(read_pages(read(path).pages)), [])


@pytest.mark.parametrize("repeated", [True, False])
@pytest.mark.parametrize("styles", [(GRID,), (GRID, ("VALIGN", (0, 0), (-1, -1), "MIDDLE"))])
def test_rows_that_break_across_pages_are_whole(tmp_path: Path, styles: tuple[Style, ...], repeated: bool) -> None:
    rows = [told(number) for number in range(1, 19)]
    actions = laid_out(tmp_path / "plan.pdf", [HEADER, *rows], styles, repeated=repeated)
    assert [
        (one.number, one.action, one.owner, one.due, one.rag.title(), one.success, one.progress) for one in actions
    ] == rows
    assert {one.objective for one in actions} == {"Objective 1: A home for everyone who leaves care"}
    assert actions[-1].page > 1


def test_owner_over_several_rows_holds_for_each(tmp_path: Path) -> None:
    rows = [told(number) for number in range(1, 4)]
    covered = [rows[0], (*rows[1][:2], "", *rows[1][3:]), rows[2]]
    actions = laid_out(tmp_path / "plan.pdf", [HEADER, *covered], [GRID, ("SPAN", (2, 1), (2, 2))], repeated=True)
    assert [one.owner for one in actions] == ["Officer 1, Housing", "Officer 1, Housing", "Officer 3, Housing"]
