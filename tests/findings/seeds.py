"""Papers made with one problem each, of every kind and in several forms, in a page of ordinary words."""

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.findings.seeded_words import WORDS
from tests.findings.words import ORDINARY

WIDTH, HEIGHT = A4
Draw = Callable[[Canvas], None]


@dataclass(frozen=True, slots=True)
class Seed:
    """A problem: the kind that has to be found, what it is, and how its file is made and named."""

    kind: str
    what: str
    make: Callable[[Path], Path]


def seeds() -> list[Seed]:
    return [*_of_words(), *_of_pages(), *_of_files(), *_of_tables(), *_of_word_files()]


# Words


def _of_words() -> Iterator[Seed]:
    for kind, texts in WORDS.items():
        for text in texts:
            yield Seed(kind, text, lambda path, text=text: _paper(path / "report.pdf", words=text))  # type: ignore[misc]


def _paper(path: Path, *, words: str = "", draw: Draw | None = None, title: str = "A report", author: str = "") -> Path:
    """Two pages of ordinary words; the second has the problem."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1, lang="en-GB")
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setCreator("")
    canvas.setProducer("")
    for number in (1, 2):
        ordinary(canvas, number, words if number == 2 else "")
        if number == 2 and draw is not None:
            draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


def ordinary(canvas: Canvas, number: int, words: str) -> None:
    canvas.setFont("Helvetica", 10)
    lines = list(ORDINARY[:14] if number == 1 else ORDINARY[14:])
    if words:
        lines[len(lines) // 2 : len(lines) // 2] = words.splitlines()
    for place, line in enumerate(lines):
        canvas.drawString(72, 770 - place * 18, line)


# Pages


def _of_pages() -> Iterator[Seed]:
    for kind, what, draw in PAGES:
        yield Seed(kind, what, lambda path, draw=draw: _paper(path / "report.pdf", draw=draw))  # type: ignore[misc]
    yield Seed("scan", "a page that is one picture", lambda path: _scanned(path / "scan.pdf", strips=1))
    yield Seed("scan", "a page in strips of pictures", lambda path: _scanned(path / "scan.pdf", strips=8))


def _scanned(path: Path, *, strips: int) -> Path:
    canvas = Canvas(str(path), pagesize=A4, invariant=1, lang="en-GB")
    canvas.setTitle("A scan")
    ordinary(canvas, 1, "")
    canvas.showPage()
    picture = Image.new("L", (600, 848), 245)
    pencil = ImageDraw.Draw(picture)
    for place in range(30):
        pencil.text((60, 50 + place * 25), ORDINARY[place % len(ORDINARY)][:70], fill=30)
    for strip in range(strips):
        high = picture.height // strips
        part = picture.crop((0, strip * high, 600, (strip + 1) * high))
        canvas.drawImage(_reader(part), 0, HEIGHT - (strip + 1) * HEIGHT / strips, WIDTH, HEIGHT / strips)
    canvas.showPage()
    canvas.save()
    return path


def _reader(picture: Image.Image) -> ImageReader:
    return ImageReader(picture)


def hand(seed: int, *, blue: bool = False, clear: bool = False) -> Image.Image:
    """Something written by hand: a few long curved strokes."""
    chance = random.Random(seed)
    picture = Image.new("RGBA", (420, 130), (255, 255, 255, 0 if clear else 255))
    pencil = ImageDraw.Draw(picture)
    x, y = 20.0, 75.0
    points = [(x, y)]
    while x < 395:
        x += chance.uniform(3, 9)
        y = min(118, max(10, y + chance.uniform(-26, 26)))
        points.append((x, y))
    pencil.line(points, fill=(20, 30, 140, 255) if blue else (15, 15, 15, 255), width=4, joint="curve")
    return picture


def _signed(words: str, picture: Image.Image, left: float = 140) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 300, words)
        canvas.drawImage(_reader(picture), left, 255, 150, 45, mask="auto")
        canvas.drawString(72, 240, "Jane Doe, Director")

    return draw


def _drawn_by_pen(canvas: Canvas) -> None:
    canvas.drawString(72, 300, "Authorised by")
    path = canvas.beginPath()
    path.moveTo(150, 270)
    for place in range(10):
        across = 150 + place * 13
        path.curveTo(across + 4, 310 - place, across + 9, 245 + place, across + 13, 270 + (place % 3) * 9)
    canvas.setLineWidth(1.4)
    canvas.drawPath(path)


def _covered(canvas: Canvas) -> None:
    canvas.drawString(72, 300, "The tender of Secret Holdings was for 5 million pounds")
    canvas.setFillColorRGB(0, 0, 0)
    canvas.rect(70, 296, 300, 14, stroke=0, fill=1)


def _partly_covered(canvas: Canvas) -> None:
    canvas.drawString(72, 300, "The child is Jane Doe and lives with her aunt")
    canvas.setFillColorRGB(0, 0, 0)
    canvas.rect(127, 296, 47, 13, stroke=0, fill=1)


def _covered_by_picture(canvas: Canvas) -> None:
    canvas.drawString(72, 300, "Account 12345678 of the claimant")
    canvas.drawImage(_reader(Image.new("RGB", (40, 10), (0, 0, 0))), 70, 295, 220, 16)


def _white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(72, 300, "The price agreed in private")


def _nearly_white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.97, 0.97, 0.97)
    canvas.drawString(72, 300, "Pale words that nobody sees")


def _black_on_black(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0, 0, 0)
    canvas.rect(60, 290, 300, 25, stroke=0, fill=1)
    canvas.drawString(72, 300, "Black words on a black ground")


def _invisible(canvas: Canvas) -> None:
    text = canvas.beginText(72, 300)
    text.setTextRenderMode(3)
    text.textLine("Drawn without any mark")
    canvas.drawText(text)


def _tiny(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 0.8)
    canvas.drawString(72, 300, "Too small for anybody to read on the page")


def _cut_away(canvas: Canvas) -> None:
    canvas.saveState()
    frame = canvas.beginPath()
    frame.rect(72, 310, 300, 60)
    canvas.clipPath(frame, stroke=0)
    canvas.drawString(72, 300, "Below the frame that it is drawn in")
    canvas.restoreState()


def _clear_spaces(canvas: Canvas) -> None:
    """Spaces that are drawn clear, as word processors do, beside a word that is."""
    canvas.saveState()
    canvas.setFillAlpha(0)
    canvas.drawString(72, 320, " ")
    canvas.drawString(72, 300, "Clear words")
    canvas.restoreState()


def _highlighted(canvas: Canvas) -> None:
    canvas.drawString(72, 300, "Covered with a mark of a reader")
    canvas.highlightAnnotation("", (70, 295, 280, 312), Color=[0, 0, 0])


def _outside(canvas: Canvas) -> None:
    canvas.drawString(WIDTH + 40, 400, "Notes beside the page")


def _outside_below(canvas: Canvas) -> None:
    canvas.drawString(72, -60, "Notes below the page")


PAGES: tuple[tuple[str, str, Draw], ...] = (
    ("signature", "a picture after “Signed by”", _signed("Signed by", hand(1))),
    ("signature", "a clear picture after “Authorised by”", _signed("Authorised by", hand(2, clear=True))),
    ("signature", "blue ink after “Yours sincerely”", _signed("Yours sincerely", hand(3, blue=True), 72)),
    ("signature", "in a block of clearance", _signed("Final report clearance:", hand(4))),
    ("signature", "handwriting with no words of signing", _signed("Thank you", hand(5))),
    ("signature", "drawn as lines", _drawn_by_pen),
    ("hidden_text", "a black box", _covered),
    ("hidden_text", "a black box over a name", _partly_covered),
    ("hidden_text", "a black picture", _covered_by_picture),
    ("hidden_text", "white", _white),
    ("hidden_text", "nearly white", _nearly_white),
    ("hidden_text", "black on black", _black_on_black),
    ("hidden_text", "drawn without a mark", _invisible),
    ("hidden_text", "tiny", _tiny),
    ("hidden_text", "a black highlight", _highlighted),
    ("hidden_text", "cut away", _cut_away),
    ("hidden_text", "clear", _clear_spaces),
    ("outside_text", "right of the page", _outside),
    ("outside_text", "below the page", _outside_below),
    ("comment", "a note", lambda canvas: canvas.textAnnotation("Is this figure right?", (300, 300, 320, 320))),
    ("comment", "a highlight with words", lambda canvas: canvas.highlightAnnotation("Check", (72, 500, 200, 512))),
    (
        "script",
        "a link that runs a script",
        lambda canvas: canvas.linkURL("javascript:app.alert(1)", (72, 500, 90, 512)),
    ),
)


# Files


def _of_files() -> Iterator[Seed]:
    paper = _paper
    yield Seed("metadata", "an author", lambda path: paper(path / "a.pdf", author="Jane Doe"))
    yield Seed("metadata", "a path", lambda path: paper(path / "a.pdf", title="C:\\Users\\jdoe\\sale.docx"))
    yield Seed("file_name", "exempt", lambda path: paper(path / "Exempt - sale of Mill Lane.pdf"))
    yield Seed("file_name", "confidential", lambda path: paper(path / "tender_CONFIDENTIAL_v3.pdf"))
    yield Seed(
        "file_name", "in the title of the file", lambda path: paper(path / "a.pdf", title="Part 2 exempt report")
    )
    yield Seed("no_title", "none", lambda path: paper(path / "a.pdf", title=""))
    yield Seed("no_title", "of a program", lambda path: paper(path / "a.pdf", title="Microsoft Word - report.docx"))
    yield Seed("no_language", "none", _without_language)
    yield Seed("attachment", "a file within", lambda path: with_catalogue(path, ATTACHED))
    yield Seed("script", "as it is opened", lambda path: with_catalogue(path, SCRIPT))
    yield Seed("script", "a program started", lambda path: with_catalogue(path, LAUNCH))
    yield Seed("unchecked", "a damaged file", _damaged)


def _without_language(path: Path) -> Path:
    canvas = Canvas(str(path / "a.pdf"), pagesize=A4, invariant=1)
    canvas.setTitle("A title")
    ordinary(canvas, 1, "")
    canvas.showPage()
    canvas.save()
    return path / "a.pdf"


ATTACHED = (
    b"/Names <</EmbeddedFiles <</Names [(tender.xlsx) 20 0 R]>>>>",
    b"20 0 obj\n<</Type /Filespec /F (tender.xlsx) /UF (tender.xlsx) /EF <</F 21 0 R>>>>\nendobj\n"
    b"21 0 obj\n<</Type /EmbeddedFile /Length 6>>\nstream\nsecret\nendstream\nendobj\n",
)
SCRIPT = (b"/OpenAction <</S /JavaScript /JS (app.alert\\(1\\))>>", b"")
LAUNCH = (b"/OpenAction <</S /Launch /F (calc.exe)>>", b"")


def with_catalogue(path: Path, more: tuple[bytes, bytes]) -> Path:
    """A page of words in a file whose catalogue has more in it; its table is left to the reader to rebuild."""
    entry, objects = more
    words = b"BT /F1 12 Tf 72 700 Td (Some ordinary words of a report) Tj ET"
    file = path / "a.pdf"
    file.write_bytes(
        b"%PDF-1.7\n1 0 obj\n<</Type /Catalog /Pages 2 0 R /Lang (en-GB) " + entry + b">>\nendobj\n"
        b"2 0 obj\n<</Type /Pages /Kids [3 0 R] /Count 1>>\nendobj\n"
        b"3 0 obj\n<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources <</Font <</F1 5 0 R>>>>>>\nendobj\n"
        b"4 0 obj\n<</Length %d>>\nstream\n" % len(words) + words + b"\nendstream\nendobj\n"
        b"5 0 obj\n<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>\nendobj\n"
        b"6 0 obj\n<</Title (A report)>>\nendobj\n"
        + objects
        + b"trailer\n<</Root 1 0 R /Info 6 0 R /Size 22>>\n%%EOF\n"
    )
    return file


def _damaged(path: Path) -> Path:
    file = path / "a.pdf"
    file.write_bytes(b"%PDF-1.7\n" + b"nothing of use " * 40 + b"\n%%EOF\n")
    return file


# Tables


def _of_tables() -> Iterator[Seed]:
    for what, heading, rows in TABLES:
        make = lambda path, heading=heading, rows=rows: _table(path / "a.pdf", heading, rows)  # noqa: E731
        yield Seed("small_count", what, make)


TABLES = (
    (
        "pupils by ethnic group",
        "Exclusions by ethnic group",
        [["Ethnic group", "Number of pupils"], ["Asian", "26"], ["Black", "31"], ["Mixed", "2"], ["White", "88"]],
    ),
    (
        "staff by disability",
        "Workforce",
        [["Disability", "Headcount"], ["Yes", "3"], ["No", "240"], ["Not stated", "51"]],
    ),
    (
        "children by ward",
        "Children looked after",
        [["Ward", "Children"], ["Mill", "14"], ["Bridge", "1"], ["Park", "22"]],
    ),
)


def _table(path: Path, heading: str, rows: list[list[str]]) -> Path:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(72, 400, heading)
        canvas.setFont("Helvetica", 10)
        canvas.grid([72, 220, 370], [380 - 20 * place for place in range(len(rows) + 1)])
        for place, row in enumerate(rows):
            for column, cell in enumerate(row):
                canvas.drawString((76, 224)[column], 366 - 20 * place, cell)

    return _paper(path, draw=draw)


# Word documents


def _of_word_files() -> Iterator[Seed]:
    for kind, what, parts in WORD_FILES:
        yield Seed(kind, f"in Word: {what}", lambda path, parts=parts: word_file(path / "a.docx", parts))  # type: ignore[misc]


RUN = '<w:p><w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
CHANGED = (
    '<w:p><w:ins w:id="1" w:author="Jane Doe"><w:r><w:t>added words</w:t></w:r></w:ins>'
    '<w:del w:id="2" w:author="Jane Doe"><w:r><w:delText>taken out words</w:delText></w:r></w:del></w:p>'
)
COMMENTS = (
    '<w:comments xmlns:w="{space}"><w:comment w:id="0" w:author="Jane Doe"><w:p><w:r><w:t>Is this so?</w:t></w:r></w:p>'
    "</w:comment></w:comments>"
)
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>'
    "<dc:language>en-GB</dc:language></cp:coreProperties>"
)
WORD_FILES: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("changes", "tracked changes", {"body": CHANGED}),
    ("comment", "a comment", {"word/comments.xml": COMMENTS.format(space=SPACE)}),
    ("metadata", "an author", {"docProps/core.xml": CORE.format(title="A report", author="Jane Doe")}),
    ("hidden_text", "hidden", {"body": RUN.format(properties="<w:rPr><w:vanish/></w:rPr>", text="Hidden words")}),
    (
        "hidden_text",
        "white",
        {"body": RUN.format(properties='<w:rPr><w:color w:val="FFFFFF"/></w:rPr>', text="White words")},
    ),
    (
        "hidden_text",
        "black on a black highlight",
        {"body": RUN.format(properties='<w:rPr><w:highlight w:val="black"/></w:rPr>', text="Covered words")},
    ),
    (
        "hidden_text",
        "of the colour of its ground",
        {
            "body": RUN.format(
                properties='<w:rPr><w:color w:val="336699"/><w:shd w:val="clear" w:fill="336699"/></w:rPr>',
                text="Blue words",
            )
        },
    ),
    ("hidden_text", "tiny", {"body": RUN.format(properties='<w:rPr><w:sz w:val="4"/></w:rPr>', text="Small words")}),
    ("attachment", "a workbook within", {"word/embeddings/sheet1.xlsx": "secret"}),
    ("script", "macros", {"word/vbaProject.bin": "macros"}),
    ("email", "an email address", {"body": RUN.format(properties="", text="Write to jane.doe@gmail.com at home.")}),
    ("form_text", "form text", {"body": RUN.format(properties="", text="Click here to enter text.")}),
)


def word_file(path: Path, parts: dict[str, str] | None = None, body: str = "") -> Path:
    """A Word document of ordinary words, with these parts besides; "body" is put among its paragraphs."""
    more = dict(parts or {})
    words = "".join(RUN.format(properties="", text=line.replace("&", "&amp;")) for line in ORDINARY[:8])
    document = f'<w:document xmlns:w="{SPACE}"><w:body>{words}{more.pop("body", body)}</w:body></w:document>'
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    types += '<Default Extension="xml" ContentType="application/xml"/>'
    types += '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types += f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    relations += f'<Relationship Id="rId1" Type="{relation}" Target="word/document.xml"/></Relationships>'
    written = {
        "[Content_Types].xml": types,
        "_rels/.rels": relations,
        "word/document.xml": document,
        "docProps/core.xml": CORE.format(title="A report", author=""),
        **more,
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in written.items():
            archive.writestr(name, content)
    path.write_bytes(packed.getvalue())
    return path
