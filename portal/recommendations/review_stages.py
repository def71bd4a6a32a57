"""The stages of a review as the public reads them: when, at which meeting, who gave evidence, and their papers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, Exists, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import JSONObject

from committees.addresses import address_of
from committees.models import Meeting, Minutes, meeting_is_public
from documents.models import Document, Review, ReviewStage, Witness
from documents.models.papers import paper_address
from portal.papers.links import PaperLink
from portal.queries.kept import KeptQuery
from portal.queries.rows_within import read_rows, rows_within

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
    """Of a public review read through `with_witnesses`, in two queries."""
    rows = _STAGES(review=review.pk)
    witnesses = read_rows(Witness, vars(review)["own_witnesses"])
    papers = _links({paper for row in rows for paper in row.paper_ids})
    heard = _heard_at([(row.pk, _day(row), row.text) for row in rows if row.kind == Kind.EVIDENCE], witnesses)
    return Stages(_groups([_shown(row, papers, heard[row.pk]) for row in rows], heard[None]))


def with_witnesses(reviews: "QuerySet[Review]") -> "QuerySet[Review]":
    witnesses = Witness.objects.public().filter(review=OuterRef("pk")).order_by("order", "pk")
    return reviews.annotate(own_witnesses=rows_within(witnesses))


def _stages(review: int) -> "QuerySet[Any]":
    """Each with its meeting and whether that is public, its minutes, and the ids of its papers, hidden ones too."""
    told = Case(When(meeting_is_public("meeting__"), then=Value(True)), default=Value(False))
    joined = ReviewStage.papers.through.objects.filter(reviewstage=OuterRef("pk")).order_by("pk")
    record = Minutes.objects.public().filter(meeting=OuterRef("meeting"))
    printed = Document.objects.public().filter(minutes_of=OuterRef("meeting")).order_by("-pk")
    rows = (
        ReviewStage.objects.public()
        .filter(review=review)
        .annotate(
            meeting_is_told=told,
            has_record=Exists(record),
            printed_minutes=Subquery(printed.values(found=JSONObject(id="pk", title="title"))[:1]),
            paper_ids=ArraySubquery(joined.values("document")),
        )
    )
    return rows.select_related("meeting__committee").order_by("order", "pk")


_STAGES: "KeptQuery[Any]" = KeptQuery(_stages)
_PAPERS = KeptQuery(lambda ids: Document.objects.public().filter(pk__in=ids).select_related("current_version__served"))


def _meeting(row: Any) -> Meeting | None:
    return row.meeting if row.meeting_is_told else None


def _day(row: Any) -> date | None:
    meeting = _meeting(row)
    return row.date or (meeting.date if meeting else None)


def _shown(row: Any, papers: Mapping[int, PaperLink], heard: list[Witness]) -> StageShown:
    meeting = _meeting(row)
    return StageShown(
        kind=row.kind,
        date=_day(row),
        printed=row.date_text,
        text=row.text,
        meeting=meeting,
        minutes=_minutes(row, meeting) if meeting else "",
        papers=[papers[paper] for paper in row.paper_ids if paper in papers],
        witnesses=heard,
    )


def _minutes(row: Any, meeting: Meeting) -> str:
    """Where they are read: the record of the meeting, or else the paper that holds them."""
    if row.has_record:
        return address_of("minutes", meeting.pk, meeting.slug)
    return paper_address(row.printed_minutes["id"], row.printed_minutes["title"]) if row.printed_minutes else ""


def _links(papers: Iterable[int]) -> dict[int, PaperLink]:
    """Those that are public."""
    wanted = sorted(papers)
    return {paper.pk: PaperLink.of(paper) for paper in (_PAPERS(ids=wanted) if wanted else [])}


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
