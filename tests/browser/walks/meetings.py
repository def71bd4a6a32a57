"""Walks of the guides about meetings."""

from django.utils import timezone
from playwright.sync_api import expect

from committees.models import (
    AgendaTemplate,
    Attendance,
    Meeting,
    MeetingMember,
)
from tests.browser.walks.clerk import Clerk, Walk, scrutiny
from tests.builders import make_committee, make_item, make_person


def set_up_a_committee(clerk: Clerk) -> Walk:
    make_person(name="Ada Byrne")
    clerk.goes_to("/admin/")
    yield clerk.link("All records")
    clerk.link("All records").click()
    yield clerk.link("Add to committees")
    clerk.link("Add to committees").click()
    clerk.page.get_by_label("Name:", exact=True).fill("Scrutiny Committee")
    clerk.page.get_by_label("Kind").select_option("scrutiny")
    yield clerk.button("Save")
    clerk.button("Save").click()
    clerk.link("All records").click()
    yield clerk.link("Add to agenda templates")
    clerk.link("Add to agenda templates").click()
    clerk.page.get_by_label("Committee").first.select_option(label="Scrutiny Committee")
    clerk.page.get_by_label("Venue").fill("Council Chamber, Town Hall")
    yield clerk.button("Save")
    clerk.button("Save").click()
    template = AgendaTemplate.objects.get()
    assert (str(template.committee), template.committee.slug) == ("Scrutiny Committee", "scrutiny-committee")


def make_a_year_of_meetings(clerk: Clerk) -> Walk:
    make_committee(name="Scrutiny Committee")
    clerk.goes_to("/admin/")
    yield clerk.link("A year of meetings")
    clerk.link("A year of meetings").click()
    clerk.page.get_by_label("Committee").select_option(label="Scrutiny Committee")
    clerk.page.get_by_label("August").check()
    yield clerk.button("Show the dates")
    clerk.button("Show the dates").click()
    yield clerk.button("Make these meetings")
    clerk.page.get_by_label("Make this meeting").first.uncheck()
    clerk.button("Make these meetings").click()
    expect(clerk.page.get_by_text("of Scrutiny Committee made")).to_be_visible()
    assert Meeting.objects.exists()


def record_attendance(clerk: Clerk) -> Walk:
    meeting = scrutiny(date=timezone.localdate())
    for order, name in enumerate(("Ada Byrne", "Bo Chan", "Cy Dunn"), start=1):
        person = make_person(name=name)
        MeetingMember.objects.create(meeting=meeting, order=order, name=name, person=person, role="member")
    clerk.goes_to("/admin/")
    yield clerk.link("Scrutiny Committee")
    clerk.link("Scrutiny Committee").click()
    yield clerk.link("Record attendance")
    clerk.link("Record attendance").click()
    yield None
    clerk.page.get_by_role("group", name="Bo Chan").get_by_label("Apologies").check()
    clerk.button("Mark everybody else as present").click()
    clerk.page.get_by_role("group", name="Line 1").get_by_label("Name").fill("Dana Marsh, Director of Place")
    yield clerk.button("Save the attendance")
    clerk.button("Save the attendance").click()
    yield clerk.link("Publish the attendance")
    clerk.link("Publish the attendance").click()
    clerk.button("Publish the attendance").click()
    assert Attendance.objects.public().count() == 4


def record_minutes(clerk: Clerk) -> Walk:
    meeting = scrutiny()
    make_item(meeting=meeting, title="Garages")
    clerk.goes_to(f"/admin/meetings/{meeting.pk}/")
    yield clerk.link("Write minutes")
    clerk.link("Write minutes").click()
    clerk.page.get_by_label("Text").first.fill("The committee looked at the garages of the estate.")
    clerk.page.get_by_label("Resolution").first.fill("That the garages be let.")
    yield clerk.button("Save")
    yield clerk.button("Go on to publish")
    clerk.button("Go on to publish").click()
    expect(clerk.page.get_by_role("heading", name="Publish the minutes of")).to_be_visible()
    yield None
