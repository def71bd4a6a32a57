"""PDF files made by hand, sound and broken."""

import zlib
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas


def sound(path: Path, pages: int = 2) -> Path:
    """Pages that say which they are, in two columns, with a bookmark for each."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for number in range(1, pages + 1):
        canvas.bookmarkPage(f"page-{number}")
        canvas.addOutlineEntry(f"Bookmark {number}", f"page-{number}", 0 if number == 1 else 1)
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(72, 770, f"Page {number} of the paper")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(72, 740, "Left column")
        canvas.drawString(400, 740, "Right column")
        canvas.showPage()
    canvas.save()
    return path


def ruled(path: Path) -> Path:
    """Two cells of a table, close together, with a rule between them."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(76, 740, "Head of Service")
    canvas.drawString(153, 740, "July 16")
    canvas.line(150, 730, 150, 750)
    canvas.save()
    return path


def turned(path: Path, degrees: int) -> Path:
    """One upright page that is shown turned, with a word near the corner that is the top left one in the file."""
    content = b"BT /F1 12 Tf 50 800 Td (Corner) Tj ET"
    return with_content(path, zlib.compress(content), b"/FlateDecode", more=b"/Rotate %d" % degrees)


def raw(path: Path, objects: list[bytes]) -> Path:
    """A file of these objects, numbered from 1; the first is the catalogue."""
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    content += b"".join(b"%010d 00000 n \n" % place for place in places)
    content += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    path.write_bytes(content)
    return path


def sharing_pictures(path: Path) -> Path:
    """Two pages that show a picture each, and name both in a list they share, as LibreOffice writes them."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources 5 0 R /Contents %d 0 R >>"
    return raw(
        path,
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
            page % 6,
            page % 7,
            b"<< /XObject << /Open 8 0 R /Secret 9 0 R >> >>",
            _stream(b"/Open Do"),
            _stream(b"/Secret Do"),
            _picture(b"Open words"),
            _picture(b"Secret words"),
        ],
    )


def _picture(words: bytes) -> bytes:
    font = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    more = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources " + font
    return _stream(b"BT /F1 12 Tf 50 700 Td (" + words + b") Tj ET", more)


def _stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >> stream\n%s\nendstream" % (len(content), more, content)


def many_pages(path: Path, count: int) -> Path:
    """A small file that says the same empty page count times over."""
    kids = b" ".join([b"3 0 R"] * count)
    return raw(
        path,
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % count,
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        ],
    )


def with_content(path: Path, stream: bytes, filters: bytes, *, box: bytes = b"0 0 595 842", more: bytes = b"") -> Path:
    """One page with this packed content."""
    return raw(
        path,
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox ["
            + box
            + b"] "
            + more
            + b" /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(stream), filters, stream),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ],
    )


def bomb(path: Path, gigabytes: int = 1) -> Path:
    """A content stream of so many gigabytes, packed twice over into a few kilobytes."""
    packer, chunk = zlib.compressobj(9), b"0" * (1 << 24)
    once = b"".join(packer.compress(chunk) for _ in range(gigabytes * 64)) + packer.flush()
    return with_content(path, zlib.compress(once, 9), b"[/FlateDecode /FlateDecode]")


def long_text(path: Path, letters: int) -> Path:
    """A page that draws a very long text."""
    lines = (
        b"1 0 0 1 10 %d Tm (line %d %s) Tj\n" % (800 - n % 780, n, b"abcdefghij" * 9) for n in range(letters // 100)
    )
    content = b"BT /F1 8 Tf\n" + b"".join(lines) + b"ET"
    return with_content(path, zlib.compress(content), b"/FlateDecode")


def linked(path: Path, *, degrees: int = 0) -> Path:
    """A page with links: on words of a line, over two lines, on what runs a script, and within the file."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.setPageRotation(degrees)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(72, 740, "Read the plan (here) in full")
    canvas.linkURL(
        "https://example.org/plan", (72 + _width("Read the plan ("), 737, 72 + _width("Read the plan (here"), 750)
    )
    canvas.drawString(72, 700, "The survey of")
    canvas.drawString(72, 688, "residents is new")
    canvas.linkURL("https://example.org/survey", (72, 685, 72 + _width("The survey"), 710))
    canvas.drawString(72, 660, "Run this")
    canvas.linkURL("javascript:app.alert(1)", (72, 657, 120, 670))
    canvas.bookmarkPage("here")
    canvas.drawString(72, 640, "Go there")
    canvas.linkRect("", "here", (72, 637, 120, 650))
    canvas.save()
    return path


def _width(text: str) -> float:
    return float(stringWidth(text, "Helvetica", 10))
