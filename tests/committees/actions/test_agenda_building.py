"""An agenda made here, from its committee's template."""

import pytest
from django.utils import timezone

from committees import actions
from committees.actions import NotAllowed, restore_draft
from committees.actions import agenda_building as building
from committees.models import (
    AgendaItem,
    AgendaTemplate,
    DeletedDraft,
    Meeting,
    MeetingMember,
    TemplateItem,
    TemplateSection,
)
from tests.builders import make_committee, make_item, make_meeting, make_membership, make_person, make_section

pytestmark = pytest.mark.django_db


@pytest.fixture
def template() -> AgendaTemplate:
    committee = make_committee(quorum=4, contact_name="Ada Clerk")
    template = AgendaTemplate.objects.create(committee=committee, venue="Room 1")
    business = TemplateSection.objects.create(template=template, order=2, letter="B", title="Business")
    formal = TemplateSection.objects.create(template=template, order=1, letter="A", title="Formal", text="Standing.")
    TemplateItem.objects.create(template=template, section=business, order=1, title="Work programme")
    TemplateItem.objects.create(template=template, section=formal, order=1, title="Apologies")
    TemplateItem.objects.create(template=template, section=formal, order=2, title="Minutes")
    return template


def begin(template: AgendaTemplate) -> Meeting:
    meeting = make_meeting(committee=template.committee, agenda=False, venue="")
    return building.begin_agenda(meeting=meeting, by=None, template=template)


def references(meeting: Meeting) -> list[tuple[str, str]]:
    return [(item.reference, item.title) for item in AgendaItem.objects.filter(meeting=meeting).order_by("order")]


def test_agenda_begins_with_the_template_and_the_committees_facts(template: AgendaTemplate) -> None:
    ada = make_person(name="Ada Byrne")
    make_membership(committee=template.committee, person=ada, role="chair")

    meeting = begin(template)

    assert references(meeting) == [("A1", "Apologies"), ("A2", "Minutes"), ("B1", "Work programme")]
    assert (meeting.venue, meeting.quorum, meeting.contact_name) == ("Room 1", 4, "Ada Clerk")
    assert [(seat.name, seat.role) for seat in MeetingMember.objects.filter(meeting=meeting)] == [
        ("Ada Byrne", "chair")
    ]
    assert not AgendaItem.objects.public().exists()


def test_membership_is_that_of_the_day(template: AgendaTemplate) -> None:
    gone = make_person(name="Gone Before")
    make_membership(committee=template.committee, person=gone, ended_on=timezone.localdate())

    begin(template)

    assert not MeetingMember.objects.exists()


def test_agenda_that_is_here_is_not_begun_again(template: AgendaTemplate) -> None:
    meeting = begin(template)

    with pytest.raises(NotAllowed, match="already"):
        building.begin_agenda(meeting=meeting, by=None, template=template)


def test_added_item_is_the_last_of_its_section_and_numbered(template: AgendaTemplate) -> None:
    meeting = begin(template)
    formal = meeting.sections.get(letter="A")

    building.add_item(meeting=meeting, section=formal, by=None, title="Declarations")

    assert references(meeting) == [
        ("A1", "Apologies"),
        ("A2", "Minutes"),
        ("A3", "Declarations"),
        ("B1", "Work programme"),
    ]


def test_sections_without_letters_are_numbered_straight_through() -> None:
    meeting = make_meeting(agenda=False)
    for title in ("Formal", "Business"):
        section = building.add_section(meeting=meeting, by=None, title=title)
        building.add_item(meeting=meeting, section=section, by=None, title=f"Item of {title}")

    assert references(meeting) == [("1", "Item of Formal"), ("2", "Item of Business")]


def test_section_moves_with_its_items(template: AgendaTemplate) -> None:
    meeting = begin(template)

    building.move_section(section=meeting.sections.get(letter="B"), by=None, step=-1)

    assert [title for _label, title in references(meeting)] == ["Work programme", "Apologies", "Minutes"]


def test_dropped_draft_is_gone_and_what_was_public_is_withdrawn() -> None:
    meeting = make_meeting()
    public, draft = make_item(meeting=meeting), make_item(meeting=meeting, published_at=None)

    building.drop_item(item=public, by=None)
    building.drop_item(item=draft, by=None)

    assert [(item.pk, item.state) for item in AgendaItem.objects.all()] == [(public.pk, "withdrawn")]
    assert restore_draft(deleted=DeletedDraft.objects.get(), by=None) == draft


def test_item_added_to_a_public_agenda_is_a_draft_after_the_others_whose_labels_stay() -> None:
    section = make_section(letter="B")
    make_item(meeting=section.meeting, section=section, label="4")

    late = building.add_item(meeting=section.meeting, section=section, by=None, title="Late")

    assert late.label == "5"
    assert late.published_at is None


def test_section_with_items_is_not_dropped(template: AgendaTemplate) -> None:
    meeting = begin(template)

    with pytest.raises(NotAllowed, match="first"):
        building.drop_section(section=meeting.sections.get(letter="A"), by=None)


def test_template_is_made_from_a_meeting(template: AgendaTemplate) -> None:
    meeting = begin(template)
    items = list(AgendaItem.objects.filter(title__in=["Apologies", "Minutes"]))

    made = building.make_template(meeting=meeting, items=items, by=None)

    assert made.pk == template.pk
    assert [item.title for item in made.items.all()] == ["Apologies", "Minutes"]
    assert [section.text for section in made.sections.all()] == ["Standing.", ""]


def test_urgent_item_goes_into_the_minutes_draft() -> None:
    from documents.admin.minutes.content import from_agenda

    item = make_item(meeting=make_meeting(agenda=False))
    actions.record_urgency(item=item, by=None, reason="The bridge is shut.")

    entry = from_agenda(item.meeting)["entries"][0]

    assert "as a matter of urgency, by reason of special circumstances: The bridge is shut." in entry["text"]
