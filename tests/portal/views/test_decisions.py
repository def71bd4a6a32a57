import csv
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from committees.models import Decision
from tests.builders import (
    make_clerk,
    make_committee,
    make_decision,
    make_item,
    make_meeting,
    make_minute,
    make_minutes,
    make_paper,
    make_recommendation,
    make_section,
    make_ward,
)
from tests.portal.counting import queries_of

pytestmark = pytest.mark.django_db


def titles(client: Client, **query: str) -> list[str]:
    rows = client.get(reverse("decisions"), query).context["rows"]
    return [row.decision.title for row in rows]


def page_of(client: Client, decision: Decision) -> str:
    response = client.get(decision.get_absolute_url())
    assert response.status_code == 200
    return " ".join(response.text.split())


def test_decisions_come_newest_first(client: Client) -> None:
    for title, day in [("Old", 3), ("New", 9), ("Middle", 5)]:
        make_decision(title=title, date=date(2025, 6, day))
    assert titles(client) == ["New", "Middle", "Old"]


def test_decisions_say_when_there_are_none(client: Client) -> None:
    assert "No decisions have been published yet." in client.get(reverse("decisions")).text


def test_decisions_that_match_nothing_say_so(client: Client) -> None:
    make_decision()
    assert "No published decision matches these choices." in client.get(reverse("decisions"), {"words": "zebra"}).text


def test_decisions_by_committee_ward_kind_and_key(client: Client) -> None:
    ward, planning = make_ward(name="Abbey", slug="abbey"), make_committee(name="Planning")
    make_decision(title="Planned", meeting=make_meeting(committee=planning))
    make_decision(title="In a ward", wards=[ward])
    make_decision(title="By an officer", kind="officer", key=True)
    assert titles(client, committee="planning") == ["Planned"]
    assert titles(client, ward="abbey") == ["In a ward"]
    assert titles(client, kind="officer") == ["By an officer"]
    assert titles(client, key="yes") == ["By an officer"]
    assert set(titles(client, key="no")) == {"Planned", "In a ward"}


def test_decisions_between_two_days_the_ends_included(client: Client) -> None:
    for day in (1, 2, 3, 4):
        make_decision(title=str(day), date=date(2025, 6, day))
    assert titles(client, date_from="2025-06-02", date_to="2025-06-03") == ["3", "2"]


def test_decisions_by_words_of_any_part(client: Client) -> None:
    make_decision(title="Lido", parts=["That the pool open.", "That swimming be free."], reasons="Heat")
    make_decision(title="Library")
    assert titles(client, words="FREE pool") == ["Lido"]
    assert titles(client, words="heat lido") == ["Lido"]


def test_decisions_with_a_choice_that_is_not_offered_say_so(client: Client) -> None:
    assert "“royal” is not in the list" in client.get(reverse("decisions"), {"kind": "royal"}).text
    assert "Enter a real date" in client.get(reverse("decisions"), {"date_from": "soon"}).text


def test_decisions_keep_the_choices_from_page_to_page(client: Client) -> None:
    for _ in range(21):
        make_decision(kind="officer")
    page = client.get(reverse("decisions"), {"kind": "officer"})
    assert len(page.context["rows"]) == 20
    assert 'href="?kind=officer&amp;page=2"' in page.text
    assert 'href="/decisions.csv?kind=officer"' in page.text


def read_csv(client: Client, **query: str) -> list[dict[str, str]]:
    response: Any = client.get(reverse("decisions_csv"), query)
    return list(csv.DictReader(StringIO(response.content.decode("utf-8-sig"), newline="")))


def test_decisions_as_csv_are_those_shown_on_every_page(client: Client) -> None:
    for _ in range(22):
        make_decision(kind="officer", decided_by="Director")
    make_decision(title="Other")
    rows = read_csv(client, kind="officer", page="2")
    assert len(rows) == 22
    assert rows[0]["Decided by"] == "Director"
    assert rows[0]["Address"].startswith("http://localhost:8000/decisions/")


def test_decisions_as_csv_hold_no_formula(client: Client) -> None:
    make_decision(title='=HYPERLINK("http://evil.example")', parts=["+1", "@x"])
    [row] = read_csv(client)
    assert row["Title"].startswith("'=")
    assert row["Decision"] == "'+1\n@x"


def test_decision_at_a_wrong_slug_moves_to_the_right_one(client: Client) -> None:
    decision = make_decision(title="Old Fire Station")
    response = client.get(f"/decisions/{decision.pk}/x/?from=here")
    assert response.status_code == 301
    assert response["Location"] == f"/decisions/{decision.pk}/old-fire-station/?from=here"


def test_decision_of_a_meeting_links_where_it_was_made(client: Client) -> None:
    meeting = make_meeting(committee=make_committee(name="Planning Committee"), date=date(2025, 6, 3))
    item = make_item(meeting=meeting, section=make_section(meeting=meeting, letter="B"), label="2", title="The lido")
    minute = make_minute(item=item, number="150")
    decision = make_decision(minute=minute, parts=["(a) that it open;", "(b) that it be free."])
    page = page_of(client, decision)
    assert f'href="{meeting.get_absolute_url()}"' in page
    assert f'href="{item.get_absolute_url()}">Item B2: The lido' in page
    assert f'{reverse("minutes", args=[meeting.pk, meeting.slug])}#m150">Minute 150' in page
    assert '<span class="parts__mark">(b)</span>' in page
    assert "that it be free." in page
    assert "Reasons" not in page


def test_decision_minuted_in_draft_minutes_needs_no_date_of_its_own(client: Client) -> None:
    decision = make_decision(minute=make_minute(), published_at=None)
    assert page_of(client, decision)


def test_executive_decision_tells_reasons_alternatives_and_conflicts(client: Client) -> None:
    page = page_of(
        client,
        make_decision(
            kind="individual",
            decided_by="Councillor Ann Ode, Executive Member",
            key=True,
            reasons="It stands empty.",
            alternatives="Selling it.",
            conflicts="She is a trustee.",
            dispensation="Granted on 3 May.",
            wards=[make_ward(name="Abbey")],
        ),
    )
    for words in ("Ann Ode", "Key decision", "stands empty", "Selling it", "a trustee", "Granted on 3 May", "Abbey"):
        assert words in page


def test_officer_decision_says_that_no_reasons_are_recorded(client: Client) -> None:
    assert page_of(client, make_decision(kind="officer")).count("None are recorded.") == 3


def test_decision_tells_its_call_in(client: Client) -> None:
    last = timezone.localdate() + timedelta(days=2)
    page = page_of(
        client,
        make_decision(kind="executive", subject_to_call_in=True, notified_on=date(2025, 6, 3), call_in_ends_on=last),
    )
    assert "Can be called in until the end of" in page
    assert "Tuesday 3 June 2025" in page


def test_decision_shows_the_recommendations_it_answers(client: Client) -> None:
    item = make_item()
    paper = make_paper(item=item, title="Pool report")
    decision = make_decision(item=item)
    make_recommendation(
        kind="meeting", document=paper, decision=decision, label="2.1", text="To open the pool.", anchor="p2.1"
    )
    make_recommendation(kind="meeting", document=make_paper(published_at=None), decision=decision, text="Hidden words")
    page = page_of(client, decision)
    assert "To open the pool." in page
    assert f'href="{paper.get_absolute_url()}#p2.1">Recommendation 2.1</a> of Pool report' in page
    assert "Hidden words" not in page


def test_withdrawn_decision_is_gone_with_the_day_and_the_reason(client: Client) -> None:
    decision = make_decision(
        title="Secret title",
        parts=["Secret words"],
        withdrawn_at=timezone.now(),
        withdrawn_by=make_clerk(),
        withdrawal_reason="It named a resident.",
    )
    response = client.get(decision.get_absolute_url())
    assert response.status_code == 410
    assert "It named a resident." in response.text
    assert "Secret" not in response.text
    assert response["X-Robots-Tag"] == "noindex"
    assert titles(client) == []


def test_decision_that_never_was_public_is_not_found(client: Client) -> None:
    draft = make_decision(published_at=None)
    minuted = make_decision(minute=make_minute(minutes=make_minutes(published_at=None)))
    for decision in (draft, minuted):
        assert client.get(decision.get_absolute_url()).status_code == 404
    assert titles(client) == []


def test_decisions_queries_do_not_grow(client: Client) -> None:
    counts: dict[str, list[int]] = {}
    for number in (2, 15):
        for _ in range(number):
            make_decision(minute=make_minute(item=make_item()), wards=[make_ward()])
        for name in ("decisions", "decisions_csv", "home"):
            counts.setdefault(name, []).append(queries_of(client, reverse(name)))
    assert all(few == many <= 10 for few, many in counts.values()), counts


def test_decision_queries_do_not_grow(client: Client) -> None:
    item = make_item()
    decision = make_decision(minute=make_minute(item=item))
    counts = []
    for number in (1, 6):
        for _ in range(number):
            make_recommendation(kind="meeting", document=make_paper(item=item), decision=decision)
            decision.wards.add(make_ward())
        counts.append(queries_of(client, decision.get_absolute_url()))
    assert counts[0] == counts[1] <= 14
