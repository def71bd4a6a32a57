from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from documents.models import Document
from tests.builders import make_action, make_clerk, make_paper
from tests.portal.counting import queries_of

pytestmark = pytest.mark.django_db


def address(document: Document) -> str:
    return reverse("action_plan", args=[document.pk, document.slug])


def test_action_plan_keeps_parts_and_objectives_whose_numbers_restart(client: Client) -> None:
    paper = make_paper()
    for part in ("Part one", "Part two"):
        for number in (1, 2):
            make_action(document=paper, part=part, objective="Objective 1", champion="Jo Marsh", number=f"1.{number}")
    parts = client.get(address(paper)).context["parts"]
    assert [(part.title, [len(objective.rows) for objective in part.objectives]) for part in parts] == [
        ("Part one", [2]),
        ("Part two", [2]),
    ]
    assert "Jo Marsh" in client.get(address(paper)).text


def test_action_shows_owner_due_rag_success_and_progress(client: Client) -> None:
    paper = make_paper()
    make_action(
        document=paper,
        action="Open the pool.\n• at nine",
        owner="Head of Leisure",
        due="Dec 15",
        due_month=date(2015, 12, 1),
        rag="amber",
        success="It is open.",
        progress="It leaks.",
    )
    page = client.get(address(paper)).text
    for words in ("Open the pool.", "at nine", "Head of Leisure", "December 2015", "Amber", "It is open.", "It leaks."):
        assert words in page


def test_action_whose_month_is_not_certain_shows_it_as_printed(client: Client) -> None:
    paper = make_paper()
    make_action(document=paper, due="Ongoing")
    page = client.get(address(paper)).text
    assert "Ongoing" in page
    assert "Not given" in page


def test_action_plan_counts_its_rags(client: Client) -> None:
    paper = make_paper()
    for rag in ("green", "red", "green", ""):
        make_action(document=paper, rag=rag)
    counts = client.get(address(paper)).context["counts"]
    assert [(count.rag, count.count) for count in counts] == [("Red", 1), ("Green", 2)]


def test_paper_without_an_action_plan_has_no_page_of_one(client: Client) -> None:
    assert client.get(address(make_paper())).status_code == 404


def test_action_plan_at_a_wrong_slug_moves_to_the_right_one(client: Client) -> None:
    paper = make_paper(title="Youth plan")
    make_action(document=paper)
    assert client.get(f"/papers/{paper.pk}/x/actions/")["Location"] == f"/papers/{paper.pk}/youth-plan/actions/"


def test_action_plan_of_a_withdrawn_paper_is_gone(client: Client) -> None:
    paper = make_paper(withdrawn_at=timezone.now(), withdrawn_by=make_clerk(), withdrawal_reason="It named a resident.")
    make_action(document=paper, action="Secret action")
    response = client.get(address(paper))
    assert response.status_code == 410
    assert "Secret action" not in response.text


def test_action_plan_of_a_draft_is_not_found(client: Client) -> None:
    paper = make_paper(published_at=None)
    make_action(document=paper)
    assert client.get(address(paper)).status_code == 404


def test_action_plan_queries_do_not_grow(client: Client) -> None:
    paper = make_paper()
    counts = []
    for number in (2, 30):
        for _ in range(number):
            make_action(document=paper)
        counts.append(queries_of(client, address(paper)))
    assert counts[0] == counts[1] <= 8
