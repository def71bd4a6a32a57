from dataclasses import replace
from datetime import date

from django.template import engines

from committees.models import Decision, Membership, Person, Ward
from portal.decisions.rows import DecisionRow
from portal.meetings.attendance import Attendee
from portal.meetings.completeness import RecordStep
from portal.papers.links import PaperLink
from portal.papers.written import Line
from portal.templatetags.rows import attendee_rows, drawing, paper_row, record_steps, register_row, seat_row

PAPER = PaperLink(5, "Report: Bins & bags", "Bins & bags", "/papers/5/bins/", "PDF, 3 pages", "PDF", "/file.pdf", 9)


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


def test_attendee_is_told_with_the_note_and_a_link_where_there_is_one() -> None:
    rows = attendee_rows([Attendee("Cllr <A>", "/people/1/a/", "remotely"), Attendee("B", "", "")])
    assert (
        '<li><a class="govuk-link" href="/people/1/a/">Cllr &lt;A&gt;</a> <span class="quiet">(remotely)</span>' in rows
    )
    assert rows.endswith("<li>B</li>")


def test_step_of_a_record_has_its_icon_and_says_its_name_within_the_link() -> None:
    row = record_steps([RecordStep("Agenda", "there", "Sent out", date(2026, 5, 4), address="#agenda")])
    assert f"{drawing('there')}Agenda</span>" in row
    assert 'href="#agenda">Sent out <time datetime="2026-05-04">4 May 2026</time><span' in row
    assert "strip__step--there" in row


def test_decision_in_the_register_says_whose_it_is_and_what_it_concerns() -> None:
    decision = Decision(pk=4, title="Bins & bags", kind=Decision.Kind.OFFICER, date=date(2026, 5, 4), key=True)
    row = register_row(
        DecisionRow(decision, "", None, None, [Ward(name="Hill")], [Line("(a)", "To buy <bins>.")], None)
    )
    assert "· Officer decision</p>" in row
    assert ">Bins &amp; bags</a>" in row
    assert "(a) To buy &lt;bins&gt;.</p>" in row
    assert '<span class="tag">Key decision</span><span>Hill</span>' in row


def test_seat_says_role_ward_and_that_it_does_not_vote() -> None:
    person = Person(pk=1, name="A Hill", ward=Ward(name="Hill"))
    seat = Membership(person=person, role=Membership.Role.CHAIR, voting=False)
    row = seat_row(seat)
    assert '<span class="tag person__role">Chair</span>' in row
    assert '<span class="person__facts">Hill ward · does not vote</span>' in row
    assert "person__role" not in seat_row(seat, plain=True)


def test_vacant_seat_says_whose_it_is() -> None:
    assert ">Vacancy<" in (row := seat_row(Membership(representing="Diocese")))
    assert '<span class="person__facts">Diocese</span>' in row
