"""Reviews as clerks record them: made, corrected, published. Keyword-only, atomic, audited."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from committees.actions import NotAllowed
from committees.audit import recorded
from committees.models import Committee, PublicChange, User, record_change
from documents.actions.held import writers_in_audit
from documents.actions.records import WHOLE, Record, let_out
from documents.models import Recommendation, Review


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """What a clerk records of a review. Without a notice no answer is due; without an agreed day no report back."""

    committee: Committee
    title: str
    year: str = ""
    summary: str = ""
    notice_given_on: date | None = None
    report_back_on: date | None = None
    ended_on: date | None = None


def changed(review: Review) -> None:
    """Tell the followers of the committee, and of the papers whose recommendations are public with the review."""
    record_change(PublicChange.Subject.COMMITTEE, review.committee_id)
    papers = Recommendation.objects.filter(review=review).order_by().values_list("document", flat=True).distinct()
    record_change(PublicChange.Subject.DOCUMENT, *papers)


@transaction.atomic
def record_review(
    *, facts: ReviewFacts, by: User | None, review: Review | None = None, writers: Collection[int] = ()
) -> Review:
    """A new review, not public yet, or these facts of one. A title that changes is kept among the former ones.

    `writers` wrote a correction that `by` lets out. Raises NotAllowed where a public one may not be corrected so.
    """
    review = review or Review()
    same = Review.objects.filter(committee=facts.committee, title=facts.title, year=facts.year).exclude(pk=review.pk)
    if same.exists():
        raise NotAllowed("This committee has a review of that title and year already.")
    own = {by.pk} if by else set()
    releases = bool(writers) and not own <= set(writers)
    with recorded(by=by, why="Release correction" if releases else "Record review"):
        if review.pk and review.title != facts.title and review.title not in review.former_titles:
            review.former_titles = [*review.former_titles, review.title]
        for field in fields(facts):
            setattr(review, field.name, getattr(facts, field.name))
        review.former_titles = [title for title in review.former_titles if title != review.title]
        review.save()
        if review.published_at is not None:
            let_out(record_of_review(review, makers=writers or own), by)
        changed(review)
    return review


def record_of_review(review: Review, *, makers: Collection[int], facts: ReviewFacts | None = None) -> Record:
    """What the public will read of it besides what its papers say, or once it is corrected to `facts`."""
    said = facts or review
    return Record({"review": review}, str(review), [(WHOLE, f"{said.title}\n{said.summary}")], makers)


def makers_of_review(review: Review) -> set[int]:
    return writers_in_audit(review, ["Record review"])


@transaction.atomic
def publish_review(*, review: Review, by: User | None, at: datetime | None = None) -> Review:
    """The review has its page, with what was read of it from papers that are public."""
    with recorded(by=by, why="Publish review"):
        let_out(record_of_review(review, makers=makers_of_review(review)), by)
        if review.published_at is None or review.published_at > timezone.now():
            review.published_at = at or timezone.now()
        review.save(update_fields=["published_at"])
        changed(review)
    return review


@transaction.atomic
def hide_review(*, review: Review, by: User | None, why: str) -> Review:
    """The review was published by mistake: its page and its recommendations are the clerks' alone again."""
    with recorded(by=by, why=f"Hide review: {why}"):
        review.published_at = None
        review.save(update_fields=["published_at"])
        changed(review)
    return review
