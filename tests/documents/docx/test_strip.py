"""Word documents as they are served: the words that are read, without their history."""

import zipfile
from pathlib import Path

import pytest

from documents.docx import DocxError, inspect, read, strip
from tests.findings.seeds import CHANGED, COMMENTS, CORE, SPACE, word_file


def stripped(path: Path, parts: dict[str, str]) -> Path:
    target = path / "served.docx"
    strip(word_file(path / "a.docx", parts), target, title="A title")
    return target


def everything_in(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return "\n".join([*archive.namelist(), *(archive.read(name).decode() for name in archive.namelist())])


def test_changes_are_accepted_as_the_web_page_shows_them(tmp_path: Path) -> None:
    served = stripped(tmp_path, {"body": CHANGED})

    assert read(served) == read(tmp_path / "a.docx")
    assert "taken out words" not in everything_in(served)
    assert "added words" in everything_in(served)
    assert not inspect(served).changes


def test_properties_comments_and_attachments_are_left_out(tmp_path: Path) -> None:
    parts = {
        "docProps/core.xml": CORE.format(title="Exempt", author="Jane Doe"),
        "docProps/app.xml": '<Properties xmlns="x"><Company>Doe</Company></Properties>',
        "docProps/custom.xml": '<Properties xmlns="x"/>',
        "word/comments.xml": COMMENTS.format(space=SPACE),
        "word/embeddings/sheet1.xlsx": "secret",
        "body": '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Noted</w:t></w:r><w:commentRangeEnd w:id="0"/></w:p>',
    }

    served = stripped(tmp_path, parts)

    for words in ("Jane Doe", "Doe", "Is this so?", "secret", "comments.xml", "commentRange", "custom.xml"):
        assert words not in everything_in(served)
    facts = inspect(served)
    assert (facts.title, facts.author, facts.comments) == ("A title", "", ())
    assert read(served)[0].text == read(tmp_path / "a.docx")[0].text


@pytest.mark.parametrize(
    "body",
    [
        '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="Doe"/></w:rPr></w:pPr><w:r><w:t>one</w:t></w:r></w:p>',
        '<w:tbl><w:tr><w:trPr><w:del w:id="1" w:author="Doe"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
    ],
)
def test_changes_that_cannot_be_taken_out_safely_are_refused(body: str, tmp_path: Path) -> None:
    with pytest.raises(DocxError, match="cannot be accepted here"):
        stripped(tmp_path, {"body": body})


def test_document_with_entities_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "c">]><Relationships/>'

    with pytest.raises(DocxError):
        stripped(tmp_path, {"word/_rels/document.xml.rels": bomb})
