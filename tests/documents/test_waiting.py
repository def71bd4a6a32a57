"""Days of single matters on the desk: papers awaited, exemptions to look at again, periods that end."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.utils import timezone

from committees.clock import Rules
from documents.clock import Due, due_and_late
from documents.models import Invitation, PaperToFollow
from documents.waiting import Waiting, waiting_matters
from tests.builders import make_item, make_meeting, make_paper, make_user

pytestmark = pytest.mark.django_db
TODAY = date(2026, 9, 15)
NOON = timezone.make_aware(datetime.combine(TODAY, time(12)))
YESTERDAY, TOMORROW, LATER = TODAY - timedelta(days=1), TODAY + timedelta(days=1), TODAY + timedelta(days=30)


def found(kind: str) -> list[Waiting]:
    return [one for one in waiting_matters(Rules(), NOON) if one.deadline.kind == kind]


def test_promised_paper_is_late_after_its_day_and_asked_for_no_more_once_here() -> None:
    meeting = make_meeting(date=LATER)
    late = PaperToFollow.objects.create(meeting=meeting, title="Tenders", expected_on=YESTERDAY)
    PaperToFollow.objects.create(meeting=meeting, title="Later", expected_on=LATER)
    PaperToFollow.objects.create(meeting=meeting, title="Here", expected_on=YESTERDAY, kept_by=make_paper())

    (promise,) = found("to_follow")
    assert promise.name == f"“{late.title}”, {meeting}"
    assert [due.is_late for due in due_and_late(NOON) if due.of == promise] == [True]


def test_report_asked_of_an_author_is_soon_and_then_late() -> None:
    item = make_item(meeting=make_meeting(date=LATER))
    author = make_user(first_name="Rosa", last_name="Lind")
    for day in (YESTERDAY, TOMORROW, LATER):
        Invitation.objects.create(item=item, author=author, title="Garages", due_on=day)

    assert [(str(one), one.deadline.day) for one in found("invitation")] == [
        ("Garages, asked of Rosa Lind", YESTERDAY),
        ("Garages, asked of Rosa Lind", TOMORROW),
    ]


def test_exemption_of_an_item_or_a_paper_is_looked_at_again_on_its_day() -> None:
    exempt: dict[str, Any] = {"access": "exempt", "exempt_paragraphs": [3], "withheld_review_on": YESTERDAY}
    paper = make_paper(**exempt)
    item = make_item(**exempt)
    make_paper(**{**exempt, "withheld_review_on": LATER})

    assert {one.address for one in found("withheld_review")} == {
        f"/admin/papers/{paper.pk}/restrict/",
        f"/admin/items/{item.pk}/restrict/",
    }


def test_period_for_keeping_papers_is_told_of_as_it_ends_and_never_as_late() -> None:
    make_meeting(date=date(2020, 9, 16), published_at=NOON, agenda_published_at=NOON)
    make_meeting(date=date(2020, 9, 14), published_at=NOON, agenda_published_at=NOON)

    (period,) = found("papers_kept")
    assert (period.deadline.day, period.deadline.was_late) == (date(2026, 9, 16), False)
    assert Due(period.deadline, period, period.address).words == "the period ends"
