"""Searches that found nothing, as they are counted."""

from datetime import date, timedelta
from unittest.mock import patch

import pytest
from django.db import DatabaseError
from django.utils import timezone

from documents.actions import search_terms
from documents.actions.search_terms import forget_empty, may_be_kept, record_empty
from documents.models import EmptySearch

pytestmark = pytest.mark.django_db


def kept() -> list[tuple[str, int]]:
    return list(EmptySearch.objects.values_list("words", "count"))


def test_same_words_are_counted_once_more() -> None:
    record_empty("Fly  Tipping")
    record_empty(" fly tipping\t")

    assert kept() == [("fly tipping", 2)]


def test_first_and_last_day_are_kept() -> None:
    EmptySearch.objects.create(words="fly tipping", first_on=date(2026, 1, 5), last_on=date(2026, 2, 6))

    record_empty("fly tipping")

    found = EmptySearch.objects.get()
    assert (found.first_on, found.last_on) == (date(2026, 1, 5), timezone.localdate())


@pytest.mark.parametrize(
    "query",
    [
        *("", "   ", "***", "2026"),
        *("ann.other@example.org", "ann@home complaint", "020 7946 0018", "call 07700900123", "01632-960400"),
        *("AB 12 34 56 C", "P2019/1234/FUL", "tenant 1234567", "943 476 5919", "12 High Street N1 1AA", "sw1a2aa"),
        *("fly\x00tipping", "fly\u202etipping", "fly\ud800tipping", "word " * 30),
    ],
)
def test_what_may_tell_of_a_person_or_is_no_word_is_not_kept(query: str) -> None:
    record_empty(query)

    assert kept() == []


@pytest.mark.parametrize(
    "query", ["budget 2019/20", "budget 2019-2020", "20 mph", "b2 22 september 2016", "café ouvert"]
)
def test_years_and_short_numbers_are_kept(query: str) -> None:
    assert may_be_kept(query)


def test_no_more_new_words_are_kept_in_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_terms, "MOST_NEW_A_DAY", 2)

    for query in ("one", "two", "three", "one"):
        record_empty(query)

    assert kept() == [("one", 2), ("two", 1)]


def test_rarest_and_oldest_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_terms, "MOST_KEPT", 3)
    day = timezone.localdate() - timedelta(days=30)
    for words, count, last_on in (("often", 9, day), ("old", 1, day), ("newer", 1, day + timedelta(days=1))):
        EmptySearch.objects.create(words=words, count=count, first_on=day, last_on=last_on)

    record_empty("today")

    assert {words for words, _ in kept()} == {"often", "newer", "today"}


def test_new_words_are_kept_though_all_others_are_frequent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_terms, "MOST_KEPT", 1)
    day = timezone.localdate() - timedelta(days=30)
    EmptySearch.objects.create(words="often", count=9, first_on=day, last_on=day)

    record_empty("today")

    assert kept() == [("today", 1)]


def test_failure_reaches_neither_the_page_nor_the_log_with_words(caplog: pytest.LogCaptureFixture) -> None:
    with patch.object(search_terms, "_count", side_effect=DatabaseError("Key (words)=(fly tipping)")):
        record_empty("fly tipping")

    assert "DatabaseError" in caplog.text
    assert "tipping" not in caplog.text


def test_transaction_of_the_page_goes_on_after_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_terms, "COUNT", "SELECT 1 / 0")

    record_empty("fly tipping")

    assert EmptySearch.objects.count() == 0


def test_forgotten_search_is_gone() -> None:
    record_empty("fly tipping")

    forget_empty(search=EmptySearch.objects.get())

    assert kept() == []
