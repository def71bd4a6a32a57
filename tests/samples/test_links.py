"""Every hyperlink of real papers is kept with its words."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from documents import pdf
from documents.reading import read_pages
from documents.reading.links import safe_address


def kept(blocks: list[dict[str, Any]]) -> Iterator[str]:
    for block in blocks:
        for part in (block, *block.get("items", [])):
            yield from (link[-1] for link in part.get("links", []))


@pytest.mark.parametrize(
    "file",
    [
        "kent/pack-cabinet-2025-03-04.pdf",
        "islington/pack-cssc-2016-09-22.pdf",
        "moderngov-html/report-zebra-crossing.pdf",
    ],
)
def test_links_of_real_papers_survive(samples: Path, file: str) -> None:
    pages = pdf.read(samples / file).pages
    given = {safe_address(link.address) for page in pages for line in page.lines for link in line.links} - {""}
    assert given
    assert {address for page in read_pages(pages) for address in kept(page.blocks)} == given
