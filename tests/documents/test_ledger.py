from datetime import date

import pytest

from documents.ledger import LedgerEntry, Status, read_ledger
from documents.models import Recommendation, Review
from tests.builders import (
    make_paper,
    make_progress,
    make_recommendation,
    make_response,
    make_review,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)


def entry_of(recommendation: Recommendation) -> LedgerEntry:
    return read_ledger(response_months=2)[recommendation.pk]


def test_recommendation_moves_from_made_to_done() -> None:
    recommendation = make_recommendation()
    statuses = [entry_of(recommendation).status]
    make_response(recommendation=recommendation)
    statuses.append(entry_of(recommendation).status)
    make_progress(recommendation=recommendation)
    statuses.append(entry_of(recommendation).status)
    Recommendation.objects.update(done_on=TODAY)
    statuses.append(entry_of(recommendation).status)
    assert statuses == [Status.MADE, Status.ANSWERED, Status.REPORTED_BACK, Status.DONE]


def test_answer_in_a_paper_that_is_not_public_does_not_count() -> None:
    recommendation = make_recommendation()
    make_response(recommendation=recommendation, document=make_paper(published_at=None))
    assert entry_of(recommendation).status == Status.MADE


def test_part_stands_where_its_whole_does() -> None:
    whole = make_recommendation()
    part = make_recommendation(parent=whole, label="a")
    make_response(recommendation=whole)
    assert entry_of(part).is_answered


def test_whole_is_answered_once_every_part_is() -> None:
    whole = make_recommendation()
    first, second = (make_recommendation(parent=whole, label=label) for label in "ab")
    make_response(recommendation=first)
    assert not entry_of(whole).is_answered
    make_response(recommendation=second)
    assert entry_of(whole).is_answered


def test_recommendation_to_a_meeting_is_not_in_the_ledger() -> None:
    assert make_recommendation(kind="meeting").pk not in read_ledger(response_months=2)


def test_nothing_is_due_without_a_notice_or_an_agreed_date() -> None:
    entry = entry_of(make_recommendation())
    assert (entry.answer_due_on, entry.report_back_due_on) == (None, None)
    assert not entry.is_overdue(date(2100, 1, 1))


def test_answer_is_due_months_after_the_notice_and_overdue_the_day_after() -> None:
    entry = entry_of(make_recommendation(review=make_review(notice_given_on=date(2026, 12, 31))))
    assert entry.answer_due_on == date(2027, 2, 28)
    assert not entry.is_overdue(date(2027, 2, 28))
    assert entry.is_answer_overdue(date(2027, 3, 1))


def test_answer_given_is_due_no_more() -> None:
    recommendation = make_recommendation(review=make_review(notice_given_on=date(2020, 1, 1)))
    make_response(recommendation=recommendation)
    assert not entry_of(recommendation).is_overdue(TODAY)


def test_report_back_is_due_on_the_agreed_day_until_it_comes() -> None:
    recommendation = make_recommendation(review=make_review(report_back_on=date(2026, 9, 1)))
    assert entry_of(recommendation).is_report_back_overdue(TODAY)
    make_progress(recommendation=recommendation)
    assert not entry_of(recommendation).is_overdue(TODAY)


def test_nothing_is_due_on_what_is_done() -> None:
    review = make_review(report_back_on=date(2026, 9, 1), notice_given_on=date(2026, 1, 1))
    assert not entry_of(make_recommendation(review=review, done_on=TODAY)).is_overdue(TODAY)


def test_made_on_is_the_first_meeting_that_took_the_report() -> None:
    recommendation = make_recommendation()
    listing = recommendation.document.listings.get()
    assert entry_of(recommendation).made_on == listing.meeting.date


def test_ledger_of_some_reviews_has_theirs_alone() -> None:
    wanted, other = make_recommendation(), make_recommendation()
    ledger = read_ledger(response_months=2, reviews=Review.objects.public().filter(pk=wanted.review_id or 0))
    assert wanted.pk in ledger
    assert other.pk not in ledger


def test_ledger_queries_do_not_grow(django_assert_num_queries: object) -> None:
    counts = []
    for number in (1, 6):
        for _ in range(number):
            make_response(recommendation=make_recommendation())
        with django_assert_num_queries(1) as queries:  # type: ignore[operator]
            read_ledger(response_months=2)
        counts.append(len(queries))
    assert counts == [1, 1]
