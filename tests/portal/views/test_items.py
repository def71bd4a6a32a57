from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from committees.models import Minutes
from tests.builders import make_decision, make_item, make_meeting, make_minute, make_paper, make_section
from tests.portal.counting import queries_of

pytestmark = pytest.mark.django_db


def test_item_shows_its_label_text_and_papers(client: Client) -> None:
    section = make_section(letter="B", title="Business")
    item = make_item(meeting=section.meeting, section=section, label="2", title="School places", text="Its own words.")
    make_paper(item=item, title="How many places")
    page = client.get(item.get_absolute_url()).text
    assert "Item B2" in page
    assert "Its own words." in page
    assert "How many places" in page


def test_item_leads_to_its_place_on_the_agenda(client: Client) -> None:
    item = make_item()
    page = client.get(item.get_absolute_url()).text
    assert f"{item.meeting.get_absolute_url()}#item-{item.pk}" in page


def test_item_leads_to_the_items_around_it(client: Client) -> None:
    meeting = make_meeting()
    items = [make_item(meeting=meeting, title=f"Item number {number}") for number in range(3)]
    make_item(meeting=meeting, published_at=None)
    page = client.get(items[1].get_absolute_url()).context["page"]
    assert (page.earlier.id, page.later.id) == (items[0].pk, items[2].pk)
    assert client.get(items[2].get_absolute_url()).context["page"].later is None


def test_item_without_papers_says_so(client: Client) -> None:
    assert "No papers are published for this item." in client.get(make_item().get_absolute_url()).text


def test_item_at_a_wrong_slug_moves_to_the_right_one(client: Client) -> None:
    item = make_item(title="School places")
    response = client.get(f"/meetings/{item.meeting_id}/items/{item.pk}/x/?q=a")
    assert (response.status_code, response["Location"]) == (301, f"{item.get_absolute_url()}?q=a")


def test_item_of_another_meeting_is_not_found(client: Client) -> None:
    item, other = make_item(), make_meeting()
    assert client.get(f"/meetings/{other.pk}/items/{item.pk}/x/").status_code == 404


def test_item_hidden_is_not_found(client: Client) -> None:
    later = timezone.now() + timedelta(hours=1)
    for hidden in (
        make_item(published_at=None),
        make_item(published_at=later),
        make_item(meeting=make_meeting(agenda=False)),
        make_item(meeting=make_meeting(agenda_published_at=later)),
    ):
        assert client.get(hidden.get_absolute_url()).status_code == 404


def test_item_exempt_tells_why_and_nothing_more(client: Client) -> None:
    item = make_item(
        title="A contract",
        text="Secret text",
        access="exempt",
        exempt_paragraphs=[3],
        withheld_reason="Being negotiated.",
    )
    make_paper(item=item, title="Secret paper")
    page = client.get(item.get_absolute_url()).text
    assert "paragraph 3 (financial or business affairs)" in page
    assert "Being negotiated." in page
    assert "Secret" not in page


def test_item_withdrawn_says_so(client: Client) -> None:
    assert "Withdrawn from the agenda" in client.get(make_item(state="withdrawn").get_absolute_url()).text


def test_item_taken_late_says_why(client: Client) -> None:
    page = client.get(make_item(urgency_reason="The grant closes on Friday.").get_absolute_url()).text
    assert "The grant closes on Friday." in page


def test_item_shows_what_was_minuted_and_decided(client: Client) -> None:
    item = make_item(meeting=make_meeting(date=date(2026, 1, 8)))
    minute = make_minute(item=item, number="150", text="The report was noted with thanks.")
    decision = make_decision(minute=minute, parts=["That two schools close."])
    page = client.get(item.get_absolute_url()).text
    assert "The report was noted with thanks." in page
    assert "That two schools close." in page
    assert decision.get_absolute_url() in page
    assert f"{item.meeting.get_absolute_url()}minutes/#m150" in page
    assert "not yet confirmed" in page
    Minutes.objects.update(confirmed_on=date(2026, 2, 5))
    assert "From the confirmed minutes" in client.get(item.get_absolute_url()).text


def test_item_shows_a_decision_that_has_no_minute(client: Client) -> None:
    decision = make_decision(item=make_item(), parts=["That two schools close."])
    assert decision.item
    page = client.get(decision.item.get_absolute_url()).text
    assert "That two schools close." in page


def test_item_queries_do_not_grow(client: Client) -> None:
    item = make_item()
    counts = []
    for number in (2, 18):
        for _ in range(number):
            make_paper(item=item)
            make_decision(minute=make_minute(item=item))
            make_item(meeting=item.meeting)
        counts.append(queries_of(client, item.get_absolute_url()))
    assert counts[0] == counts[1] <= 8
