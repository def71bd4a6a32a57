"""The plan of an upload: corrected, saved, confirmed."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from committees.models import AgendaItem, Committee, Meeting
from documents.actions import uploads
from documents.admin.plans import PlanForm
from documents.models import Document, PackUpload
from documents.packs.plan import PackPlan
from tests.documents.admin.posted import posted
from tests.documents.admin.uploaded import PAGES, PLAN, drafted_upload, ready_upload, with_venue

CONFIRM = {"act": "confirm"}


def address(upload: PackUpload) -> str:
    return f"/admin/packs/{upload.pk}/"


def form_of(upload: PackUpload, **changes: Any) -> dict[str, str]:
    plan = PackPlan.from_json(upload.plan or {})
    return posted(PlanForm(plan, committee=upload.committee), **changes)


def test_plan_page_shows_fields_warnings_and_pages(desk: Client) -> None:
    text = desk.get(address(ready_upload())).text

    assert 'name="items-1-documents-1-title" value="Terms of the sale"' in text
    assert '<a href="#items-1-title">The bookmark says another title.</a>' in text
    assert 'id="items-1-title_warning"' in text
    assert "pages/1.webp" in text


def test_text_from_the_file_is_escaped(desk: Client) -> None:
    item = replace(PLAN.items[0], title="<script>alert(1)</script>", text="</textarea><b>")

    text = desk.get(address(ready_upload(replace(PLAN, items=[item])))).text

    assert "<script>alert" not in text
    assert "</textarea><b>" not in text


def test_saved_corrections_write_nothing_to_the_meeting(desk: Client) -> None:
    upload = ready_upload()

    desk.post(address(upload), {**form_of(upload, meeting__venue="Library"), "act": "save"})

    upload.refresh_from_db()
    assert upload.plan
    assert upload.plan["meeting"]["venue"] == "Library"
    assert not Meeting.objects.exists()


def test_confirmed_plan_is_written_as_drafts(desk: Client, committee: Committee) -> None:
    upload = ready_upload(committee=committee)

    response = desk.post(address(upload), {**form_of(upload, items__2__title="Parks and trees"), **CONFIRM})

    assert response["Location"] == f"{address(upload)}publication/"
    assert [item.title for item in AgendaItem.objects.order_by("order")] == [
        *("Apologies", "Swimming pool", "Parks and trees")
    ]
    assert not Document.objects.public().exists()


def test_confirmed_plan_of_an_unknown_committee_makes_one_that_is_not_public(desk: Client) -> None:
    upload = ready_upload()

    desk.post(address(upload), {**form_of(upload, meeting__committee="Parks Panel"), **CONFIRM})

    made = Committee.objects.get()
    assert (made.name, made.is_public) == ("Parks Panel", False)


def test_confirmed_plan_of_a_committee_named_as_one_here_uses_it(desk: Client, committee: Committee) -> None:
    upload = ready_upload()

    desk.post(address(upload), {**form_of(upload), **CONFIRM})

    assert Meeting.objects.get().committee == committee


def test_spaces_in_the_name_of_a_committee_make_no_other_one(desk: Client, committee: Committee) -> None:
    upload = ready_upload()

    desk.post(address(upload), {**form_of(upload, meeting__committee=" scrutiny   Committee"), **CONFIRM})

    assert Meeting.objects.get().committee == committee


def test_committee_made_at_the_same_moment_keeps_what_was_typed(
    desk: Client, committee: Committee, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = ready_upload()
    monkeypatch.setattr(uploads, "committee_named", lambda name: None)  # as it was a moment ago

    response = desk.post(address(upload), {**form_of(upload, meeting__venue="The old library"), **CONFIRM})

    assert "at the same moment" in response.text
    assert 'value="The old library"' in response.text
    assert not Meeting.objects.exists()


def test_corrections_saved_after_somebody_published_change_nothing(
    desk: Client, committee: Committee, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = drafted_upload(committee)
    is_valid = PlanForm.is_valid

    def published_meanwhile(form: PlanForm) -> bool:
        uploads.publish(upload=PackUpload.objects.get(), by=None)
        return is_valid(form)

    monkeypatch.setattr(PlanForm, "is_valid", published_meanwhile)

    response = desk.post(address(upload), {**form_of(upload, meeting__venue="The old library"), "act": "save"})

    upload.refresh_from_db()
    assert upload.state == PackUpload.State.PUBLISHED
    assert "has published this pack" in response.text


def test_bad_input_keeps_what_was_typed(desk: Client) -> None:
    upload = ready_upload()

    response = desk.post(
        address(upload), {**form_of(upload, items__1__title="", meeting__venue="The old library"), **CONFIRM}
    )

    assert '<a href="#items-1-title">B1, title: Enter the title of the item.</a>' in response.text
    assert 'value="The old library"' in response.text
    assert not Meeting.objects.exists()


def test_page_title_says_that_there_is_an_error(desk: Client) -> None:
    upload = ready_upload()

    response = desk.post(address(upload), {**form_of(upload, items__1__title=""), **CONFIRM})

    assert "<title>Error: " in response.text


def test_added_row_keeps_what_was_typed(desk: Client) -> None:
    upload = ready_upload()

    response = desk.post(address(upload), {**form_of(upload, meeting__venue="The old library"), "add": "members"})

    assert 'name="members-2-name"' in response.text
    assert 'value="The old library"' in response.text


def test_corrected_pack_shows_its_differences_first(desk: Client, committee: Committee) -> None:
    uploads.publish(upload=drafted_upload(committee), by=None)
    second = ready_upload(with_venue("Library"), *PAGES[:3], "Parks, corrected", committee=committee)

    text = desk.get(address(second)).text

    assert "What this pack changes" in text
    assert "Council Chamber" in text
    assert f'name="differences_of" value="{Meeting.objects.get().pk}"' in text


def test_corrected_pack_is_not_applied_before_its_differences_are_shown(desk: Client, committee: Committee) -> None:
    drafted_upload(committee)
    second = ready_upload(with_venue("Library"), *PAGES[:3], "Parks, corrected")
    form = form_of(second, meeting__chosen=committee.pk)

    first_answer = desk.post(address(second), {**form, **CONFIRM})
    unchanged = Meeting.objects.get().venue
    desk.post(address(second), {**form, **CONFIRM, "differences_of": str(Meeting.objects.get().pk)})

    assert "What this pack changes" in first_answer.text
    assert unchanged == "Council Chamber"
    assert Meeting.objects.get().venue == "Library"


def test_confirming_twice_changes_nothing_more(desk: Client, committee: Committee) -> None:
    upload = drafted_upload(committee)

    desk.post(address(upload), {**form_of(upload), **CONFIRM})

    assert (Meeting.objects.count(), AgendaItem.objects.count()) == (1, 3)


def test_saving_after_drafting_needs_another_confirmation(desk: Client, committee: Committee) -> None:
    upload = drafted_upload(committee)

    desk.post(address(upload), {**form_of(upload), "act": "save"})

    upload.refresh_from_db()
    assert upload.state == PackUpload.State.READY


def test_published_upload_leads_to_the_public_page(desk: Client, committee: Committee) -> None:
    upload = drafted_upload(committee)
    meeting = uploads.publish(upload=upload, by=None)

    assert meeting.get_absolute_url() in desk.get(address(upload)).text
