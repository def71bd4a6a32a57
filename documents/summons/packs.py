"""Packs put together of papers: in order, with bookmarks, continuous page labels, stamps, and no blank pages.

A pack is a new file into which the pages of its papers are brought, and holds nothing of any other paper.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from documents import pdf
from documents.files import local_path
from documents.models import DocumentVersion, Listing, Page, StoredFile
from documents.summons.labels import page_labels

FORM = "3"  # part of the key: changes when packs are put together in another way
STAMPED = "Agenda Item"


@dataclass(frozen=True, slots=True)
class PackedPaper:
    """`document` is its id; `heading` that of its item, "" for papers of the meeting itself.

    `reference` is the item's label, stamped on its first page; `marking` stands on top of each page of a restricted
    paper. `page_count` is the served file's; `printed` are labels that its pages bear already.
    """

    document: int
    heading: str
    title: str
    served: StoredFile
    page_count: int
    reference: str = ""
    first_label: int | None = None
    last_label: int | None = None
    blank: tuple[int, ...] = ()
    printed: Mapping[int, str] | None = None
    is_stamped: bool = False
    marking: str = ""


def pack_key(papers: Sequence[PackedPaper]) -> str:
    """Changes with every paper, bookmark, number and place in the order, so that nothing withdrawn is ever served."""
    lines = [
        f"{paper.served.sha256} {paper.heading} {paper.title} {paper.first_label} {paper.last_label} {paper.blank} "
        f"{paper.marking}"
        for paper in papers
    ]
    return hashlib.sha256("\n".join([FORM, *lines]).encode()).hexdigest()


def packed_papers(listings: Sequence[Listing], letters: Mapping[int, str]) -> list[PackedPaper]:
    """A paper taken at two items is put in once; a Word file is left out. One query, for what pages say.

    `letters` are those of the sections by their ids. Each listing has its version in force selected with it.
    """
    listed: dict[int, tuple[Listing, DocumentVersion]] = {}
    for listing in listings:
        version = listing.document.current_version
        if version is not None and version.served is not None and version.served.kind == StoredFile.Kind.PDF:
            listed.setdefault(listing.document_id, (listing, version))
    said = _pages_of([version for _listing, version in listed.values()])
    return [_packed(listing, version, said.get(version.pk, []), letters) for listing, version in listed.values()]


def _pages_of(versions: Sequence[DocumentVersion]) -> dict[int, list[Page]]:
    pages: dict[int, list[Page]] = {}
    rows = Page.objects.filter(version__in=versions).only("version_id", "number", "label", "blocks", "raw_text")
    for page in rows.order_by("version", "number"):
        pages.setdefault(page.version_id, []).append(page)
    return pages


def blank_pages(pages: Sequence[Page]) -> tuple[int, ...]:
    """Those that say that they are left blank."""
    return tuple(
        page.number for page in pages if page.blocks and all(block["kind"] == "blank" for block in page.blocks)
    )


def _packed(
    listing: Listing, version: DocumentVersion, pages: Sequence[Page], letters: Mapping[int, str]
) -> PackedPaper:
    item = listing.item
    reference = f"{letters.get(item.section_id or 0, '')}{item.label}" if item else ""
    if version.served is None:
        raise ValueError(f"{version} has no file")
    return PackedPaper(
        document=listing.document_id,
        heading=f"{reference} {item.title}".strip() if item else "",
        title=listing.document.title,
        served=version.served,
        page_count=version.page_count,
        reference=reference,
        first_label=listing.first_page,
        last_label=listing.last_page,
        blank=blank_pages(pages),
        printed={page.number: page.label for page in pages if page.label},
        is_stamped=bool(pages) and STAMPED.casefold() in pages[0].raw_text.casefold(),
    )


def write_pack(papers: Sequence[PackedPaper], target: Path) -> None:
    """The pack as one PDF; each item is a bookmark, with its further papers below. Raises PdfError."""
    with ExitStack() as files:
        paths = [files.enter_context(local_path(paper.served)) for paper in papers]
        pdf.assemble(list(_parts(papers, paths)), target)


def _parts(papers: Sequence[PackedPaper], paths: Sequence[Path]) -> Iterator[pdf.Part]:
    together = zip(papers, paths, strict=True)
    for heading, run in groupby(together, key=lambda pair: pair[0].heading):
        for place, (paper, path) in enumerate(run):
            below = bool(heading and place)
            title = paper.title if below else heading or paper.title
            labels = page_labels(paper.first_label, paper.last_label, paper.page_count, paper.blank)
            yield pdf.Part(
                path,
                1,
                paper.page_count,
                title,
                skipped=paper.blank if len(paper.blank) < paper.page_count else (),
                labels=labels,
                stamps=_stamps(paper, labels, is_first=place == 0),
                level=int(below),
            )


def _stamps(paper: PackedPaper, labels: Mapping[int, str], *, is_first: bool) -> dict[int, dict[str, str]]:
    """What is printed on the pages that do not bear it already."""
    stamps: dict[int, dict[str, str]] = {}
    for page in range(1, paper.page_count + 1):
        words = {"top": paper.marking} if paper.marking else {}
        label = labels.get(page, "")
        if label and (paper.printed or {}).get(page) != label:
            words["bottom"] = f"Page {label}"
        if page == 1 and is_first and paper.reference and not paper.is_stamped:
            words["corner"] = f"{STAMPED} {paper.reference}"
        if words:
            stamps[page] = words
    return stamps
