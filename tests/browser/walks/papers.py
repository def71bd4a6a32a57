"""Walks of the guides about papers."""

from playwright.sync_api import Locator, expect

from committees.models import (
    Council,
    Role,
)
from documents.actions import papers
from documents.actions.checking import check_versions
from documents.actions.release import ask_for_release
from documents.models import Document, DocumentVersion
from tests.browser.walks.clerk import Clerk, Walk, scrutiny
from tests.builders import make_item, make_paper, make_role


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
    clerk.page.get_by_label("Yes: it stands compared").check()
    clerk.button("Use this file").click()
    expect(clerk.page.get_by_text("has a new file")).to_be_visible()


def release_a_paper(clerk: Clerk) -> Walk:
    Council.objects.create(name="Council", release_by_second_person=True)
    ben = make_role(Role.CLERK, first_name="Ben")
    item = make_item(meeting=scrutiny(), title="Garages")
    with clerk.pdf("garages.pdf", "The garages of the estate").open("rb") as file:
        paper = papers.add_paper(
            meeting=item.meeting, item=item, file=file, name="garages.pdf", title="Garages", kind="report", by=ben
        )
    check_versions(DocumentVersion.objects.filter(document=paper))
    ask_for_release(by=ben, document=paper, note="The rents are new.")
    clerk.goes_to("/admin/")
    yield clerk.link("Garages")
    clerk.link("Garages").click()
    yield None
    yield clerk.button("Release")
    clerk.button("Release").click()
    expect(clerk.page.get_by_text("is published").first).to_be_visible()
