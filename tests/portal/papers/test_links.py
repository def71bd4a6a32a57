import pytest

from documents.models import StoredFile
from portal.papers.links import PaperLink
from tests.builders import make_file, make_paper

pytestmark = pytest.mark.django_db


def test_link_says_type_pages_and_size() -> None:
    paper = make_paper(title="School places", pages=("One", "Two"), served=make_file(size=240_000))
    link = PaperLink.of(paper)
    assert (link.name, link.facts) == ("Report: School places", "PDF, 2 pages, 240 KB")
    assert link.file_address.endswith("/file/school-places.pdf")


def test_link_of_a_word_document() -> None:
    link = PaperLink.of(make_paper(title="A", served=make_file(kind=StoredFile.Kind.DOCX, size=9_000)))
    assert link.facts == "Word, 1 page, 9 KB"
    assert link.file_address.endswith(".docx")


def test_link_does_not_say_the_kind_twice() -> None:
    assert PaperLink.of(make_paper(title="Minutes of 3 May", kind="minutes")).name == "Minutes of 3 May"


def test_link_to_the_front_sheet_of_a_supplement_is_named_once() -> None:
    paper = make_paper(title="Supplement 1: front sheet", kind="front_sheet")
    assert PaperLink.of(paper).name == "Supplement 1: front sheet"


def test_link_of_a_paper_without_a_file_of_its_own() -> None:
    paper = make_paper(title="A")
    assert paper.current_version is not None
    paper.current_version.served = None
    link = PaperLink.of(paper)
    assert (link.facts, link.file_address) == ("1 page", "")


def test_link_of_a_paper_without_content_is_refused() -> None:
    paper = make_paper()
    paper.current_version = None
    with pytest.raises(ValueError, match="no version"):
        PaperLink.of(paper)
