"""The public pack of a meeting: the front sheet and the open papers in their order, made of what is public alone."""

import hashlib
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from django.db.models import F, QuerySet

from committees.models import AgendaSection, Meeting
from documents import pdf
from documents.files import local_path
from documents.models import Document, Listing, StoredFile

FORM = "1"  # part of the key: changes when packs are put together in another way


@dataclass(frozen=True, slots=True)
class PackedPaper:
    """`heading` is that of its item, "" for papers of the meeting itself; page_count is the served file's."""

    heading: str
    title: str
    served: StoredFile
    page_count: int


@dataclass(frozen=True, slots=True)
class PublicPack:
    papers: list[PackedPaper]

    @property
    def key(self) -> str:
        """Changes with every paper, bookmark and place in the order, so that nothing withdrawn is ever served."""
        lines = [f"{paper.served.sha256} {paper.heading} {paper.title}" for paper in self.papers]
        return hashlib.sha256("\n".join([FORM, *lines]).encode()).hexdigest()


def public_pack(meeting: Meeting) -> PublicPack:
    """Of a meeting whose agenda is public. A paper taken at two items is put in once; a Word file is left out."""
    letters = dict(AgendaSection.objects.public().filter(meeting=meeting).values_list("pk", "letter"))
    papers: dict[int, PackedPaper] = {}
    for listing in _listings(meeting):
        version = listing.document.current_version
        if version is None or version.served is None or listing.document_id in papers:
            continue
        papers[listing.document_id] = PackedPaper(
            heading=_heading(listing, letters),
            title=listing.document.title,
            served=version.served,
            page_count=version.page_count,
        )
    return PublicPack(list(papers.values()))


def _listings(meeting: Meeting) -> "QuerySet[Listing]":
    return (
        Listing.objects.public()
        .filter(
            meeting=meeting,
            document__in=Document.objects.public(),
            document__current_version__served__kind=StoredFile.Kind.PDF,
        )
        .select_related("document__current_version__served", "item")
        .order_by(F("item__order").asc(nulls_first=True), "order", "pk")
    )


def _heading(listing: Listing, letters: dict[int, str]) -> str:
    item = listing.item
    if item is None:
        return ""
    return f"{letters.get(item.section_id or 0, '')}{item.label} {item.title}".strip()


def write_pack(pack: PublicPack, target: Path) -> None:
    """The pack as one PDF; each item is a bookmark, with its further papers below. Raises PdfError."""
    with ExitStack() as files:
        paths = [files.enter_context(local_path(paper.served)) for paper in pack.papers]
        pdf.assemble(list(_parts(pack.papers, paths)), target)


def _parts(papers: list[PackedPaper], paths: list[Path]) -> Iterator[pdf.Part]:
    together = zip(papers, paths, strict=True)
    for heading, run in groupby(together, key=lambda pair: pair[0].heading):
        for place, (paper, path) in enumerate(run):
            title = f"{heading}: {paper.title}" if heading and place else heading or paper.title
            yield pdf.Part(path, 1, paper.page_count, title)
