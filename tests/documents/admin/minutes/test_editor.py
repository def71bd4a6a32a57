"""The minutes editor: saved as typed, by script or by its button; never over another clerk's words unasked."""

import re
from typing import Any

import pytest
from django.test import Client

from committees.models import Meeting, MeetingMember, Minute, MinutesDraft
from tests.builders import make_clerk, make_item, make_meeting, make_minute, make_minutes, make_user

SCRIPT = {"Accept": "application/json"}


@pytest.fixture
def meeting(db: None) -> Meeting:
    meeting = make_meeting()
    make_item(meeting=meeting, title="Pool")
    make_item(meeting=meeting, title="Parks")
    return meeting


def address(meeting: Meeting, page: str = "") -> str:
    return f"/admin/meetings/{meeting.pk}/minutes/{page}"


def basis(client: Client, meeting: Meeting) -> str:
    found = re.search(r'name="basis" value="([^"]+)"', client.get(address(meeting)).text)
    assert found
    return found[1]


def typed(meeting: Meeting, **fields: Any) -> dict[str, str]:
    """Two minutes as a browser sends them; `first__text="…"` types in one of them."""
    rows = {}
    for place, item in enumerate(meeting.items.all()):
        rows.update({f"entries-{place}-item": str(item.pk), f"entries-{place}-title": item.title})
        rows.update({f"entries-{place}-access": "open", f"entries-{place}-ORDER": str(place + 1)})
    places = {"first": "entries-0", "second": "entries-1"}
    changes = {}
    for name, value in fields.items():
        row, _, field = name.partition("__")
        changes[f"{places[row]}-{field}" if field else name] = value
    count = {"entries-TOTAL_FORMS": "2", "entries-INITIAL_FORMS": "2"}
    return {"basis": "new", "chair": "", "closed_at": "", **count, **rows, **changes}


def entries(meeting: Meeting) -> list[dict[str, str]]:
    found: list[dict[str, str]] = MinutesDraft.objects.get(meeting=meeting).content["entries"]
    return found


def saved_by_script(client: Client, meeting: Meeting, **fields: Any) -> Any:
    return client.post(address(meeting), typed(meeting, **fields), headers=SCRIPT)


def test_editor_opens_with_the_agenda(desk: Client, meeting: Meeting) -> None:
    text = desk.get(address(meeting)).text

    assert 'value="Pool"' in text
    assert "A minute for each item of the agenda is prepared" in text
    assert not MinutesDraft.objects.exists()


def test_save_button_keeps_a_draft_that_the_public_does_not_see(desk: Client, meeting: Meeting) -> None:
    response = desk.post(address(meeting), typed(meeting, chair="Ada Byrne", first__text="It was discussed."))

    assert response.status_code == 302
    text = desk.get(address(meeting)).text
    assert "It was discussed." in text
    assert "Ada Byrne" in text
    assert not Minute.objects.exists()


def test_script_saves_and_is_told_when(desk: Client, meeting: Meeting) -> None:
    answer = saved_by_script(desk, meeting, first__text="It was discussed.").json()

    assert re.fullmatch(r"Saved \d\d:\d\d", answer["words"])
    assert answer["basis"] == basis(desk, meeting)


def test_saving_goes_on_from_the_last_save(desk: Client, meeting: Meeting) -> None:
    first = saved_by_script(desk, meeting, first__text="One").json()

    assert saved_by_script(desk, meeting, basis=first["basis"], first__text="Two").status_code == 200
    assert entries(meeting)[0]["text"] == "Two"


def test_what_cannot_be_used_yet_is_kept_as_typed(desk: Client, meeting: Meeting) -> None:
    saved_by_script(desk, meeting, closed_at="half\0 past", first__declarations="no colon here", first__text="a\0b")

    text = desk.get(address(meeting)).text
    assert "half past" in text
    assert "no colon here" in text
    assert entries(meeting)[0]["text"] == "ab"


def test_second_clerk_is_told_and_saves_nothing(desk: Client, meeting: Meeting) -> None:
    saved_by_script(desk, meeting, first__text="Asha’s words")
    other = Client()
    other.force_login(make_clerk(username="ben", first_name="Ben", last_name="Okoro"))

    response = saved_by_script(other, meeting, first__text="Ben’s words")

    assert response.status_code == 409
    assert response.json()["problem"].startswith("asha saved these minutes at")
    [changed] = response.json()["changed"]
    assert (changed["what"], changed["before"], changed["after"]) == ("text", "nothing", "Asha’s words")
    assert entries(meeting)[0]["text"] == "Asha’s words"


def test_second_clerk_without_script_keeps_what_was_typed_on_the_page(desk: Client, meeting: Meeting) -> None:
    saved_by_script(desk, meeting, first__text="Asha’s words")
    other = Client()
    other.force_login(make_clerk())

    response = other.post(address(meeting), typed(meeting, first__text="Ben’s words"))

    assert response.status_code == 409
    assert "Ben’s words" in response.text
    assert "asha saved these minutes at" in response.text
    assert "<strong>Asha’s words</strong>" in response.text


def test_words_saved_over_are_set_aside(desk: Client, meeting: Meeting) -> None:
    saved_by_script(desk, meeting, first__text="Asha’s words")
    other = Client()
    other.force_login(make_clerk())

    other.post(address(meeting), typed(meeting, first__text="Ben’s words", act="over"))

    assert entries(meeting)[0]["text"] == "Ben’s words"
    assert "Asha’s words" in desk.get(address(meeting, "set-aside/")).text


def test_same_words_saved_twice_are_no_conflict(desk: Client, meeting: Meeting) -> None:
    saved_by_script(desk, meeting, first__text="Same")

    assert saved_by_script(desk, meeting, first__text="Same").status_code == 200


def test_page_opened_before_publication_is_not_saved_over_it(desk: Client, meeting: Meeting) -> None:
    make_minute(minutes=make_minutes(meeting=meeting))

    answer = saved_by_script(desk, meeting)

    assert answer.status_code == 409
    assert "published" in answer.json()["problem"]


def test_minute_is_added_without_script(desk: Client, meeting: Meeting) -> None:
    response = desk.post(address(meeting), typed(meeting, act="add", first__text="Kept"))

    assert response["Location"].endswith("#entries-2")
    assert [one["text"] for one in entries(meeting)] == ["Kept", "", ""]


def test_late_items_are_added(desk: Client, meeting: Meeting) -> None:
    sent = typed(meeting, act="add_items")
    make_item(meeting=meeting, title="Urgent business")

    desk.post(address(meeting), sent)

    assert entries(meeting)[-1]["title"] == "Urgent business"


def test_minutes_are_numbered_in_order(desk: Client, meeting: Meeting) -> None:
    desk.post(address(meeting), typed(meeting, act="number", first_number="143"))

    assert [one["number"] for one in entries(meeting)] == ["143", "144"]


@pytest.mark.parametrize("number", ["", "first", "-1", "9999999"])
def test_no_number_is_asked_for_again(desk: Client, meeting: Meeting, number: str) -> None:
    text = desk.post(address(meeting), typed(meeting, act="number", first_number=number, first__text="Kept")).text

    assert "Enter the first running number" in text
    assert "Kept" in text


def test_saving_by_the_button_removes_and_orders(desk: Client, meeting: Meeting) -> None:
    desk.post(address(meeting), typed(meeting, first__ORDER="2", second__ORDER="1"))
    assert [one["title"] for one in entries(meeting)] == ["Parks", "Pool"]

    sent = typed(meeting, basis=basis(desk, meeting), first__DELETE="on")
    desk.post(address(meeting), sent)
    assert len(entries(meeting)) == 1


def test_removal_saved_by_script_waits_for_the_button(desk: Client, meeting: Meeting) -> None:
    saved_by_script(desk, meeting, first__DELETE="on")

    text = desk.get(address(meeting)).text
    assert re.search(r'name="entries-0-DELETE"[^>]*checked', text)


def test_page_that_arrived_cut_short_is_not_saved(desk: Client, meeting: Meeting) -> None:
    sent = typed(meeting)
    del sent["entries-TOTAL_FORMS"]

    assert desk.post(address(meeting), sent).status_code == 400
    assert not MinutesDraft.objects.exists()


def test_page_may_be_gone_back_to(desk: Client, meeting: Meeting) -> None:
    assert "no-store" not in desk.get(address(meeting))["Cache-Control"]


def test_faults_are_shown_where_they_are_when_asked(desk: Client, meeting: Meeting) -> None:
    saved_by_script(desk, meeting, first__declarations="no colon", first__title="")

    shown = desk.get(address(meeting) + "?check=1").text

    assert "Write the member’s name, a colon" in shown
    assert "Enter the title of this minute." in shown
    assert "Enter the title" not in desk.get(address(meeting)).text


def test_chair_printed_for_the_meeting_is_filled_in(desk: Client, meeting: Meeting) -> None:
    MeetingMember.objects.create(meeting=meeting, order=1, name="Ada Byrne", role="chair")

    assert 'value="Ada Byrne"' in desk.get(address(meeting)).text


@pytest.mark.parametrize("page", ["", "preview/", "publish/", "set-aside/", "confirm/", "withdraw/", "reinstate/"])
def test_staff_without_permission_are_refused(client: Client, meeting: Meeting, page: str) -> None:
    client.force_login(make_user(is_staff=True))

    assert client.get(address(meeting, page)).status_code == 403


def test_screen_has_no_inline_script_or_style(desk: Client, meeting: Meeting) -> None:
    text = desk.get(address(meeting)).text

    assert "<style" not in text
    assert " style=" not in text
    assert "<script>" not in text
