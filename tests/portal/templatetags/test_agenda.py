from dataclasses import replace

from portal.decisions.decided import Decided
from portal.meetings.agenda import AgendaEntry
from portal.meetings.to_follow import Promise
from portal.papers.links import PaperLink
from portal.papers.withheld import Withheld
from portal.templatetags.agenda import agenda_items, decided_on

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
    decided=[],
    is_quiet=False,
)
DECIDED = Decided("<b>Agreed</b>", "/decisions/1/", is_whole=False, is_draft=True)


def test_item_is_a_heading_with_its_label_and_can_be_linked_to() -> None:
    row = agenda_items([ENTRY], "h4")
    assert '<li class="agenda__item" id="item-3">' in row
    assert '<span class="agenda__label">B1</span>' in row
    assert '<h4 class="agenda__title"><a class="govuk-link govuk-link--no-visited-state" href="/items/3/">' in row
    assert "Bins &amp; bags</a></h4>" in row
    assert "agenda__under" not in row


def test_item_has_its_papers_notices_and_promises_below_it() -> None:
    paper = PaperLink(5, "Report: Bins", "Bins", "/papers/5/bins/", "PDF, 3 pages")
    notice = Withheld("Prices <3>", "Exempt", "Not for publication.", "")
    row = agenda_items([replace(ENTRY, papers=[paper], notices=[notice], to_follow=[Promise("Costs", None)])], "h3")
    under = row.partition('<div class="agenda__under">')[2]
    assert under.index("/papers/5/bins/") < under.index("Prices &lt;3&gt;") < under.index("To follow")


def test_item_that_is_withheld_or_urgent_says_so() -> None:
    row = agenda_items([replace(ENTRY, urgency_reason="A deadline & no more")], "h3")
    assert "A deadline &amp; no more" in row


def test_text_of_an_item_is_escaped_and_folds_where_it_is_long() -> None:
    assert "<p>One &lt;b&gt;</p>" in agenda_items([replace(ENTRY, text="One <b>")], "h3")
    assert "<details" not in agenda_items([replace(ENTRY, text="One <b>")], "h3")
    assert "Read the note on this item" in agenda_items([replace(ENTRY, text="One " * 100)], "h3")


def test_decision_is_quoted_escaped_with_its_standing() -> None:
    said = decided_on(replace(ENTRY, decided=[DECIDED]))
    assert "&lt;b&gt;Agreed&lt;/b&gt;" in said
    assert "(draft minutes)" in said
    assert 'href="/decisions/1/">Read the whole decision<' in said
