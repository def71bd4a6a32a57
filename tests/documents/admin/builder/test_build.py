"""The screen on which an agenda is made."""

from datetime import timedelta
from io import BytesIO

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from committees.models import AgendaItem, AgendaTemplate, Meeting, Role, TemplateItem
from documents.actions.invitations import invite_report
from documents.actions.papers import add_paper
from documents.models import Invitation, PaperToFollow
from tests.builders import make_item, make_meeting, make_user
from tests.builders.bodies import make_role
from tests.portal.stored_files import pdf_of

SOON = timezone.localdate() + timedelta(days=3)


def address(meeting: Meeting) -> str:
    return f"/admin/meetings/{meeting.pk}/build/"


def test_agenda_is_begun_from_the_template_and_added_to(desk: Client) -> None:
    meeting = make_meeting(agenda=False)
    template = AgendaTemplate.objects.create(committee=meeting.committee)
    TemplateItem.objects.create(template=template, order=1, title="Apologies")

    desk.post(address(meeting), {"act": "begin", "from": "template"})
    added = desk.post(address(meeting), {"act": "add-item", "section": "", "title": "Parks"})

    item = AgendaItem.objects.get(title="Parks")
    assert added["Location"] == f"{address(meeting)}#item-{item.pk}"
    text = desk.get(address(meeting)).text
    assert text.index("Apologies") < text.index("Parks")


def test_item_without_a_title_is_refused_with_a_reason(desk: Client) -> None:
    response = desk.post(address(make_meeting(agenda=False)), {"act": "add-item", "title": " "})

    assert "Enter a title first." in response.text
    assert not AgendaItem.objects.exists()


def test_report_is_asked_for_and_what_is_awaited_shows(desk: Client) -> None:
    item = make_item()
    author = make_role(Role.REPORT_AUTHOR, first_name="Ola", last_name="Writer")

    sent = {"author": author.pk, "title": "Parks report", "due_on": SOON, "note": "Two pages"}
    desk.post(f"/admin/items/{item.pk}/invite/", sent)

    assert "Parks report, asked of Ola Writer" in desk.get(address(item.meeting)).text


def test_author_finds_what_is_asked_and_answers_it(client: Client, db: None) -> None:
    item = make_item()
    author = make_role(Role.REPORT_AUTHOR)
    asked = invite_report(item=item, author=author, title="Parks", due_on=SOON, by=None)
    client.force_login(author)
    assert "Reports asked of you" in client.get(reverse("admin:author_papers")).text

    paper = add_paper(
        meeting=item.meeting,
        item=item,
        file=BytesIO(pdf_of("Parks")),
        name="parks.pdf",
        title="Parks",
        kind="report",
        by=author,
    )

    asked.refresh_from_db()
    assert asked.paper == paper
    assert not Invitation.objects.awaited().exists()


def test_paper_is_promised_on_the_screen(desk: Client) -> None:
    item = make_item(title="Parks")

    sent = {"title": "Parks survey", "expected_on": SOON}
    desk.post(f"{address(item.meeting)}to-follow/?item={item.pk}", sent)

    assert PaperToFollow.objects.public().get().item == item
    assert "Will not come" in desk.get(address(item.meeting)).text


def test_screen_needs_the_permission(client: Client, db: None) -> None:
    client.force_login(make_user(is_staff=True))

    assert client.get(address(make_meeting())).status_code == 403


def test_despatch_lies_in_the_year_before_the_meeting(desk: Client) -> None:
    meeting = make_meeting(agenda=False)

    for day in (meeting.date + timedelta(days=1), meeting.date - timedelta(days=400)):
        refused = desk.post(reverse("admin:meeting_summons", args=[meeting.pk]), {"despatched": f"{day}"})
        assert "Enter a despatch date in the year before the meeting" in refused.text
    meeting.refresh_from_db()
    assert meeting.despatched_on is None


def test_template_is_made_from_the_last_agenda_and_leads_back_to_the_one_to_begin(desk: Client) -> None:
    last = make_item(title="Apologies for absence").meeting
    meeting = make_meeting(committee=last.committee, agenda=False, date=last.date + timedelta(days=28))
    link = f"/admin/meetings/{last.pk}/build/template/?for={meeting.pk}"

    assert link in desk.get(address(meeting)).text
    made = desk.post(link, {"items": [item.pk for item in last.items.all()]})

    assert made["Location"] == address(meeting)
    assert "Begin from the template" in desk.get(address(meeting)).text
