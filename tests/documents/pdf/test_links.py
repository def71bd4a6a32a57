"""Hyperlinks of a PDF, as words of the lines they lie on."""

from pathlib import Path

import pytest

from documents.pdf import Link, read
from documents.reading import read_pages
from tests.documents.pdf.making import linked, sound


@pytest.mark.parametrize("degrees", [0, 90, 180])
def test_read_gives_the_words_of_each_link_that_leads_out_of_the_file(tmp_path: Path, degrees: int) -> None:
    lines = read(linked(tmp_path / "paper.pdf", degrees=degrees)).pages[0].lines
    links = {line.text: line.links for line in lines if line.links}
    assert links["Read the plan (here) in full"] == (Link("here", "https://example.org/plan"),)
    assert "Run this" not in links
    assert "Go there" not in links


def test_read_parts_a_link_that_lies_over_two_lines(tmp_path: Path) -> None:
    lines = read(linked(tmp_path / "paper.pdf")).pages[0].lines
    links = [link for line in lines for link in line.links if link.address.endswith("survey")]
    assert [link.words for link in links] == ["The survey", "residents is"]


def test_read_gives_no_links_where_there_are_none(tmp_path: Path) -> None:
    assert not any(line.links for page in read(sound(tmp_path / "paper.pdf")).pages for line in page.lines)


def test_links_of_a_file_are_kept_in_the_blocks_of_its_pages(tmp_path: Path) -> None:
    (page,) = read_pages(read(linked(tmp_path / "paper.pdf")).pages)
    block = next(block for block in page.blocks if "plan" in block["text"])
    ((start, end, address),) = block["links"]
    assert (block["text"][start:end], address) == ("here", "https://example.org/plan")
