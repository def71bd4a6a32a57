"""Pictures of pages, and new files made of pages."""

import io
from pathlib import Path

import pytest
from PIL import Image

from documents.pdf import Bookmark, Part, PdfError, assemble, check, page_image, read, split
from tests.documents.pdf.making import sharing_pictures, sound


def titles(path: Path) -> list[str]:
    return [page.lines[0].text for page in read(path).pages]


def test_page_image_is_webp_of_the_width_asked_for(tmp_path: Path) -> None:
    image = Image.open(io.BytesIO(page_image(sound(tmp_path / "paper.pdf"), 2, width=300)))

    assert (image.format, image.width) == ("WEBP", 300)
    assert image.height == pytest.approx(424, abs=2)
    shades = image.convert("L").histogram()
    assert sum(shades[:100]) > 0 < sum(shades[250:])


@pytest.mark.parametrize("number", [0, 3])
def test_page_image_of_no_page(tmp_path: Path, number: int) -> None:
    with pytest.raises(PdfError, match=f"has no page {number}"):
        page_image(sound(tmp_path / "paper.pdf", 2), number)


def test_split_writes_each_range(tmp_path: Path) -> None:
    source = sound(tmp_path / "pack.pdf", 5)
    targets = [tmp_path / "one.pdf", tmp_path / "two.pdf"]

    split(source, [(1, 2), (4, 4)], targets)

    assert titles(targets[0]) == ["Page 1 of the paper", "Page 2 of the paper"]
    assert titles(targets[1]) == ["Page 4 of the paper"]


def test_split_leaves_nothing_of_other_pages(tmp_path: Path) -> None:
    source, target = sound(tmp_path / "pack.pdf", 40), tmp_path / "one.pdf"

    split(source, [(3, 3)], [target])

    assert target.stat().st_size < source.stat().st_size / 5
    assert check(target) == 1


def test_split_leaves_out_pictures_that_only_other_pages_show(tmp_path: Path) -> None:
    source, target = sharing_pictures(tmp_path / "pack.pdf"), tmp_path / "one.pdf"

    split(source, [(1, 1)], [target])

    assert [page.text for page in read(target).pages] == ["Open words"]
    assert target.read_bytes().count(b"/Subtype /Form") == 1


def test_split_keeps_the_pages_of_a_long_paper_in_order(tmp_path: Path) -> None:
    source, target = sound(tmp_path / "pack.pdf", 120), tmp_path / "long.pdf"

    split(source, [(5, 115)], [target])

    assert [page.lines[0].text for page in read(target).pages] == [f"Page {n} of the paper" for n in range(5, 116)]


def test_split_of_pages_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(PdfError, match="Pages 2 to 9 are not all in the PDF, which has 3"):
        split(sound(tmp_path / "pack.pdf", 3), [(2, 9)], [tmp_path / "one.pdf"])


def test_split_needs_a_target_for_each_range(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="one target for each range"):
        split(sound(tmp_path / "pack.pdf"), [(1, 1)], [])


def test_assemble_brings_parts_of_several_files_together(tmp_path: Path) -> None:
    front, papers, target = sound(tmp_path / "a.pdf", 2), sound(tmp_path / "b.pdf", 6), tmp_path / "pack.pdf"

    assemble([Part(front, 1, 1, "Agenda"), Part(papers, 3, 4, "Item 3"), Part(papers, 6, 6)], target)

    assert titles(target) == [f"Page {number} of the paper" for number in (1, 3, 4, 6)]


def test_assemble_sets_bookmarks_on_two_levels(tmp_path: Path) -> None:
    source, target = sound(tmp_path / "a.pdf", 8), tmp_path / "pack.pdf"
    children = (Part(source, 5, 6, "Appendix A – plan"), Part(source, 7, 7, "Appendix B"))

    assemble(
        [Part(source, 1, 2, "Agenda"), Part(source, 4, 7, "Item “3” é", children), Part(source, 8, 8, "Last")], target
    )

    assert read(target).bookmarks == (
        Bookmark(0, "Agenda", 1),
        Bookmark(0, "Item “3” é", 3),
        Bookmark(1, "Appendix A – plan", 4),
        Bookmark(1, "Appendix B", 6),
        Bookmark(0, "Last", 7),
    )


def test_assemble_without_titles_sets_no_bookmarks(tmp_path: Path) -> None:
    target = tmp_path / "pack.pdf"

    assemble([Part(sound(tmp_path / "a.pdf"), 1, 2)], target)

    assert read(target).bookmarks == ()
