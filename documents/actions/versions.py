"""New versions of papers, with their text: from a file of their own, or from pages of a pack."""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from django.db import connection, transaction
from django.db.models import QuerySet

from committees.models import User
from documents import docx, files, pdf
from documents.actions.checking import check_later
from documents.actions.masking import as_shown, mask_files, shown_contacts
from documents.actions.stripping import stripped
from documents.models import Document, DocumentVersion, Page, StoredFile
from documents.pdf import PdfPage
from documents.reading import ReadPage, read_pages


@dataclass(frozen=True, slots=True)
class PackRange:
    """A paper's place in a pack: PDF pages from 1, both included, with what was read on them, cut out as `file`."""

    document: Document
    first_page: int
    last_page: int
    pages: list[ReadPage]
    file: Path


@dataclass(frozen=True, slots=True)
class Cutting:
    """Files that are being cut out of a pack; they are whole once `finish` has returned. It raises PdfError."""

    pack: StoredFile
    targets: list[Path]
    finish: Callable[[], None]


@contextmanager
def cutting(pack: StoredFile, ranges: Sequence[tuple[int, int]], titles: Sequence[str] = ()) -> Iterator[Cutting]:
    """Cut ranges of pages out of a pack, in one child process that works while the block goes on; with these titles."""
    with TemporaryDirectory() as folder, files.local_path(pack) as path, ThreadPoolExecutor(1) as beside:
        targets = [Path(folder) / f"{number}.pdf" for number in range(len(ranges))]
        cut = beside.submit(pdf.split, path, ranges, targets, titles)
        yield Cutting(pack, targets, cut.result)


def read_range(pages: Sequence[PdfPage], first_page: int, last_page: int) -> list[ReadPage]:
    return read_pages(pages[first_page - 1 : last_page])


def newest_versions(documents: Collection[Document]) -> QuerySet[DocumentVersion]:
    """The newest version of each document that has one, in force or not."""
    versions = DocumentVersion.objects.filter(document__in=documents).order_by("document_id", "-number")
    return versions.distinct("document_id")


@files.removed_if_undone()
@transaction.atomic
def add_version_of_file(
    *, document: Document, file: IO[bytes], name: str, by: User | None, note: str = ""
) -> DocumentVersion:
    """A version of a file of its own; served is a copy without metadata and comments. Raises PdfError or DocxError."""
    stored = files.store(file, name=name, by=by)
    pages = _read(stored)
    if stored.page_count is None:
        stored.page_count = len(pages)
        stored.save(update_fields=["page_count"])
    shown = shown_contacts()
    kept = as_shown(pages, shown)
    version = DocumentVersion.objects.create(
        document=document,
        number=document.versions.count() + 1,
        original=stored,
        served=stripped(stored, title=document.title),
        first_page=1,
        last_page=len(pages),
        note=note,
    )
    create_pages([(version, kept)])
    mask_files([(version, kept)], shown)
    check_later([version])
    return version


def _read(stored: StoredFile) -> list[ReadPage]:
    with files.local_path(stored) as path:
        return read_pages(pdf.read(path).pages) if stored.kind == StoredFile.Kind.PDF else docx.read(path)


@transaction.atomic
def add_versions_of_pack(
    *,
    pack: StoredFile,
    ranges: Sequence[PackRange],
    by: User | None,
    note: str = "",
    shown: list[str] | None = None,
) -> list[DocumentVersion]:
    """A version of each paper of a pack, from the files cut out of it; the pages are as `masking.as_shown` has them."""
    new = [files.NewFile(part.file, f"{part.document.slug}.pdf", len(part.pages)) for part in ranges]
    served = files.store_paths(new, by=by)
    versions = DocumentVersion.objects.bulk_create(
        DocumentVersion(
            document=part.document,
            number=number,
            original=pack,
            served=file,
            first_page=part.first_page,
            last_page=part.last_page,
            note=note,
        )
        for part, file, number in zip(ranges, served, _numbers([part.document for part in ranges]), strict=True)
    )
    written = [(version, part.pages) for version, part in zip(versions, ranges, strict=True)]
    create_pages(written)
    mask_files(written, shown)
    check_later(versions)
    return versions


def _numbers(documents: Sequence[Document]) -> Iterator[int]:
    """The number of the next version of each document; one that comes twice gets two."""
    counts = Counter(DocumentVersion.objects.filter(document__in=documents).values_list("document", flat=True))
    for document in documents:
        counts[document.pk] += 1
        yield counts[document.pk]


def create_pages(versions: Sequence[tuple[DocumentVersion, Sequence[ReadPage]]]) -> None:
    """Keep the pages of each version. Copied, which for so much text takes half the time of an insertion."""
    columns = ("version_id", "number", "label", "raw_text", "text", "blocks")
    table = f"COPY {Page._meta.db_table} ({', '.join(columns)}) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(table) as copy:
        for version, pages in versions:
            for page in pages:
                blocks = json.dumps(page.blocks)
                copy.write_row((version.pk, page.number, page.label[:20], page.raw_text, page.text, blocks))
