"""What public papers say of recommendations: the executive's answers, and what was reported back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, QuerySet, Value, When

from committees.models import Meeting, meeting_is_public
from documents.models import Document, Progress, Rag, Recommendation, Response
from portal.queries.kept import KeptQuery

TONES = {Rag.RED: "stop", Rag.AMBER: "warn", Rag.GREEN: "good"}


@dataclass(frozen=True, slots=True)
class Paper:
    """A public paper, at the place in it that is meant."""

    id: int
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Said:
    """`of` is the recommendation or part it was said of; `state` is the verdict, or the RAG, as a word."""

    of: Recommendation
    by: str
    date: date | None
    meeting: Meeting | None
    paper: Paper
    words: str
    state: str
    tone: str
    is_stated: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict or RAG as a word, whether anybody gave one, and who."""

    word: str
    is_stated: bool
    tone: str = ""
    by: str = ""


def answers_to(recommendations: Iterable[Recommendation]) -> list[Said]:
    """In order of date, in one query. The verdict is "Not stated" unless a clerk recorded one."""
    return _said(
        _ANSWERS,
        recommendations,
        lambda row: Judged(row.get_verdict_display(), row.verdict != "", by=row.by),
    )


def reports_back_on(recommendations: Iterable[Recommendation]) -> list[Said]:
    """In order of date, in one query. Without red, amber or green, `state` is empty."""
    return _said(
        _REPORTS,
        recommendations,
        lambda row: Judged(row.get_rag_display(), row.rag != "", tone_of(row.rag)),
    )


def tone_of(rag: str) -> str:
    return TONES[Rag(rag)] if rag else ""


def _of_recommendations(said: "QuerySet[Any]", ids: list[int]) -> "QuerySet[Any]":
    """Each with its paper, with its meeting, and whether that is public."""
    is_told = Case(When(meeting_is_public("meeting__"), then=Value(True)), default=Value(False))
    rows = said.filter(recommendation__in=ids).annotate(meeting_is_told=is_told)
    found: QuerySet[Any] = rows.select_related("document", "meeting__committee")
    return found


_ANSWERS: "KeptQuery[Any]" = KeptQuery(lambda ids: _of_recommendations(Response.objects.public(), ids))
_REPORTS: "KeptQuery[Any]" = KeptQuery(lambda ids: _of_recommendations(Progress.objects.public(), ids))


def _said(
    rows_of: "KeptQuery[Any]", recommendations: Iterable[Recommendation], judge: Callable[[Any], Judged]
) -> list[Said]:
    named = {row.pk: row for row in recommendations}
    found = rows_of(ids=list(named))
    return sorted(
        (_one(row, named, row.meeting if row.meeting_is_told else None, judge(row)) for row in found),
        key=lambda said: (said.date or date.max, said.of.order),
    )


def _one(row: Any, named: dict[int, Recommendation], meeting: Meeting | None, judged: Judged) -> Said:
    """Its day and who said it come from its meeting: both are told only where that is public."""
    is_told = meeting is not None or row.meeting_id is None
    return Said(
        of=named[row.recommendation_id],
        by=judged.by if is_told else "",
        date=(row.date or (meeting.date if meeting else None)) if is_told else None,
        meeting=meeting,
        paper=paper_at(row.document, page=row.page),
        words=row.words,
        state=judged.word,
        tone=judged.tone,
        is_stated=judged.is_stated,
    )


def paper_at(document: Document, *, page: int | None, anchor: str = "") -> Paper:
    """At the anchor of a paragraph where there is one, else at the page."""
    place = anchor or (f"page-{page}" if page else "")
    address = document.get_absolute_url()
    return Paper(document.pk, document.title, f"{address}#{place}" if place else address)
