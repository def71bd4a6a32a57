from pathlib import Path

import pytest

from documents.structure import sources
from documents.structure.sources import Unreadable, pages_of_file


def file(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "is empty"),
        ("report.pdf", b"no PDF at all", "not a PDF"),
        ("report.docx", b"no zip", "not a Word document"),
        ("report.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "old Office"),
        ("notes.txt", b"\x00\x01\x02\x03" * 50, "not text"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00", "none of the files"),
        ("blank.txt", b" \n\n ", "no text"),
        ("pack.zip", b"PK\x03\x04rest", "zip or Office"),
    ],
)
def test_file_that_cannot_be_read_gives_one_clear_line(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason) as refused:
        pages_of_file(file(tmp_path, name, content))

    assert "\n" not in str(refused.value)


def test_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="does not exist"):
        pages_of_file(tmp_path / "gone.pdf")


def test_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="is not a file"):
        pages_of_file(tmp_path)


def test_text_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LARGEST_TEXT", 10)

    with pytest.raises(Unreadable, match="more than"):
        pages_of_file(file(tmp_path, "long.txt", b"eleven bytes"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_is_read_in_the_encoding_it_has(tmp_path: Path, encoding: str) -> None:
    (page,) = pages_of_file(file(tmp_path, "note.txt", "It cost £5 – no more.".encode(encoding)))

    assert page.text == "It cost £5 – no more."


def test_html_is_told_by_its_words_where_the_name_says_nothing(tmp_path: Path) -> None:
    (page,) = pages_of_file(file(tmp_path, "page", b"<!DOCTYPE html><main><h1>Agenda item</h1></main>"))

    assert page.blocks[0]["kind"] == "heading"
