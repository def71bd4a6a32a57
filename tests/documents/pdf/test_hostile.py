"""Hostile and broken files each end in one clear sentence, soon, and with bounded memory."""

import subprocess
import time
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from documents.pdf import Limits, PdfError, check, page_image, process, read
from tests.documents.pdf.making import bomb, long_text, many_pages, sound, with_content

QUICK = Limits(memory=400 << 20, processor_seconds=8, wall_seconds=12)


def test_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.pdf"
    path.write_bytes(b"")

    with pytest.raises(PdfError, match=r"^The file is empty \(0 bytes\)\.$"):
        read(path)


@pytest.mark.parametrize("content", [b"PK\x03\x04 a document", b"plain words", b"\x00" * 100])
def test_not_a_pdf(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.pdf"
    path.write_bytes(content)

    with pytest.raises(PdfError, match="is not a PDF"):
        check(path)


def test_html_in_front_of_a_pdf(tmp_path: Path) -> None:
    path = sound(tmp_path / "paper.pdf")
    path.write_bytes(b"<html><script>alert(1)</script></html>\n" + path.read_bytes())

    with pytest.raises(PdfError, match="is not a PDF"):
        read(path)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(PdfError, match="cannot be opened"):
        read(tmp_path / "none.pdf")


def test_truncated(tmp_path: Path) -> None:
    path = sound(tmp_path / "paper.pdf", 20)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    with pytest.raises(PdfError, match="is cut short"):
        read(path)


def test_beginning_and_end_of_a_pdf_with_nothing_between(tmp_path: Path) -> None:
    path = tmp_path / "hollow.pdf"
    path.write_bytes(b"%PDF-1.7\n" + b"\x8f\x01junk" * 500 + b"\n%%EOF\n")

    with pytest.raises(PdfError, match="is damaged"):
        read(path)


def test_encrypted(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    canvas = Canvas(str(path), encrypt=StandardEncryption("secret", ownerPassword="owner", strength=128))
    canvas.drawString(100, 700, "Locked")
    canvas.save()

    with pytest.raises(PdfError, match="locked with a password"):
        read(path)


def test_a_hundred_thousand_pages(tmp_path: Path) -> None:
    path = many_pages(tmp_path / "many.pdf", 100_000)

    with pytest.raises(PdfError, match="more than the 5,000 accepted"):
        read(path)
    with pytest.raises(PdfError, match="accepted"):
        check(path)


def test_file_over_the_limit(tmp_path: Path) -> None:
    path = sound(tmp_path / "paper.pdf")

    with pytest.raises(PdfError, match="more than the 0 MB accepted"):
        read(path, limits=Limits(file_size=100))


def test_decompression_bomb(tmp_path: Path) -> None:
    path = bomb(tmp_path / "bomb.pdf")
    assert path.stat().st_size < 20_000
    start = time.monotonic()

    with pytest.raises(PdfError) as refused:
        read(path, limits=QUICK)

    assert time.monotonic() - start < 30
    assert "memory" in str(refused.value) or "too long" in str(refused.value)


def test_text_that_is_too_long(tmp_path: Path) -> None:
    path = long_text(tmp_path / "long.pdf", 60_000)

    with pytest.raises(PdfError, match="more than the 10,000 letters of text accepted"):
        read(path, limits=Limits(characters=10_000))


def test_huge_page_can_be_drawn_within_bounds(tmp_path: Path) -> None:
    path = with_content(
        tmp_path / "huge.pdf", b"0 0 m>".hex().encode() + b">", b"/ASCIIHexDecode", box=b"0 0 10 14000000"
    )

    image = page_image(path, 1, width=500)

    assert image[:4] == b"RIFF"
    assert len(image) < 1_000_000


def test_wall_time_ends_the_whole_process_group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    worker, left = tmp_path / "slow.py", tmp_path / "left"
    worker.write_text(
        "import subprocess, sys, time\n"
        f"child = subprocess.Popen(['sleep', '30'])\nopen({str(left)!r}, 'w').write(str(child.pid))\ntime.sleep(30)\n"
    )
    monkeypatch.setattr(process, "WORKER", worker)
    start = time.monotonic()

    with pytest.raises(PdfError, match="took too long"):
        check(sound(tmp_path / "paper.pdf"), limits=Limits(wall_seconds=1))

    assert time.monotonic() - start < 10
    state = subprocess.run(["ps", "-o", "state=", "-p", left.read_text()], capture_output=True, text=True).stdout  # noqa: S607
    assert state.strip() in ("", "Z")


def test_processor_time_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    worker = tmp_path / "busy.py"
    worker.write_text("import resource\nresource.setrlimit(resource.RLIMIT_CPU, (1, 2))\nwhile True:\n    pass\n")
    monkeypatch.setattr(process, "WORKER", worker)

    with pytest.raises(PdfError, match="took too long"):
        check(sound(tmp_path / "paper.pdf"))


def test_answer_that_is_no_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    worker = tmp_path / "odd.py"
    worker.write_text("print('not json')")
    monkeypatch.setattr(process, "WORKER", worker)

    with pytest.raises(PdfError, match="damaged"):
        check(sound(tmp_path / "paper.pdf"))
