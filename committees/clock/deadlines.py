"""The deadlines of a meeting, a decision or a scrutiny review. Pure: facts and rules in, deadlines out."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum

from django.utils import timezone
from django.utils.formats import date_format

from committees.clock.rules import Rules
from committees.notice import Reckoning, months_after


class State(Enum):
    """Where a deadline stands. `PASSED`: a day that only closes something, or can no longer be met or recorded late."""

    COMING = "coming"
    SOON = "soon"
    LATE = "late"
    DONE = "done"
    PASSED = "passed"


@dataclass(frozen=True, slots=True)
class Rule:
    """What is to be done, and where that is laid down; an unsure one is not confirmed."""

    name: str
    source: str
    is_sure: bool = True


RULES = {
    "agenda": Rule("Agenda and open reports published", "Local Government Act 1972 s100A-B"),
    "deposit": Rule("Agenda and open reports put out at the offices", "Local Government Act 1972 s100A-B"),
    "summons": Rule("Summons sent to members", "Local Government Act 1972 Schedule 12", is_sure=False),
    "questions": Rule("Questions to be in", "the council’s standing orders"),
    "key_notice": Rule("Notice of key decisions", "SI 2012/2089 reg 9"),
    "private_notice": Rule("First notice of private business", "SI 2012/2089 reg 5"),
    "second_private_notice": Rule("Second notice of private business, with representations", "SI 2012/2089 reg 5"),
    "general_exception": Rule("Scrutiny chair told of a key decision", "SI 2012/2089 reg 10"),
    "urgency": Rule("Scrutiny chair’s agreement that it is urgent", "SI 2012/2089 reg 5 and 11"),
    "minutes": Rule("Draft minutes published", "the council’s own rule", is_sure=False),
    "note": Rule("Note of attendance and decisions published", "Local Government Act 1972 s100C, as in Wales"),
    "papers_kept": Rule("Minutes, agenda and open reports kept open", "Local Government Act 1972 s100C"),
    "background_kept": Rule("Background papers kept open", "Local Government Act 1972 s100D"),
    "decision_kept": Rule("Record of the decision kept open", "SI 2012/2089 and SI 2014/2095"),
    "call_in": Rule("Call-in ends", "the council’s constitution"),
    "response": Rule("Executive’s response", "Local Government Act 2000 s9FE", is_sure=False),
    "report_back": Rule("Report back", "the date agreed with scrutiny"),
    "withheld_review": Rule("Look again at why it is exempt", "the day set when it was withheld"),
    "to_follow": Rule("Paper to follow", "the day told to the public"),
    "invitation": Rule("Report from its author", "the day given to the author"),
}
GENERAL_EXCEPTION_DAYS = 5  # clear ones: SI 2012/2089 reg 10
KEPT_KINDS = frozenset({"papers_kept", "background_kept", "decision_kept"})
KEPT = "A minimum period, never a date for deletion"
ARCHIVE = "Published here after the meeting, as an archive"
IF_KEY = "Only if a key decision is to be taken"
IF_PRIVATE = "Only if business is to be taken in private"
UNRECORDED = "Not recorded here before the meeting"


@dataclass(frozen=True, slots=True)
class Deadline:
    """`kind` is a key of RULES. `working` is how the day was counted; `set_for` a coming moment it is timed for."""

    kind: str
    day: date
    working: str
    state: State
    done_at: datetime | None = None
    set_for: datetime | None = None
    note: str = ""

    @property
    def rule(self) -> Rule:
        return RULES[self.kind]

    @property
    def name(self) -> str:
        return self.rule.name

    @property
    def was_late(self) -> bool:
        """Done, but after the day; what was published after its meeting is an archive, and not late."""
        return self.done_at is not None and _day(self.done_at) > self.day and self.note != ARCHIVE

    @property
    def will_be_late(self) -> bool:
        """Timed for a moment after the day."""
        return self.set_for is not None and _day(self.set_for) > self.day

    @property
    def wants_attention(self) -> bool:
        return self.state in {State.SOON, State.LATE} or (self.will_be_late and self.state != State.DONE)


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What the clock has to know of a meeting. `recorded` are the duties that a clerk recorded, by their kind."""

    day: date
    is_on: bool = True
    is_executive: bool = False
    has_private_business: bool = False
    has_key_decision: bool = False
    noticed: Set[str] = frozenset()  # "key" or "private", where each matter has a notice of its own
    agenda_published_at: datetime | None = None
    minutes_published_at: datetime | None = None
    attendance_published_at: datetime | None = None
    questions_by: date | None = None
    recorded: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """What the clock has to know of a decision; `call_in_ends_on` is as it was reckoned when it was notified."""

    day: date
    is_key: bool = False
    notified_on: date | None = None
    call_in_ends_on: date | None = None
    key_notice_given_at: datetime | None = None


def meeting_deadlines(facts: MeetingFacts, rules: Rules, now: datetime) -> tuple[Deadline, ...]:
    """In the order of their days. A meeting that is cancelled or postponed has none."""
    found = _of_meeting(facts, rules, now) if facts.is_on else ()
    return tuple(sorted(found, key=lambda deadline: deadline.day))


def _of_meeting(facts: MeetingFacts, rules: Rules, now: datetime) -> Iterator[Deadline]:
    before = _Before(facts.day, rules, now)
    recorded = facts.recorded
    yield before.to_do("agenda", rules.before(facts.day, rules.agenda_clear_days), facts.agenda_published_at)
    yield before.to_do("deposit", rules.before(facts.day, rules.agenda_clear_days), recorded.get("deposit"))
    yield before.to_do("summons", rules.before(facts.day, rules.summons_clear_days), recorded.get("summons"))
    yield questions(facts, rules, now)
    if facts.is_executive:
        yield from _executive_notices(facts, before, rules)
    if rules.minutes_working_days:
        yield _minutes(facts, rules, now)
    yield _kept("papers_kept", facts.day, rules.paper_retention_years, now)
    yield _kept("background_kept", facts.day, rules.background_retention_years, now)


def _executive_notices(facts: MeetingFacts, before: "_Before", rules: Rules) -> Iterator[Deadline]:
    """For the meeting as a whole; without any key decision or private business known, only as a day to know of."""
    recorded = facts.recorded
    if "key" not in facts.noticed:
        long = rules.long_before(facts.day, rules.key_notice_days)
        key = before.to_do("key_notice", long, recorded.get("key_notice"))
        yield key if facts.has_key_decision else _only_if(key, IF_KEY, before)
    if "private" in facts.noticed:
        return
    first = rules.long_before(facts.day, rules.private_notice_days)
    second = rules.before(facts.day, rules.second_private_notice_days)
    for kind, found in (("private_notice", first), ("second_private_notice", second)):
        private = before.to_do(kind, found, recorded.get(kind))
        if facts.has_private_business:
            yield private
        elif facts.agenda_published_at is None or private.state == State.DONE:
            yield _only_if(private, IF_PRIVATE, before)


def _only_if(deadline: Deadline, note: str, before: "_Before") -> Deadline:
    """Nobody is warned of it: it may not be needed at all."""
    if deadline.state == State.DONE:
        return deadline
    state = State.PASSED if _day(before.now) > deadline.day else State.COMING
    return replace(deadline, state=state, note=note)


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """One matter of which notice is given: its `kind` and `route` are ExecutiveNotice's."""

    day: date
    kind: str = "key"
    route: str = "notice"
    given_at: datetime | None = None
    second_given_at: datetime | None = None


def notice_deadlines(facts: NoticeFacts, rules: Rules, now: datetime) -> tuple[Deadline, ...]:
    """By 28 days' notice, the general exception (reg 10), or the scrutiny chair's agreement (reg 5(6) and 11)."""
    before = _Before(facts.day, rules, now)
    if facts.route == "urgency":
        agreed = before.to_do("urgency", Reckoning(facts.day, (), ()), facts.given_at)
        return (replace(agreed, working="Before it is decided"),)
    if facts.route == "general_exception":
        found = rules.before(facts.day, GENERAL_EXCEPTION_DAYS)
        return (before.to_do("general_exception", found, facts.given_at),)
    if facts.kind == "key":
        return (before.to_do("key_notice", rules.long_before(facts.day, rules.key_notice_days), facts.given_at),)
    first = rules.long_before(facts.day, rules.private_notice_days)
    second = rules.before(facts.day, rules.second_private_notice_days)
    return (
        before.to_do("private_notice", first, facts.given_at),
        before.to_do("second_private_notice", second, facts.second_given_at),
    )


def questions(facts: MeetingFacts, rules: Rules, now: datetime) -> Deadline:
    """The last day for questions: as the agenda prints it, else by the council's rule."""
    reckoned = rules.before(facts.day, rules.question_clear_days)
    day, note = reckoned.day, ""
    if facts.questions_by and facts.questions_by != day:
        day, note = facts.questions_by, f"The agenda prints this day; by the rule it is {_written(reckoned.day)}"
    return Deadline("questions", day, reckoned.working, _state(day, None, now, rules, closes=True), note=note)


def _minutes(facts: MeetingFacts, rules: Rules, now: datetime) -> Deadline:
    """In Wales the note of attendance and decisions, which minutes published in time are as well."""
    told = [facts.minutes_published_at, facts.attendance_published_at if rules.is_wales else None]
    found = rules.working_days_after(facts.day, rules.minutes_working_days)
    kind = "note" if rules.is_wales else "minutes"
    return _deadline(kind, found, min((at for at in told if at), default=None), now, rules)


def decision_deadlines(facts: DecisionFacts, rules: Rules, now: datetime) -> tuple[Deadline, ...]:
    """The notice of a key one, the end of its call-in once notified, and how long its record is kept."""
    found = []
    if facts.is_key:
        reckoned = rules.long_before(facts.day, rules.key_notice_days)
        found.append(_Before(facts.day, rules, now).to_do("key_notice", reckoned, facts.key_notice_given_at))
    if facts.notified_on and facts.call_in_ends_on:
        found.append(_call_in(facts.notified_on, facts.call_in_ends_on, rules, now))
    found.append(_kept("decision_kept", facts.day, rules.paper_retention_years, now))
    return tuple(found)


def _call_in(notified_on: date, ends_on: date, rules: Rules, now: datetime) -> Deadline:
    """As it was reckoned when notified; the working is shown where the rule is the same still."""
    working = "By the rule of the day on which it was notified"
    if rules.call_in_working_days:
        reckoned = rules.call_in_ends_on(notified_on)
        working = reckoned.working if reckoned.day == ends_on else working
    return Deadline("call_in", ends_on, working, _state(ends_on, None, now, rules, closes=True))


def response_deadline(
    *, notice_given_on: date | None, is_answered: bool, answered_at: datetime | None, rules: Rules, now: datetime
) -> Deadline | None:
    """The executive's answer to scrutiny. None without a recorded notice: then no answer is called due."""
    if notice_given_on is None:
        return None
    months = rules.response_months
    day = months_after(notice_given_on, months)
    working = f"{months} month{'' if months == 1 else 's'} from the notice of {_written(notice_given_on)}"
    state = State.DONE if is_answered else _state(day, None, now, rules)
    return Deadline("response", day, working, state, done_at=answered_at if is_answered else None)


def agreed_deadline(kind: str, day: date, rules: Rules, now: datetime) -> Deadline:
    """Of something still to be done by a day that somebody set."""
    return Deadline(kind, day, "The day set for it", _state(day, None, now, rules))


def kept_until(kind: str, day: date, rules: Rules, now: datetime) -> Deadline:
    """The end of the period for which papers of `day` are kept open; soon as other days are, and never late."""
    years = rules.background_retention_years if kind == "background_kept" else rules.paper_retention_years
    kept = _kept(kind, day, years, now)
    return replace(kept, state=_state(kept.day, None, now, rules)) if kept.state == State.COMING else kept


def report_back_deadline(
    *, agreed_on: date | None, is_reported: bool, reported_at: datetime | None, rules: Rules, now: datetime
) -> Deadline | None:
    """What came of scrutiny's recommendations. None without an agreed date: then none is overdue."""
    if agreed_on is None:
        return None
    state = State.DONE if is_reported else _state(agreed_on, None, now, rules)
    working = "The date agreed for it"
    return Deadline("report_back", agreed_on, working, state, done_at=reported_at if is_reported else None)


@dataclass(frozen=True, slots=True)
class _Before:
    """Duties to be done before an event on `day`; once it is over, what was not done here cannot be done late."""

    day: date
    rules: Rules
    now: datetime

    def to_do(self, kind: str, found: Reckoning, at: datetime | None) -> Deadline:
        deadline = _deadline(kind, found, at, self.now, self.rules)
        over = _day(self.now) > self.day
        if deadline.state == State.LATE and over:
            return Deadline(kind, found.day, found.working, State.PASSED, set_for=deadline.set_for, note=UNRECORDED)
        if kind == "agenda" and deadline.done_at and _day(deadline.done_at) > self.day:
            return Deadline(kind, found.day, found.working, State.DONE, done_at=deadline.done_at, note=ARCHIVE)
        return deadline


def _deadline(kind: str, found: Reckoning, at: datetime | None, now: datetime, rules: Rules) -> Deadline:
    """`at` in the future is a timed publication, which has not happened yet."""
    done_at = at if at and at <= now else None
    set_for = at if at and at > now else None
    return Deadline(kind, found.day, found.working, _state(found.day, done_at, now, rules), done_at, set_for)


def _kept(kind: str, day: date, years: int, now: datetime) -> Deadline:
    until = months_after(day, 12 * years)
    working = f"{years} years from {_written(day)}"
    state = State.PASSED if _day(now) > until else State.COMING
    return Deadline(kind, until, working, state, note=KEPT)


def _state(day: date, done_at: datetime | None, now: datetime, rules: Rules, *, closes: bool = False) -> State:
    """The day itself is still in time. A day that `closes` something is never late, only passed."""
    if done_at is not None:
        return State.DONE
    left = (day - _day(now)).days
    if left < 0:
        return State.PASSED if closes else State.LATE
    return State.SOON if left <= rules.warning_days and not closes else State.COMING


def _day(moment: datetime) -> date:
    return timezone.localdate(moment)


def _written(day: date) -> str:
    return date_format(day, "j F Y")
