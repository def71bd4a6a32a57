import pytest
from hypothesis import given, strategies

from documents.search.passages import LENGTH, Fragment, mark, passage
from documents.search.syntax import parse
from documents.search.words import FREQUENT

FILLER = "The council met and talked of many other things at length. " * 20


def marked(fragments: tuple[Fragment, ...]) -> list[str]:
    return [fragment.text for fragment in fragments if fragment.marked]


def shown(fragments: tuple[Fragment, ...]) -> str:
    return "".join(fragment.text for fragment in fragments)


def test_every_form_of_a_word_is_marked() -> None:
    assert marked(passage("Repairs were repaired by repair, pairs.", parse("repairing"))) == [
        "Repairs",
        "repaired",
        "repair",
    ]


@pytest.mark.parametrize("words", ["dying died dies", "skies sky", "possibility possible", "hoping hope", "early", "x"])
def test_words_whose_stem_ends_otherwise_are_marked(words: str) -> None:
    asked = words.split()[-1]

    assert asked in marked(mark(f"Of {words} it was said", parse(asked)))


def test_every_frequent_word_is_marked_where_it_is_asked_for() -> None:
    missed = [
        word for word in sorted(FREQUENT) if marked(mark(f"({word.title()})", parse(f"+{word}"))) != [word.title()]
    ]

    assert missed == []


def test_marks_keep_their_places_after_a_letter_whose_small_form_is_two() -> None:
    assert marked(mark("İİİ Damp İ damp", parse("damp"))) == ["Damp", "damp"]


def test_a_phrase_is_marked_in_one_piece_and_nowhere_else() -> None:
    assert marked(passage("Damp. Mould. Damp and mould.", parse('"damp and mould"'))) == ["Damp and mould"]


def test_excluded_and_common_words_are_not_marked() -> None:
    assert marked(passage("The bins and the roof.", parse("the bins -roof"))) == ["bins"]


def test_the_passage_is_where_most_of_the_words_are_together() -> None:
    text = f"Damp. {FILLER}Here damp meets mould. {FILLER}Mould."

    assert shown(passage(text, parse("damp mould"))).startswith("… Here damp meets mould.")


def test_the_passage_is_short_and_says_where_it_is_cut() -> None:
    text = shown(passage(f"{FILLER}A kingfisher came. {FILLER}", parse("kingfisher")))

    assert text.startswith("… A kingfisher came.")
    assert text.endswith(" …")
    assert len(text) < LENGTH + 20


def test_without_a_match_the_passage_is_the_start() -> None:
    assert shown(passage("All of a short page.", parse("kingfisher"))) == "All of a short page."


def test_lines_are_joined() -> None:
    assert shown(passage("A\r\n\r\nkingfisher\n flew.", parse("kingfisher"))) == "A kingfisher flew."


def test_marks_stand_right_after_letters_of_many_bytes() -> None:
    assert marked(passage("😀 Café – “kingﬁsher’s” e\u0301 kingfisher", parse("kingfisher"))) == [
        "kingﬁsher’s",
        "kingfisher",
    ]


@pytest.mark.parametrize("query", ["", "-damp", "zebra"])
def test_mark_leaves_a_text_whole_when_nothing_is_asked(query: str) -> None:
    assert mark("Damp walls", parse(query)) == (Fragment("Damp walls", False),)


def test_mark_marks_all_of_a_text() -> None:
    assert marked(mark(f"Damp {FILLER} damp", parse("damp"))) == ["Damp", "damp"]


@given(text=strategies.text(), query=strategies.text(max_size=60))
def test_mark_loses_nothing(text: str, query: str) -> None:
    assert shown(mark(text, parse(query))) == shown(mark(text, parse("")))
