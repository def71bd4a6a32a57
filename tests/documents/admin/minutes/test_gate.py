"""Minutes typed here on their way to the public: what is found in them, and who releases them."""

from typing import Any

import pytest
from django.test import Client

from committees.actions import NotAllowed, open_item, reinstate_minutes, withdraw_minutes
from committees.models import Council, Meeting, Minute, Minutes, User
from documents.models import Finding, ReleaseRequest
from documents.proof import proof_of
from tests.builders import make_clerk, make_item, make_meeting
from tests.documents.admin.minutes.test_editor import address, typed

PHONE = "Mrs Hill, 07700 900123, spoke."


@pytest.fixture
def meeting(db: None) -> Meeting:
    meeting = make_meeting()
    make_item(meeting=meeting, title="Pool")
    make_item(meeting=meeting, title="Parks")
    return meeting


def write(client: Client, meeting: Meeting, **fields: str) -> None:
    basis = client.get(address(meeting)).context["basis"]
    client.post(address(meeting), typed(meeting, basis=basis, **fields), headers={"Accept": "application/json"})


def publish(client: Client, meeting: Meeting) -> Any:
    return client.post(address(meeting, "publish/"))


def by_second_person() -> None:
    Council.objects.update_or_create(singleton=True, defaults={"name": "Millbrook", "release_by_second_person": True})


def test_a_private_number_stops_minutes_until_it_is_accepted_with_a_reason_which_the_proof_tells(
    desk: Client, meeting: Meeting
) -> None:
    write(desk, meeting, first__text=PHONE)

    refused = publish(desk, meeting).text
    finding = Finding.objects.get(minutes_of=meeting)
    accepted = {"finding": finding.pk, "reason": "She asked for it", "next": address(meeting, "publish/")}
    desk.post("/admin/findings/accept/", accepted)
    publish(desk, meeting)

    assert "minute 1: personal telephone number" in refused
    assert "<strong>Personal telephone number</strong>, minute 1: <q>07700 900123</q>" in refused
    assert Minutes.objects.public().exists()
    told = next(entry for entry in proof_of(meeting).entries if entry.what == "Finding accepted")
    assert (told.about, dict(told.details)["Reason"]) == ("phone, minute 1", "She asked for it")


def test_what_is_put_right_stops_nothing(desk: Client, meeting: Meeting) -> None:
    write(desk, meeting, first__text=PHONE)
    publish(desk, meeting)
    write(desk, meeting, first__text="Mrs Hill spoke.")

    publish(desk, meeting)

    assert Minutes.objects.public().exists()


def test_what_is_kept_from_the_public_is_looked_through_only_when_its_item_is_opened(
    desk: Client, clerk: User, meeting: Meeting
) -> None:
    item = meeting.items.get(title="Pool")
    meeting.items.filter(pk=item.pk).update(access="exempt", exempt_paragraphs=[1])
    write(desk, meeting, first__text=PHONE)
    publish(desk, meeting)
    item.refresh_from_db()

    with pytest.raises(NotAllowed, match="minute 1: personal telephone number"):
        open_item(item=item, by=clerk, reason="The person agreed")

    assert Minutes.objects.public().exists()
    assert "07700 900123" in desk.get(f"/admin/items/{item.pk}/open/").text


def test_where_a_second_person_releases_nobody_publishes_what_they_typed(
    client: Client, desk: Client, meeting: Meeting
) -> None:
    by_second_person()
    write(desk, meeting, first__text="It was discussed.")

    refused = publish(desk, meeting).text
    desk.post(address(meeting, "publish/"), {"act": "ask"})
    other = make_clerk()
    client.force_login(other)
    on_desk = client.get("/admin/").text
    publish(client, meeting)

    assert "You wrote or last changed" in refused
    assert f"Minutes of {meeting}" in on_desk
    assert Minutes.objects.public().exists()
    assert ReleaseRequest.objects.get().closed_by == other


def test_who_releases_minutes_may_open_them_and_alters_no_word(client: Client, desk: Client, meeting: Meeting) -> None:
    by_second_person()
    write(desk, meeting, first__text="It was discussed.")
    client.force_login(make_clerk())
    write(client, meeting, first__text="It was discussed.")
    only_looked = client.get(address(meeting, "publish/")).text

    write(client, meeting, first__text="It was agreed.")

    assert 'class="clerk-button">Release</button>' in only_looked
    assert "You wrote or last changed" in publish(client, meeting).text


def test_minutes_changed_since_they_were_looked_at_are_looked_at_again(desk: Client, meeting: Meeting) -> None:
    write(desk, meeting, first__text="It was discussed.")
    looked_at = desk.get(address(meeting, "publish/")).context["looked_at"]
    write(desk, meeting, first__text="It was agreed.")

    text = desk.post(address(meeting, "publish/"), {"looked_at": looked_at}).text

    assert "changed after you opened this page" in text
    assert not Minutes.objects.exists()


def test_withdrawn_minutes_come_back_only_by_a_second_person(desk: Client, clerk: User, meeting: Meeting) -> None:
    write(desk, meeting, first__text="It was discussed.")
    publish(desk, meeting)
    minutes = withdraw_minutes(minutes=Minutes.objects.get(), by=clerk, reason="A name")
    by_second_person()

    with pytest.raises(NotAllowed, match="somebody else must release"):
        reinstate_minutes(minutes=minutes, by=clerk, why="A mistake")

    assert reinstate_minutes(minutes=minutes, by=make_clerk(), why="A mistake").withdrawn_at is None


def test_what_is_found_in_withdrawn_minutes_is_accepted_with_a_reason_where_they_are_reinstated(
    desk: Client, clerk: User, meeting: Meeting
) -> None:
    write(desk, meeting, first__text="It was discussed.")
    publish(desk, meeting)
    withdraw_minutes(minutes=Minutes.objects.get(), by=clerk, reason="A name")
    Minute.objects.filter(title="Pool").update(text=PHONE)
    page = address(meeting, "reinstate/")

    stopped = desk.post(page, {"why": "A mistake"}).text
    desk.post("/admin/findings/accept/", {"finding": Finding.objects.get().pk, "reason": "She asked for it"})
    desk.post(page, {"why": "A mistake"})

    assert "minute 1: <q>07700 900123</q>" in stopped
    assert "Accept what is ticked" in stopped
    assert Minutes.objects.public().exists()
