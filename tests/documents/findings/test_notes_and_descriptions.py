"""What a file says of itself, and what is kept in it as notes are."""

from pathlib import Path

import pytest

from documents.findings import Found
from documents.pdf_worker.describing import described_in
from tests.findings.measuring import look_at
from tests.findings.seeds import with_catalogue

NOTE = b"20 0 obj\n<</Type /Annot /Rect [1 1 200 20] %s>>\nendobj\n"


def found_with(path: Path, entry: bytes, objects: bytes = b"", *, page: bytes = b"") -> list[Found]:
    file = with_catalogue(path, (entry, objects))
    if page:
        file.write_bytes(file.read_bytes().replace(b"/MediaBox", page + b" /MediaBox"))
    return look_at(file)


@pytest.mark.parametrize(
    ("kind", "note"),
    [
        ("comment", b"/Subtype /Text /RC (<body><p>Is it so?</p></body>) /T (Jane Doe)"),
        ("comment", b"/Subtype /Widget /FT /Tx /T (Name) /V (Jane Doe)"),
        ("email", b"/Subtype /Widget /FT /Tx /T (Email) /V (jane.doe@gmail.com)"),
        ("email", b"/Subtype /FreeText /Contents (Write to jane.doe@gmail.com)"),
        ("email", b"/Subtype /Link /A <</S /URI /URI (mailto:jane.doe@gmail.com)>>"),
    ],
)
def test_words_kept_as_notes_are_looked_at(kind: str, note: bytes, tmp_path: Path) -> None:
    assert kind in {one.kind for one in found_with(tmp_path, b"", NOTE % note, page=b"/Annots [20 0 R]")}


def test_file_that_is_attached_without_a_list_of_names_is_found(tmp_path: Path) -> None:
    objects = (
        b"20 0 obj\n<</Type /Filespec /F (tender.xlsx) /EF <</F 21 0 R>>>>\nendobj\n"
        b"21 0 obj\n<</Length 6>>\nstream\nsecret\nendstream\nendobj\n"
    )

    assert "tender.xlsx" in {one.words for one in found_with(tmp_path, b"/AF [20 0 R]", objects)}


def test_person_named_in_the_description_of_a_file_is_found(tmp_path: Path) -> None:
    described = b"<dc:creator><rdf:Seq><rdf:li>Jane Doe</rdf:li></rdf:Seq></dc:creator>"
    objects = b"20 0 obj\n<</Type /Metadata /Length %d>>\nstream\n%s\nendstream\nendobj\n" % (len(described), described)

    assert "Author: Jane Doe" in {one.words for one in found_with(tmp_path, b"/Metadata 20 0 R", objects)}


def test_description_tells_title_and_people_once() -> None:
    described = described_in(
        b"<dc:title><rdf:Alt><rdf:li>Pool &amp; park</rdf:li></rdf:Alt></dc:title>"
        b'<rdf:Description pdf:Author="Jane Doe"/><dc:creator><rdf:Seq><rdf:li>Jane Doe</rdf:li></rdf:Seq></dc:creator>'
    )

    assert described == ("Pool & park", ["Jane Doe"])


def test_description_that_is_no_description_tells_nothing() -> None:
    assert described_in(b"\xff\xfe\x00 <dc:creator>") == ("", [])
