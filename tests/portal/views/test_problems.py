import pytest
from django.test import Client
from django.urls import reverse

from documents.actions import problem_reports
from documents.models import ProblemReport
from tests.builders import make_clerk, make_paper

pytestmark = pytest.mark.django_db

FILLED = {"kind": "unreadable", "page": "3", "words": "The table is a picture.", "email": "ann@example.org"}


def test_paper_leads_to_its_form(client: Client) -> None:
    paper = make_paper()
    address = reverse("problem", args=[paper.pk, paper.slug])
    assert address in client.get(paper.get_absolute_url()).text
    assert 'value="format" id="id_kind_4" checked' in client.get(f"{address}?kind=format").text


def test_problem_reaches_the_desk_and_its_address_is_forgotten(client: Client) -> None:
    paper = make_paper(title="Bins")
    answer = client.post(reverse("problem", args=[paper.pk, paper.slug]), FILLED)
    assert answer.headers["Location"] == reverse("problem_reported", args=[paper.pk, paper.slug])
    client.force_login(make_clerk())
    assert "Problems that readers report" in client.get(reverse("admin:index")).text
    screen = client.get(reverse("admin:problem_reports")).text
    assert "The table is a picture." in screen
    assert "ann@example.org" in screen
    report = ProblemReport.objects.get()
    client.post(reverse("admin:problem_report_dealt_with", args=[report.pk]))
    assert "ann@example.org" not in client.get(reverse("admin:problem_reports")).text


def test_what_is_missing_is_told_and_what_was_typed_is_kept(client: Client) -> None:
    page = client.post(
        reverse("problem", args=[make_paper().pk, "x"]), {"page": "three", "words": "", "email": "ann"}
    ).text
    for told in ("Choose what the problem is", "Enter the page as a number", "Tell us what the problem is"):
        assert told in page
    assert 'value="three"' in page
    assert not ProblemReport.objects.exists()


def test_hidden_paper_has_no_form(client: Client) -> None:
    paper = make_paper(published_at=None)
    assert client.get(reverse("problem", args=[paper.pk, paper.slug])).status_code == 404
    assert client.post(reverse("problem", args=[paper.pk, paper.slug]), FILLED).status_code == 404


def test_flood_is_refused_with_what_was_typed(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(problem_reports, "MOST_A_DAY", 0)
    page = client.post(reverse("problem", args=[make_paper().pk, "x"]), FILLED).text
    assert "Many problems have been reported today" in page
    assert "The table is a picture." in page
