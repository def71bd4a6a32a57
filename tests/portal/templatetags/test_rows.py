from dataclasses import replace

from django.template import engines

from portal.decisions.decided import Decided
from portal.meetings.agenda import AgendaEntry
from portal.papers.links import PaperLink
from portal.templatetags.rows import drawing, paper_row

PAPER = PaperLink(5, "Report: Bins & bags", "Bins & bags", "/papers/5/bins/", "PDF, 3 pages", "PDF", "/file.pdf", 9)
ENTRY = AgendaEntry(
    id=3,
    reference="B1",
    title="Bins & bags",
    address="/items/3/",
    state="listed",
    text="",
    urgency_reason="",
    withheld=None,
    papers=[],
    notices=[],
    decided=[Decided("<b>Agreed</b>", "/decisions/1/", is_whole=False, is_draft=True)],
    is_quiet=False,
)


def test_icon_is_put_into_the_template_as_it_is_read() -> None:
    drawn = engines["django"].from_string('{% load rows %}{% icon "paper" %}').render()
    assert drawn == drawing("paper")
    assert 'aria-hidden="true"' in drawn


def test_paper_is_named_with_its_file_and_escaped() -> None:
    row = paper_row(PAPER)
    assert '<a class="govuk-link paper__name" href="/papers/5/bins/"' in row
    assert ">Report: Bins &amp; bags</a>" in row
    assert 'href="/file.pdf"' in row
    assert "Bins &amp; bags (</span>PDF, 3 pages" in row


def test_paper_without_a_file_has_its_pages_told() -> None:
    row = paper_row(replace(PAPER, file_address="", facts="3 pages"), name="As printed")
    assert '<span class="paper__pages">3 pages</span>' in row
    assert ">As printed</a>" in row


def test_paper_says_what_it_belongs_to() -> None:
    row = paper_row(PAPER, under="<Cabinet>", under_address="/meetings/1/")
    assert 'href="/meetings/1/">&lt;Cabinet&gt;</a>' in row


def test_decision_is_quoted_escaped_with_its_standing() -> None:
    said = decided_on(ENTRY)
    assert "&lt;b&gt;Agreed&lt;/b&gt;" in said
    assert "(draft minutes)" in said
    assert 'href="/decisions/1/">Read the whole decision<' in said
