from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from documents.models import Review
from tests.builders import (
    make_committee,
    make_decision,
    make_item,
    make_meeting,
    make_minutes,
    make_paper,
    make_point,
    make_progress,
    make_recommendation,
    make_review,
    make_stage,
    make_witness,
)
from tests.portal.counting import queries_of

pytestmark = pytest.mark.django_db


def page_of(client: Client, review: Review) -> str:
    response = client.get(review.get_absolute_url())
    assert response.status_code == 200
    return " ".join(response.text.split())


def test_reviews_are_listed_with_the_ended_ones_apart(client: Client) -> None:
    make_review(title="Going")
    make_review(title="Gone", ended_on=date(2025, 5, 1))
    page = client.get(reverse("reviews"))
    assert [row.review.title for row in page.context["going_on"]] == ["Going"]
    assert "Ended 1 May 2025" in " ".join(page.text.split()).replace('<time datetime="2025-05-01">', "").replace(
        "</time>", ""
    )


def test_reviews_say_when_there_are_none(client: Client) -> None:
    assert "No reviews have been published yet." in client.get(reverse("reviews")).text


def test_reviews_by_committee_and_words_of_a_former_title(client: Client) -> None:
    review = make_review(title="Post-16", former_titles=["Outcomes at sixteen"], committee=make_committee(name="Young"))
    make_review(title="Parks")
    for query in ({"committee": "young"}, {"words": "sixteen OUTCOMES"}):
        assert [row.review for row in client.get(reverse("reviews"), query).context["going_on"]] == [review]
    assert "No review matches these choices." in client.get(reverse("reviews"), {"words": "zebra"}).text


def test_reviews_tell_the_stage_reached_and_count_recommendations(client: Client) -> None:
    review = make_review()
    make_stage(review=review, kind="initiation", date=date(2025, 1, 1))
    make_stage(review=review, kind="evidence", meeting=make_meeting(date=date(2025, 2, 1)))
    make_stage(
        review=review, kind="response", meeting=make_meeting(date=date(2025, 2, 1), agenda=False, published_at=None)
    )
    make_stage(review=review, kind="final", date=timezone.localdate() + timedelta(days=1))
    whole = make_recommendation(review=review)
    make_recommendation(parent=whole, label="a")
    [row] = client.get(reverse("reviews")).context["going_on"]
    assert (row.stage, row.recommendations) == ("Witness evidence", 1)


def test_review_at_a_wrong_slug_moves_to_the_right_one(client: Client) -> None:
    review = make_review(title="Parks")
    assert client.get(f"/reviews/{review.pk}/x/")["Location"] == f"/reviews/{review.pk}/parks/"


def test_review_shows_what_it_is(client: Client) -> None:
    review = make_review(title="Post-16", former_titles=["Outcomes"], year="2016/17", summary="How pupils fare.")
    make_point(review=review, text="To learn why.")
    make_point(review=review, kind="theme", text="Careers advice")
    make_point(review=review, kind="background", text="See https://www.example.org/report <b>")
    page = page_of(client, review)
    for words in ("“Outcomes”", "2016/17", "How pupils fare.", "To learn why.", "Careers advice", "&lt;b&gt;"):
        assert words in page
    assert 'href="https://www.example.org/report"' in page


def test_review_shows_its_stages_in_order(client: Client) -> None:
    review = make_review()
    for kind in ("report_back", "final", "initiation", "visit", "evidence", "response", "draft"):
        make_stage(review=review, kind=kind)
    stages = client.get(review.get_absolute_url()).context["page"].stages
    assert [group.kind for group in stages.groups] == [
        *("initiation", "evidence", "visit", "draft", "final", "response", "report_back")
    ]


def test_review_puts_witnesses_with_their_session(client: Client) -> None:
    review = make_review()
    meeting = make_meeting(date=date(2025, 3, 4))
    make_stage(review=review, meeting=meeting, text="First theme")
    make_stage(review=review, date=date(2025, 4, 4), text="Second theme")
    by_day = make_witness(review=review, name="Holly", organisation="Youth service", focus="Jobs", date=meeting.date)
    by_theme = make_witness(review=review, name="Amara", theme="second THEME")
    unknown = make_witness(review=review, name="To be named")
    response = client.get(review.get_absolute_url())
    stages = response.context["page"].stages
    [evidence] = stages.groups
    assert [stage.witnesses for stage in evidence.stages] == [[by_day], [by_theme]]
    assert evidence.witnesses == [unknown]
    assert "Youth service" in response.text
    assert "Jobs" in response.text


def test_review_tells_two_sessions_of_one_day_apart_by_their_themes(client: Client) -> None:
    review, day = make_review(), date(2025, 3, 4)
    for theme in ("Homes", "Tenants"):
        make_stage(review=review, date=day, text=theme)
    lawyer = make_witness(review=review, date=day, theme="Homes")
    tenant = make_witness(review=review, date=day, theme="Tenants")
    other_day = make_witness(review=review, date=date(2025, 4, 4), theme="Homes")
    [evidence] = client.get(review.get_absolute_url()).context["page"].stages.groups
    assert [stage.witnesses for stage in evidence.stages] == [[lawyer], [tenant]]
    assert evidence.witnesses == [other_day]


def test_review_shows_papers_and_minutes_of_a_stage_that_are_public(client: Client) -> None:
    meeting = make_meeting(date=date(2025, 3, 4))
    shown, hidden = make_paper(title="Shown"), make_paper(title="Hidden", published_at=None)
    review = make_review()
    make_stage(review=review, meeting=meeting, papers=(shown, hidden))
    assert "Minutes<span" not in page_of(client, review)
    make_minutes(meeting=meeting)
    page = page_of(client, review)
    assert "Shown" in page
    assert "Hidden" not in page
    assert f'href="{reverse("minutes", args=[meeting.pk, meeting.slug])}"' in page


def test_review_joins_what_was_decided_and_published_on_it(client: Client) -> None:
    item = make_item(title="Damp homes")
    shown, hidden = make_paper(title="Final report", item=item), make_paper(title="Hidden", published_at=None)
    review = make_review()
    make_stage(review=review, papers=(shown, hidden))
    decision = make_decision(item=item, title="Damp homes: answer")
    make_decision(title="Something else")
    subject = client.get(review.get_absolute_url()).context["page"].subject
    assert subject.decided == [decision]
    assert [published.paper.title for published in subject.published] == ["Final report"]


def test_review_shows_a_date_that_is_not_certain_as_printed(client: Client) -> None:
    review = make_review()
    make_stage(review=review, date_text="20 March 2016")
    assert '20 March 2016 <span class="quiet">(as printed)' in page_of(client, review)


def test_review_tells_what_comes_next(client: Client) -> None:
    today = timezone.localdate()
    review = make_review(notice_given_on=today, report_back_on=today - timedelta(days=1))
    make_stage(review=review, kind="visit", date=today + timedelta(days=5), text="The lido")
    make_stage(review=review, kind="visit", date=today - timedelta(days=5), text="The past")
    make_recommendation(review=review)
    coming = client.get(review.get_absolute_url()).context["page"].coming
    assert [(step.words, step.is_overdue) for step in coming] == [
        ("The executive’s answer is due", False),
        ("A report back is due", True),
        ("Visit", False),
    ]


def test_review_that_has_nothing_yet_says_so(client: Client) -> None:
    page = page_of(client, make_review())
    for words in ("No stages are published yet.", "No recommendations are published yet.", "No further date is known."):
        assert words in page
    assert "the review has ended" in page_of(client, make_review(ended_on=date(2025, 1, 1)))


def test_review_shows_its_recommendations_with_their_status(client: Client) -> None:
    recommendation = make_recommendation(text="That it open.")
    make_progress(recommendation=recommendation, rag="amber")
    assert recommendation.review
    page = page_of(client, recommendation.review)
    for words in ("That it open.", "Reported back on", "Amber"):
        assert words in page


def test_reviews_queries_do_not_grow(client: Client) -> None:
    counts = []
    for number in (2, 12):
        for _ in range(number):
            make_stage(review=make_recommendation().review, date=date(2025, 1, 1))
        counts.append(queries_of(client, reverse("reviews")))
    assert counts[0] == counts[1] <= 10


def test_review_queries_do_not_grow(client: Client) -> None:
    review = make_review()
    counts = []
    for number in (1, 6):
        for _ in range(number):
            meeting = make_item().meeting
            make_minutes(meeting=meeting)
            make_stage(review=review, meeting=meeting, papers=(make_paper(),))
            make_witness(review=review)
            make_progress(recommendation=make_recommendation(review=review))
        counts.append(queries_of(client, review.get_absolute_url()))
    assert counts[0] == counts[1] <= 20
