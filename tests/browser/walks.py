"""How a clerk does what each guide says: one generator for each, which stops on the screen of every step.

It yields what the step is about, to be marked in its picture; going on does the step.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from committees.actions import delete_draft
from committees.models import AgendaTemplate, Attendance, Meeting, MeetingMember, TemplateItem, TemplateSection
from documents.actions import uploads
from documents.models import Document, PackUpload
from portal.sample_council.facts import sample_council
from portal.sample_council.pack_facts import packs
from portal.sample_council.writing import write_pack
from tests.builders import make_committee, make_item, make_meeting, make_paper, make_person, make_section
from tests.documents.admin.uploaded import PLAN, pdf_of, ready_upload

Walk = Iterator[Locator | None]


@dataclass(frozen=True, slots=True)
class Clerk:
    """A clerk who stands on the desk; `folder` is for files to choose."""

    page: Page
    address: str
    folder: Path

    def goes_to(self, path: str) -> None:
        self.page.goto(f"{self.address}{path}")

    def link(self, name: str) -> Locator:
        return self.page.get_by_role("link", name=name).first

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True).first

    def pdf(self, name: str, words: str) -> Path:
        path = self.folder / name
        path.write_bytes(pdf_of(words))
        return path


def scrutiny(**fields: object) -> Meeting:
    """A coming meeting of a committee with a name of its own."""
    committee = make_committee(name="Scrutiny Committee")
    coming = timezone.localdate() + timedelta(days=10)
    return make_meeting(**{"committee": committee, "date": coming, **fields})  # type: ignore[arg-type]


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
    meeting = scrutiny()
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


def publish_an_agenda_pack(clerk: Clerk) -> Walk:
    pack = write_pack(packs(sample_council(timezone.localdate()))[0], clerk.folder).path
    clerk.goes_to("/admin/")
    yield clerk.link("Upload a pack")
    clerk.link("Upload a pack").click()
    yield clerk.button("Upload and read")
    clerk.page.get_by_label("Agenda pack (PDF)").set_input_files(pack)
    clerk.button("Upload and read").click()
    expect(clerk.page.get_by_role("heading", name=pack.name)).to_be_visible()
    uploads.read_upload(PackUpload.objects.get().pk)
    clerk.page.reload()
    yield None
    clerk.button("Confirm and write drafts").click()
    yield None


def build_an_agenda(clerk: Clerk) -> Walk:
    meeting = scrutiny(agenda=False, published_at=None)
    template = AgendaTemplate.objects.create(committee=meeting.committee)
    for order, (letter, title, item) in enumerate((("A", "Formal matters", "Apologies"), ("B", "Business", "Garages"))):
        section = TemplateSection.objects.create(template=template, order=order, letter=letter, title=title)
        TemplateItem.objects.create(template=template, section=section, order=order, title=item)
    clerk.goes_to("/admin/")
    clerk.link("Scrutiny Committee").click()
    yield clerk.link("Begin the agenda")
    clerk.link("Begin the agenda").click()
    yield clerk.button("Begin from the template")
    clerk.button("Begin from the template").click()
    new_item = clerk.page.get_by_label(re.compile("^New item in B"))
    new_item.fill("Parks of the town")
    yield new_item
    new_item.press("Enter")
    expect(clerk.page.get_by_text("Parks of the town").first).to_be_visible()
    yield clerk.button("Make the summons")
    clerk.button("Make the summons").click()
    yield clerk.link("Public pack (PDF)")
    yield clerk.link("Check and publish")
    clerk.link("Check and publish").click()
    expect(clerk.page.get_by_role("heading", name="Agenda and papers")).to_be_visible()


def publish_at_a_set_time(clerk: Clerk) -> Walk:
    meeting = scrutiny(agenda=False, published_at=None, date=timezone.localdate() + timedelta(days=40), venue="Hall")
    make_item(meeting=meeting, title="Garages", published_at=None)
    clerk.goes_to(f"/admin/meetings/{meeting.pk}/")
    yield clerk.link("Check and publish")
    clerk.link("Check and publish").click()
    at = clerk.page.get_by_label("Publish at")
    at.fill(f"{timezone.localdate() + timedelta(days=1)}T09:00")
    yield at
    clerk.button("Publish").click()
    clerk.goes_to(f"/admin/meetings/{meeting.pk}/publication/")
    yield clerk.link("Take it back")
    yield clerk.link("Take it back")
    clerk.link("Take it back").click()
    clerk.button("Take it back").click()
    expect(clerk.page.get_by_text("its agenda is a draft again")).to_be_visible()


def keep_the_proof_of_publication(clerk: Clerk) -> Walk:
    meeting = scrutiny()
    make_paper(item=make_item(meeting=meeting, title="Garages"), title="Garages of the estate")
    clerk.goes_to(f"/admin/meetings/{meeting.pk}/")
    yield clerk.link("Proof of publication")
    clerk.link("Proof of publication").click()
    yield None
    yield clerk.link("Download the record (HTML)")


def publish_a_supplement(clerk: Clerk) -> Walk:
    make_item(meeting=scrutiny(date=PLAN.meeting.date, time=PLAN.meeting.time), title="Swimming pool")
    upload = ready_upload()
    clerk.goes_to("/admin/")
    yield clerk.link("Upload a pack")
    clerk.goes_to(f"/admin/packs/{upload.pk}/")
    supplement = clerk.page.get_by_label("A supplement")
    supplement.check()
    yield supplement
    clerk.button("Confirm and write drafts").click()
    if clerk.page.get_by_role("heading", name="Agenda and papers").count() == 0:  # its differences are shown first
        clerk.button("Confirm and write drafts").click()
    expect(clerk.page.get_by_role("heading", name="Agenda and papers")).to_be_visible()
    yield None


def put_items_in_order(clerk: Clerk) -> Walk:
    meeting = scrutiny(agenda=False, published_at=None)
    for letter, title in (("A", "Formal matters"), ("B", "Business")):
        section = make_section(meeting=meeting, letter=letter, title=title, published_at=None)
        for item in ("Apologies", "Declarations") if letter == "A" else ("Garages", "Parks"):
            make_item(meeting=meeting, section=section, title=item, published_at=None)
    clerk.goes_to(f"/admin/meetings/{meeting.pk}/")
    yield clerk.link("Reorder and renumber items")
    clerk.link("Reorder and renumber items").click()
    up = clerk.page.get_by_role("button", name=re.compile("Up.*Parks"))
    yield up
    up.click()
    yield None
    clerk.page.get_by_role("button", name=re.compile("Number from 1.*Business")).click()
    yield clerk.button("Save the order")
    clerk.button("Save the order").last.click()
    expect(clerk.page.get_by_text("The order of the items is saved.")).to_be_visible()
    assert [item.title for item in meeting.items.order_by("order")][2:] == ["Parks", "Garages"]


def restore_a_deleted_draft(clerk: Clerk) -> Walk:
    delete_draft(row=scrutiny(agenda=False, published_at=None), by=None)
    clerk.goes_to("/admin/")
    yield clerk.link("Deleted drafts")
    clerk.link("Deleted drafts").click()
    yield clerk.page.get_by_role("button", name="Put it back")
    clerk.page.get_by_role("button", name="Put it back").click()
    expect(clerk.page.get_by_text("is back, as a draft")).to_be_visible()


def add_a_paper(clerk: Clerk) -> Walk:
    meeting = scrutiny()
    make_item(meeting=meeting, title="Garages")
    clerk.goes_to(f"/admin/meetings/{meeting.pk}/")
    yield clerk.link("Add a paper")
    clerk.link("Add a paper").click()
    clerk.page.get_by_label("Title").fill("Garages of the estate")
    clerk.page.get_by_label("Item").select_option(label="1 Garages")
    yield clerk.button("Add the paper")
    clerk.page.get_by_label("File").set_input_files(clerk.pdf("garages.pdf", "The garages"))
    clerk.button("Add the paper").click()
    yield None
    assert Document.objects.get().title == "Garages of the estate"


def _finds(clerk: Clerk) -> Locator:
    make_paper(meeting=scrutiny(), title="Garages of the estate")
    clerk.goes_to("/admin/")
    return clerk.button("Find")


def _found(clerk: Clerk) -> None:
    clerk.page.get_by_label("Find a committee, meeting or paper").fill("garages")
    clerk.button("Find").click()
    clerk.link("Garages of the estate").click()


def withhold_a_paper(clerk: Clerk) -> Walk:
    yield _finds(clerk)
    _found(clerk)
    yield clerk.link("Withhold")
    clerk.link("Withhold").click()
    yield clerk.button("Withhold the paper")


def withdraw_a_paper(clerk: Clerk) -> Walk:
    yield _finds(clerk)
    _found(clerk)
    yield clerk.link("Withdraw")
    clerk.link("Withdraw").click()
    clerk.page.get_by_label("Reason").fill("It names residents. A version without names will follow.")
    yield clerk.button("Withdraw the paper")
    clerk.button("Withdraw the paper").click()
    expect(clerk.page.get_by_text("is withdrawn").first).to_be_visible()


def correct_a_paper(clerk: Clerk) -> Walk:
    yield _finds(clerk)
    _found(clerk)
    yield clerk.link("Correct the file")
    clerk.link("Correct the file").click()
    clerk.page.get_by_label("What changed").fill("The rent in paragraph 2 is corrected.")
    yield clerk.button("Use this file")
    clerk.page.get_by_label("File").set_input_files(clerk.pdf("garages.pdf", "The garages, corrected"))
    clerk.button("Use this file").click()
    expect(clerk.page.get_by_text("has a new file")).to_be_visible()


WALKS: dict[str, Callable[[Clerk], Walk]] = {
    walk.__name__.replace("_", "-"): walk
    for walk in (
        make_a_year_of_meetings,
        record_attendance,
        record_minutes,
        build_an_agenda,
        publish_an_agenda_pack,
        publish_at_a_set_time,
        keep_the_proof_of_publication,
        publish_a_supplement,
        put_items_in_order,
        restore_a_deleted_draft,
        add_a_paper,
        withhold_a_paper,
        withdraw_a_paper,
        correct_a_paper,
    )
}
