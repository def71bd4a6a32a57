"""What is kept of a paper once it is read: its structure, anchors that last, and what it asks of its meeting."""

import pytest

from documents.actions.understanding import understand_version
from documents.models import Document, DocumentVersion, Page, Paragraph, Recommendation, Report
from tests.builders import make_decision, make_item
from tests.documents.actions.texts import REPORT, corrected, paper_of, version_of, write_pages

pytestmark = pytest.mark.django_db


def test_report_keeps_who_it_is_from_and_its_subject() -> None:
    paper = paper_of(REPORT)

    understand_version(version_of(paper))

    report = Report.objects.public().get(document=paper)
    assert report.report_of == "Director of Place"
    assert report.subject == "Quiet Streets Scrutiny Review: Final Report"


def test_numbered_paragraphs_are_kept_with_their_anchors() -> None:
    paper = paper_of(REPORT)

    understand_version(version_of(paper))

    paragraph = Paragraph.objects.public().get(label="3.1")
    assert (paragraph.anchor, paragraph.text) == ("p3.1", "Through traffic has doubled in six years.")


def test_structure_of_a_paper_that_is_not_public_is_not_public() -> None:
    paper = paper_of(REPORT, published_at=None)

    understand_version(version_of(paper))

    assert not Report.objects.public().exists()
    assert not Paragraph.objects.public().exists()
    assert not Recommendation.objects.public().exists()


def test_reading_again_writes_nothing_twice() -> None:
    paper = paper_of(REPORT)

    for _ in range(2):
        understand_version(version_of(paper))

    assert Paragraph.objects.filter(label="3.1").count() == 1
    assert Recommendation.objects.count() == 1


def test_corrected_paper_keeps_the_anchor_of_a_paragraph_that_was_renumbered() -> None:
    paper = paper_of(REPORT)
    understand_version(version_of(paper))

    version = corrected(paper, REPORT.replace("    3.1 Through", "    3.1 A new paragraph.\n\n    3.2 Through"))
    understand_version(version)

    anchors = {row.text: row.anchor for row in Paragraph.objects.filter(version=version)}
    assert anchors["Through traffic has doubled in six years."] == "p3.1"
    assert anchors["A new paragraph."] not in ("p3.1", "p3.2")


def test_anchors_on_the_page_are_those_that_are_kept() -> None:
    paper = paper_of(REPORT)
    understand_version(version_of(paper))
    version = version_of(paper)

    write_pages(version, REPORT.replace("3.1 Through", "3.7 Through"))
    understand_version(version)

    blocks = [block for page in Page.objects.filter(version=version) for block in page.blocks]
    assert "p3.1" in {block.get("anchor") for block in blocks if block["text"].startswith("Through")}


def test_what_a_report_asks_its_meeting_is_a_recommendation_to_the_meeting() -> None:
    item = make_item()
    paper = paper_of(REPORT, item=item)

    understand_version(version_of(paper))

    asked = Recommendation.objects.public().to_meeting().get()
    assert (asked.label, asked.item) == ("2.1", item)
    assert asked.text.startswith("To agree the report")


def test_what_was_asked_is_answered_by_the_one_decision_on_the_item() -> None:
    item = make_item()
    decision = make_decision(item=item)
    paper = paper_of(REPORT, item=item)

    understand_version(version_of(paper))

    assert Recommendation.objects.get().decision == decision


def test_recommendation_that_was_decided_stays_when_a_later_reading_misses_it() -> None:
    item = make_item()
    make_decision(item=item)
    paper = paper_of(REPORT, item=item)
    understand_version(version_of(paper))

    write_pages(version_of(paper), "Report of: Director of Place\n\nSubject: Streets\n\n1 Background\n\n1.1 Words.")
    understand_version(version_of(paper))

    assert Recommendation.objects.count() == 1


def waiting_correction(paper: Document, text: str) -> DocumentVersion:
    """A later version that is not in force: that of a corrected pack which is not published."""
    in_force = paper.current_version
    version = corrected(paper, text)
    paper.current_version = in_force
    paper.save()
    version.document.refresh_from_db()
    return version


def test_correction_that_waits_alters_nothing_that_the_paper_asks_in_public() -> None:
    paper = paper_of(REPORT)
    understand_version(version_of(paper))
    asked = Recommendation.objects.to_meeting().values_list("text", flat=True)
    before = list(asked.all())

    understand_version(waiting_correction(paper, REPORT.replace("agree", "secretly agree")))

    assert before
    assert list(asked.all()) == before


def test_older_version_that_is_read_again_alters_nothing_that_the_paper_asks() -> None:
    paper = paper_of(REPORT)
    first = version_of(paper)
    understand_version(corrected(paper, REPORT.replace("agree", "warmly agree")))
    asked = Recommendation.objects.to_meeting().values_list("text", flat=True)
    before = list(asked.all())
    first.document.refresh_from_db()

    understand_version(first)

    assert any("warmly" in text for text in before)
    assert list(asked.all()) == before
