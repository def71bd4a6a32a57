"""Kept pictures and packs of what is public no more are deleted, by whatever door it was hidden."""

import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from committees.models import Access, Meeting
from documents.actions import papers
from documents.models import Document, Listing
from portal import tasks
from portal.files.dropping import drop_hidden
from tests.builders import GROUNDS, make_item, make_paper
from tests.portal.stored_files import make_pdf

pytestmark = pytest.mark.django_db

HIDINGS: dict[str, Callable[[Document, Meeting], Any]] = {
    "withdrawn": lambda paper, meeting: papers.withdraw_document(document=paper, by=None, reason="A name."),
    "restricted": lambda paper, meeting: papers.restrict_document(
        document=paper, by=None, access=Access.EXEMPT, paragraphs=[3], reason="It names a bidder.", grounds=GROUNDS
    ),
    "altered in the database": lambda paper, meeting: Document.objects.update(published_at=None),
    "of an agenda taken back": lambda paper, meeting: Meeting.objects.update(agenda_published_at=None),
}


@pytest.fixture
def paper() -> Document:
    return make_paper(title="Bids", served=make_pdf("What the bidder offered"))


def meeting_of(paper: Document) -> Meeting:
    return Listing.objects.get(document=paper).meeting


def kept_files() -> set[str]:
    return {path.suffix for path in Path(settings.IMAGES_DIR).glob("*/*/*")}


def look_at(client: Client, paper: Document) -> None:
    """As a reader does, for whom its picture and the pack are then kept."""
    for address in (f"/papers/{paper.pk}/pages/1.webp", f"/meetings/{meeting_of(paper).pk}/pack.pdf"):
        response: Any = client.get(address)
        assert response.status_code == 200
        response.getvalue()


@pytest.mark.parametrize("hide", HIDINGS.values(), ids=HIDINGS)
def test_nothing_derived_is_left_of_a_paper_that_is_hidden_and_its_file_is(
    client: Client, paper: Document, hide: Callable[[Document, Meeting], Any]
) -> None:
    look_at(client, paper)
    assert kept_files() == {".webp", ".pdf", ".papers"}

    hide(paper, meeting_of(paper))
    drop_hidden()

    assert kept_files() == set()
    assert paper.current_version
    assert paper.current_version.original.file.size


def test_pack_without_the_hidden_paper_and_its_pictures_stay(client: Client, paper: Document) -> None:
    other = make_paper(
        item=make_item(meeting=meeting_of(paper)), title="Parks", served=make_pdf("Parks are open"), pages=("Parks",)
    )
    papers.withdraw_document(document=paper, by=None, reason="A name.")
    look_at(client, other)

    assert drop_hidden() == 0
    assert kept_files() == {".webp", ".pdf", ".papers"}


def test_picture_in_the_making_is_left_and_one_of_a_killed_process_is_not(paper: Document) -> None:
    folder = Path(settings.IMAGES_DIR) / "pages" / "aa"
    folder.mkdir(parents=True)
    fresh, old = folder / ".making-1.webp", folder / ".making-2.webp"
    for path in (fresh, old):
        path.touch()
    os.utime(old, (0, 0))

    drop_hidden()

    assert (fresh.exists(), old.exists()) == (True, False)


def test_worker_sweeps_as_it_starts_and_twice_after_each_change(monkeypatch: pytest.MonkeyPatch) -> None:
    sweeps: list[str] = []
    editions = iter(["first", "first", "first", "second", "second", "second"])
    monkeypatch.setattr(tasks, "_swept", [])
    monkeypatch.setattr(tasks, "_editions", SimpleNamespace(now=lambda: SimpleNamespace(tokens=next(editions))))
    monkeypatch.setattr(tasks, "drop_hidden", lambda: sweeps.append("swept"))

    swept = []
    for _minute in range(6):
        tasks.drop_hidden_files(timestamp=0)
        swept.append(len(sweeps))

    assert swept == [1, 2, 2, 3, 4, 4]
