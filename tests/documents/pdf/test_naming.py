"""Which pages of a file just written name pictures: one that is missed could keep pictures of others in its paper."""

from pathlib import Path

import pytest

from documents.pdf_worker.naming import pages_naming_pictures

PLAIN = b"<</Resources<</Font<</F1 9 0 R>>>>/Type/Page>>"
NAMING = b"<</Resources<</Font<</F1 9 0 R>>/XObject<</Im1 8 0 R>>>>/Type/Page>>"


def written(path: Path, *pages: bytes, others: bytes = b"", kids: bytes | None = None) -> str:
    """A file as the library writes it, with these pages as objects from 10."""
    named = b" ".join(b"%d 0 R" % number for number in range(10, 10 + len(pages))) if kids is None else kids
    content = b"%%PDF-1.7\r\n2 0 obj\r\n<</Kids[ %s ]/Type/Pages>>\r\nendobj\r\n" % named
    for number, page in enumerate(pages, start=10):
        content += b"%d 0 obj\r\n%s\r\nendobj\r\n" % (number, page)
    path.write_bytes(content + others)
    return str(path)


def test_page_with_a_picture_in_its_list_names_one(tmp_path: Path) -> None:
    assert pages_naming_pictures(written(tmp_path / "a.pdf", PLAIN, NAMING, PLAIN), 3) == {1}


def test_file_without_pictures_names_none(tmp_path: Path) -> None:
    empty = PLAIN.replace(b"/Font", b"/XObject<< >>/Font")

    assert pages_naming_pictures(written(tmp_path / "a.pdf", PLAIN, empty), 2) == set()


@pytest.mark.parametrize(
    "page",
    [
        b"<</Resources<</XObject 7 0 R>>/Type/Page>>",
        b"<</Resources<</Pattern<</P1 7 0 R>>>>/Type/Page>>",
        b"<</Resources 7 0 R/Type/Page>>",
        b"<</Resources 70 0 R/Type/Page>>",
        b"<</Type/Page>>",
    ],
    ids=["list by reference", "pattern", "resources by reference", "resources not found", "no resources"],
)
def test_page_that_names_in_another_way_or_is_not_understood_counts_as_naming(tmp_path: Path, page: bytes) -> None:
    others = b"7 0 obj\r\n<</XObject<</Im1 8 0 R>>>>\r\nendobj\r\n"

    assert pages_naming_pictures(written(tmp_path / "a.pdf", PLAIN, page, others=others), 2) == {1}


def test_page_object_that_comes_twice_counts_as_naming_where_either_names(tmp_path: Path) -> None:
    others = b"11 0 obj\r\n%s\r\nendobj\r\n" % NAMING

    assert pages_naming_pictures(written(tmp_path / "a.pdf", PLAIN, PLAIN, others=others), 2) == {1}


@pytest.mark.parametrize("kids", [b"10 0 R", b"3 0 R 11 0 R 12 0 R", b""])
def test_all_pages_count_as_naming_where_their_order_is_not_plain(tmp_path: Path, kids: bytes) -> None:
    assert pages_naming_pictures(written(tmp_path / "a.pdf", PLAIN, NAMING, kids=kids), 2) == {0, 1}
