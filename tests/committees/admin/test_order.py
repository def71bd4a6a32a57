"""Reordering and renumbering the items of an agenda."""

from typing import Any

import pytest
from django.test import Client

from committees.models import AgendaItem, Meeting, PublicChange
from tests.builders import make_clerk, make_item, make_meeting, make_section, make_user


@pytest.fixture
def desk(client: Client, db: None) -> Client:
    client.force_login(make_clerk())
    return client


@pytest.fixture
def meeting(db: None) -> Meeting:
    """A draft agenda: A1 and A2, then B1."""
    meeting = make_meeting(agenda=False)
    first, second = (make_section(meeting=meeting, letter=letter, published_at=None) for letter in "AB")
    for section, label in ((first, "1"), (first, "2"), (second, "1")):
        make_item(meeting=meeting, section=section, label=label, published_at=None)
    return meeting


def address(meeting: Meeting) -> str:
    return f"/admin/meetings/{meeting.pk}/order/"


def page(desk: Client, meeting: Meeting, **changes: Any) -> dict[str, Any]:
    """What the page would send, with some of its fields changed."""
    context = desk.get(address(meeting)).context
    return {**fields(context), **changes}


def fields(context: Any) -> dict[str, Any]:
    sent: dict[str, Any] = {"basis": context["basis"], "item": []}
    for group in context["groups"]:
        for line in group.lines:
            sent["item"].append(str(line.item.pk))
            sent |= {f"section-{line.item.pk}": group.key, f"label-{line.item.pk}": line.label}
    return sent


def references(meeting: Meeting) -> list[tuple[str, str]]:
    rows = AgendaItem.objects.filter(meeting=meeting).select_related("section").order_by("order")
    return [(item.reference, item.title) for item in rows]


def test_moving_up_shows_the_new_order_and_saves_nothing(desk: Client, meeting: Meeting) -> None:
    second = AgendaItem.objects.get(title="Item 2")

    response = desk.post(address(meeting), page(desk, meeting, act=f"up:{second.pk}"))

    assert [line.item.title for line in response.context["groups"][0].lines] == ["Item 2", "Item 1"]
    assert references(meeting) == [("A1", "Item 1"), ("A2", "Item 2"), ("B1", "Item 3")]


def test_order_is_saved_with_what_was_moved_and_numbered(desk: Client, meeting: Meeting) -> None:
    second = AgendaItem.objects.get(title="Item 2")
    moved = desk.post(address(meeting), page(desk, meeting, act=f"up:{second.pk}"))
    section = str(second.section_id)
    numbered = desk.post(address(meeting), {**fields(moved.context), "act": f"number:{section}"})

    desk.post(address(meeting), {**fields(numbered.context), "act": "save"})

    assert references(meeting) == [("A1", "Item 2"), ("A2", "Item 1"), ("B1", "Item 3")]
    assert PublicChange.objects.filter(subject="meeting").exists()


def test_item_moved_over_the_edge_goes_into_the_next_section(desk: Client, meeting: Meeting) -> None:
    second = AgendaItem.objects.get(title="Item 2")

    moved = desk.post(address(meeting), page(desk, meeting, act=f"down:{second.pk}"))
    desk.post(address(meeting), {**fields(moved.context), "act": "save"})

    assert references(meeting) == [("A1", "Item 1"), ("B2", "Item 2"), ("B1", "Item 3")]


def test_label_that_two_items_would_share_is_told(desk: Client, meeting: Meeting) -> None:
    second = AgendaItem.objects.get(title="Item 2")

    response = desk.post(address(meeting), page(desk, meeting, act="show", **{f"label-{second.pk}": "1"}))

    assert "More than one item would be A1" in response.text


def test_published_label_changes_only_when_the_clerk_agrees(desk: Client) -> None:
    item = make_item(label="1", title="Garages")
    sent = page(desk, item.meeting, act="save", **{f"label-{item.pk}": "2"})

    response = desk.post(address(item.meeting), sent)

    assert "Published labels would change" in response.text
    assert 'value="2" maxlength="20"' in response.text
    assert references(item.meeting) == [("1", "Garages")]

    desk.post(address(item.meeting), {**sent, "labels_agreed": "yes"})
    assert references(item.meeting) == [("2", "Garages")]


def test_order_changed_meanwhile_is_shown_with_what_was_done_here(desk: Client, meeting: Meeting) -> None:
    first, second, _third = AgendaItem.objects.order_by("order")
    sent = page(desk, meeting, act="save", item=[str(second.pk), str(first.pk)])
    AgendaItem.objects.filter(pk=first.pk).update(label="9")
    added = make_item(meeting=meeting, title="Urgent", published_at=None)

    response = desk.post(address(meeting), sent)

    assert response.status_code == 409
    titles = [line.item.title for group in response.context["groups"] for line in group.lines]
    assert titles == ["Item 2", "Item 1", "Item 3", "Urgent"]
    assert AgendaItem.objects.get(pk=added.pk).order == 4


def test_item_of_another_meeting_is_not_moved_here(desk: Client, meeting: Meeting) -> None:
    foreign = make_item(title="Foreign")

    desk.post(address(meeting), page(desk, meeting, act="save", item=[str(foreign.pk)]))

    foreign.refresh_from_db()
    assert foreign.meeting_id != meeting.pk
    assert len(references(meeting)) == 3


def test_staff_who_may_change_no_meeting_order_nothing(client: Client, meeting: Meeting) -> None:
    client.force_login(make_user(is_staff=True))

    assert client.get(address(meeting)).status_code == 403
