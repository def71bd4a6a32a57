"""Public recommendations to the executive as rows of a register: where each stands, and its lettered parts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from documents.ledger import LedgerEntry, Status
from documents.models import Progress, Rag, Recommendation, Review
from portal.dates import long_date
from portal.said import tone_of

TONES = {Status.MADE: "quiet", Status.ANSWERED: "", Status.REPORTED_BACK: "", Status.DONE: "good"}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a recommendation stands as a word, and what is due and what is overdue, as sentences."""

    words: str
    tone: str
    due: tuple[str, ...]
    overdue: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """`rag` is the word of the last report back that gave one, or ""."""

    recommendation: Recommendation
    review: Review | None
    standing: Standing
    rag: str
    rag_tone: str
    parts: list["RecommendationRow"]


def recommendation_rows(
    recommendations: Iterable[Recommendation], ledger: Mapping[int, LedgerEntry], today: date
) -> list[RecommendationRow]:
    """In the order given, in two queries; `ledger` has them and their parts. Needs `review` and `parent`."""
    wholes = list(recommendations)
    parts = _parts(wholes)
    rags = _last_rags([row.pk for row in [*wholes, *(part for some in parts.values() for part in some)]])

    def rows_of(some: list[Recommendation]) -> list[RecommendationRow]:
        known = [(row, ledger[row.pk]) for row in some if row.pk in ledger]
        return [_row(row, entry, rags.get(row.pk), today, rows_of(parts[row.pk])) for row, entry in known]

    return rows_of(wholes)


def _row(
    recommendation: Recommendation, entry: LedgerEntry, rag: Rag | None, today: date, parts: list[RecommendationRow]
) -> RecommendationRow:
    return RecommendationRow(
        recommendation=recommendation,
        review=recommendation.review,
        standing=standing_of(entry, today),
        rag=rag.label if rag else "",
        rag_tone=tone_of(rag) if rag else "",
        parts=parts,
    )


def standing_of(entry: LedgerEntry, today: date) -> Standing:
    said = [
        (entry.answer_due_on, _("An answer is due by %(day)s."), _("An answer was due by %(day)s.")),
        (entry.report_back_due_on, _("A report back is due by %(day)s."), _("A report back was due by %(day)s.")),
    ]
    return Standing(
        words=entry.status.label,
        tone=TONES[entry.status],
        due=tuple(due % {"day": long_date(day)} for day, due, _was in said if day and day >= today),
        overdue=tuple(was % {"day": long_date(day)} for day, _due, was in said if day and day < today),
    )


def _parts(wholes: list[Recommendation]) -> dict[int, list[Recommendation]]:
    """The public lettered parts of each, with their whole at hand."""
    named = {whole.pk: whole for whole in wholes}
    parts: dict[int, list[Recommendation]] = defaultdict(list)
    for part in Recommendation.objects.public().filter(parent__in=list(named)).order_by("order", "pk"):
        part.parent = named[part.parent_id or 0]
        part.review = part.parent.review
        parts[part.parent.pk].append(part)
    return parts


def _last_rags(recommendations: list[int]) -> dict[int, Rag]:
    given = Progress.objects.public().exclude(rag="").filter(recommendation__in=recommendations)
    told = given.order_by("date", "pk").values_list("recommendation", "rag")
    return {pk: Rag(rag) for pk, rag in told}
