import re
from collections import Counter

import pytest

from tests.benchmarks.search import corpus, vocabulary
from tests.benchmarks.search.boilerplate import STANDARD
from tests.benchmarks.search.queries import Chooser, Kind

PAPERS = 25


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [corpus.page_text(page).lower() for paper in corpus.papers(PAPERS) for page in paper.pages]


@pytest.fixture(scope="module")
def frequencies(texts: list[str]) -> Counter[str]:
    """On how many pages each word stands."""
    return Counter(word for text in texts for word in set(re.findall(r"\w+", text)))


def test_paper_of_a_number_is_the_same_each_time() -> None:
    assert corpus.paper(7) == corpus.paper(7)
    assert corpus.paper(7).pages != corpus.paper(8).pages


def test_vocabulary_is_the_same_each_time_and_holds_nothing_twice() -> None:
    entries = vocabulary.entries(5000)

    assert entries == vocabulary.entries(5000)
    assert len(set(entries)) == 5000


def test_pages_have_about_350_words(texts: list[str]) -> None:
    words = sum(len(text.split()) for text in texts) / len(texts)

    assert len(texts) == PAPERS * corpus.PAGES
    assert 325 < words < 375


@pytest.mark.parametrize("word", ["council", "committee", "implications", "financial", "residents", "borough"])
def test_words_of_every_report_are_on_many_pages(word: str, texts: list[str], frequencies: Counter[str]) -> None:
    assert 0.3 < frequencies[word] / len(texts) <= 1


def test_every_report_has_the_same_boilerplate() -> None:
    for paper in corpus.papers(5):
        written = {paragraph.text for page in paper.pages for paragraph in page}

        assert len(written & {standard.text for standard in STANDARD}) > len(STANDARD) / 2


def test_most_words_are_rare(frequencies: Counter[str]) -> None:
    on_few = sum(1 for count in frequencies.values() if count <= 3)

    assert on_few > len(frequencies) / 2


def test_some_pages_name_a_planning_application(texts: list[str]) -> None:
    named = sum(bool(re.search(r"reference p20\d\d/\d{4}/\w{3}\.", text)) for text in texts)

    assert 0.1 < named / len(texts) < 0.3


def test_paragraphs_of_a_page_are_numbered_after_it() -> None:
    page = corpus.paper(1).pages[3]

    assert [paragraph.label for paragraph in page] == [f"4.{place}" for place in range(1, len(page) + 1)]


def test_queries_are_66_of_eight_kinds(texts: list[str], frequencies: Counter[str]) -> None:
    queries = Chooser(len(texts), frequencies.__getitem__, {1: "One Committee", 2: "Two Committee"}).queries()

    assert len(set(queries)) == 66
    assert {query.kind for query in queries} == set(Kind)
    assert all(query.typed for query in queries)


def test_words_typed_wrongly_are_on_no_page(texts: list[str], frequencies: Counter[str]) -> None:
    queries = Chooser(len(texts), frequencies.__getitem__, {1: "One Committee", 2: "Two Committee"}).queries()

    for query in queries:
        if query.kind == Kind.TYPING_ERROR:
            assert not frequencies[query.words[0]]
            assert frequencies[query.meant]
