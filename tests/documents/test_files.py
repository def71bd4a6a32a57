from io import BytesIO

import pytest

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
