"""The clerk's screens of reviews: facts, publication, verdicts, what was done."""

from datetime import date

import pytest
from django.test import Client

from committees.models import Council
from documents.admin.reviews.forms import municipal_year
from documents.models import Recommendation, Report, Review
from tests.builders import (
    make_committee,
    make_meeting,
    make_paper,
    make_progress,
    make_recommendation,
    make_response,
    make_review,
    make_user,
)

pytestmark = pytest.mark.django_db


def screen(review: Review | None, page: str = "change") -> str:
    assert review is not None
    return f"/admin/documents/review/{review.pk}/{page}/"


def test_review_is_made_as_the_clerks_alone(desk: Client) -> None:
    committee = make_committee()

    desk.post("/admin/documents/review/add/", {"committee": committee.pk, "title": "Pools", "year": "2026/27"})

    review = Review.objects.get()
    assert (review.committee, review.title, review.published_at) == (committee, "Pools", None)


def test_review_begins_with_what_its_paper_says(desk: Client) -> None:
    meeting = make_meeting(date=date(2026, 3, 20))
    paper = make_paper(meeting=meeting)
    assert paper.current_version
    Report.objects.create(document=paper, version=paper.current_version, subject="Review of pools")

    text = desk.get(f"/admin/documents/review/add/?paper={paper.current_version.pk}").text

    assert 'value="Review of pools"' in text
    assert 'value="2025/26"' in text
    assert f'<option value="{meeting.committee.pk}" selected>' in text


def test_same_review_twice_is_refused(desk: Client) -> None:
    review = make_review(title="Pools", year="2026/27")
    again = {"committee": review.committee.pk, "title": "Pools", "year": "2026/27"}

    assert "has a review of that title and year already" in desk.post("/admin/documents/review/add/", again).text


def test_notice_makes_the_answer_due_by_the_councils_rule(desk: Client) -> None:
    Council.objects.create(name="Council", response_months=2)
    review = make_review(title="Pools")
    facts = {"committee": review.committee.pk, "title": "Pools", "notice_given_on": "2026-12-31"}
    assert "no answer is called due" in desk.get(screen(review)).text

    desk.post(screen(review, "correct"), facts)

    text = desk.get(screen(review)).text
    assert "due by Sunday 28 February 2027." in text
    assert "2 months from the notice of 31 December 2026." in text


def test_answer_that_has_come_is_called_due_no_more(desk: Client) -> None:
    review = make_review(notice_given_on=date(2020, 1, 31))
    first, second = make_recommendation(review=review), make_recommendation(review=review)
    make_response(recommendation=first)
    assert "was due by Tuesday 31 March 2020: 1 of 2 recommendations are not answered." in desk.get(screen(review)).text

    make_response(recommendation=second)

    assert "The executive has answered all 2 recommendations." in desk.get(screen(review)).text


def test_changed_title_is_kept_among_the_former_ones(desk: Client) -> None:
    review = make_review(title="Outcomes post-16")

    desk.post(screen(review, "correct"), {"committee": review.committee.pk, "title": "Education post-16"})

    review.refresh_from_db()
    assert (review.title, review.former_titles) == ("Education post-16", ["Outcomes post-16"])


def test_review_is_published_and_hidden(desk: Client) -> None:
    review = make_review(published_at=None)

    desk.post(screen(review, "publish"))
    assert review in Review.objects.public()
    desk.post(screen(review, "hide"), {"why": "Too early"})

    assert review not in Review.objects.public()


def test_screen_shows_what_was_said_of_each_recommendation(desk: Client) -> None:
    made = make_recommendation(text="That the pool stay open.")
    part = make_recommendation(parent=made, label="a", text="until May")
    make_response(recommendation=made, words="Welcomed.", verdict="accepted")
    make_progress(recommendation=part, words="Half done.", rag="amber")

    text = desk.get(screen(made.review)).text

    assert text.index("That the pool stay open.") < text.index("Welcomed.") < text.index("until May")
    assert '<option value="accepted" selected>' in text
    assert "Half done." in text
    assert ": Amber" in text


def test_verdict_is_recorded_and_leads_back(desk: Client) -> None:
    response = make_response()
    back = screen(response.recommendation.review) + f"#recommendation-{response.recommendation.pk}"
    address = f"/admin/documents/review/responses/{response.pk}/verdict/"

    answer = desk.post(address, {"verdict": "rejected", "next": back})

    assert answer["Location"] == back
    response.refresh_from_db()
    assert response.verdict == "rejected"


def test_verdict_that_is_none_is_refused(desk: Client) -> None:
    response = make_response()

    desk.post(f"/admin/documents/review/responses/{response.pk}/verdict/", {"verdict": "splendid"})

    response.refresh_from_db()
    assert response.verdict == ""


def test_recommendation_is_recorded_as_done_and_taken_back(desk: Client) -> None:
    made = make_recommendation()
    address = f"/admin/documents/review/recommendations/{made.pk}/"

    desk.post(f"{address}done/", {"on": "2026-11-20", "note": "The pool is open."})
    made.refresh_from_db()
    assert (made.done_on, made.done_note) == (date(2026, 11, 20), "The pool is open.")
    desk.post(f"{address}not-done/", {"why": "It has closed again"})

    made.refresh_from_db()
    assert made.done_on is None


def test_what_a_meeting_is_asked_is_never_done(desk: Client) -> None:
    asked = make_recommendation(kind=Recommendation.Kind.MEETING)

    assert desk.get(f"/admin/documents/review/recommendations/{asked.pk}/done/").status_code == 404


@pytest.mark.parametrize(
    ("day", "year"), [(date(2026, 5, 1), "2026/27"), (date(2026, 4, 30), "2025/26"), (date(1999, 6, 1), "1999/00")]
)
def test_municipal_year_begins_in_may(day: date, year: str) -> None:
    assert municipal_year(day) == year


@pytest.mark.parametrize("page", ["change", "correct", "publish", "hide"])
def test_staff_without_permission_are_refused(client: Client, page: str) -> None:
    review = make_review()
    client.force_login(make_user(is_staff=True))

    assert client.get(screen(review, page)).status_code == 403


def test_unknown_review_is_not_found(desk: Client) -> None:
    assert desk.get("/admin/documents/review/999/change/").status_code == 404


@pytest.mark.parametrize("address", ["change", "//evil.example/", "https://evil.example/", "/\\evil.example/"])
def test_verdict_leads_back_to_this_site_alone(desk: Client, address: str) -> None:
    response = make_response()

    answer = desk.post(
        f"/admin/documents/review/responses/{response.pk}/verdict/", {"verdict": "accepted", "next": address}
    )

    assert answer["Location"] == "/admin/documents/review/"
