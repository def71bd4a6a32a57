"""Verdicts, and what was done, as clerks record them."""

from datetime import date

import pytest

from committees.actions import NotAllowed
from committees.models import PublicChange
from documents.actions.recommendations import record_done, record_verdict, take_back_done
from documents.models import Recommendation, Response
from tests.builders import make_recommendation, make_response

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("verdict", Response.Verdict.values)
def test_verdict_is_recorded_and_told(verdict: str) -> None:
    response = make_response()
    PublicChange.objects.all().delete()

    record_verdict(response=response, verdict=verdict, by=None)

    response.refresh_from_db()
    assert response.verdict == verdict
    assert PublicChange.objects.filter(subject="document", subject_id=response.document_id).exists()


def test_verdict_that_is_none_is_refused() -> None:
    with pytest.raises(NotAllowed, match="one of the verdicts"):
        record_verdict(response=make_response(), verdict="splendid", by=None)


def test_done_is_recorded_and_taken_back() -> None:
    made = make_recommendation()

    record_done(recommendation=made, on=date(2026, 11, 20), note="The pool is open.", by=None)
    assert made.done_on == date(2026, 11, 20)
    take_back_done(recommendation=made, by=None, why="It closed")

    again = Recommendation.objects.get(pk=made.pk)
    assert (again.done_on, again.done_note) == (None, "")


def test_what_a_meeting_is_asked_is_never_done() -> None:
    asked = make_recommendation(kind=Recommendation.Kind.MEETING)

    with pytest.raises(NotAllowed, match="to the executive"):
        record_done(recommendation=asked, on=date(2026, 11, 20), note="", by=None)
