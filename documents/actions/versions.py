"""New versions of papers, with their text: from a file of their own, or from pages of a pack."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from django.db import transaction

from committees.models import User
from documents import docx, files, pdf
from documents.models import Document, DocumentVersion, Page, StoredFile
from documents.pdf import PdfPage
from documents.reading import ReadPage, read_pages


@dataclass(frozen=True, slots=True)
class PackRange:
    """A paper's place in a pack: PDF pages from 1, both included, with what was read on them."""

    document: Document
    first_page: int
    last_page: int
    pages: list[ReadPage]


def read_range(pages: Sequence[PdfPage], first_page: int, last_page: int) -> list[ReadPage]:
    return read_pages(pages[first_page - 1 : last_page])


@transaction.atomic
def add_version_of_file(
    *, document: Document, file: IO[bytes], name: str, by: User | None, note: str = ""
) -> DocumentVersion:
    """A version whose original and served file are the same. Raises PdfError or DocxError."""
    stored = files.store(file, name=name, by=by)
    with files.local_path(stored) as path:
        pages = read_pages(pdf.read(path).pages) if stored.kind == StoredFile.Kind.PDF else docx.read(path)
    if stored.page_count is None:
        stored.page_count = len(pages)
        stored.save(update_fields=["page_count"])
    version = _create(document, stored, stored, 1, len(pages), note)
    _create_pages([(version, pages)])
    return version


@transaction.atomic
def add_versions_of_pack(
    *, pack: StoredFile, ranges: Sequence[PackRange], by: User | None, note: str = ""
) -> list[DocumentVersion]:
    """A version of each paper of a pack, its pages cut out of the pack in one child process.

    Raises PdfError, and then nothing is written.
    """
    served = _cut(pack, ranges, by)
    versions = [
        _create(part.document, pack, file, part.first_page, part.last_page, note)
        for part, file in zip(ranges, served, strict=True)
    ]
    _create_pages([(version, part.pages) for version, part in zip(versions, ranges, strict=True)])
    return versions


def _cut(pack: StoredFile, ranges: Sequence[PackRange], by: User | None) -> list[StoredFile]:
    with tempfile.TemporaryDirectory() as folder, files.local_path(pack) as path:
        targets = [Path(folder) / f"{number}.pdf" for number in range(len(ranges))]
        pdf.split(path, [(part.first_page, part.last_page) for part in ranges], targets)
        return [
            files.store_path(target, name=f"{part.document.slug}.pdf", by=by, page_count=len(part.pages))
            for part, target in zip(ranges, targets, strict=True)
        ]


def _create(
    document: Document, original: StoredFile, served: StoredFile, first_page: int, last_page: int, note: str
) -> DocumentVersion:
    return DocumentVersion.objects.create(
        document=document,
        number=document.versions.count() + 1,
        original=original,
        served=served,
        first_page=first_page,
        last_page=last_page,
        note=note,
    )


def _create_pages(versions: Sequence[tuple[DocumentVersion, Sequence[ReadPage]]]) -> None:
    Page.objects.bulk_create(
        Page(
            version=version,
            number=page.number,
            label=page.label[:20],
            raw_text=page.raw_text,
            text=page.text,
            blocks=page.blocks,
        )
        for version, pages in versions
        for page in pages
    )
