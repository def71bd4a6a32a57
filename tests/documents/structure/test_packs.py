import datetime

from documents.structure.packs import PackPaper, UnderstoodPack, on_pages, understand_text_pack
from documents.structure.sources import pages_of_text
from documents.structure.understood import (
    PaperWarning,
    ProgrammeMeeting,
    ReadAction,
    ReadParagraph,
    ReadReport,
    ReadSection,
    Understood,
)

PACK = """## AGENDA FOR THE PARKS SCRUTINY COMMITTEE

Members of the Parks Scrutiny Committee are summoned to a meeting on 3 May 2023 at 7 pm.

**Quorum is 3 Councillors**

1. Apologies for absence
2. Declarations of interest
3. Minutes of the previous meeting
4. Public questions
5. Urgent items

This page is intentionally left blank

# Agenda Item 3

Parks Scrutiny Committee - 1 March 2023

Minutes of the meeting of the Parks Scrutiny Committee held at the Town Hall on 1 March 2023 at 7.00 pm.

**Present:** Councillors Ash (Chair), Birch and Cole

**12 APOLOGIES FOR ABSENCE (ITEM NO. A1)**

None.

**13 MINUTES OF THE PREVIOUS MEETING (ITEM NO. A2)**

**RESOLVED:**

That the minutes of the meeting held on 1 February 2023 be confirmed.

MEETING CLOSED AT 8.10 pm

**Report of: Director of Parks**

| Meeting of: | Date | Ward(s) |
| Parks Scrutiny Committee | 3 May 2023 | All |

## SUBJECT: Tree planting

### 1. Synopsis

- 1.1 Trees were planted.

## Parks Scrutiny Committee

3 May 2023

### Member Questions

Anyone may ask.
"""


def pack() -> UnderstoodPack:
    found = understand_text_pack(pages_of_text(PACK))
    assert found is not None
    return found


def test_text_of_a_pack_is_cut_where_its_papers_begin() -> None:
    assert [paper.understood.kind for paper in pack().papers] == ["minutes", "report", "other"]


def test_papers_of_a_text_pack_are_named_by_their_subject_or_heading() -> None:
    assert [paper.title for paper in pack().papers[1:]] == ["Tree planting", "Member Questions"]


def test_parts_of_all_papers_are_given_together() -> None:
    together = pack().together

    assert together.kind == "other"
    assert together.minutes is not None
    assert together.minutes.date == datetime.date(2023, 3, 1)
    assert together.report is not None
    assert together.report.subject == "Tree planting"


def test_json_of_a_pack_is_that_of_one_paper_with_its_papers_besides() -> None:
    content = pack().to_json()

    assert set(content) == {*Understood().to_json(), "papers"}
    assert [paper["report"] and paper["report"]["subject"] for paper in content["papers"]] == [
        None,
        "Tree planting",
        None,
    ]


def test_single_report_as_text_is_no_pack() -> None:
    assert understand_text_pack(pages_of_text("Report of: Director of Parks\n\nDate: 3 May 2023\n\n1.1 Trees.")) is None


def test_pages_of_what_was_understood_are_counted_from_the_file_s_beginning() -> None:
    report = ReadReport(sections=[ReadSection("Synopsis", "1", 1, [ReadParagraph("1.1", "Trees.", 2)])])
    understood = Understood(report=report, actions=[ReadAction("Plant", page=3)], warnings=[PaperWarning(None, "So.")])

    moved = on_pages(understood, 10)

    assert moved.report.sections[0].page == 11
    assert moved.report.sections[0].paragraphs[0].page == 12
    assert moved.actions[0].page == 13
    assert moved.warnings[0].page is None


def test_programme_of_a_pack_is_that_of_its_work_programme_alone() -> None:
    planned = Understood(kind="work_programme", programme=[ProgrammeMeeting(None, ["Budget"])])
    mentioned = Understood(kind="report", programme=[ProgrammeMeeting(None, ["Trees"])])
    papers = [PackPaper("A", 1, 2, mentioned), PackPaper("B", 3, 4, planned)]

    assert [meeting.items for meeting in UnderstoodPack(papers).together.programme] == [["Budget"]]
