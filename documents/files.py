"""Files as bytes kept once: storing them by their hash, and reading them where a path is needed."""

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from django.core.files import File
from django.db import IntegrityError, transaction

from committees.models import User
from documents.models import StoredFile

CHUNK = 1 << 20
KINDS = {".pdf": StoredFile.Kind.PDF, ".docx": StoredFile.Kind.DOCX}
BEGINNINGS = {b"%PDF": StoredFile.Kind.PDF, b"PK\x03\x04": StoredFile.Kind.DOCX}

_fresh: ContextVar[list[StoredFile] | None] = ContextVar("files stored in the block", default=None)


@contextmanager
def removed_if_undone() -> Iterator[None]:
    """Bytes stored in this block are removed where it raises: to stand round the transaction that undoes their rows.

    Such blocks may stand within one another, as transactions do.
    """
    outer, fresh = _fresh.get(), list[StoredFile]()
    token = _fresh.set(fresh)
    try:
        yield
    except BaseException:
        for stored in fresh:
            stored.file.delete(save=False)
        raise
    finally:
        _fresh.reset(token)
    if outer is not None:
        outer += fresh


def sha256(content: IO[bytes]) -> str:
    """The hexadecimal digest of a file from its start; the file is left at its start."""
    content.seek(0)
    digest = hashlib.sha256()
    while chunk := content.read(CHUNK):
        digest.update(chunk)
    content.seek(0)
    return digest.hexdigest()


def store(content: IO[bytes], *, name: str, by: User | None, page_count: int | None = None) -> StoredFile:
    """The stored file with these bytes: a new one, or the one that was there."""
    digest = sha256(content)
    if known := StoredFile.objects.with_bytes(digest).first():
        return known
    stored = _keep(content, digest, name, by, page_count)
    try:
        with transaction.atomic():
            stored.save()
    except IntegrityError:  # the same bytes came at the same moment
        stored.file.delete(save=False)
        return StoredFile.objects.get(sha256=digest)
    return stored


def store_path(path: Path, *, name: str, by: User | None, page_count: int | None = None) -> StoredFile:
    with path.open("rb") as content:
        return store(content, name=name, by=by, page_count=page_count)


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file on this machine that is to be stored."""

    path: Path
    name: str
    page_count: int


def store_paths(new: Sequence[NewFile], *, by: User | None) -> list[StoredFile]:
    """As `store`, for several files in few statements."""
    digests = [_sha256_of(file.path) for file in new]
    known = _by_sha256(digests)
    fresh: dict[str, StoredFile] = {}
    for file, digest in zip(new, digests, strict=True):
        if digest not in known and digest not in fresh:
            with file.path.open("rb") as content:
                fresh[digest] = _keep(content, digest, file.name, by, file.page_count)
    StoredFile.objects.bulk_create(fresh.values(), ignore_conflicts=True)
    stored = _by_sha256(digests)
    for digest, ours in fresh.items():
        if stored[digest].file.name != ours.file.name:  # the same bytes came at the same moment
            ours.file.delete(save=False)
    return [stored[digest] for digest in digests]


def _by_sha256(digests: Sequence[str]) -> dict[str, StoredFile]:
    return {stored.sha256: stored for stored in StoredFile.objects.filter(sha256__in=digests)}


def _sha256_of(path: Path) -> str:
    with path.open("rb") as content:
        return sha256(content)


def _keep(content: IO[bytes], digest: str, name: str, by: User | None, page_count: int | None) -> StoredFile:
    """A row for these bytes, which are kept; the row is not saved yet."""
    kind = _kind(content, name)
    stored = StoredFile(name=name[:255], sha256=digest, kind=kind, page_count=page_count, uploaded_by=by)
    stored.file.save(name, File(content), save=False)
    if (fresh := _fresh.get()) is not None:
        fresh.append(stored)
    stored.size = stored.file.size
    return stored


def _kind(content: IO[bytes], name: str) -> StoredFile.Kind:
    """By how the file begins, for its bytes are kept once under whatever name they first came; else by its name."""
    beginning = content.read(4)
    content.seek(0)
    return BEGINNINGS.get(beginning) or KINDS.get(Path(name).suffix.lower(), StoredFile.Kind.OTHER)


@contextmanager
def local_path(stored: StoredFile) -> Iterator[Path]:
    """A path of the file on this machine; for storage that is elsewhere, of a copy that ends with the block."""
    try:
        path = Path(stored.file.path)
    except NotImplementedError:
        with tempfile.NamedTemporaryFile(suffix=Path(stored.name).suffix) as copy, stored.file.open("rb") as content:
            while chunk := content.read(CHUNK):
                copy.write(chunk)
            copy.flush()
            yield Path(copy.name)
        return
    yield path
