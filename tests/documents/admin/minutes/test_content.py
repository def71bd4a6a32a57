"""What the minutes editor begins with."""

import pytest

from committees import actions
from committees.actions import MinuteDraft
from committees.models import Meeting, MeetingMember
from documents.admin.minutes.content import basis_of, content_of, from_minutes, items_without_minute, next_number
from documents.admin.minutes.forms import MinutesForm
from tests.builders import make_committee, make_item, make_meeting, make_minute, make_minutes, make_section

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting() -> Meeting:
    return make_meeting(committee=make_committee())


def earlier(meeting: Meeting, *numbers: str) -> None:
    before = make_meeting(committee=meeting.committee, date=meeting.date.replace(year=meeting.date.year - 1))
    minutes = make_minutes(meeting=before)
    for number in numbers:
        make_minute(minutes=minutes, number=number)


def test_agenda_gives_a_minute_for_each_item_with_its_label(meeting: Meeting) -> None:
    section = make_section(meeting=meeting, letter="B")
    item = make_item(meeting=meeting, section=section, label="2", title="Pool")
    make_item(meeting=meeting, title="Gone", state="withdrawn")
    MeetingMember.objects.create(meeting=meeting, order=1, name="Ada Byrne", role="chair")

    content = content_of(meeting)

    assert content["chair"] == "Ada Byrne"
    assert [(one["item"], one["item_label"], one["title"]) for one in content["entries"]] == [
        (str(item.pk), "B2", "Pool")
    ]


def test_numbers_go_on_from_the_committees_last_minutes(meeting: Meeting) -> None:
    make_item(meeting=meeting)
    make_item(meeting=meeting)
    earlier(meeting, "143", "144", "x")

    assert [one["number"] for one in content_of(meeting)["entries"]] == ["145", "146"]


def test_numbers_stay_empty_where_the_committee_has_none(meeting: Meeting) -> None:
    earlier(meeting, "")

    assert next_number(meeting) is None


def test_numbers_of_another_committee_do_not_count(meeting: Meeting) -> None:
    earlier(make_meeting(), "143")

    assert next_number(meeting) is None


def test_written_minutes_come_back_as_they_were_written(meeting: Meeting) -> None:
    written = MinuteDraft(
        title="Pool",
        number="143",
        item=make_item(meeting=meeting, label="1"),
        item_label="1",
        text="It was discussed.\n\nAt length.",
        resolved=["(a) That it close.", "(b) That people be told."],
        requests=["A plan by May."],
        vote="2 for, 1 against",
        declarations=[("Ada Byrne", "B2", "lives beside it")],
        votes=[("Ada Byrne", "for"), ("Ben Okoro", "for"), ("Cy Dale", "against")],
    )
    minutes = actions.write_minutes(meeting=meeting, entries=[written], chair="Ada Byrne", by=None)

    content = from_minutes(minutes, meeting)
    form = MinutesForm(list(meeting.items.all()), content=content, check=True)

    assert form.problems == []
    assert form.drafts() == [written]


def test_items_added_to_the_agenda_later_are_found(meeting: Meeting) -> None:
    make_item(meeting=meeting)
    content = content_of(meeting)
    late = make_item(meeting=meeting, title="Urgent")

    assert items_without_minute(meeting, content) == [late]


def test_basis_tells_kept_states_apart() -> None:
    assert basis_of(None) != basis_of({"entries": []}) != basis_of({"entries": [], "chair": "A"})
    assert basis_of({"a": 1, "b": 2}) == basis_of({"b": 2, "a": 1})
