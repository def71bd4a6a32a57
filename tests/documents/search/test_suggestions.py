"""What a reader may be typing."""

from urllib.parse import parse_qs, urlsplit

import pytest

from committees.models import Committee, Person, PublicChange, record_change
from documents.actions.papers import withdraw_document
from documents.search import search
from documents.search.suggestions import suggest
from tests.builders import make_clerk, make_committee, make_paper, make_person, make_ward
from tests.indexes import follow

pytestmark = pytest.mark.django_db


def suggested(words: str) -> list[tuple[str, str]]:
    return [(suggestion.kind, suggestion.text) for suggestion in suggest(words)]


def test_names_come_first_then_words_then_titles() -> None:
    make_committee(name="Kingfisher Panel")
    make_person(name="Ann Kingsley")
    make_ward(name="Kingsway")
    make_paper(title="Kingfisher survey", pages=("A kingfisher came back.",))
    follow()

    assert suggested("king") == [
        ("committee", "Kingfisher Panel"),
        ("person", "Councillor Ann Kingsley"),
        ("ward", "Kingsway"),
        ("words", "kingfisher"),
        ("words", "kingsley"),
        ("paper", "Kingfisher survey"),
    ]


def test_the_last_word_is_completed_where_pages_have_all_the_words() -> None:
    make_paper(pages=("damp mould", "damp"))
    make_paper(pages=("moulting heron",))
    follow()

    assert suggested("damp moul") == [("words", "damp mould")]


def test_words_suggested_find_something_and_are_of_one_form_each() -> None:
    make_paper(pages=("herons and a heron", "a heroic herring"))
    follow()

    words = [suggestion for suggestion in suggest("her") if suggestion.kind == "words"]

    assert {suggestion.text for suggestion in words} == {"heroic", "heron", "herring"}
    for suggestion in words:
        (query,) = parse_qs(urlsplit(suggestion.url).query)["q"]
        assert search(query=query).complete > 0


@pytest.mark.parametrize("words", ["", "ki", "  k ", "…", "a b c d e f kingf"])
def test_too_little_and_too_much_is_not_completed(words: str) -> None:
    make_paper(title="Kingfisher", pages=("kingfisher",))
    follow()

    assert suggested(words) == []


def test_a_withdrawn_paper_is_not_suggested_while_the_follower_is_stopped() -> None:
    paper = make_paper(title="Glockenspiel", pages=("glockenspiel",))
    follow()
    assert suggested("glock") == [("words", "glockenspiel"), ("paper", "Glockenspiel")]
    withdraw_document(document=paper, by=make_clerk(), reason="It named a resident.")

    assert suggested("glock") == suggested("glockenspiel") == []
    follow()
    assert suggested("glock") == suggested("glockenspiel") == []


def test_hidden_bodies_are_not_suggested_while_the_follower_is_stopped() -> None:
    committee, person = make_committee(name="Glockenspiel Panel"), make_person(name="Ann Glockenspiel")
    follow()
    Committee.objects.filter(pk=committee.pk).update(is_public=False)
    Person.objects.filter(pk=person.pk).update(is_public=False)
    record_change(PublicChange.Subject.COMMITTEE, committee.pk)
    record_change(PublicChange.Subject.PERSON, person.pk)

    assert suggested("glock") == []


def test_nothing_is_suggested_without_an_index() -> None:
    make_paper(title="Kingfisher")

    assert suggested("kingfisher") == []
