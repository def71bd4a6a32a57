"""Synonyms as clerks keep them."""

from typing import Any

import pytest
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from documents.actions.synonyms import TermsRefused, add_everyday_words, delete_synonyms, save_synonyms
from documents.models import Synonyms
from documents.search.everyday_words import everyday_words
from documents.search.synonyms import all_synonyms
from tests.builders import make_clerk

pytestmark = pytest.mark.django_db


def audit() -> list[tuple[Any, ...]]:
    events = Synonyms.pgh_event_model.objects.order_by("pgh_id")  # type: ignore[attr-defined]
    rows = events.values_list("pgh_label", "terms", "pgh_context__metadata__username", "pgh_context__metadata__why")
    return list(rows)


def test_terms_are_kept_as_typed_in_lower_case() -> None:
    saved = save_synonyms(typed="Bedroom tax\nunder-occupancy charge", by=None)

    assert Synonyms.objects.get().terms == saved.terms == ["bedroom tax", "under-occupancy charge"]


def test_terms_that_cannot_be_kept_are_refused() -> None:
    with pytest.raises(TermsRefused, match="at least two"):
        save_synonyms(typed="bedroom tax", by=None)

    assert not Synonyms.objects.exists()


def test_term_of_another_row_is_refused_and_the_row_named() -> None:
    other = save_synonyms(typed="bin collection\nrefuse collection", by=None)

    with pytest.raises(TermsRefused, match="“bin collections” is among the synonyms “bin collection / ") as refused:
        save_synonyms(typed="rubbish\nbin collections", by=None)

    assert [problem.elsewhere for problem in refused.value.problems] == [other]


def test_row_may_keep_its_own_terms() -> None:
    row = save_synonyms(typed="bins\nrefuse", by=None)

    save_synonyms(typed="bins\nrefuse\nrubbish", by=None, synonyms=row)

    assert Synonyms.objects.get().terms == ["bins", "refuse", "rubbish"]


def test_every_change_is_audited_with_who_and_why() -> None:
    clerk = make_clerk(username="asha")

    row = save_synonyms(typed="bins\nrefuse", by=clerk)
    save_synonyms(typed="bins\nrubbish", by=clerk, synonyms=row)
    delete_synonyms(synonyms=row, by=clerk)

    assert audit() == [
        ("insert", ["bins", "refuse"], "asha", "Add synonyms"),
        ("update", ["bins", "rubbish"], "asha", "Change synonyms"),
        ("delete", ["bins", "rubbish"], "asha", "Delete synonyms"),
    ]


def test_searches_of_this_process_know_a_change_at_once(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    assert all_synonyms() == ()

    with django_capture_on_commit_callbacks(execute=True):
        save_synonyms(typed="bins\nrefuse", by=None)

    assert all_synonyms() == (("bins", "refuse"),)


def test_everyday_words_are_added_where_no_term_of_theirs_is_kept() -> None:
    save_synonyms(typed="bins\nbin collections", by=None)

    added = add_everyday_words(by=None)

    assert added == Synonyms.objects.count() - 1 == len(everyday_words()) - 1
    assert Synonyms.objects.filter(terms__contains=["potholes"]).exists()
    assert not Synonyms.objects.filter(terms__contains=["refuse collection"]).exists()


def test_everyday_words_are_added_once() -> None:
    add_everyday_words(by=None)

    assert add_everyday_words(by=None) == 0
