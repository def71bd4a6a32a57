"""Files as bytes kept once: storing them by their hash, and reading them where a path is needed."""

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
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
    stored = StoredFile(
        name=name[:255], sha256=digest, kind=_kind(content, name), page_count=page_count, uploaded_by=by
    )
    stored.file.save(name, File(content), save=False)
    if (fresh := _fresh.get()) is not None:
        fresh.append(stored)
    stored.size = stored.file.size
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
