"""The screens for deleting a draft and putting it back."""

import pytest
from django.test import Client

from committees.models import AgendaItem, DeletedDraft, Meeting, Ward
from documents.models import Document
from tests.builders import (
    make_committee,
    make_decision,
    make_item,
    make_meeting,
    make_minute,
    make_paper,
    make_person,
    make_user,
    make_ward,
)
from tests.committees.admin.whole_form import whole_form


def draft_meeting() -> Meeting:
    return make_meeting(agenda=False, published_at=None)


def test_draft_is_deleted_after_being_asked_and_put_back_from_the_list(desk: Client) -> None:
    meeting = draft_meeting()
    address = f"/admin/committees/meeting/{meeting.pk}/delete/"

    assert "The public has never seen it" in desk.get(address).text
    assert Meeting.objects.exists()
    listed = desk.post(address, follow=True).text
    assert "It can be put back until" in listed

    back = desk.post(f"/admin/deleted/{DeletedDraft.objects.get().pk}/restore/")
    assert Meeting.objects.get() == meeting
    assert back["Location"] == f"/admin/meetings/{meeting.pk}/"


@pytest.mark.parametrize("kind", ["meeting", "paper", "committee"])
def test_what_was_public_is_refused_with_what_to_do_instead(desk: Client, kind: str) -> None:
    makers = {"meeting": make_meeting, "paper": make_paper, "committee": make_committee}
    row = makers[kind]()  # type: ignore[operator]
    address = f"/admin/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/delete/"

    response = desk.post(address)

    assert response.status_code == 403
    assert "Nothing was deleted" in response.text
    assert "What you can do instead" in response.text
    assert type(row).objects.exists()


def test_ward_is_deleted_only_until_it_has_had_a_councillor(desk: Client) -> None:
    mistaken, known = make_ward(), make_ward()
    councillor = make_person(ward=known)
    councillor.ward = None
    councillor.save()

    assert desk.post(f"/admin/committees/ward/{known.pk}/delete/").status_code == 403
    desk.post(f"/admin/committees/ward/{mistaken.pk}/delete/")
    assert list(Ward.objects.all()) == [known]


def test_ward_of_a_minuted_decision_is_not_deleted(desk: Client) -> None:
    """It is public with its minute, and has no moment of its own."""
    ward = make_ward()
    decision = make_decision(minute=make_minute(item=make_item()), wards=[ward], published_at=None)

    assert desk.post(f"/admin/committees/ward/{ward.pk}/delete/").status_code == 403
    assert list(decision.wards.all()) == [ward]


def test_item_removed_in_the_meeting_form_can_be_put_back(desk: Client) -> None:
    item = make_item(meeting=draft_meeting(), title="Garages", published_at=None)
    address = f"/admin/committees/meeting/{item.meeting_id}/change/"

    desk.post(address, {**whole_form(desk, address), "items-0-DELETE": "on"})

    assert not AgendaItem.objects.exists()
    assert "Garages" in desk.get("/admin/deleted/").text


def test_staff_without_permission_neither_delete_nor_put_back(desk: Client, client: Client) -> None:
    paper = make_paper(meeting=draft_meeting(), published_at=None)
    assert desk.post(f"/admin/documents/document/{paper.pk}/delete/", follow=True).status_code == 200
    deleted = DeletedDraft.objects.get()
    client.force_login(make_user(is_staff=True))

    assert client.post(f"/admin/deleted/{deleted.pk}/restore/").status_code == 403
    assert str(deleted) not in client.get("/admin/deleted/").text
    assert client.get(f"/admin/committees/meeting/{draft_meeting().pk}/delete/").status_code == 403
    assert not Document.objects.exists()
