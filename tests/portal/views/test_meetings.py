from datetime import date, time, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from committees.models import Attendance, Meeting, MeetingMember, Minutes
from tests.builders import (
    long_ago,
    make_committee,
    make_decision,
    make_file,
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


def tomorrow() -> date:
    return timezone.localdate() + timedelta(days=1)


def read(client: Client, meeting: Meeting) -> str:
    response = client.get(meeting.get_absolute_url())
    assert response.status_code == 200
    return response.text


def test_meeting_at_a_wrong_slug_moves_to_the_right_one(client: Client) -> None:
    meeting = make_meeting()
    for address in (f"/meetings/{meeting.pk}/", f"/meetings/{meeting.pk}/something/"):
        response = client.get(f"{address}?from=here")
        assert response.status_code == 301
        assert response["Location"] == f"{meeting.get_absolute_url()}?from=here"


def test_meeting_not_announced_is_not_found(client: Client) -> None:
    later = timezone.now() + timedelta(hours=1)
    for hidden in (
        make_meeting(agenda=False, published_at=None),
        make_meeting(agenda=False, published_at=later),
        make_meeting(committee=make_committee(is_public=False)),
    ):
        assert client.get(f"/meetings/{hidden.pk}/").status_code == 404
        assert client.get(hidden.get_absolute_url()).status_code == 404


def test_meeting_says_when_where_and_whom_to_ask(client: Client) -> None:
    page = read(
        client,
        make_meeting(
            date=date(2016, 9, 22),
            time=time(19, 30),
            venue="Committee Room 4",
            despatched_on=date(2016, 9, 14),
            contact_name="Ola Brennan",
        ),
    )
    assert '<time datetime="2016-09-22">Thursday 22 September 2016</time>' in page
    assert '<time datetime="19:30">7.30 pm</time>' in page
    assert "14 September 2016</time>" in page
    assert "Committee Room 4" in page
    assert "Ola Brennan" in page


def test_meeting_shows_sections_items_and_papers_in_order(client: Client) -> None:
    meeting = make_meeting()
    formal = make_section(meeting=meeting, letter="A", title="Formal matters")
    business = make_section(meeting=meeting, letter="B", title="Business", text="Standing words.")
    make_item(meeting=meeting, section=formal, label="1", title="Apologies")
    item = make_item(meeting=meeting, section=business, label="1", title="School places", text="Its own words.")
    make_paper(item=item, title="School places", served=make_file(size=240_000), pages=("One", "Two"))
    page = read(client, meeting)
    order = [
        "Formal matters",
        "A1",
        "Apologies",
        "Business",
        "Standing words.",
        "B1",
        "School places",
        "Its own words.",
    ]
    places = [page.index(words) for words in order]
    assert places == sorted(places)
    assert f'id="item-{item.pk}"' in page
    assert "PDF, 2 pages, 240 KB" in page


def test_meeting_shows_a_section_without_items_in_its_place(client: Client) -> None:
    meeting = make_meeting()
    sections = [make_section(meeting=meeting, letter=letter, title=f"Section {letter}") for letter in "ABC"]
    for section in (sections[0], sections[2]):
        make_item(meeting=meeting, section=section)
    parts = client.get(meeting.get_absolute_url()).context["page"].agenda.parts
    assert [part.section.letter for part in parts] == ["A", "B", "C"]


def test_meeting_before_its_agenda_says_so_and_shows_none_of_it(client: Client) -> None:
    meeting = make_meeting(agenda=False)
    make_section(meeting=meeting, title="Secret section")
    item = make_item(meeting=meeting, title="Secret item")
    make_paper(item=item, title="Secret paper")
    make_paper(item=item, notice_title="Secret notice", access="exempt", exempt_paragraphs=[3])
    MeetingMember.objects.create(meeting=meeting, order=1, name="Secret member", role="member")
    page = read(client, meeting)
    assert "The agenda is not yet published." in page
    assert "Secret" not in page


def test_meeting_with_a_timed_agenda_shows_none_of_it_yet(client: Client) -> None:
    meeting = make_meeting(agenda_published_at=timezone.now() + timedelta(hours=1))
    make_paper(item=make_item(meeting=meeting, title="Secret item"), title="Secret paper")
    assert "Secret" not in read(client, meeting)


def test_meeting_leaves_out_draft_and_timed_rows(client: Client) -> None:
    meeting, later = make_meeting(), timezone.now() + timedelta(hours=1)
    for when in (None, later):
        make_section(meeting=meeting, title="Secret section", published_at=when)
        make_item(meeting=meeting, title="Secret item", published_at=when)
        make_paper(item=make_item(meeting=meeting), title="Secret paper", published_at=when)
    hidden = make_section(meeting=meeting, letter="S", title="Secret section", published_at=None)
    make_item(meeting=meeting, section=hidden, label="99", title="Open item")
    page = read(client, meeting)
    assert "Secret" not in page
    assert "S99" not in page


def test_meeting_tells_of_an_exempt_paper_and_why(client: Client) -> None:
    make_paper(
        item=(item := make_item()),
        title="Secret title",
        notice_title="Appendix C: Case studies",
        kind="appendix",
        access="exempt",
        exempt_paragraphs=[2],
        withheld_reason="Children could be recognised.",
    )
    page = read(client, item.meeting)
    assert "Secret" not in page
    assert "Appendix C: Case studies" in page
    assert "paragraph 2 (what is likely to reveal an individual’s identity)" in page
    assert "Children could be recognised." in page


def test_meeting_tells_of_an_exempt_item_without_its_text(client: Client) -> None:
    item = make_item(
        title="A contract",
        text="Secret text",
        access="exempt",
        exempt_paragraphs=[3],
        withheld_reason="Being negotiated.",
    )
    make_paper(item=item, title="Secret open paper")
    page = read(client, item.meeting)
    assert "A contract" in page
    assert "Being negotiated." in page
    assert "Secret" not in page


def test_meeting_tells_of_a_withdrawn_paper_with_its_day(client: Client) -> None:
    withdrawn = timezone.now() - timedelta(days=2)
    item = make_item()
    make_paper(
        item=item,
        title="Secret title",
        notice_title="Responses",
        withdrawn_at=withdrawn,
        withdrawal_reason="It held telephone numbers.",
    )
    page = read(client, item.meeting)
    assert "Secret" not in page
    assert "It held telephone numbers." in page
    assert timezone.localtime(withdrawn).date().isoformat() in page


def test_meeting_does_not_tell_of_papers_listed_at_its_hidden_items(client: Client) -> None:
    hidden = make_item(meeting=(meeting := make_meeting()), published_at=None)
    paper = make_paper(notice_title="Told elsewhere", access="exempt", exempt_paragraphs=[3])
    paper.listings.create(meeting=meeting, item=hidden)
    assert "Told elsewhere" not in read(client, meeting)


def test_meeting_shows_papers_of_no_item(client: Client) -> None:
    make_paper(meeting=(meeting := make_meeting()), title="Agenda front sheet", kind="front_sheet")
    make_paper(meeting=meeting, notice_title="Supplement", withdrawn_at=long_ago(), withdrawal_reason="Wrong file.")
    page = read(client, meeting)
    assert "Agenda front sheet" in page
    assert "Wrong file." in page


def test_meeting_escapes_text_from_files(client: Client) -> None:
    item = make_item(title="<script>alert(1)</script>", text="<img src=x onerror=alert(2)>")
    make_paper(item=item, title="<b>bold</b>")
    page = read(client, item.meeting)
    assert "<script>" not in page
    assert "<img" not in page
    assert "<b>" not in page


def test_meeting_offers_the_pack_when_a_paper_can_be_in_it(client: Client) -> None:
    item = make_item()
    address = reverse("pack", args=[item.meeting_id])
    assert address not in read(client, item.meeting)
    make_paper(item=item)
    assert address in read(client, item.meeting)


def test_meeting_cancelled_says_why(client: Client) -> None:
    page = read(client, make_meeting(state="cancelled", state_reason="No business.", agenda=False))
    assert "This meeting is cancelled." in page
    assert "No business." in page
    assert "not yet published" not in page


def test_meeting_cancelled_leads_to_the_next(client: Client) -> None:
    cancelled = make_meeting(state="cancelled", date=tomorrow())
    following = make_meeting(committee=cancelled.committee, date=date(2099, 9, 4))

    notice = read(client, cancelled).split("This meeting is cancelled.")[1].split("</div>")[0]
    assert f'href="{following.get_absolute_url()}"' in notice
    assert "Next meeting: " in notice


def test_meeting_whose_agenda_has_nothing_says_so(client: Client) -> None:
    meeting = make_meeting()
    assert "No items are published on this agenda." in read(client, meeting)

    make_paper(meeting=meeting, kind="front_sheet")
    assert "The agenda is published as a file only." in read(client, meeting)


def test_meeting_postponed_leads_to_the_new_one_and_back(client: Client) -> None:
    new = make_meeting(date=tomorrow() + timedelta(days=30))
    old = make_meeting(committee=new.committee, state="postponed", moved_to=new)
    assert new.get_absolute_url() in read(client, old)
    assert old.get_absolute_url() in read(client, new)
    assert "postponed from" in read(client, new)


def test_meeting_postponed_to_a_hidden_one_does_not_tell_its_day(client: Client) -> None:
    new = make_meeting(date=date(2031, 3, 4), agenda=False, published_at=None)
    page = read(client, make_meeting(state="postponed", moved_to=new))
    assert "A new date is not yet announced." in page
    assert "2031" not in page


def test_meeting_leads_to_the_committees_meetings_around_it(client: Client) -> None:
    committee, meetings = make_committee(), []
    for days in (1, 8, 15, 22):
        meetings.append(make_meeting(committee=committee, date=tomorrow() + timedelta(days=days)))
    make_meeting(committee=committee, date=tomorrow() + timedelta(days=9), agenda=False, published_at=None)
    make_meeting(date=tomorrow() + timedelta(days=9))
    near = client.get(meetings[1].get_absolute_url()).context["page"].near
    assert (near.earlier, near.later) == (meetings[0], meetings[2])


def test_meeting_says_how_to_ask_a_question_until_it_is_past(client: Client) -> None:
    fields: dict[str, Any] = {"questions_to": "ask@council.example", "questions_by": date(2026, 1, 5)}
    assert "Monday 5 January 2026" in read(client, make_meeting(**fields))
    assert "ask@council.example" not in read(client, make_meeting(date=date(2026, 1, 8), **fields))


def test_meeting_shows_the_membership_printed_for_it(client: Client) -> None:
    meeting, hidden = make_meeting(), make_person(name="Hal", is_public=False)
    person = make_person(name="Sana Ahmed")
    MeetingMember.objects.create(meeting=meeting, order=1, name="Sana Ahmed", person=person, role="chair")
    MeetingMember.objects.create(meeting=meeting, order=2, role="vacancy", representing="Diocese")
    MeetingMember.objects.create(meeting=meeting, order=3, name="Sue Stand", role="substitute")
    MeetingMember.objects.create(meeting=meeting, order=4, name="Hal", person=hidden, role="member")
    page = read(client, meeting)
    assert person.get_absolute_url() in page
    assert hidden.get_absolute_url() not in page
    assert "Vacancy" in page
    assert "1 substitute" in page


def test_meeting_shows_attendance_once_it_is_published(client: Client) -> None:
    meeting = make_meeting(date=date(2026, 1, 8))
    Attendance.objects.create(meeting=meeting, person=make_person(name="Ann"), status="remote")
    Attendance.objects.create(meeting=meeting, name="Bob", capacity="substitute", substitute_for="Cat")
    assert "Bob" not in read(client, meeting)
    meeting.attendance_published_at = long_ago()
    meeting.save()
    page = read(client, meeting)
    assert "(remotely)" in page
    assert "(for Cat)" in page


def test_meeting_shows_the_minutes_that_record_it(client: Client) -> None:
    meeting = make_meeting(date=date(2026, 1, 8))
    make_paper(title="Minutes of 8 January", kind="minutes", minutes_of=meeting)
    assert "Minutes of this meeting" in read(client, meeting)
    draft = make_meeting(date=date(2026, 2, 8))
    make_paper(title="Minutes of 8 February", kind="minutes", minutes_of=draft, published_at=None)
    assert "Minutes of this meeting" not in read(client, draft)


def test_meeting_leads_to_its_minutes_and_says_whether_they_are_confirmed(client: Client) -> None:
    minutes = make_minutes(meeting=make_meeting(date=date(2026, 1, 8)))
    page = read(client, minutes.meeting)
    assert f'href="{minutes.meeting.get_absolute_url()}minutes/"' in page
    assert "Draft: not yet confirmed" in page
    assert "Held; draft minutes published" in page
    Minutes.objects.update(confirmed_on=date(2026, 2, 5))
    assert "Confirmed on" in read(client, minutes.meeting)


def test_meeting_without_public_minutes_does_not_lead_to_any(client: Client) -> None:
    hidden = make_minutes(meeting=make_meeting(date=date(2026, 1, 8)), published_at=None)
    assert "/minutes/" not in read(client, hidden.meeting)


def test_decision_stands_in_the_row_of_its_item(client: Client) -> None:
    item = make_item(meeting=make_meeting(date=timezone.localdate() - timedelta(days=7)), title="Parks")
    page = client.get(item.meeting.get_absolute_url()).text
    assert "agenda-of__items--decided" not in page
    make_decision(item=item, parts=["That the parks be kept open."])
    page = client.get(item.meeting.get_absolute_url()).text
    assert "agenda-of__items--decided" in page
    row = page[page.index(f'id="item-{item.pk}"') :]
    assert "That the parks be kept open." in row[: row.index("</li>")]


def test_meeting_says_in_short_what_was_decided_on_each_item(client: Client) -> None:
    item = make_item(meeting=make_meeting(date=date(2026, 1, 8)))
    decision = make_decision(
        minute=make_minute(item=item), parts=["(a) That the plan be agreed. " + "On and on. " * 40]
    )
    page = read(client, item.meeting)
    assert "That the plan be agreed. On and on." in page
    assert page.count("On and on.") < 30
    assert f'href="{decision.get_absolute_url()}">Read the whole decision' in page
    assert "(draft minutes)" in page
    Minutes.objects.update(confirmed_on=date(2026, 2, 5))
    assert "(draft minutes)" not in read(client, item.meeting)


def test_meeting_queries_do_not_grow(client: Client) -> None:
    meeting = make_meeting(date=date(2026, 1, 8), attendance_published_at=long_ago())
    counts = []
    for number in (2, 18):
        for count in range(number):
            section = make_section(meeting=meeting)
            item = make_item(meeting=meeting, section=section)
            make_decision(minute=make_minute(item=item))
            make_paper(item=item)
            make_paper(item=item, access="exempt", exempt_paragraphs=[3])
            order = number * 100 + count
            member = make_person()
            MeetingMember.objects.create(meeting=meeting, order=order, name="A", person=member, role="member")
            Attendance.objects.create(meeting=meeting, person=member)
        counts.append(queries_of(client, meeting.get_absolute_url()))
    assert counts[0] == counts[1] == 5  # with the council, which is read with the edition where pages are kept


def test_keyboard_can_skip_the_items_to_the_list_of_business(client: Client) -> None:
    meeting = make_meeting()
    for label in ("1", "2"):
        make_item(meeting=meeting, label=label, title=f"Repairs to bridge {label}")

    page = read(client, meeting)

    assert page.index('href="#items"') < page.index('id="item-') < page.index('id="items"')


def test_a_single_item_of_business_has_no_list_to_skip_to(client: Client) -> None:
    meeting = make_meeting()
    make_item(meeting=meeting, title="Repairs to the bridge")

    assert "#items" not in read(client, meeting)
