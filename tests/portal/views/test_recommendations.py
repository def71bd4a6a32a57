import csv
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from committees.models import Committee
from documents.models import Listing, Recommendation
from portal.views.recommendations import with_parts_apart
from tests.builders import (
    make_committee,
    make_item,
    make_meeting,
    make_paper,
    make_progress,
    make_recommendation,
    make_response,
    make_review,
)
from tests.portal.counting import queries_of

pytestmark = pytest.mark.django_db


def texts(client: Client, **query: Any) -> list[str]:
    rows = client.get(reverse("recommendations"), query).context["rows"]
    return [row.recommendation.text for row in rows]


def page_of(client: Client, recommendation: Recommendation) -> str:
    response = client.get(recommendation.get_absolute_url())
    assert response.status_code == 200
    return " ".join(response.text.split())


def paper_at(committee: str, day: date, title: str) -> Any:
    """A paper taken by that committee, made where it is not there yet, on that day."""
    found = Committee.objects.filter(name=committee).first() or make_committee(name=committee)
    return make_paper(item=make_item(meeting=make_meeting(committee=found, date=day)), title=title)


def test_recommendations_are_of_scrutiny_alone(client: Client) -> None:
    make_recommendation(text="To the executive")
    make_recommendation(kind="meeting", text="To the meeting")
    assert texts(client) == ["To the executive"]


def test_recommendations_say_when_there_are_none(client: Client) -> None:
    assert "No scrutiny recommendations have been published yet." in client.get(reverse("recommendations")).text
    assert "No scrutiny recommendations" in client.get(reverse("recommendations_summary")).text


def test_recommendations_that_match_nothing_say_so(client: Client) -> None:
    make_recommendation()
    page = client.get(reverse("recommendations"), {"words": "zebra"}).text
    assert "No recommendation matches these choices." in page


def test_recommendations_come_under_their_review_the_newest_first(client: Client) -> None:
    old = paper_at("Scrutiny", date(2020, 1, 8), "Old report")
    new = paper_at("Scrutiny", date(2025, 1, 8), "New report")
    first, second = make_review(title="Old review"), make_review(title="New review")
    make_recommendation(document=old, review=first, text="old")
    make_recommendation(document=new, review=second, text="new 1")
    make_recommendation(document=new, review=second, text="new 2")
    assert texts(client) == ["new 1", "new 2", "old"]
    page = client.get(reverse("recommendations")).text
    assert page.index("New review</a>") < page.index("Old review</a>")


def test_recommendations_by_committee_review_and_words(client: Client) -> None:
    housing = make_review(committee=make_committee(name="Housing"), title="Repairs")
    make_recommendation(review=housing, text="That repairs be quick.")
    make_recommendation(text="That pools be warm.")
    assert texts(client, committee="housing") == ["That repairs be quick."]
    assert texts(client, review=housing.pk) == ["That repairs be quick."]
    assert texts(client, words="WARM pools") == ["That pools be warm."]


def test_recommendations_by_where_they_stand(client: Client) -> None:
    made, answered, reported, done = (make_recommendation(text=text) for text in ("made", "answered", "back", "done"))
    make_response(recommendation=answered)
    for recommendation in (reported, done):
        make_progress(recommendation=recommendation)
    Recommendation.objects.filter(pk=done.pk).update(done_on=date(2026, 1, 1))
    for status, text in [("made", "made"), ("answered", "answered"), ("reported_back", "back"), ("done", "done")]:
        assert texts(client, status=status) == [text]
    assert made.pk


def test_recommendations_by_what_is_overdue(client: Client) -> None:
    late = make_review(notice_given_on=date(2020, 1, 1))
    make_recommendation(review=late, text="late")
    make_recommendation(text="never due")
    assert texts(client, overdue="yes") == ["late"]
    assert texts(client, overdue="no") == ["never due"]
    assert "An answer was due by Sunday 1 March 2020." in client.get(reverse("recommendations")).text


def test_recommendations_list_lettered_parts_with_their_whole(client: Client) -> None:
    whole = make_recommendation(text="Whole")
    part = make_recommendation(parent=whole, label="a", text="Part of it")
    page = client.get(reverse("recommendations"))
    assert len(page.context["rows"]) == 1
    assert f'href="{part.get_absolute_url()}">Part (a)' in page.text


def read_csv(client: Client, **query: Any) -> list[dict[str, str]]:
    response: Any = client.get(reverse("recommendations_csv"), query)
    return list(csv.DictReader(StringIO(response.content.decode("utf-8-sig"), newline="")))


def test_recommendations_as_csv_have_the_parts_too(client: Client) -> None:
    whole = make_recommendation(number=10, label="Ten", text="=Whole")
    make_recommendation(parent=whole, label="a", text="Part")
    make_progress(recommendation=whole, rag="amber")
    rows = read_csv(client)
    assert [row["Recommendation"] for row in rows] == ["Recommendation 10", "Recommendation 10 (a)"]
    assert (rows[0]["Words"], rows[0]["Last RAG"], rows[0]["Overdue"]) == ("'=Whole", "Amber", "No")


def test_recommendations_as_csv_are_those_chosen(client: Client) -> None:
    make_recommendation(text="warm pools")
    make_recommendation(text="repairs")
    assert [row["Words"] for row in read_csv(client, words="pools")] == ["warm pools"]


def test_recommendation_shows_its_words_and_where_they_stand(client: Client) -> None:
    paper = make_paper(title="Final report")
    review = make_review(title="Swimming", committee=make_committee(name="Leisure Scrutiny"))
    recommendation = make_recommendation(
        document=paper, review=review, number=9, text="First.\n\n• second;", paragraph="4.2", anchor="p4.2"
    )
    page = page_of(client, recommendation)
    assert "Recommendation 9</h1>" in page
    assert "<p>First.</p>" in page
    assert "<span>second;</span>" in page
    assert f'Paragraph 4.2 of <a class="govuk-link" href="{paper.get_absolute_url()}#p4.2">Final report' in page
    assert f'href="{review.get_absolute_url()}">Swimming' in page
    assert "Leisure Scrutiny" in page
    assert "No answer has been published here." in page
    assert "Nothing has been reported back here yet." in page


def test_lettered_parts_stand_on_lines_of_their_own() -> None:
    text = "The Council should: (a) plant trees; (b) water them (a little)."
    assert with_parts_apart(text, ["a", "b"]) == "The Council should:\n(a) plant trees;\n(b) water them (a little)."
    assert with_parts_apart("(a) Plant trees. (b) Water them.", ["a", "b"]) == "(a) Plant trees.\n(b) Water them."
    assert with_parts_apart("No parts here.", []) == "No parts here."


def test_recommendation_without_a_paragraph_names_its_page(client: Client) -> None:
    recommendation = make_recommendation(page=7)
    assert f'Page 7 of <a class="govuk-link" href="{recommendation.document.get_absolute_url()}#page-7"' in page_of(
        client, recommendation
    )


def test_recommendation_shows_answers_with_their_verdict(client: Client) -> None:
    recommendation = make_recommendation()
    paper = paper_at("Cabinet", date(2025, 3, 4), "Response")
    make_response(recommendation=recommendation, document=paper, by="The Executive", words="We agree.\n\nIn May.")
    page = page_of(client, recommendation)
    for words in ("The Executive", "<p>We agree.</p>", "Not stated", "Cabinet, 4 March 2025", "Response</a>"):
        assert words in page


def test_recommendation_shows_a_verdict_that_a_clerk_recorded(client: Client) -> None:
    recommendation = make_recommendation()
    make_response(recommendation=recommendation, verdict="in_part")
    assert "Accepted in part" in page_of(client, recommendation)


def test_recommendation_shows_reports_back_with_rag_as_a_word(client: Client) -> None:
    recommendation = make_recommendation(done_on=date(2026, 2, 2), done_note="Agreed by the committee.")
    make_progress(recommendation=recommendation, words="Half built.", rag="red")
    page = page_of(client, recommendation)
    for words in ("Half built.", ">Red</span>", "Recorded as done on", "Agreed by the committee."):
        assert words in page


def test_part_shows_what_was_said_of_its_whole(client: Client) -> None:
    whole = make_recommendation(number=10, paragraph="4.9", anchor="p4.9")
    part = make_recommendation(parent=whole, label="a", text="Exact part")
    make_response(recommendation=whole, words="We welcome all of it.")
    page = page_of(client, part)
    assert "Recommendation 10 (a)</h1>" in page
    assert "Exact part" in page
    assert "Paragraph 4.9 of" in page
    assert "We welcome all of it." in page
    assert f'href="{whole.get_absolute_url()}">Recommendation 10</a>' in page


def test_recommendation_tells_what_is_due_and_when(client: Client) -> None:
    today = timezone.localdate()
    review = make_review(notice_given_on=today, report_back_on=today - timedelta(days=1))
    page = page_of(client, make_recommendation(review=review))
    assert "An answer is due by" in page
    assert "A report back was due by" in page
    assert "An answer was due by" not in page


def test_recommendation_without_dates_has_nothing_due(client: Client) -> None:
    page = page_of(client, make_recommendation())
    assert "due" not in page
    assert "Overdue" not in page


def test_trail_runs_across_committees_in_date_order(client: Client) -> None:
    report = paper_at("Scrutiny", date(2024, 7, 1), "Final report")
    review = make_review(notice_given_on=date(2024, 7, 9), report_back_on=date(2030, 1, 1))
    recommendation = make_recommendation(document=report, review=review)
    answer = paper_at("Cabinet", date(2024, 9, 2), "Response")
    make_response(recommendation=recommendation, document=answer, by="The Executive", verdict="accepted")
    later = make_meeting(committee=report.listings.get().meeting.committee, date=date(2024, 10, 3))
    Listing.objects.create(document=answer, meeting=later)
    trail = client.get(recommendation.get_absolute_url()).context["page"].trail
    assert [(step.date, step.title, step.meeting and step.meeting.committee.name) for step in trail] == [
        (date(2024, 7, 1), "Made", "Scrutiny"),
        (date(2024, 7, 9), "Notice to answer was given", None),
        (date(2024, 9, 2), "Answered: Accepted", "Cabinet"),
        (date(2024, 10, 3), "The answer was considered", "Scrutiny"),
        (date(2030, 1, 1), "A report back is due", None),
    ]


def test_recommendation_leads_to_those_beside_it(client: Client) -> None:
    paper, review = make_paper(), make_review()
    first, second, third = (make_recommendation(document=paper, review=review) for _ in range(3))
    page = client.get(second.get_absolute_url()).context["page"]
    assert (page.earlier, page.later) == (first, third)


def test_recommendation_to_a_meeting_is_read_in_its_report(client: Client) -> None:
    recommendation = make_recommendation(kind="meeting", label="2.1", anchor="p2.1")
    response = client.get(recommendation.get_absolute_url())
    assert response.status_code == 302
    assert response["Location"] == f"{recommendation.document.get_absolute_url()}#p2.1"


def test_recommendation_of_an_exempt_report_is_nowhere(client: Client) -> None:
    recommendation = make_recommendation(text="Secret words")
    make_progress(recommendation=recommendation, words="Secret words")
    paper = recommendation.document
    paper.access, paper.exempt_paragraphs = "exempt", [3]
    paper.save()
    assert client.get(recommendation.get_absolute_url()).status_code == 404
    for name in ("recommendations", "recommendations_csv", "recommendations_summary"):
        assert "Secret words" not in client.get(reverse(name)).content.decode()
    review: Any = recommendation.review
    assert "Secret words" not in client.get(review.get_absolute_url()).text


def test_summary_counts_what_came_of_recommendations(client: Client) -> None:
    answered = make_recommendation(review=make_review(committee=make_committee(name="Housing Scrutiny")))
    make_response(recommendation=answered)
    make_recommendation(parent=answered, label="a")
    make_recommendation(review=make_review(notice_given_on=date(2020, 1, 1)))
    page = client.get(reverse("recommendations_summary"))
    assert [bar.count for bar in page.context["summary"].total.bars] == [2, 1, 0, 0, 1]
    assert "Housing Scrutiny" in page.text
    assert page.text.count("<table") == 1
    assert "style=" not in page.text


def test_recommendations_queries_do_not_grow(client: Client) -> None:
    counts: dict[str, list[int]] = {}
    for number in (2, 12):
        for _ in range(number):
            whole = make_recommendation()
            make_response(recommendation=make_recommendation(parent=whole, label="a"))
            make_progress(recommendation=whole, rag="green")
        for name in ("recommendations", "recommendations_csv", "recommendations_summary"):
            counts.setdefault(name, []).append(queries_of(client, reverse(name)))
    assert all(few == many <= 12 for few, many in counts.values()), counts


def test_recommendation_queries_do_not_grow(client: Client) -> None:
    whole = make_recommendation()
    counts = []
    for number in (1, 6):
        for _ in range(number):
            make_recommendation(parent=whole, label="a", page=Recommendation.objects.count() + 1)
            make_response(recommendation=whole)
            make_progress(recommendation=whole)
        counts.append(queries_of(client, whole.get_absolute_url()))
    assert counts[0] == counts[1] <= 18
