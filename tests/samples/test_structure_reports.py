"""What is understood of real reports: nothing missing, nothing cut short."""

import datetime
import re
from pathlib import Path

import pytest

from documents.structure.packs import UnderstoodPack, understand_file
from documents.structure.understood import ReadReport, Understood

RESPONSE = "report-response-making-children-visible-2024-04-18"
ANNUAL = "report-iscp-annual-report-2023-10-31"
PACK = "pack-cssc-2016-09-22"


def understood(samples: Path, name: str) -> Understood:
    found = understand_file(samples / name)
    assert isinstance(found, Understood)
    return found


def report_in(samples: Path, name: str) -> ReadReport:
    report = understood(samples, name).report
    assert report is not None
    return report


def pack(samples: Path, ending: str) -> UnderstoodPack:
    found = understand_file(samples / "islington" / f"{PACK}.{ending}")
    assert isinstance(found, UnderstoodPack)
    return found


def numbered(report: ReadReport) -> dict[str, str]:
    """The numbered paragraphs, their words alone."""
    return {
        paragraph.label: re.sub(r"\W+", " ", paragraph.text).strip().lower()
        for section in report.sections
        for paragraph in section.paragraphs
        if "." in paragraph.label
    }


@pytest.mark.parametrize("ending", ["pdf", "txt"])
def test_response_is_read_whole(samples: Path, ending: str) -> None:
    found = understood(samples, f"islington/{RESPONSE}.{ending}")
    report = found.report

    assert found.kind == "response"
    assert report is not None
    assert (report.report_of, report.meeting_of, report.date, report.wards) == (
        "Executive Member for Children, Young People and Families",
        "Executive",
        datetime.date(2024, 4, 18),
        ["All"],
    )
    assert [implication.kind for implication in report.implications] == [
        "financial",
        "legal",
        "environmental",
        "equalities",
    ]
    assert report.clearance.signed_by == "Cllr Michelline Safi-Ngongo"
    assert [author.role for author in report.clearance.authors] == [
        "report",
        "financial implications",
        "legal implications",
    ]
    assert list(numbered(report)) == [
        "1.1",
        *(f"2.{number}" for number in range(1, 4)),
        *(f"3.{number}" for number in range(1, 5)),
        *(f"4.{number}" for number in range(1, 24)),
        *(f"5.{number}" for number in range(1, 9)),
        "6.1",
    ]


@pytest.mark.parametrize("name", [RESPONSE, ANNUAL])
def test_numbered_paragraphs_of_a_pdf_have_the_words_of_the_text(samples: Path, name: str) -> None:
    of_pdf = numbered(report_in(samples, f"islington/{name}.pdf"))
    of_text = numbered(report_in(samples, f"islington/{name}.txt"))

    assert list(of_pdf) == list(of_text)
    assert [label for label, words in of_text.items() if not of_pdf[label].startswith(words)] == []


def test_numbered_paragraphs_of_the_pack_have_the_words_of_the_text(samples: Path) -> None:
    of_pdf = {paper.title: paper.understood.report for paper in pack(samples, "pdf").papers if paper.understood.report}
    of_text = [paper.understood.report for paper in pack(samples, "txt").papers if paper.understood.report]

    assert len(of_pdf) == len(of_text) == 3
    for one, other in zip(of_pdf.values(), of_text, strict=True):
        assert numbered(one) == numbered(other)


def test_pack_shows_every_paper_and_all_parts_together(samples: Path) -> None:
    found = pack(samples, "pdf")

    assert [(paper.understood.kind, paper.first_page, paper.last_page) for paper in found.papers] == [
        ("minutes", 5, 8),
        ("report", 9, 22),
        ("report_back", 23, 30),
        ("report", 31, 54),
        ("other", 55, 56),
        ("work_programme", 57, 58),
    ]
    together = found.together
    assert together.minutes is not None
    assert len(together.minutes.entries) == 11
    assert len(together.progress) == 10
    assert len(together.actions) == 50
    assert together.review is not None
    assert len(together.programme) == 9


def test_pages_of_a_pack_are_those_of_its_file(samples: Path) -> None:
    paper = pack(samples, "pdf").papers[2]
    report = paper.understood.report

    assert report is not None
    assert {section.page for section in report.sections} <= set(range(23, 31))


def test_agenda_item_page_is_minutes_without_a_meeting(samples: Path) -> None:
    found = understood(samples, "islington/agenda-item-executive-member-annual-presentation-2017.txt")

    assert found.kind == "minutes"
    assert found.minutes is not None
    assert (found.minutes.committee, found.minutes.date) == ("", None)
    assert len(found.minutes.entries) == 1


def test_report_without_numbers_of_sections_is_read(samples: Path) -> None:
    report = report_in(samples, "moderngov-html/report-zebra-crossing.pdf")

    assert report.meeting_of == "Kingston and North Kingston Neighbourhood Committee"
    assert report.subject == "Coombe Lane West Zebra Crossing - Local Consultation Results"
    assert report.background_papers == ["Consultation response papers"]
    labels = [paragraph.label for section in report.sections for paragraph in section.paragraphs if paragraph.label]
    assert labels == ["1", "2", *map(str, range(1, 16))]


def test_county_s_reports_are_read_from_its_pack(samples: Path) -> None:
    found = understand_file(samples / "kent" / "pack-cabinet-2025-03-04.pdf")

    assert isinstance(found, UnderstoodPack)
    reports = [paper.understood.report for paper in found.papers if paper.understood.report]
    told = [report for report in reports if report.report_of]
    assert [(report.meeting_of, report.date) for report in told] == [("Cabinet", datetime.date(2025, 3, 4))] * 3
    assert told[2].subject.endswith("Seashells and Millmead Family Hubs")
