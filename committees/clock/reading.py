"""The clock of meetings and decisions as the database has them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time

from django.utils import timezone

from committees.clock.deadlines import (
    Deadline,
    DecisionFacts,
    MeetingFacts,
    NoticeFacts,
    decision_deadlines,
    meeting_deadlines,
    notice_deadlines,
    questions,
)
from committees.clock.rules import Rules, rules_of
from committees.models import (
    Access,
    AgendaItem,
    Committee,
    Council,
    Decision,
    Duty,
    DutyRecord,
    ExecutiveNotice,
    Meeting,
    Minutes,
)


def meeting_clock(meeting: Meeting, *, council: Council | None = None, now: datetime | None = None) -> list[Deadline]:
    return meeting_clocks([meeting], council=council, now=now)[meeting.pk]


def meeting_clocks(
    meetings: Iterable[Meeting], *, council: Council | None = None, now: datetime | None = None
) -> dict[int, list[Deadline]]:
    """The deadlines of each meeting by its id, in the order of their days; in seven queries, however many there are.

    Meetings should come with their committee.
    """
    rows, now = list(meetings), now or timezone.now()
    rules = rules_of(council or Council.objects.current())
    ids = [meeting.pk for meeting in rows]
    recorded = _recorded(ids)
    private = set(_private_items(ids))
    key = set(Decision.objects.filter(meeting__in=ids, key=True, withdrawn_at=None).values_list("meeting", flat=True))
    noticed = _noticed(ids)
    minutes = dict(Minutes.objects.filter(meeting__in=ids, withdrawn_at=None).values_list("meeting", "published_at"))
    return {
        meeting.pk: list(
            meeting_deadlines(
                replace(
                    _facts(meeting, recorded[meeting.pk], meeting.pk in private, minutes.get(meeting.pk)),
                    has_key_decision=meeting.pk in key,
                    noticed=noticed[meeting.pk],
                ),
                rules,
                now,
            )
        )
        for meeting in rows
    }


def decision_clock(decision: Decision, *, rules: Rules | None = None, now: datetime | None = None) -> list[Deadline]:
    """Of a decision taken outside a meeting; one that is minuted has those of its meeting, and its call-in."""
    rules = rules or rules_of(Council.objects.current())
    return decision_clocks([decision], rules=rules, now=now or timezone.now())[decision.pk]


def decision_clocks(decisions: Iterable[Decision], *, rules: Rules, now: datetime) -> dict[int, list[Deadline]]:
    """Of each decision by its id; in two queries, however many there are."""
    rows = list(decisions)
    records = DutyRecord.objects.filter(decision__in=rows, duty=Duty.KEY_NOTICE).newest_first()
    given: dict[int | None, datetime] = {}
    for pk, done_at in records.values_list("decision", "done_at"):
        given.setdefault(pk, done_at)
    noticed = ExecutiveNotice.objects.filter(decision__in=rows, given_on__isnull=False)
    for pk, day in noticed.values_list("decision", "given_on"):
        if day is not None:
            given.setdefault(pk, _noon(day))
    return {row.pk: list(decision_deadlines(_facts_of_decision(row, given.get(row.pk)), rules, now)) for row in rows}


def _facts_of_decision(decision: Decision, key_notice_given_at: datetime | None) -> DecisionFacts:
    return DecisionFacts(
        day=decision.date,
        is_key=decision.key and decision.meeting_id is None,
        notified_on=decision.notified_on,
        call_in_ends_on=decision.call_in_ends_on,
        key_notice_given_at=key_notice_given_at,
    )


def notice_clock(notice: ExecutiveNotice, *, rules: Rules, now: datetime) -> list[Deadline]:
    """The notice, or what takes its place, of one matter of the executive."""
    given, second = (_noon(day) if day else None for day in (notice.given_on, notice.second_given_on))
    facts = NoticeFacts(notice.day, notice.kind, notice.route, given, second)
    return list(notice_deadlines(facts, rules, now))


def _noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))


def _noticed(meetings: list[int]) -> dict[int, set[str]]:
    """The kinds of which each meeting's matters have notices of their own."""
    found: dict[int, set[str]] = defaultdict(set)
    for meeting, kind in ExecutiveNotice.objects.filter(meeting__in=meetings).values_list("meeting", "kind"):
        if meeting is not None:
            found[meeting].add(kind)
    return found


def question_deadline(meeting: Meeting, council: Council, now: datetime | None = None) -> Deadline:
    """The last day for questions, with its working: for the public page. One query, for the council's closures."""
    return questions(_facts(meeting, {}, False, None), rules_of(council), now or timezone.now())


def late_for(meeting: Meeting, at: datetime) -> Deadline | None:
    """The deadline that publishing the agenda or a paper `at` that moment would miss; None where it is in time.

    What is published once the day of the meeting is over is an archive, and a meeting that is off has no deadline.
    """
    day = timezone.localdate(at)
    if day > meeting.date or not _is_on(meeting):
        return None
    rules = rules_of(Council.objects.current())
    facts = MeetingFacts(day=meeting.date)
    found = next(one for one in meeting_deadlines(facts, rules, at) if one.kind == "agenda")
    return found if day > found.day else None


def _facts(
    meeting: Meeting, recorded: dict[str, datetime], private: bool, minutes_published_at: datetime | None
) -> MeetingFacts:
    return MeetingFacts(
        day=meeting.date,
        is_on=_is_on(meeting),
        is_executive=meeting.committee.kind == Committee.Kind.EXECUTIVE,
        has_private_business=private,
        agenda_published_at=meeting.agenda_published_at,
        minutes_published_at=minutes_published_at,
        attendance_published_at=meeting.attendance_published_at,
        questions_by=meeting.questions_by,
        recorded=recorded,
    )


def _is_on(meeting: Meeting) -> bool:
    return meeting.state not in (Meeting.State.CANCELLED, Meeting.State.POSTPONED)


def _private_items(meetings: list[int]) -> Iterable[int]:
    withheld = AgendaItem.objects.filter(meeting__in=meetings).exclude(access=Access.OPEN).order_by()
    return withheld.values_list("meeting", flat=True).distinct()


def _recorded(meetings: list[int]) -> dict[int, dict[str, datetime]]:
    """When each duty of each meeting was done, by the newest record of it."""
    found: dict[int, dict[str, datetime]] = defaultdict(dict)
    rows = DutyRecord.objects.filter(meeting__in=meetings).newest_first()
    for meeting, duty, done_at in rows.values_list("meeting", "duty", "done_at"):
        if meeting is not None:
            found[meeting].setdefault(duty, done_at)
    return found
