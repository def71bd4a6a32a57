"""The stages of a review as the public reads them: when, at which meeting, who gave evidence, and their papers."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
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
class Stages:
    """`by_kind` in the order of a review; `witnesses` are those of no session that is known."""

    by_kind: list[tuple[str, str, list[StageShown]]]
    witnesses: list[Witness]

    def coming(self, today: date) -> list[StageShown]:
        """Those whose day is not past, the next first."""
        shown = [stage for _kind, _label, stages in self.by_kind for stage in stages]
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
    shown = []
    for row in rows:
        meeting = meetings.get(row.meeting_id or 0)
        heard = [witness for witness in witnesses if _is_heard_at(witness, row, meeting)]
        shown.append(_shown(row, meeting, minutes, papers[row.pk], heard))
    named = {witness.pk for stage in shown for witness in stage.witnesses}
    return Stages(_by_kind(shown), [witness for witness in witnesses if witness.pk not in named])


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


def _is_heard_at(witness: Witness, stage: ReviewStage, meeting: Meeting | None) -> bool:
    """At the session of the same day, or else of the same theme."""
    if stage.kind != Kind.EVIDENCE:
        return False
    if witness.date:
        return witness.date in (stage.date, meeting.date if meeting else None)
    return bool(witness.theme) and witness.theme.strip().casefold() == stage.text.strip().casefold()


def _by_kind(shown: list[StageShown]) -> list[tuple[str, str, list[StageShown]]]:
    in_order = sorted(shown, key=lambda stage: stage.date or date.max)
    groups = [(kind, [stage for stage in in_order if stage.kind == kind]) for kind in Kind.values]
    return [(kind, str(Kind(kind).label), stages) for kind, stages in groups if stages]
