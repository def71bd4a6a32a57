from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from committees.models import Access, Attendance, Declaration, Meeting, Minutes, NamedVote
from tests.builders import (
    long_ago,
    make_clerk,
    make_committee,
    make_decision,
    make_item,
    make_meeting,
    make_minute,
    make_minutes,
    make_paper,
    make_person,
    make_section,
)
from tests.portal.counting import queries_of

pytestmark = pytest.mark.django_db


def address_of(minutes: Minutes) -> str:
    return reverse("minutes", args=[minutes.meeting_id, minutes.meeting.slug])


def read(client: Client, minutes: Minutes, **query: str) -> str:
    response = client.get(address_of(minutes), query)
    assert response.status_code == 200
    return response.text


def withdraw(minutes: Minutes) -> None:
    Minutes.objects.filter(pk=minutes.pk).update(
        published_at=datetime(2026, 3, 1, 12, tzinfo=UTC),
        withdrawn_at=datetime(2026, 3, 5, 12, tzinfo=UTC),
        withdrawn_by=make_clerk(),
        withdrawal_reason="They named a resident.",
    )


def test_minutes_show_their_facts(client: Client) -> None:
    committee = make_committee(name="Planning Committee")
    meeting = make_meeting(committee=committee, date=date(2026, 1, 8), closed_at=time(20, 35))
    page = read(client, make_minutes(meeting=meeting, chair="Councillor Ann Lee"))
    for words in ("Planning Committee", "Thursday 8 January 2026", "Councillor Ann Lee", "8.35 pm", meeting.venue):
        assert words in page
    assert meeting.get_absolute_url() in page


def test_minutes_are_draft_until_they_are_confirmed(client: Client) -> None:
    meeting = make_meeting(date=date(2016, 9, 22))
    minutes = make_minutes(meeting=meeting)
    assert "Draft: not yet confirmed by the committee" in read(client, minutes)
    later = make_meeting(committee=meeting.committee, date=date(2016, 10, 18))
    Minutes.objects.filter(pk=minutes.pk).update(confirmed_on=later.date, confirmed_at=later)
    page = read(client, minutes)
    assert "Draft" not in page
    assert f'<a href="{later.get_absolute_url()}">Confirmed on <time' in page


def test_minutes_confirmed_at_a_hidden_meeting_do_not_lead_there(client: Client) -> None:
    hidden = make_meeting(agenda=False, published_at=None, date=date(2026, 2, 8))
    minutes = make_minutes(confirmed_on=date(2026, 2, 8), confirmed_at=hidden)
    page = read(client, minutes)
    assert "8 February 2026" in page
    assert hidden.get_absolute_url() not in page


def test_minute_shows_its_number_item_words_and_resolution(client: Client) -> None:
    section = make_section(letter="B", meeting=make_meeting(date=date(2026, 1, 8)))
    item = make_item(meeting=section.meeting, section=section, label="2", title="School places")
    minute = make_minute(
        item=item, number="150", text="The report was introduced.\n\nIt was noted that:\n• numbers fall\n• costs rise"
    )
    decision = make_decision(minute=minute, parts=["(a) That the report be noted.", "(b) That places be cut."])
    page = read(client, minute.minutes)
    assert '<section class="minute" id="m150"' in page
    assert f'href="{item.get_absolute_url()}">Item B2' in page
    assert "<p>The report was introduced.</p>" in page
    assert '<span class="minute__mark">•</span> <span>numbers fall</span>' in page
    assert '<span class="minute__mark">(b)</span> <div><p>That places be cut.</p></div>' in page
    assert decision.get_absolute_url() in page


def test_minute_marks_what_was_asked_for_where_it_is_told(client: Client) -> None:
    minutes = make_minutes()
    asked = "That the figures be circulated."
    make_minute(minutes=minutes, text=f"A point was made.\n\n{asked}", requests=[asked, "A note on costs."])
    page = read(client, minutes)
    assert page.count(asked) == 1
    assert f'<p class="minute__asks"><span class="tag minute__tag">Request</span> {asked}</p>' in page
    assert "<li>A note on costs.</li>" in page


def test_minute_shows_declarations_and_votes(client: Client) -> None:
    minute = make_minute(vote="2 for, 1 against", text="The budget.")
    person = make_person(name="Ann Lee")
    Declaration.objects.create(minute=minute, name="Ann Lee", person=person, item_label="B2", text="She has a lease.")
    Declaration.objects.create(minute=minute, name="Bo Day", text="Councillor Day works there.")
    for name, cast in (("Bo Day", "against"), ("Ann Lee", "for"), ("Cy Fox", "for")):
        who = person if name == "Ann Lee" else None
        NamedVote.objects.create(minute=minute, name=name, person=who, cast=cast)
    page = read(client, minute.minutes)
    assert f'<a class="govuk-link" href="{person.get_absolute_url()}">Councillor Ann Lee</a> (item B2): She has' in page
    assert "<li>Councillor Day works there.</li>" in page
    assert "2 for, 1 against" in page
    assert page.index("Cy Fox") < page.index("Against")


def test_minutes_show_attendance_once_it_is_published(client: Client) -> None:
    meeting = make_meeting(date=date(2026, 1, 8))
    Attendance.objects.create(meeting=meeting, name="Dr Eve Hall", capacity=Attendance.Capacity.OFFICER)
    minutes = make_minutes(meeting=meeting)
    assert "Eve Hall" not in read(client, minutes)
    Meeting.objects.filter(pk=meeting.pk).update(attendance_published_at=long_ago())
    page = read(client, minutes)
    assert "Officers" in page
    assert "Eve Hall" in page


def test_minutes_lead_to_the_public_papers_that_print_them(client: Client) -> None:
    minutes = make_minutes()
    shown = make_paper(kind="minutes", title="Minutes as printed", minutes_of=minutes.meeting)
    make_paper(kind="minutes", title="Hidden draft", minutes_of=minutes.meeting, published_at=None)
    page = read(client, minutes)
    assert shown.get_absolute_url() in page
    assert "Hidden draft" not in page


def test_citation_of_a_minute_is_shown_where_asked_for(client: Client) -> None:
    meeting = make_meeting(committee=make_committee(name="Audit Committee"), date=date(2026, 1, 8))
    minutes = make_minutes(meeting=meeting)
    make_minute(minutes=minutes, number="12", item_label="4")
    page = read(client, minutes, cite="m12")
    words = "Audit Committee, 8 January 2026, draft minutes, minute 12 (item 4). "
    assert f"{words}http" in page
    assert f"{meeting.slug}/minutes/#m12</p>" in page
    assert words not in read(client, minutes, cite="m13")


def test_minutes_with_a_number_twice_have_different_anchors(client: Client) -> None:
    minutes = make_minutes()
    make_minute(minutes=minutes, number="12")
    second, third = make_minute(minutes=minutes, number="12"), make_minute(minutes=minutes, number="")
    page = read(client, minutes)
    assert page.count('id="m12"') == 1
    assert f'id="minute-{second.pk}"' in page
    assert f'id="minute-{third.pk}"' in page


def test_minutes_withdrawn_leave_the_date_and_the_reason(client: Client) -> None:
    minute = make_minute(title="Secret minute", text="Secret words")
    make_decision(minute=minute, parts=["Secret decision"])
    withdraw(minute.minutes)
    response = client.get(address_of(minute.minutes))
    assert response.status_code == 410
    assert "5 March 2026" in response.text
    assert "They named a resident." in response.text
    assert "Secret" not in response.text
    assert response["X-Robots-Tag"] == "noindex"


def test_minutes_withdrawn_before_they_were_public_are_not_found(client: Client) -> None:
    minutes = make_minutes()
    withdraw(minutes)
    Minutes.objects.filter(pk=minutes.pk).update(published_at=datetime(2026, 4, 1, tzinfo=UTC))
    assert client.get(address_of(minutes)).status_code == 404


def test_minutes_hidden_are_not_found(client: Client) -> None:
    later = timezone.now() + timedelta(hours=1)
    for hidden in (
        make_minutes(published_at=None),
        make_minutes(published_at=later),
        make_minutes(meeting=make_meeting(agenda=False, published_at=None)),
    ):
        assert client.get(address_of(hidden)).status_code == 404
    assert client.get(f"{make_meeting().get_absolute_url()}minutes/").status_code == 404


def test_minute_that_is_exempt_or_of_an_exempt_item_is_nowhere(client: Client) -> None:
    meeting = make_meeting(date=date(2026, 1, 8))
    open_item = make_item(meeting=meeting)
    exempt_item = make_item(meeting=meeting, access=Access.EXEMPT, exempt_paragraphs=[3])
    make_minute(item=open_item, title="Open minute")
    for hidden in (
        make_minute(item=exempt_item, title="Secret minute", text="Secret words"),
        make_minute(item=open_item, title="Secret too", text="Secret words", access=Access.EXEMPT),
    ):
        make_decision(minute=hidden, parts=["Secret decision"])
        Declaration.objects.create(minute=hidden, name="Secret name", text="Secret interest")
    minutes = Minutes.objects.get(meeting=meeting)
    for address in (
        address_of(minutes),
        meeting.get_absolute_url(),
        open_item.get_absolute_url(),
        exempt_item.get_absolute_url(),
    ):
        assert "Secret" not in client.get(address).text
    assert "Open minute" in read(client, minutes)


def test_minutes_at_a_wrong_slug_move_to_the_right_one(client: Client) -> None:
    minutes = make_minutes()
    response = client.get(f"/meetings/{minutes.meeting_id}/x/minutes/?cite=m1")
    assert (response.status_code, response["Location"]) == (301, f"{address_of(minutes)}?cite=m1")


def test_hostile_words_of_minutes_are_escaped(client: Client) -> None:
    hostile = "<script>alert(1)</script>"
    minute = make_minute(title=hostile, number="<b>", text=f"{hostile}\n• {hostile}", requests=[hostile], vote=hostile)
    make_decision(minute=minute, parts=[hostile])
    Declaration.objects.create(minute=minute, name=hostile, text="Another")
    page = read(client, minute.minutes)
    assert "<script>alert" not in page
    assert "<b>" not in page


def test_queries_of_minutes_do_not_grow(client: Client) -> None:
    meeting = make_meeting(date=date(2026, 1, 8))
    counts = []
    for number in (2, 12):
        for _ in range(number):
            section = make_section(meeting=meeting)
            minute = make_minute(item=make_item(meeting=meeting, section=section))
            make_decision(minute=minute)
            Declaration.objects.create(minute=minute, name="A", person=make_person(), text="B")
            NamedVote.objects.create(minute=minute, name="A", person=make_person(), cast="for")
            make_paper(kind="minutes", minutes_of=meeting)
        counts.append(queries_of(client, address_of(Minutes.objects.get(meeting=meeting))))
    assert counts[0] == counts[1] <= 11
