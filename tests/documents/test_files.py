from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.db import transaction

from documents import files
from documents.models import StoredFile

pytestmark = pytest.mark.django_db

PDF, DOCX, OTHER = StoredFile.Kind.PDF, StoredFile.Kind.DOCX, StoredFile.Kind.OTHER


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b"%PDF-1.7 words", "agenda.pdf", PDF),
        (b"%PDF-1.7 words", "agenda", PDF),
        (b"%PDF-1.7 words", "agenda.docx", PDF),
        (b"PK\x03\x04 words", "agenda.pdf", DOCX),
        (b"<html>", "agenda.pdf", PDF),
        (b"<html>", "agenda.html", OTHER),
    ],
)
def test_kind_is_told_by_how_the_file_begins_before_its_name(content: bytes, name: str, kind: str) -> None:
    stored = files.store(BytesIO(content), name=name, by=None)

    assert stored.kind == kind
    with stored.file.open("rb") as kept:
        assert kept.read() == content


def test_same_bytes_under_another_name_are_kept_once() -> None:
    first = files.store(BytesIO(b"%PDF-1.7"), name="first.pdf", by=None)

    assert files.store(BytesIO(b"%PDF-1.7"), name="second.pdf", by=None) == first


def new_file(path: Path, content: bytes) -> files.NewFile:
    path.write_bytes(content)
    return files.NewFile(path, "paper.pdf", 3)


def test_files_stored_together_are_those_stored_one_by_one(tmp_path: Path) -> None:
    known = files.store(BytesIO(b"%PDF-1.7 known"), name="known.pdf", by=None)
    contents = (b"%PDF-1.7 known", b"%PDF-1.7 new", b"%PDF-1.7 new")

    stored = files.store_paths([new_file(tmp_path / str(place), it) for place, it in enumerate(contents)], by=None)

    assert stored[0] == known
    assert stored[1] == stored[2]
    assert (stored[1].kind, stored[1].size, stored[1].page_count) == (PDF, 12, 3)
    assert sorted(kept()) == [b"%PDF-1.7 known", b"%PDF-1.7 new"]


def test_bytes_stored_at_the_same_moment_by_another_are_kept_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = files.store(BytesIO(b"%PDF-1.7"), name="known.pdf", by=None)
    answers = iter([{}, {known.sha256: known}])  # what was there a moment ago, and what is there now
    monkeypatch.setattr(files, "_by_sha256", lambda digests: next(answers))

    assert files.store_paths([new_file(tmp_path / "same", b"%PDF-1.7")], by=None) == [known]
    assert kept() == [b"%PDF-1.7"]


def kept() -> list[bytes]:
    """The content of every stored file."""
    return [path.read_bytes() for path in Path(default_storage.path(".")).rglob("*") if path.is_file()]


class Failed(Exception):
    pass


@files.removed_if_undone()
@transaction.atomic
def store_in_vain(*contents: bytes) -> None:
    for content in contents:
        store_in_part(content)
    raise Failed


@files.removed_if_undone()
@transaction.atomic
def store_in_part(content: bytes) -> None:
    files.store(BytesIO(content), name="part.pdf", by=None)


def test_bytes_go_with_the_rows_of_a_transaction_that_fails() -> None:
    files.store(BytesIO(b"%PDF-1 before"), name="before.pdf", by=None)

    with pytest.raises(Failed):
        store_in_vain(b"%PDF-1 before", b"%PDF-1 in it", b"%PDF-1 too")

    assert kept() == [b"%PDF-1 before"]


def test_bytes_of_what_succeeded_stay() -> None:
    store_in_part(b"%PDF-1 kept")

    assert kept() == [b"%PDF-1 kept"]
