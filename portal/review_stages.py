"""The stages of a review as the public reads them: when, at which meeting, who gave evidence, and their papers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from committees.models import Meeting, Minutes
from documents.models import Document, Review, ReviewStage, Witness
from portal.paper_links import PaperLink

Kind = ReviewStage.Kind


@dataclass(frozen=True, slots=True)
class StageShown:
    """`meeting` only where it is public; `printed` is a date as the paper has it, where that is no certain one."""

    kind: str
    date: date | None
    printed: str
    text: str
    meeting: Meeting | None
    minutes: str
    papers: list[PaperLink]
    witnesses: list[Witness]

    @property
    def name(self) -> str:
        return str(Kind(self.kind).label)


@dataclass(frozen=True, slots=True)
class StageGroup:
    """The stages of one kind; `witnesses` are those of no session that is known."""

    kind: str
    name: str
    stages: list[StageShown]
    witnesses: list[Witness]


@dataclass(frozen=True, slots=True)
class Stages:
    """`groups` in the order of a review."""

    groups: list[StageGroup]

    def coming(self, today: date) -> list[StageShown]:
        """Those whose day is not past, the next first."""
        shown = [stage for group in self.groups for stage in group.stages]
        return sorted(
            (stage for stage in shown if stage.date and stage.date >= today), key=lambda stage: stage.date or today
        )


def read_stages(review: Review) -> Stages:
    """Of a public review, in seven queries."""
    rows: list[ReviewStage] = list(ReviewStage.objects.public().filter(review=review))
    witnesses: list[Witness] = list(Witness.objects.public().filter(review=review))
    meetings = _meetings(rows)
    minutes = _minutes(meetings.values())
    papers = _papers(rows)
    heard = _heard_at([(row.pk, _day(row, meetings), row.text) for row in rows if row.kind == Kind.EVIDENCE], witnesses)
    shown = [_shown(row, meetings.get(row.meeting_id or 0), minutes, papers[row.pk], heard[row.pk]) for row in rows]
    return Stages(_groups(shown, heard[None]))


def _day(row: ReviewStage, meetings: Mapping[int, Meeting]) -> date | None:
    meeting = meetings.get(row.meeting_id or 0)
    return row.date or (meeting.date if meeting else None)


def _shown(
    row: ReviewStage, meeting: Meeting | None, minutes: dict[int, str], papers: list[PaperLink], heard: list[Witness]
) -> StageShown:
    return StageShown(
        kind=row.kind,
        date=row.date or (meeting.date if meeting else None),
        printed=row.date_text,
        text=row.text,
        meeting=meeting,
        minutes=minutes.get(meeting.pk, "") if meeting else "",
        papers=papers,
        witnesses=heard,
    )


def _meetings(rows: Iterable[ReviewStage]) -> dict[int, Meeting]:
    return (
        Meeting.objects.public().select_related("committee").in_bulk([row.meeting_id for row in rows if row.meeting_id])
    )


def _minutes(meetings: Iterable[Meeting]) -> dict[int, str]:
    """Where the minutes of each meeting are read: the record of it, or else the paper that holds them."""
    by_id = {meeting.pk: meeting for meeting in meetings}
    records = Minutes.objects.public().filter(meeting__in=list(by_id)).values_list("meeting", flat=True)
    papers = Document.objects.public().filter(minutes_of__in=list(by_id))
    addresses = {paper.minutes_of_id or 0: paper.get_absolute_url() for paper in papers}
    return addresses | {pk: reverse("minutes", args=[pk, by_id[pk].slug]) for pk in records}


def _papers(rows: Sequence[ReviewStage]) -> dict[int, list[PaperLink]]:
    """The public papers of each stage, in two queries."""
    joined = ReviewStage.papers.through.objects.filter(reviewstage__in=rows).order_by("pk")
    pairs = list(joined.values_list("reviewstage", "document"))
    public = Document.objects.public().select_related("current_version__served")
    links = {paper.pk: PaperLink.of(paper) for paper in public.filter(pk__in=[paper for _stage, paper in pairs])}
    papers: dict[int, list[PaperLink]] = defaultdict(list)
    for stage, paper in pairs:
        if paper in links:
            papers[stage].append(links[paper])
    return papers


def _heard_at(
    sessions: Sequence[tuple[int, date | None, str]], witnesses: Iterable[Witness]
) -> dict[int | None, list[Witness]]:
    """The witnesses of each session (id, day, theme), under None those of no session that is known."""
    heard: dict[int | None, list[Witness]] = defaultdict(list)
    for witness in witnesses:
        heard[_session_of(witness, sessions)].append(witness)
    return heard


def _session_of(witness: Witness, sessions: Sequence[tuple[int, date | None, str]]) -> int | None:
    """The one of the same theme, on the same day where both are told; else the first of the same day."""
    theme = witness.theme.strip().casefold()
    alike = [session for session in sessions if theme and session[2].strip().casefold() == theme]
    on_day = [session for session in sessions if witness.date and session[1] == witness.date]
    found = [session for session in alike if session in on_day] or on_day or ([] if witness.date else alike)
    return found[0][0] if found else None


def _groups(shown: list[StageShown], unknown: list[Witness]) -> list[StageGroup]:
    in_order = sorted(shown, key=lambda stage: stage.date or date.max)
    groups = [
        StageGroup(
            kind,
            str(Kind(kind).label),
            [stage for stage in in_order if stage.kind == kind],
            unknown if kind == Kind.EVIDENCE else [],
        )
        for kind in Kind.values
    ]
    return [group for group in groups if group.stages or group.witnesses]
