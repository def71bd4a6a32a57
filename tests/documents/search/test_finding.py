"""What goes before what."""

from dataclasses import replace
from datetime import date

from documents.search.finding import any_of_the_rarer, find, followed_by
from documents.search.index import Snapshot
from documents.search.outbox import Touched
from documents.search.schema import COMMITTEE, ITEM, MEETING, PERSON, Sitting, Unit
from tests.documents.search.units import asking, found, indexed, page, pages, papers_found


def first_found(index: Snapshot, query: str) -> tuple[str, int]:
    thing = found(index, query).things[0]
    return thing.type, thing.id


def at(day: date) -> tuple[Sitting, ...]:
    return (Sitting(1, 1, day),)


MANY = [page("sana ahmed " * 9, paper=number, title="Sana Ahmed and others") for number in range(1, 9)]


def test_an_exact_title_goes_first() -> None:
    named = page("Words.", paper=20, title="Ahmed, Sana: review", names=("Ahmed, Sana: review",))
    loud = page("ahmed sana review " * 9, paper=21, title="Review of Ahmed, Sana, and of others")

    assert papers_found(indexed([loud, named]), "ahmed sana review")[0] == 20


def test_a_persons_name_goes_before_papers_that_have_it() -> None:
    person = Unit(PERSON, 5, PERSON, ("Sana Ahmed",), "Labour", names=("Sana Ahmed",))

    assert first_found(indexed([*MANY, person]), "Sana AHMED") == (PERSON, 5)


def test_a_committees_name_goes_before_a_paper_and_an_item_of_that_title() -> None:
    name = "Licensing Panel"
    committee = Unit(COMMITTEE, 5, COMMITTEE, (name,), "", names=(name,))
    item = Unit(ITEM, 6, ITEM, (name,), "", names=(name,), sittings=at(date(2026, 1, 8)))
    paper = page(f"{name} " * 9, paper=7, title=name, names=(name,), sittings=at(date(2026, 1, 8)))

    assert first_found(indexed([item, paper, committee]), "licensing panel") == (COMMITTEE, 5)


def test_who_is_pending_does_not_go_first_by_name() -> None:
    person = Unit(PERSON, 5, PERSON, ("Sana Ahmed",), "", names=("Sana Ahmed",))

    things = found(indexed([*MANY, person]), "sana ahmed", pending=Touched(people={5})).things

    assert PERSON not in {thing.type for thing in things}


def test_a_meeting_does_not_hide_what_was_said_there() -> None:
    meeting = Unit(MEETING, 5, MEETING, (), "Kingfisher Panel 8 January 2026", sittings=at(date(2026, 1, 8)))

    assert first_found(indexed([meeting, page("A kingfisher came back to the pond.")]), "kingfisher")[0] == "page"


def test_among_equals_the_newer_goes_first() -> None:
    days = date(2020, 1, 8), date(2026, 1, 8), date(2023, 1, 8)
    index = indexed(page("kingfisher", paper=day.year, sittings=at(day)) for day in days)

    assert papers_found(index, "kingfisher") == [2026, 2023, 2020]


def test_pages_of_a_paper_are_one_thing_with_the_best_page_first() -> None:
    index = indexed([page("kingfisher and other birds of the pond"), page("kingfisher kingfisher", number=2)])

    (thing,) = found(index, "kingfisher").things

    assert [page.number for page in thing.pages] == [2, 1]


def test_where_some_words_are_enough_pages_with_all_go_first_and_are_told_apart() -> None:
    index = indexed(pages("kingfisher " * 9, "a heron and a kingfisher in many other words", "pond"))

    both = asking(index, "kingfisher heron")

    found = followed_by(find(index, both), find(index, replace(both, least=1)))

    assert [(thing.id, thing.key in found.whole) for thing in found.things] == [(2, True), (1, False)]
    assert (found.complete, found.counts.pages) == (1, 2)


def test_a_word_on_very_many_pages_is_not_enough_by_itself() -> None:
    index = indexed(pages(*["budget"] * 5, "kingfisher", *["pond"] * 4))
    rarer = any_of_the_rarer(index, asking(index, "budget kingfisher heron"))

    assert rarer is not None
    assert [thing.id for thing in find(index, rarer).things] == [6]


def test_where_every_word_is_on_very_many_pages_none_is_left_out() -> None:
    index = indexed(pages(*["budget council"] * 5))

    assert any_of_the_rarer(index, asking(index, "budget council")) is None
