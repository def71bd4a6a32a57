"""A corrected paper beside the version it replaced."""

import re
from io import BytesIO

import pytest
from django.test import Client

from committees.actions import restrict_item
from documents.actions import papers
from documents.models import Document
from tests.builders import GROUNDS, make_item, make_paper
from tests.portal.stored_files import pdf_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper() -> Document:
    return make_paper(title="Pool repairs", pages=("The pool opens on Monday.",), item=make_item())


def correct(paper: Document, words: str = "The pool opens on Friday.", *, compare: bool = True) -> None:
    papers.replace_file(
        document=paper, file=BytesIO(pdf_of(words)), name="p.pdf", note="Day put right", by=None, compare=compare
    )


def status(client: Client, paper: Document, number: int = 2) -> int:
    return client.get(f"/papers/{paper.pk}/{paper.slug}/changes/{number}/").status_code


def test_page_shows_what_was_taken_out_and_put_in(client: Client, paper: Document) -> None:
    correct(paper)

    text = client.get(f"/papers/{paper.pk}/{paper.slug}/changes/2/").text

    plain = re.sub(r"<span class=\"govuk-visually-hidden\">.*?</span>", "", text)
    assert "on <del>Monday.</del><ins>Friday.</ins>" in plain
    assert "taken out: </span>Monday." in text
    assert "Day put right" in text


def test_page_of_a_correction_of_no_words_counts_none(client: Client, paper: Document) -> None:
    correct(paper, "The pool opens on Monday.")

    text = client.get(f"/papers/{paper.pk}/{paper.slug}/changes/2/").text

    assert "The words are the same: only how they are set out changed." in text
    assert "0 passages" not in text
    assert "Key:" not in text


def test_paper_and_its_meeting_lead_to_it(client: Client, paper: Document) -> None:
    correct(paper)

    meeting = paper.listings.get().meeting
    assert f"/papers/{paper.pk}/pool-repairs/changes/2/" in client.get(paper.get_absolute_url()).text
    assert f"/papers/{paper.pk}/pool-repairs/changes/2/" in client.get(meeting.get_absolute_url()).text


def test_version_that_was_never_public_is_not_compared(client: Client, paper: Document) -> None:
    Document.objects.filter(pk=paper.pk).update(published_at=None)
    correct(paper)
    papers.publish_document(document=paper, by=None)

    assert status(client, paper) == 404


def test_withdrawn_version_is_compared_no_more(client: Client, paper: Document) -> None:
    correct(paper)
    papers.withdraw_document(document=paper, by=None, reason="It named a child.")
    assert status(client, paper) == 410

    correct(paper, "The pool opens on Sunday.")
    papers.reinstate_document(document=paper, by=None, why="Put right")

    assert [status(client, paper, number) for number in (2, 3)] == [404, 404]


def test_version_of_a_withheld_item_is_compared_no_more(client: Client, paper: Document) -> None:
    correct(paper)
    item = paper.listings.get().item
    assert item
    restrict_item(item=item, by=None, access="exempt", paragraphs=[3], reason="A bid.", grounds=GROUNDS)
    restrict_item(item=item, by=None, access="open", paragraphs=[], reason="Over.")

    assert status(client, paper) == 404


def test_clerk_can_say_that_no_older_version_may_be_read(client: Client, paper: Document) -> None:
    correct(paper)
    correct(paper, "The pool opens on Sunday.", compare=False)

    assert [status(client, paper, number) for number in (2, 3)] == [404, 404]
