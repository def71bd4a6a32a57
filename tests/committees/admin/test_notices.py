"""Notices of executive business, recorded in the desk."""

from datetime import date, datetime, time

import pytest
from django.test import Client
from django.utils import timezone

from committees.clock import Rules, State, meeting_clock, notice_clock
from committees.models import ExecutiveNotice
from tests.builders import make_committee, make_meeting

DAY = date(2026, 9, 22)
NOW = timezone.make_aware(datetime.combine(date(2026, 9, 1), time(12)))


@pytest.mark.django_db
def test_officers_key_decision_is_recorded_without_a_meeting(desk: Client) -> None:
    add = "/admin/committees/executivenotice/add/"
    form = {"kind": "key", "title": "Sale of garages", "route": "general_exception", "decided_by": "Director of Place"}

    assert "Choose a meeting, or give the day" in desk.post(add, form).text
    assert "Say why it cannot wait" in desk.post(add, {**form, "taken_on": DAY}).text
    desk.post(add, {**form, "taken_on": DAY, "why_urgent": "The lease ends.", "given_on": "2026-09-10"})

    (deadline,) = notice_clock(ExecutiveNotice.objects.get(), rules=Rules(), now=NOW.replace(day=15))
    assert (deadline.kind, deadline.state) == ("general_exception", State.DONE)


@pytest.mark.django_db
def test_matter_with_a_notice_of_its_own_stands_on_the_clock_of_its_meeting(desk: Client) -> None:
    meeting = make_meeting(date=DAY, committee=make_committee(kind="executive"))
    ExecutiveNotice.objects.create(title="Sale of garages", meeting=meeting)

    text = desk.get(f"/admin/committees/meeting/{meeting.pk}/clock/").text

    assert "Sale of garages" in text
    assert "key_notice" not in [one.kind for one in meeting_clock(meeting, now=NOW)]


@pytest.mark.django_db
def test_list_and_form_say_by_which_day_notice_is_due(desk: Client) -> None:
    meeting = make_meeting(date=DAY, committee=make_committee(kind="executive"))
    ExecutiveNotice.objects.create(title="Sale of garages", meeting=meeting, given_on=date(2026, 8, 20))
    of_officer = ExecutiveNotice.objects.create(title="A lease", decided_by="Director of Place", taken_on=DAY)

    listed = desk.get("/admin/committees/executivenotice/").text
    assert "22 September 2026, Director of Place" in listed
    (deadline,) = notice_clock(of_officer, rules=Rules(), now=NOW)
    assert f"Notice of key decisions: by {deadline.day.day} August 2026" in listed
    assert deadline.working in desk.get(f"/admin/committees/executivenotice/{of_officer.pk}/change/").text
    assert "reckoned once this is saved" in desk.get("/admin/committees/executivenotice/add/").text
