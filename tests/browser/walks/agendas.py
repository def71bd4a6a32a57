"""Walks of the guides about agendas and packs."""

import re
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from committees.actions import delete_draft
from committees.models import (
    AgendaTemplate,
    TemplateItem,
    TemplateSection,
)
from documents.actions import uploads
from documents.models import PackUpload
from portal.sample_council.facts import sample_council
from portal.sample_council.pack_facts import packs
from portal.sample_council.writing import write_pack
from tests.browser.walks.clerk import Clerk, Walk, scrutiny
from tests.builders import make_item, make_paper, make_section
from tests.documents.admin.uploaded import PLAN, ready_upload


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
    yield clerk.link("Download the record (PDF)")


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
