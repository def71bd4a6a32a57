"""What a request finds, as the index is asked."""

from hypothesis import given, settings, strategies

from documents.search.finding import RANKED
from documents.search.outbox import Touched
from documents.search.words import exact_words
from tests.documents.search.units import asking, found, indexed, page, pages, papers_found

# Frequent words, of which phrases are kept as rows, and others, in every way they may be printed
PRINTED = ["the", "The", "of", "council", "Council", "council’s", "oﬃcer", "officer", "kingfisher", "pond", "2016"]
BETWEEN = [" ", ", ", "\n", " – ", "/", ". "]
rows = strategies.lists(strategies.sampled_from(PRINTED), min_size=2, max_size=6)


@strategies.composite
def texts(draw: strategies.DrawFn) -> str:
    words = draw(strategies.lists(strategies.sampled_from(PRINTED), max_size=12))
    return "".join(word + draw(strategies.sampled_from(BETWEEN)) for word in words)


def has_row(text: str, row: tuple[str, ...]) -> bool:
    words = exact_words(text)
    return any(words[start : start + len(row)] == row for start in range(len(words)))


@settings(max_examples=60, deadline=None)
@given(
    written=strategies.lists(texts(), min_size=1, max_size=5), queries=strategies.lists(rows, min_size=1, max_size=8)
)
def test_a_phrase_is_found_on_the_pages_that_have_its_words_in_a_row(
    written: list[str], queries: list[list[str]]
) -> None:
    index = indexed(pages(*written))

    for words in queries:
        row = exact_words(" ".join(words))
        right = {number for number, text in enumerate(written, start=1) if has_row(text, row)}
        assert set(papers_found(index, f'"{" ".join(words)}"')) == right, words


@settings(max_examples=60, deadline=None)
@given(written=strategies.lists(texts(), min_size=1, max_size=5), words=rows)
def test_a_phrase_is_left_out_from_the_pages_that_have_its_words_in_a_row(written: list[str], words: list[str]) -> None:
    index = indexed(pages(*(f"{text} heron" for text in written)))

    row = exact_words(" ".join(words))
    right = {number for number, text in enumerate(written, start=1) if not has_row(text, row)}
    assert set(papers_found(index, f'heron -"{" ".join(words)}"')) == right


def test_a_phrase_of_frequent_words_is_found_in_titles_too() -> None:
    index = indexed(
        [page("Words.", title="Report of the Council"), page("Words.", paper=2, title="Council of the report")]
    )

    assert papers_found(index, '"report of the council"') == [1]


def test_a_phrase_does_not_run_on_from_one_title_into_the_next() -> None:
    index = indexed([page("Words.", titles=("Annual heron", "kingfisher report"))])

    assert papers_found(index, '"annual heron"') == [1]
    assert papers_found(index, '"heron kingfisher"') == []


def test_a_reference_is_found_whole_and_in_each_part() -> None:
    index = indexed(pages("Application P2019/1234/FUL", "Application P2019/9999/FUL and 1234 sheds"))

    for asked in ("P2019/1234/FUL", "p2019/1234", "2019/1234/ful", "2019/1234", "1234/FUL", "p2019-1234-ful"):
        assert papers_found(index, asked) == [1], asked


def test_a_street_is_not_stemmed_away_in_a_phrase() -> None:
    index = indexed(pages("Barking Road", "Barks Road"))

    assert papers_found(index, '"barking road"') == [1]
    assert papers_found(index, "barking road")[0] == 1


def test_words_in_the_order_that_was_typed_go_first() -> None:
    index = indexed(
        pages("mould in walls that are damp", "walls that are damp in mould", "damp walls in that are mould")
    )

    assert papers_found(index, "damp walls")[0] == 3


def test_the_very_word_goes_before_its_relatives() -> None:
    index = indexed(pages("housing heron", "house heron", "houses heron"))

    assert papers_found(index, "houses")[0] == 3


def test_a_title_counts_for_more_than_a_text() -> None:
    index = indexed([page("kingfisher heron", title="Birds"), page("birds heron", paper=2, title="Kingfisher")])

    assert papers_found(index, "kingfisher") == [2, 1]


def test_a_title_counts_however_many_pages_have_its_word_more_often() -> None:
    many = [page("heron heron heron heron", paper=paper) for paper in range(2, RANKED + 100)]
    index = indexed([page("heron" + " pond" * 60, title="Heron"), *many])

    assert papers_found(index, "heron")[0] == 1


def test_pages_of_something_pending_are_neither_found_nor_counted() -> None:
    index = indexed(pages("kingfisher", "kingfisher"))

    left = found(index, "kingfisher", pending=Touched(documents={1}))

    assert ([thing.id for thing in left.things], left.counts.pages) == ([2], 1)


def test_words_that_may_be_left_out_are_two_in_five_and_one_of_two() -> None:
    index = indexed(())

    def enough(words: int) -> int:
        return asking(index, " ".join(f"kingfisher{number}" for number in range(words))).enough

    assert [enough(words) for words in (1, 2, 3, 4, 5, 10)] == [0, 1, 2, 3, 3, 6]


def test_common_words_phrases_and_beginnings_are_never_among_those_left_out() -> None:
    assert asking(indexed(()), 'the kingfisher of "damp and mould" heron*').enough == 0
