from datetime import UTC, date, datetime, timedelta
from typing import Any, cast

from django.test import RequestFactory

from portal.page_cache.edition import Edition, know_edition
from portal.queries.counted import paginated

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class Rows(list[int]):
    """Rows that say how often they were counted."""

    counted = 0

    def count(self, *_args: object) -> int:
        self.counted += 1
        return len(self)


def edition() -> Edition:
    return Edition("a", date(2026, 3, 2), NOON, NOON + timedelta(hours=1))


def pages(rows: Rows, at: str, known: Edition | None) -> int:
    request = RequestFactory().get(at)
    if known:
        know_edition(request, known)
    return paginated(request, cast(Any, rows), 10).num_pages


def test_list_is_counted_once_for_all_its_pages() -> None:
    rows, known = Rows(range(35)), edition()
    assert [pages(rows, f"/papers/?page={page}", known) for page in (1, 2, 4)] == [4, 4, 4]
    assert rows.counted == 1


def test_other_choices_are_counted_apart() -> None:
    known = edition()
    assert pages(Rows(range(35)), "/papers/", known) == 4
    assert pages(Rows(range(5)), "/papers/?kind=report", known) == 1
    assert pages(Rows(range(15)), "/decisions/", known) == 2


def test_list_is_counted_again_in_another_edition() -> None:
    assert pages(Rows(range(35)), "/papers/", edition()) == 4
    assert pages(Rows(range(5)), "/papers/", edition()) == 1


def test_reader_who_is_known_has_it_counted_afresh() -> None:
    rows = Rows(range(35))
    pages(rows, "/papers/", None), pages(rows, "/papers/", None)
    assert rows.counted == 2
