"""What a report author sees and may do: add a paper to an item, as a draft."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from committees.models import Meeting, Role, User
from documents.models import Document, Listing
from tests.builders import make_item, make_meeting, make_paper, make_role
from tests.portal.stored_files import pdf_of

HOME = "/admin/papers/mine/"


@pytest.fixture
def author(db: None) -> User:
    return make_role(Role.REPORT_AUTHOR)


@pytest.fixture
def browser(client: Client, author: User) -> Client:
    client.force_login(author)
    return client


def add_to(meeting: Meeting) -> str:
    return reverse("admin:meeting_add_paper", args=[meeting.pk])


def test_author_is_led_to_the_papers_and_sees_nothing_of_the_desk(browser: Client) -> None:
    assert browser.get("/admin/")["Location"] == HOME


def test_author_adds_a_paper_to_an_item_as_a_draft(browser: Client, author: User) -> None:
    item = make_item(title="Library hours")
    file = SimpleUploadedFile("hours.pdf", pdf_of("Hours"))
    sent = {"file": file, "title": "Library hours", "kind": "report", "item": item.pk, "access": "open"}

    response = browser.post(add_to(item.meeting), sent, follow=True)

    paper = Document.objects.get()
    assert response.request["PATH_INFO"] == HOME
    assert (paper.added_by, paper.published_at) == (author, None)
    assert Listing.objects.get().item == item
    assert "With the clerks" in response.text


def test_author_sees_only_papers_of_their_own(browser: Client) -> None:
    make_paper(title="Somebody else’s", published_at=None)

    assert "Somebody" not in browser.get(HOME).text


def test_past_and_cancelled_meetings_take_no_more_papers(browser: Client) -> None:
    past = make_meeting(date=timezone.localdate() - timedelta(days=1))
    cancelled = make_meeting(state=Meeting.State.CANCELLED)

    assert [browser.get(add_to(meeting)).status_code for meeting in (past, cancelled)] == [404, 404]
    assert str(past) not in browser.get(HOME).text


@pytest.mark.parametrize("change", ["publish", "withdraw", "reinstate", "restrict", "open", "replace"])
def test_author_changes_nothing_that_the_public_sees(browser: Client, author: User, change: str) -> None:
    paper = make_paper(published_at=None, added_by=author)

    assert browser.post(reverse(f"admin:paper_{change}", args=[paper.pk]), {}).status_code == 403
    assert (
        browser.post(reverse("admin:meeting_publication", args=[Listing.objects.get().meeting_id])).status_code == 403
    )
