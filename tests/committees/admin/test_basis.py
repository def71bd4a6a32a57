"""Two clerks at the same thing: the second is shown what the first changed, and nothing is overwritten unseen."""

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from committees.audit import recorded
from committees.models import AgendaItem, Council, Decision, Meeting, User
from tests.builders import make_clerk, make_committee, make_decision, make_item, make_meeting
from tests.committees.admin.whole_form import whole_form


@pytest.fixture
def desk(client: Client, db: None) -> Client:
    client.force_login(make_clerk())
    return client


@pytest.fixture
def ben(db: None) -> User:
    return make_clerk(first_name="Ben", last_name="Cole")


def change_of(meeting: Meeting) -> str:
    return reverse("admin:committees_meeting_change", args=[meeting.pk])


def moved_by(ben: User, meeting: Meeting, venue: str) -> None:
    with recorded(by=ben, why="Change venue"):
        meeting.venue = venue
        meeting.save()


def test_second_clerk_is_shown_what_the_first_changed_and_keeps_what_was_typed(desk: Client, ben: User) -> None:
    meeting = make_meeting(venue="Chamber")
    opened = whole_form(desk, change_of(meeting), quorum="4")
    moved_by(ben, meeting, "Old library")

    response = desk.post(change_of(meeting), opened)

    meeting.refresh_from_db()
    assert (meeting.venue, meeting.quorum) == ("Old library", None)
    assert "Ben Cole changed it at" in response.text
    assert "Chamber" in response.text
    assert "<strong>Old library</strong>" in response.text
    assert 'name="quorum" value="4"' in response.text


def test_saving_again_after_having_seen_it_is_a_choice(desk: Client, ben: User) -> None:
    meeting = make_meeting(venue="Chamber")
    opened = whole_form(desk, change_of(meeting), quorum="4")
    moved_by(ben, meeting, "Old library")
    told = desk.post(change_of(meeting), opened)

    desk.post(change_of(meeting), {**opened, "basis": told.context["basis"]})

    meeting.refresh_from_db()
    assert (meeting.venue, meeting.quorum) == ("Chamber", 4)


def test_third_clerk_in_between_is_told_too(desk: Client, ben: User) -> None:
    meeting = make_meeting(venue="Chamber")
    opened = whole_form(desk, change_of(meeting))
    moved_by(ben, meeting, "Old library")
    told = desk.post(change_of(meeting), opened)
    moved_by(ben, meeting, "New library")

    again = desk.post(change_of(meeting), {**opened, "basis": told.context["basis"]})

    assert "<strong>New library</strong>" in again.text


def test_item_changed_meanwhile_in_the_same_form_is_shown(desk: Client, ben: User) -> None:
    item = make_item(title="Garages", published_at=None)
    opened = whole_form(desk, change_of(item.meeting), venue="Annexe")
    with recorded(by=ben, why="Change title"):
        item.title = "Garages and sheds"
        item.save()

    response = desk.post(change_of(item.meeting), opened)

    assert "<strong>Garages and sheds</strong>" in response.text
    assert AgendaItem.objects.get().title == "Garages and sheds"


def test_form_of_the_same_state_is_saved(desk: Client) -> None:
    meeting = make_meeting()

    desk.post(change_of(meeting), whole_form(desk, change_of(meeting), venue="Annexe"))

    meeting.refresh_from_db()
    assert meeting.venue == "Annexe"


@pytest.mark.parametrize("name", ["council", "committee"])
def test_other_forms_of_the_admin_are_guarded(desk: Client, ben: User, name: str) -> None:
    row = Council.objects.create(name="Old") if name == "council" else make_committee(name="Old")
    address = reverse(f"admin:committees_{name}_change", args=[row.pk])
    opened = whole_form(desk, address, name="Mine")
    type(row).objects.update(name="Theirs")

    response = desk.post(address, opened)

    assert "Theirs" in response.text
    assert type(row).objects.get().name == "Theirs"


def test_user_form_carries_no_password(desk: Client, ben: User) -> None:
    context = desk.get(reverse("admin:committees_user_change", args=[ben.pk])).context

    assert "'password'" not in str(signing.loads(context["basis"], salt="committees.admin.basis"))


def test_decision_corrected_meanwhile_is_not_overwritten(desk: Client) -> None:
    decision = make_decision(title="Old", kind=Decision.Kind.OFFICER)
    address = f"/admin/committees/decision/{decision.pk}/correct/"
    page = desk.get(address)
    form, token = page.context["form"], page.context["basis"]
    sent = {bound.name: bound.value() for bound in form if bound.value() not in (None, False)}
    Decision.objects.update(title="Theirs")

    response = desk.post(address, {**sent, "title": "Mine", "basis": token})

    assert "<strong>Theirs</strong>" in response.text
    assert 'value="Mine"' in response.text
    assert Decision.objects.get().title == "Theirs"


def change(item: AgendaItem, **fields: object) -> None:
    AgendaItem.objects.filter(pk=item.pk).update(**fields)


EXEMPT = {"access": "exempt", "exempt_paragraphs": [3], "withheld_reason": "It names a bidder."}


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("item_change", {"title": "Parks and pools"}, {"title": "Parks", "text": "To decide."}),
        ("item_restrict", EXEMPT, {"access": "confidential", "reason": "By order of the court."}),
        ("item_urgency", {"urgency_reason": "A wall is falling."}, {"reason": "A flood."}),
        ("item_resolution", {"private_resolution": "That the public leave."}, {"resolution": "That they go."}),
    ],
)
def test_question_about_an_item_that_was_answered_meanwhile_is_not_answered_over_it(
    desk: Client, name: str, first: dict[str, object], second: dict[str, str]
) -> None:
    item = make_item(title="Parks")
    address = reverse(f"admin:{name}", args=[item.pk])
    basis = desk.get(address).context["basis"]
    change(item, **first)
    changed = AgendaItem.objects.filter(pk=item.pk).values().get()

    told = desk.post(address, {**second, "basis": basis})

    assert told.status_code == 409
    assert "somebody else has changed this" in told.text
    assert list(second.values())[-1] in told.text
    assert AgendaItem.objects.filter(pk=item.pk).values().get() == changed


def test_forged_or_missing_basis_is_that_of_a_form_opened_now(desk: Client) -> None:
    meeting = make_meeting()

    desk.post(change_of(meeting), whole_form(desk, change_of(meeting), venue="Annexe", basis="forged"))

    meeting.refresh_from_db()
    assert meeting.venue == "Annexe"
