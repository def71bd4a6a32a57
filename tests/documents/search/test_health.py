"""How the index of this machine is told to be."""

from datetime import timedelta

import pytest
from django.utils import timezone

from committees.models import PublicChange, record_change
from documents.search import SearchUnavailable, search
from documents.search.follower import Follower
from documents.search.health import Health, Standing, health
from documents.search.index import folder
from tests.builders import make_item, make_meeting, make_paper
from tests.indexes import follow

pytestmark = pytest.mark.django_db(transaction=True)


def test_no_index_before_one_is_built() -> None:
    found = health()

    assert (found.standing, found.pages, found.waiting, found.size) == (Standing.NONE, None, None, 0)


def test_whole_index_tells_what_it_holds() -> None:
    make_paper(pages=("Bins", "Roads"))
    before = timezone.now()

    follow()

    found = health()
    assert found.standing == Standing.WHOLE
    assert found.pages == 2
    assert found.records is not None
    assert found.size > 1000
    assert found.rebuilt_at
    assert before - timedelta(seconds=1) < found.rebuilt_at < timezone.now() + timedelta(seconds=1)
    assert found.applied_at
    assert not found.is_building


def test_items_are_records_and_no_pages() -> None:
    make_item(meeting=make_meeting(), title="Bins")
    before = health_after_a_look()

    make_item(meeting=make_meeting(), title="Roads")
    Follower().rebuild()

    found = health()
    assert found.pages == before.pages == 0
    assert (found.records or 0) > (before.records or 0) > 0


def health_after_a_look() -> Health:
    follow()
    return health()


def test_changes_that_wait_are_counted_with_the_oldest() -> None:
    follow()
    for number in (1, 2):
        record_change(PublicChange.Subject.DOCUMENT, number)
    first = PublicChange.objects.order_by("pk")[0].at

    waiting = health().waiting

    assert waiting
    assert (waiting.changes, waiting.oldest, waiting.is_late) == (2, first, False)


def test_changes_that_wait_for_minutes_are_late() -> None:
    follow()
    record_change(PublicChange.Subject.DOCUMENT, 1)
    PublicChange.objects.update(at=timezone.now() - timedelta(minutes=5))

    waiting = health().waiting

    assert waiting
    assert waiting.is_late


def test_nothing_waits_once_the_follower_has_looked() -> None:
    follow()
    record_change(PublicChange.Subject.DOCUMENT, 1)

    follow()

    waiting = health().waiting
    assert waiting
    assert (waiting.changes, waiting.oldest, waiting.is_late) == (0, None, False)


def test_requested_rebuild_is_told_until_it_is_done() -> None:
    follow()
    folder.request_rebuild()
    assert health().rebuild_requested

    follow()

    assert not health().rebuild_requested


def test_generation_beside_the_one_in_force_is_being_built() -> None:
    follow()

    (folder.root() / "next").mkdir()

    found = health()
    assert (found.standing, found.is_building) == (Standing.WHOLE, True)


def test_damaged_index_is_told_until_it_is_built_afresh() -> None:
    follow()
    name = folder.current_name()
    assert name
    (folder.root() / name / "meta.json").write_text("{")
    with pytest.raises(SearchUnavailable):
        search(query="bins")

    assert health().standing == Standing.DAMAGED

    follow()
    assert health().standing == Standing.WHOLE
