"""A copy of a paper in which contact details cannot be read, in its text, its links or its picture."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from documents import pdf

EMAIL = "dana.marsh@thornmere.example"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A page without contact details, and one with an address at a known place."""
    path = tmp_path / "paper.pdf"
    canvas = Canvas(str(path), pagesize=(400, 400), invariant=1)
    canvas.drawString(50, 300, "The pool will close in June.")
    canvas.showPage()
    canvas.drawString(50, 300, f"Contact {EMAIL}")
    canvas.drawString(50, 200, "The works cost little.")
    canvas.save()
    return path


def texts(path: Path) -> list[str]:
    return [page.text for page in pdf.read(path).pages]


def shades(picture: Image.Image, box: tuple[int, int, int, int]) -> tuple[int, int]:
    """The darkest and the lightest of the box, from 0 for black to 255 for white."""
    cut = picture.crop(box).tobytes()
    return min(cut), max(cut)


def test_only_pages_with_contacts_become_pictures(paper: Path, tmp_path: Path) -> None:
    target = tmp_path / "masked.pdf"

    assert pdf.mask(paper, target) == [2]

    assert texts(target) == ["The pool will close in June.", ""]
    assert EMAIL.encode() not in target.read_bytes()


def test_masked_page_keeps_its_size(paper: Path, tmp_path: Path) -> None:
    target = tmp_path / "masked.pdf"
    pdf.mask(paper, target)

    page = pdf.read(target).pages[1]
    assert (page.width, page.height) == (400, 400)


def test_address_is_black_on_the_picture_and_other_words_are_not(paper: Path, tmp_path: Path) -> None:
    target = tmp_path / "masked.pdf"
    pdf.mask(paper, target)

    picture = Image.open(BytesIO(pdf.page_image(target, 2, width=400))).convert("L")
    # Within the address: 300 points up is 100 down.
    assert shades(picture, (110, 93, 200, 99))[1] < 60
    assert shades(picture, (52, 150, 60, 160))[0] > 200
    darkest, lightest = shades(picture, (50, 190, 170, 202))
    assert darkest < 100 < lightest


def test_paper_without_contacts_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(50, 300, "Nothing to hide.")
    canvas.save()

    assert pdf.mask(path, tmp_path / "masked.pdf") == []
    assert not (tmp_path / "masked.pdf").exists()


def test_details_that_may_be_shown_are_left(paper: Path, tmp_path: Path) -> None:
    assert pdf.mask(paper, tmp_path / "masked.pdf", allowed=[EMAIL]) == []


def test_page_with_only_a_link_to_an_address_becomes_a_picture(tmp_path: Path) -> None:
    path, target = tmp_path / "paper.pdf", tmp_path / "masked.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(50, 300, "Write to the author")
    canvas.linkURL(f"mailto:{EMAIL}", (50, 295, 200, 315))
    canvas.save()

    assert pdf.mask(path, target) == [1]
    assert EMAIL.encode() not in target.read_bytes()


def test_turned_page_is_masked_where_it_is_seen(tmp_path: Path) -> None:
    path, target = tmp_path / "paper.pdf", tmp_path / "masked.pdf"
    canvas = Canvas(str(path), pagesize=(400, 400))
    canvas.setPageRotation(90)
    canvas.drawString(50, 300, EMAIL)
    canvas.save()
    pdf.mask(path, target)

    picture = Image.open(BytesIO(pdf.page_image(target, 1, width=400))).convert("L")
    # Turned clockwise, what was 300 up is 300 from the left.
    assert shades(picture, (301, 60, 307, 150))[1] < 60
