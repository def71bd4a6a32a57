from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from portal.page_cache.edition import Edition
from portal.page_cache.store import OVERHEAD, Answer, PageStore

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
FIRST = Edition("a", date(2026, 3, 2), NOON, NOON + timedelta(hours=1))
SECOND = replace(FIRST, tokens="b", seen_at=NOON + timedelta(minutes=1))
PAGE = Answer(b"page", (), 'W/"tag"')


def kept(store: PageStore, edition: Edition, key: str, *, queried: bool = False) -> bool:
    return store.get(edition, key, queried=queried) is not None


def test_page_is_kept_for_its_edition_alone() -> None:
    store = PageStore(100_000)
    store.put(FIRST, "home", PAGE, queried=False)
    assert kept(store, FIRST, "home")
    assert not kept(store, FIRST, "other")
    assert not kept(store, SECOND, "home")


def test_new_edition_drops_everything_of_the_one_before() -> None:
    store = PageStore(100_000)
    store.put(FIRST, "home", PAGE, queried=False)
    kept(store, SECOND, "home")
    assert store.size == 0


def test_page_made_slowly_of_an_earlier_edition_is_not_kept() -> None:
    store = PageStore(100_000)
    store.put(SECOND, "home", PAGE, queried=False)
    store.put(FIRST, "home", PAGE, queried=False)
    assert not kept(store, FIRST, "home")
    assert kept(store, SECOND, "home")


def test_another_day_is_another_edition() -> None:
    store = PageStore(100_000)
    store.put(FIRST, "home", PAGE, queried=False)
    tomorrow = replace(FIRST, today=date(2026, 3, 3), seen_at=NOON + timedelta(hours=12))
    assert not kept(store, tomorrow, "home")


def test_pages_asked_for_longest_ago_make_room() -> None:
    page_size = PAGE.size
    store = PageStore(4 * page_size)  # three without a query string
    for key in "abc":
        store.put(FIRST, key, PAGE, queried=False)
    kept(store, FIRST, "a")
    store.put(FIRST, "d", PAGE, queried=False)
    assert [key for key in "abcd" if kept(store, FIRST, key)] == ["a", "c", "d"]


def test_crawler_of_query_strings_evicts_no_plain_page() -> None:
    store = PageStore(40 * PAGE.size)
    store.put(FIRST, "home", PAGE, queried=False)
    for number in range(1000):
        store.put(FIRST, f"?page={number}", PAGE, queried=True)
    assert kept(store, FIRST, "home")
    assert store.size <= 11 * PAGE.size


def test_page_larger_than_the_store_is_not_kept() -> None:
    store = PageStore(4 * OVERHEAD)
    store.put(FIRST, "large", replace(PAGE, body=b"x" * 4 * OVERHEAD), queried=False)
    assert not kept(store, FIRST, "large")
    assert store.size == 0
