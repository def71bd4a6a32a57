"""Public recommendations to the executive as rows of a register: where each stands, and its lettered parts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from documents.ledger import LedgerEntry, Status
from documents.models import Progress, Rag, Recommendation, Review
from portal.dates import long_date
from portal.queries.found_first import found_first, in_order
from portal.queries.kept import KeptQuery
from portal.recommendations.said import tone_of

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


def recommendation_rows(ids: Sequence[int], ledger: Mapping[int, LedgerEntry], today: date) -> list[RecommendationRow]:
    """In the order given, in one query; `ledger` has them and their lettered parts."""
    found = _FAMILIES(ids=list(ids)) if ids else []
    parts: dict[int, list[Recommendation]] = defaultdict(list)
    for row in found:
        if row.parent_id:
            parts[row.parent_id].append(row)

    def rows_of(some: list[Recommendation]) -> list[RecommendationRow]:
        return [_row(row, ledger[row.pk], today, rows_of(parts[row.pk])) for row in some if row.pk in ledger]

    return rows_of(in_order(ids, found))


def _families(ids: list[int]) -> "QuerySet[Recommendation]":
    """These and their lettered parts, each with the RAG of the last report back that gave one."""
    given = Progress.objects.of_public_ones().exclude(rag="").filter(recommendation=OuterRef("pk"))
    last = given.order_by("-date", "-pk").values("rag")[:1]
    of_families = Recommendation.objects.filter(Q(pk__in=ids) | Q(parent__in=ids)).order_by()
    rows = Recommendation.objects.public().filter(found_first(of_families)).annotate(last_rag=Subquery(last))
    return rows.select_related("review__committee", "parent").order_by("order", "pk")


_FAMILIES = KeptQuery(_families)


def _row(
    recommendation: Recommendation, entry: LedgerEntry, today: date, parts: list[RecommendationRow]
) -> RecommendationRow:
    """Of a recommendation read through `_families`."""
    told: str | None = vars(recommendation)["last_rag"]
    rag = Rag(told) if told else None
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
