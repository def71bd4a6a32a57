"""The stock admin of papers."""

from django.test import Client
from django.urls import reverse

from committees.models import PublicChange
from documents.models import Document
from tests.builders import make_paper
from tests.committees.admin.whole_form import whole_form


def address(paper: Document, page: str = "change") -> str:
    return reverse(f"admin:documents_document_{page}", args=[paper.pk])


def test_saved_paper_tells_the_followers(desk: Client) -> None:
    paper = make_paper()

    response = desk.post(address(paper), whole_form(desk, address(paper), title="A better title"))

    paper.refresh_from_db()
    assert response.status_code == 302
    assert paper.title == "A better title"
    assert PublicChange.objects.filter(subject="document", subject_id=paper.pk).exists()


def test_access_is_not_changed_in_passing(desk: Client) -> None:
    paper = make_paper()

    desk.post(address(paper), whole_form(desk, address(paper), access="confidential", published_at=""))

    assert Document.objects.public().get() == paper


def test_published_paper_cannot_be_deleted(desk: Client) -> None:
    paper = make_paper()

    assert desk.post(address(paper, "delete"), {"post": "yes"}).status_code == 403
    assert "withdrawn with a reason, never deleted" in desk.get(address(paper)).text


def test_draft_paper_can_be_deleted(desk: Client) -> None:
    paper = make_paper(published_at=None)
    Document.objects.update(current_version=None)

    desk.post(address(paper, "delete"), {"post": "yes"})

    assert not Document.objects.exists()


def test_list_of_papers_is_found_by_title(desk: Client) -> None:
    make_paper(title="Pool repairs")
    make_paper(title="Parks")

    text = desk.get(reverse("admin:documents_document_changelist"), {"q": "pool"}).text

    assert "Pool repairs" in text
    assert "Parks" not in text
