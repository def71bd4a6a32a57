from documents.search.passages import passage
from documents.search.places import Place, _letters, place_of
from documents.search.syntax import parse

FIRST = "The pond was dug in 1904 and has been home to herons ever since."
SECOND = "A kingfisher nests beside it, which the council welcomes most warmly."
PAGE = f"Background\n4.1 {FIRST}\n4.2 {SECOND}\n"


def place(text: str, query: str, **paragraphs: str) -> str | None:
    places = [Place(label, f"p{label}", _letters(words)) for label, words in paragraphs.items()]
    found = place_of(passage(text, parse(query)), places)
    return found.label if found else None


def test_the_paragraph_of_the_first_marked_word_is_found() -> None:
    assert place(PAGE, "herons", first=FIRST, second=SECOND) == "first"
    assert place(PAGE, "kingfisher council", first=FIRST, second=SECOND) == "second"


def test_a_word_at_the_end_of_its_paragraph_is_found_by_what_is_before_it() -> None:
    assert place(PAGE, "since", first=FIRST, second=SECOND) == "first"


def test_other_breaks_of_lines_make_no_difference() -> None:
    assert place(PAGE.replace(" ", "\n"), "kingfisher", second=SECOND) == "second"


def test_words_in_no_paragraph_or_in_two_alike_are_in_none() -> None:
    assert place(PAGE, "background", first=FIRST, second=SECOND) is None
    assert place(PAGE, "kingfisher", second=SECOND, third=SECOND) is None
    assert place(PAGE, "zebra", first=FIRST) is None
