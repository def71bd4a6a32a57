"""Nothing on a page is lost, whatever the page."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.pdf import Line, PdfPage, Rule, read
from documents.reading import ReadPage, read_pages
from documents.reading.furniture import bodies
from documents.reading.words import clean
from tests.documents.reading.pages import line, page

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples"

WORDS = ["Council", "report", "officers", "£2,500", "eﬃcient", "of", "The", "break\ufffe", "soft\u00ad", "RESOLVED:"]
MARKS = ["2.1", "1.", "(a)", "Page", "12", "•", "-", "<b>", "143"]
TEXTS = st.lists(st.sampled_from(WORDS + MARKS), min_size=1, max_size=9)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    text, size = " ".join(draw(TEXTS)), draw(st.sampled_from([8.0, 10.0, 11.0, 14.0]))
    left, top = draw(st.integers(0, 500)), draw(st.integers(0, 830))
    return Line(text, left, top, left + len(text) * size / 2, top + size * 0.9, size, draw(st.booleans()))


papers = st.lists(st.lists(lines(), max_size=25).map(tuple), min_size=1, max_size=4).map(
    lambda pages: [PdfPage(number, 595.0, 842.0, page) for number, page in enumerate(pages, start=1)]
)


def letters(texts: Iterable[str]) -> Counter[str]:
    return Counter(letter for text in texts for letter in clean(text) if letter.isalnum())


def words_of_blocks(pages: Iterable[ReadPage]) -> Iterable[str]:
    for read_page in pages:
        for block in read_page.blocks:
            yield block.get("label", "") + block.get("text", "")
            yield from (item["marker"] + item["text"] for item in block.get("items", []))
            yield from (cell for row in block.get("rows", []) for cell in row)
            yield from block.get("lines", [])


@given(papers)
def test_every_letter_outside_the_furniture_is_in_text_and_blocks(pages: list[PdfPage]) -> None:
    result = read_pages(pages)
    kept = letters(run.text for body in bodies(pages) for row in body.rows for run in row.runs)
    assert letters(page.text for page in result) == kept
    assert letters(words_of_blocks(result)) == kept


@given(papers, st.lists(st.integers(0, 600), max_size=6), st.lists(st.integers(0, 840), max_size=6))
def test_no_letter_is_lost_in_tables_drawn_anywhere(pages: list[PdfPage], down: list[int], across: list[int]) -> None:
    rules = (
        *(Rule(left, min(across, default=0), left + 0.5, max(across, default=0)) for left in down),
        *(Rule(min(down, default=0), top, max(down, default=0), top + 0.5) for top in across),
    )
    result = read_pages([replace(one, rules=rules) for one in pages])
    kept = letters(run.text for body in bodies(pages) for row in body.rows for run in row.runs)
    assert letters(page.text for page in result) >= kept
    assert letters(words_of_blocks(result)) >= kept


def test_turn_lies_within_a_text_that_ends_in_a_soft_hyphen() -> None:
    pages = [page(line("the coun\ufffe", top=780)), page(line("cil\xad", top=60))]
    [paragraph] = [block for read in read_pages(pages) for block in read.blocks]
    assert (paragraph["text"], paragraph["turns"]) == ("the council", [[len("the council"), 2]])


@given(papers)
def test_blocks_are_json_and_headings_never_skip(pages: list[PdfPage]) -> None:
    result = read_pages(pages)
    assert json.loads(json.dumps([page.blocks for page in result])) == [page.blocks for page in result]
    levels = [1, *(block["level"] for page in result for block in page.blocks if block["kind"] == "heading")]
    assert all(2 <= level <= min(4, before + 1) for before, level in pairwise(levels))


@given(papers)
def test_anchors_are_unique_and_turns_lie_within_their_text(pages: list[PdfPage]) -> None:
    blocks = [block for page in read_pages(pages) for block in page.blocks]
    anchors = [block["anchor"] for block in blocks if "anchor" in block]
    assert len(anchors) == len(set(anchors))
    texts = [*blocks, *(item for block in blocks for item in block.get("items", []))]
    assert all(0 <= place <= len(text["text"]) for text in texts for place, _ in text.get("turns", []))


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample papers are not beside this checkout")
def test_real_pack_loses_nothing_and_finds_its_numbered_paragraphs() -> None:
    pages = read(SAMPLES / "islington" / "pack-cssc-2016-09-22.pdf").pages[8:22]
    result = read_pages(pages)
    kept = letters(run.text for body in bodies(pages) for row in body.rows for run in row.runs)
    assert letters(words_of_blocks(result)) == kept
    labels = [block["label"] for page in result for block in page.blocks if block["kind"] == "numbered"]
    assert {"1.1", "2.8", "4.12"} <= set(labels)
    assert [page.label for page in result] == [str(number) for number in range(5, 19)]
