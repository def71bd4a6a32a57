"""A paper is public when everything above it is, and it is open, published and not withdrawn."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from committees.models import AgendaItem, Committee, Meeting
from documents.models import Document, DocumentVersion, Listing, Page
from tests.builders import make_file, make_item, make_meeting, make_paper

pytestmark = pytest.mark.django_db


def assert_hidden(document: Document) -> None:
    assert document not in Document.objects.public()
    assert not Page.objects.public().filter(version__document=document).exists()
    assert not DocumentVersion.objects.public().filter(document=document).exists()


def test_open_published_paper_is_public() -> None:
    document = make_paper()

    assert document in Document.objects.public()
    assert Page.objects.public().count() == 1
    assert Document.objects.notices() == []


@pytest.mark.parametrize(
    "fields",
    [
        {"published_at": None},
        {"published_at": timezone.now() + timedelta(days=1)},
        {"access": "exempt", "exempt_paragraphs": [3]},
        {"access": "confidential"},
        {"withdrawn_at": timezone.now(), "withdrawal_reason": "It named a resident."},
    ],
    ids=["draft", "scheduled", "exempt", "confidential", "withdrawn"],
)
def test_paper_in_a_hidden_state_is_not_public(fields: dict[str, Any]) -> None:
    assert_hidden(make_paper(**fields))


def test_paper_without_a_listing_is_not_public() -> None:
    document = make_paper()
    Listing.objects.all().delete()

    assert_hidden(document)


def test_paper_waits_for_the_agenda() -> None:
    assert_hidden(make_paper(meeting=make_meeting(agenda=False)))


def test_paper_waits_for_its_item() -> None:
    assert_hidden(make_paper(item=make_item(published_at=None)))


def test_paper_under_an_exempt_item_is_not_public_even_if_listed_openly_too() -> None:
    document = make_paper(item=make_item(access="exempt", exempt_paragraphs=[1]))
    open_item = make_item()
    Listing.objects.create(document=document, meeting=open_item.meeting, item=open_item)

    assert_hidden(document)


def test_paper_of_a_hidden_committee_is_not_public() -> None:
    document = make_paper()
    Committee.objects.update(is_public=False)

    assert_hidden(document)


def test_replaced_version_is_not_public() -> None:
    document = make_paper()
    old = document.current_version
    stored = make_file()
    new = DocumentVersion.objects.create(
        document=document, number=2, original=stored, served=stored, first_page=1, last_page=1
    )
    document.current_version = new
    document.save()

    assert list(DocumentVersion.objects.public()) == [new]
    assert old not in DocumentVersion.objects.public()


def test_notice_of_a_withdrawn_paper_tells_the_reason_and_not_the_title() -> None:
    document = make_paper(
        title="Mrs Example's complaint", withdrawn_at=timezone.now(), withdrawal_reason="It named a resident."
    )

    (notice,) = Document.objects.notices()

    assert (notice.id, notice.title, notice.reason) == (document.pk, "Report", "It named a resident.")
    assert notice.is_withdrawn


def test_notice_of_an_exempt_paper_tells_the_paragraphs() -> None:
    make_paper(access="exempt", exempt_paragraphs=[3], withheld_reason="It gives a tender price.")

    (notice,) = Document.objects.notices()

    assert (notice.title, notice.exempt_paragraphs, notice.reason) == (
        "Exempt report",
        (3,),
        "It gives a tender price.",
    )


def test_no_notice_of_a_paper_withdrawn_before_its_time_came() -> None:
    now = timezone.now()
    make_paper(published_at=now - timedelta(hours=1), withdrawn_at=now - timedelta(hours=2), withdrawal_reason="Error")

    assert Document.objects.notices() == []


@pytest.mark.parametrize("hidden", ["agenda", "paper", "item"])
def test_no_notice_of_what_the_public_cannot_know(hidden: str) -> None:
    document = make_paper(access="exempt", exempt_paragraphs=[3])
    if hidden == "agenda":
        Meeting.objects.update(agenda_published_at=None)
    elif hidden == "item":
        AgendaItem.objects.update(published_at=None)
    else:
        Document.objects.filter(pk=document.pk).update(published_at=None)

    assert Document.objects.notices() == []
