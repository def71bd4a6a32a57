"""One meeting as a list of tasks: what is done, what is not, and what the public sees of it now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from committees.models import Access, AgendaItem, Attendance, Meeting, MeetingMember, Minutes, MinutesDraft
from documents.models import Document, Listing

DONE, BEGUN, TO_DO = "done", "begun", "to-do"


@dataclass(frozen=True, slots=True)
class Step:
    """One link within a task."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Task:
    """`state` is done, begun or to-do; `told` says in words how it stands."""

    name: str
    state: str
    told: str
    steps: Sequence[Step]


@dataclass(frozen=True, slots=True)
class Papers:
    public: int
    draft: int
    withheld: int
    withdrawn: int

    @property
    def told(self) -> str:
        counts = [("public", self.public), ("draft", self.draft), ("withheld", self.withheld)]
        counts.append(("withdrawn", self.withdrawn))
        return ", ".join(f"{number} {name}" for name, number in counts if number) or "None yet"


def papers_of(meeting: Meeting) -> Papers:
    rows = Document.objects.filter(pk__in=Listing.objects.filter(meeting=meeting).values("document"))
    papers = list(rows.only("published_at", "withdrawn_at", "access"))
    return Papers(
        public=sum(not one.withdrawn_at and one.published_at is not None and _is_open(one) for one in papers),
        draft=sum(not one.withdrawn_at and one.published_at is None for one in papers),
        withheld=sum(not one.withdrawn_at and one.published_at is not None and not _is_open(one) for one in papers),
        withdrawn=sum(one.withdrawn_at is not None for one in papers),
    )


def _is_open(paper: Document) -> bool:
    return paper.access == Access.OPEN


def seen_by_public(meeting: Meeting) -> str:
    """What the public sees of the meeting now, in plain words."""
    now = timezone.now()
    if not meeting.committee.is_public:
        return f"Nothing: {meeting.committee} is not public yet."
    if meeting.published_at is None or meeting.published_at > now:
        when = f" before {_moment(meeting.published_at)}" if meeting.published_at else ""
        return f"Nothing{when}: the meeting is not announced."
    if meeting.agenda_published_at is None or meeting.agenda_published_at > now:
        when = f" before {_moment(meeting.agenda_published_at)}" if meeting.agenda_published_at else " yet"
        return f"The meeting, in lists and calendars, without its agenda{when}."
    if meeting.state == Meeting.State.CANCELLED:
        return "The agenda and its public papers, marked as cancelled."
    return f"The agenda and its public papers, since {_moment(meeting.agenda_published_at)}."


def _moment(moment: object) -> str:
    return date_format(timezone.localtime(moment), "j F Y, H:i")  # type: ignore[arg-type]


def tasks_of(meeting: Meeting) -> list[Task]:
    """In the order of a meeting's life."""
    return [_agenda(meeting), _papers(meeting), _publication(meeting), _attendance(meeting), _minutes(meeting)]


def _to(name: str, meeting: Meeting) -> str:
    return reverse(f"admin:{name}", args=[meeting.pk])


def _agenda(meeting: Meeting) -> Task:
    items = AgendaItem.objects.filter(meeting=meeting).count()
    steps = [
        Step("Change the agenda" if items else "Begin the agenda", _to("meeting_build", meeting)),
        Step("Change the meeting’s details", _to("committees_meeting_change", meeting)),
        *([Step("Reorder and renumber items", _to("meeting_order", meeting))] if items else []),
        Step("Upload a pack made elsewhere", reverse("admin:pack_uploads")),
    ]
    told = f"{items} item{'' if items == 1 else 's'}" if items else "No items yet"
    return Task("Agenda", DONE if items else TO_DO, told, steps)


def _papers(meeting: Meeting) -> Task:
    papers = papers_of(meeting)
    state = TO_DO if papers.told == "None yet" else BEGUN if papers.draft else DONE
    steps = [
        Step("Add a paper", _to("meeting_add_paper", meeting)),
        Step("See all papers", _to("meeting_publication", meeting)),
        Step("What is withheld, or taken in private", _to("meeting_private", meeting)),
    ]
    return Task("Papers", state, papers.told, steps)


def _publication(meeting: Meeting) -> Task:
    is_public = meeting.agenda_published_at is not None
    told = f"Agenda published {_moment(meeting.agenda_published_at)}" if is_public else "Agenda not published"
    words = "Publish what is new" if is_public else "Check and publish"
    steps = [Step(words, _to("meeting_publication", meeting))]
    if meeting.published_at is None:
        steps.append(Step("Announce the date only", _to("meeting_announce", meeting)))
    steps.append(Step("The days it has to keep", _to("meeting_clock", meeting)))
    if is_public:
        steps.append(Step("Proof of publication", _to("meeting_proof", meeting)))
    return Task("Publication", DONE if is_public else TO_DO, told, steps)


def _attendance(meeting: Meeting) -> Task:
    recorded = Attendance.objects.filter(meeting=meeting).count()
    printed = MeetingMember.objects.filter(meeting=meeting).exclude(role=MeetingMember.Role.VACANCY).count()
    public = meeting.attendance_published_at is not None
    told = f"{recorded} recorded" if recorded else "None recorded"
    told += f", {printed} members printed on the agenda" if printed else ""
    steps = [Step("Record attendance", _to("meeting_attendance_record", meeting))]
    if recorded and not public:
        steps.append(Step("Publish attendance", _to("meeting_attendance", meeting)))
    return Task("Attendance", DONE if public else BEGUN if recorded else TO_DO, told, steps)


def _minutes(meeting: Meeting) -> Task:
    minutes = Minutes.objects.filter(meeting=meeting).first()
    is_public = minutes is not None and minutes.published_at is not None
    steps = [Step("Correct the minutes" if is_public else "Write minutes", _to("meeting_minutes", meeting))]
    if is_public and minutes and not minutes.withdrawn_at and not minutes.is_confirmed:
        steps.append(Step("Confirm them as a correct record", _to("meeting_minutes_confirm", meeting)))
    return Task("Minutes", *_minutes_stand(meeting, minutes), steps)


def _minutes_stand(meeting: Meeting, minutes: Minutes | None) -> tuple[str, str]:
    if minutes and minutes.withdrawn_at:
        return BEGUN, "Withdrawn"
    if minutes and minutes.published_at:
        return DONE, "Confirmed" if minutes.is_confirmed else "Published as draft minutes"
    if minutes or MinutesDraft.objects.filter(meeting=meeting).exists():
        return BEGUN, "Begun, not published"
    return TO_DO, "Not begun"


def changes_of(meeting: Meeting) -> Iterator[Step]:
    """What else may be done with the meeting itself."""
    if meeting.state == Meeting.State.SCHEDULED:
        yield Step("Postpone", _to("meeting_postpone", meeting))
        yield Step("Cancel", _to("meeting_cancel", meeting))
    if meeting.published_at is None:
        yield Step("Delete this draft", _to("committees_meeting_delete", meeting))
