"""What is due and what is late, for the clerk's desk."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from committees.clock import State
from documents.clock import due_and_late, review_clock
from tests.builders import make_meeting, make_recommendation, make_response, make_review

pytestmark = pytest.mark.django_db
NOON = timezone.make_aware(datetime.combine(date(2026, 9, 15), time(12)))


def test_late_agenda_comes_before_what_is_soon() -> None:
    late = make_meeting(date=date(2026, 9, 17), agenda=False)
    soon = make_meeting(date=date(2026, 9, 25), agenda=False)

    found = [due for due in due_and_late(NOON) if due.deadline.kind == "agenda"]

    assert [(due.of, due.is_late) for due in found] == [(late, True), (soon, False)]
    assert found[0].address == f"/admin/committees/meeting/{late.pk}/clock/"


def test_response_is_due_only_from_a_recorded_notice() -> None:
    without = make_review()
    recommendation = make_recommendation(review=make_review(notice_given_on=date(2026, 7, 10)))

    found = [due for due in due_and_late(NOON) if due.deadline.kind == "response"]

    assert review_clock(without) == []
    assert [(due.of, due.deadline.day, due.is_late) for due in found] == [
        (recommendation.review, date(2026, 9, 10), True)
    ]


def test_response_is_done_with_the_day_of_the_last_answer() -> None:
    recommendation = make_recommendation(review=make_review(notice_given_on=date(2026, 7, 10)))
    make_response(recommendation=recommendation, date=date(2026, 9, 1))

    review = recommendation.review
    assert review is not None
    (response,) = review_clock(review, now=NOON)
    assert response.state == State.DONE
    assert response.done_at is not None
    assert timezone.localdate(response.done_at) == date(2026, 9, 1)


def test_report_back_without_an_agreed_date_is_never_due() -> None:
    make_review(report_back_on=None)
    agreed = make_review(report_back_on=(NOON - timedelta(days=1)).date())

    assert [due.of for due in due_and_late(NOON) if due.deadline.kind == "report_back"] == [agreed]
