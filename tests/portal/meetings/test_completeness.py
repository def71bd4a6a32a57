from datetime import UTC, date, datetime
from typing import Any

import pytest

from committees.models import Committee, Council, Meeting, Minutes
from portal.decisions.decided import Decided
from portal.meetings.agenda import Agenda, AgendaEntry, AgendaPart
from portal.meetings.completeness import Record, RecordStep, completeness
from portal.meetings.lead import Questions, lead, questions_at
from portal.papers.links import PaperLink
from portal.papers.withheld import Withheld

pytestmark = pytest.mark.django_db  # the council’s closure days

MEETING_DAY = date(2016, 9, 22)
BEFORE, AFTER = date(2016, 9, 12), date(2016, 10, 3)
COUNCIL = Council(name="Islington")


def make_entry(*, papers: int = 0, notices: int = 0, decided: bool = False) -> AgendaEntry:
    return AgendaEntry(
        id=1,
        reference="B1",
        title="School places",
        address="/item/",
        state="listed",
        text="",
        urgency_reason="",
        withheld=None,
        papers=[PaperLink(number, "Report", "Report", "/paper/", "4 pages") for number in range(papers)],
        notices=[Withheld("Appendix", "Exempt", "", "")] * notices,
        decided=[Decided("Agreed.", "/decision/", is_whole=True, is_draft=True)] if decided else [],
        is_quiet=False,
    )


def make_record(*entries: AgendaEntry, today: date, minutes: Minutes | None = None, **told: Any) -> Record:
    next_on, has_agenda = told.pop("next_on", None), told.pop("has_agenda", True)
    published = datetime(2016, 9, 14, 12, tzinfo=UTC) if has_agenda else None
    meeting = Meeting(date=MEETING_DAY, agenda_published_at=published, **told)
    return Record(meeting, Agenda([AgendaPart(None, list(entries))], [], [], []), minutes, has_agenda, today, next_on)


def step(record: Record, name: str) -> RecordStep:
    return next(step for step in completeness(record, COUNCIL) if step.name == name)


def said(record: Record, questions: Questions | None = None) -> str:
    return "; ".join(f"{part.words} {part.day or ''}".strip() for part in lead(record, COUNCIL, questions))


def test_agenda_to_come_is_due_by_its_clear_days() -> None:
    due = step(make_record(today=BEFORE, has_agenda=False), "Agenda")
    assert (due.state, due.words, due.day) == ("due", "Due by", date(2016, 9, 14))


def test_agenda_late_was_due() -> None:
    late = step(make_record(today=date(2016, 9, 15), has_agenda=False), "Agenda")
    assert (late.words, late.day) == ("Was due by", date(2016, 9, 14))


def test_agenda_sent_out_says_when() -> None:
    sent = step(make_record(today=AFTER, despatched_on=date(2016, 9, 13)), "Agenda")
    assert (sent.state, sent.words, sent.day) == ("there", "Sent out", date(2016, 9, 13))


def test_withdrawn_papers_are_told_from_withheld_ones() -> None:
    entry = make_entry(papers=1, notices=1)
    entry.notices.append(Withheld("Report", "Withdrawn", "", "A name.", withdrawn_at=datetime(2016, 9, 20, tzinfo=UTC)))
    assert step(make_record(entry, today=BEFORE), "Papers").more == "1 withheld, 1 withdrawn"


def test_papers_are_counted_with_those_withheld() -> None:
    papers = step(make_record(make_entry(papers=2, notices=1), today=BEFORE), "Papers")
    assert (papers.words, papers.more) == ("2 published", "1 withheld")


def test_decisions_and_minutes_come_after_the_meeting() -> None:
    for name in ("Decisions", "Draft minutes"):
        assert step(make_record(today=BEFORE), name).words == "After the meeting"
        assert step(make_record(today=AFTER), name).words == "Not yet published"
    assert step(make_record(make_entry(decided=True), today=AFTER), "Decisions").words == "On 1 item"


def test_decisions_on_no_item_are_in_the_minutes() -> None:
    record = make_record(today=AFTER, minutes=Minutes(), pk=1, committee=Committee(name="Parks"))
    found = step(record, "Decisions")
    assert (found.state, found.words) == ("there", "In the minutes")
    assert found.address.endswith("/minutes/")


def test_minutes_are_confirmed_at_the_next_meeting() -> None:
    waiting = step(make_record(today=AFTER, next_on=date(2016, 10, 20)), "Confirmed minutes")
    assert (waiting.state, waiting.day) == ("due", date(2016, 10, 20))
    passed = step(make_record(today=date(2016, 11, 1), next_on=date(2016, 10, 20)), "Confirmed minutes")
    assert passed.state == "missing"


def test_recording_leads_to_it() -> None:
    assert step(make_record(today=AFTER, recording="https://watch.example/1"), "Recording").state == "there"
    assert step(make_record(today=AFTER), "Recording").words == "None"


def test_questions_close_when_the_agenda_says_or_else_by_the_councils_rule() -> None:
    printed = Meeting(date=MEETING_DAY, questions_by=date(2016, 9, 15))
    assert questions_at(printed, COUNCIL, BEFORE) == Questions(date(2016, 9, 15), are_open=True)
    reckoned = questions_at(Meeting(date=MEETING_DAY), COUNCIL, BEFORE)
    assert reckoned == Questions(date(2016, 9, 16), are_open=True, clear_days=3)


def test_questions_are_not_asked_of_a_meeting_past_or_cancelled() -> None:
    assert questions_at(Meeting(date=MEETING_DAY), COUNCIL, AFTER) is None
    assert questions_at(Meeting(date=MEETING_DAY, state="cancelled"), COUNCIL, BEFORE) is None


def test_lead_says_what_to_know_first() -> None:
    closing = Questions(date(2016, 9, 16), are_open=True)
    assert said(make_record(today=BEFORE), closing) == "Agenda published; questions close 2016-09-16"
    assert said(make_record(today=BEFORE, has_agenda=False)) == "Agenda to be published by 2016-09-14"
    assert said(make_record(today=AFTER)) == "Held; minutes not yet published"
    assert said(make_record(today=AFTER, minutes=Minutes())) == "Held; draft minutes published"
    confirmed = Minutes(confirmed_on=date(2016, 10, 20))
    assert said(make_record(today=AFTER, minutes=confirmed)) == "Held; minutes confirmed 2016-10-20"


def test_lead_of_a_cancelled_meeting_is_that() -> None:
    assert said(make_record(today=BEFORE, state="cancelled"), None) == "Cancelled"


def test_agenda_that_is_still_to_be_sent_out_is_not_said_to_be() -> None:
    agenda = step(make_record(today=BEFORE, despatched_on=date(2016, 9, 14)), "Agenda")

    assert agenda.words == "Published"
