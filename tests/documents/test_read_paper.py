"""Reading a paper from the command line."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from reportlab.pdfgen.canvas import Canvas

KEYS = {
    "kind",
    "report",
    "minutes",
    "responses",
    "progress",
    "actions",
    "review",
    "programme",
    "warnings",
}
REPORT = """Report of: Director of Parks

Meeting of: Open Spaces Committee

Date: 4 May 2023

Subject: Allotment rents

1. Recommendations

1.1 That the rents be frozen.
"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.txt"
    path.write_text(REPORT)
    return path


def write_pdf(path: Path, *pages: list[str]) -> Path:
    """A PDF whose pages have these lines."""
    canvas = Canvas(str(path), invariant=True)
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.drawString(72, 760 - 24 * number, line)
        canvas.showPage()
    canvas.save()
    return path


def run(*arguments: str | Path) -> str:
    out = StringIO()
    call_command("read_paper", *map(str, arguments), stdout=out, stderr=StringIO())
    return out.getvalue()


def test_json_has_every_part_and_nothing_else(paper: Path) -> None:
    content = json.loads(run(paper, "--json"))

    assert set(content) == KEYS
    assert content["kind"] == "report"
    assert content["report"]["date"] == "2023-05-04"
    assert [one["text"] for one in content["report"]["recommendations"]] == ["That the rents be frozen."]


def test_summary_is_for_people(paper: Path) -> None:
    summary = run(paper)

    assert "Kind: report" in summary
    assert "Subject: Allotment rents" in summary


def test_unreadable_file_ends_with_one_line_and_a_failure(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and no more")
    errors = StringIO()

    with pytest.raises(SystemExit) as ended:
        call_command("read_paper", str(broken), "--json", stdout=StringIO(), stderr=errors)

    assert ended.value.code == 1
    assert len(errors.getvalue().strip().split("\n")) == 1


def test_pages_of_a_pdf_are_read_as_one_paper(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "pack.pdf", ["Not read"], REPORT.replace("\n\n", "\n").strip().split("\n"))

    content = json.loads(run(path, "--json", "--pages", "2"))

    assert content["report"]["subject"] == "Allotment rents"
    assert {section["page"] for section in content["report"]["sections"]} == {2}


def test_pages_beyond_the_end_are_refused(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "short.pdf", ["One page"])
    errors = StringIO()

    with pytest.raises(SystemExit):
        call_command("read_paper", str(path), "--pages", "2-3", stdout=StringIO(), stderr=errors)

    assert "there is no page 3" in errors.getvalue()


def test_range_that_is_none_is_refused(paper: Path) -> None:
    with pytest.raises(CommandError, match="no range of pages"):
        run(paper, "--pages", "9-2")
