"""Words, as the index and queries have them alike."""

import pytest

from documents.search.words import exact_words, folded, is_frequent, rows_in, rows_of_frequent, stem, stems, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Café RÉSUMÉ", ("cafe", "resume")),
        ("the council’s and the council's", ("the", "councils", "and", "the", "councils")),
        ("O’Brien", ("obrien",)),
        ("‘quoted’ words", ("quoted", "words")),
        ("beneﬁt oﬃcer", ("benefit", "officer")),
        ("e\u0301te\u0301", ("ete",)),
        ("P2019/1234/FUL", ("p2019", "1234", "ful")),
        ("under_score", ("under", "score")),
        ("— … !", ()),
    ],
)
def test_words_are_folded(text: str, words: tuple[str, ...]) -> None:
    assert exact_words(text) == words


def test_titles_that_differ_in_capitals_accents_and_marks_are_one_name() -> None:
    assert folded("Café — Review: (Part 2)") == folded("CAFE review, part 2") == "cafe review part 2"


def test_stems_are_in_step_with_the_words() -> None:
    assert stems("Repairs to the council’s houses") == ("repair", "to", "the", "council", "hous")


def test_a_word_has_the_stem_that_the_index_gives_it() -> None:
    assert (stem("Résumés"),) == stems("Résumés")


def test_each_word_is_told_with_its_place() -> None:
    text = "The Council’s café."

    assert [(text[word.start : word.end], word.exact) for word in words_of(text)] == [
        ("The", "the"),
        ("Council’s", "councils"),
        ("café", "cafe"),
    ]


def test_a_phrase_of_frequent_words_alone_is_kept_as_rows() -> None:
    assert is_frequent(("of", "the", "council"))
    assert not is_frequent(("of", "the", "kingfisher"))
    assert not is_frequent(("council",))


def test_a_phrase_of_up_to_four_words_is_one_row_and_a_longer_one_several() -> None:
    assert rows_in(("of", "the")) == ["of_the"]
    assert rows_in(("as", "part", "of", "the")) == ["as_part_of_the"]
    assert rows_in(("on", "behalf", "of", "the", "council")) == ["on_behalf_of_the", "behalf_of_the_council"]


def test_rows_are_of_two_three_and_four_frequent_words_that_follow_each_other() -> None:
    assert rows_of_frequent("Of the kingfisher to the Council. Report of the").split() == [
        *("of_the", "to_the"),
        *("to_the_council", "the_council"),
        *("to_the_council_report", "the_council_report", "council_report"),
        *("the_council_report_of", "council_report_of", "report_of"),
        *("council_report_of_the", "report_of_the", "of_the"),
    ]


def test_frequent_words_with_ligatures_are_kept_as_they_are_searched_for() -> None:
    assert rows_of_frequent("The oﬃcer identiﬁed").split() == [
        "the_officer",
        "the_officer_identified",
        "officer_identified",
    ]
