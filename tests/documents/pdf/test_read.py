from pathlib import Path

import pytest

from documents.pdf import Bookmark, Limits, PdfError, PdfText, files, read
from tests.documents.pdf.making import ruled, sound, turned, with_content


def test_read_gives_pages_with_their_size(tmp_path: Path) -> None:
    pages = read(sound(tmp_path / "paper.pdf", 3)).pages

    assert [page.number for page in pages] == [1, 2, 3]
    assert (round(pages[0].width), round(pages[0].height)) == (595, 842)


def test_read_tells_how_far_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "TOLD_EVERY", 0.005)
    monkeypatch.setattr(files, "_shares", lambda size: 2)
    heard: list[tuple[int, int]] = []

    read(sound(tmp_path / "paper.pdf", 600), told=lambda pages, count: heard.append((pages, count)))

    assert heard == sorted(heard)
    assert {count for _, count in heard} == {600}
    assert 0 < heard[-1][0] <= 600


def test_read_gives_lines_with_their_places(tmp_path: Path) -> None:
    title = read(sound(tmp_path / "paper.pdf")).pages[1].lines[0]

    assert title.text == "Page 2 of the paper"
    assert (title.size, title.bold) == (14.0, True)
    assert 70 < title.left < 76
    assert 58 < title.top < title.bottom < 78
    assert title.right < 230


def test_read_parts_two_columns_on_one_line(tmp_path: Path) -> None:
    lines = read(sound(tmp_path / "paper.pdf")).pages[0].lines

    assert [(line.text, line.bold) for line in lines[1:]] == [("Left column", False), ("Right column", False)]
    assert lines[1].top == pytest.approx(lines[2].top, abs=0.5)


def test_read_gives_bookmarks_by_page(tmp_path: Path) -> None:
    bookmarks = read(sound(tmp_path / "paper.pdf", 3)).bookmarks

    assert bookmarks == (Bookmark(0, "Bookmark 1", 1), Bookmark(1, "Bookmark 2", 2), Bookmark(1, "Bookmark 3", 3))


@pytest.mark.parametrize(("degrees", "left", "top"), [(0, 50, 42), (90, 800, 50), (180, 515, 800), (270, 42, 515)])
def test_read_places_text_as_a_turned_page_is_seen(tmp_path: Path, degrees: int, left: int, top: int) -> None:
    line = read(turned(tmp_path / "turned.pdf", degrees)).pages[0].lines[0]

    assert line.text == "Corner"
    assert abs(min(line.left - left, line.right - left, key=abs)) < 12
    assert abs(min(line.top - top, line.bottom - top, key=abs)) < 12


def test_read_keeps_no_control_characters(tmp_path: Path) -> None:
    path = with_content(
        tmp_path / "odd.pdf",
        b"BT /F1 12 Tf 50 700 Td (one\\001\\002two) Tj ET".hex().encode() + b">",
        b"/ASCIIHexDecode",
    )

    text = read(path).pages[0].text

    assert "one" in text
    assert not any(ord(letter) < 32 and letter != "\n" for letter in text)


def test_read_in_shares_is_the_same_as_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = sound(tmp_path / "paper.pdf", 7)
    at_once = read(path)

    monkeypatch.setattr(files, "_shares", lambda size: 3)

    assert read(path) == at_once
    assert isinstance(at_once, PdfText)


def test_shares_are_one_for_a_small_file() -> None:
    assert files._shares(10_000) == 1
    assert files._shares(10**9) <= files.MOST_SHARES


def test_page_text_joins_lines(tmp_path: Path) -> None:
    assert read(sound(tmp_path / "paper.pdf")).pages[0].text == "Page 1 of the paper\nLeft column\nRight column"


def test_limits_are_settable(tmp_path: Path) -> None:
    with pytest.raises(PdfError, match="has 7 pages, more than the 6 accepted"):
        read(sound(tmp_path / "paper.pdf", 7), limits=Limits(pages=6))


def test_read_parts_cells_at_the_rule_between_them(tmp_path: Path) -> None:
    [page] = read(ruled(tmp_path / "paper.pdf")).pages

    assert [line.text for line in page.lines] == ["Head of Service", "July 16"]
    assert [(round(rule.left), round(rule.top), rule.is_upright) for rule in page.rules] == [(149, 91, True)]
