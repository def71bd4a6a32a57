"""Pages with a problem in a less usual form each, and pages that are near to one and have none."""

import random
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.colors import CMYKColor, Color
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName
from reportlab.pdfgen.canvas import Canvas

from tests.findings.seeds import hand, ordinary
from tests.findings.words import ORDINARY

WIDTH, HEIGHT = A4
BOX = 68, 294, 330, 18  # left, bottom, width and height of what covers the words
WORDS = "Secret Holdings offered five million pounds"
Draw = Callable[[Canvas], None]


class HardPage(NamedTuple):
    """kind is "" where nothing is to be found; `alone` pages have nothing on them but what is drawn."""

    kind: str
    what: str
    draw: Draw
    alone: bool = False


def hard_paper(path: Path, pages: Sequence[HardPage]) -> Path:
    canvas = Canvas(str(path), pagesize=A4, invariant=1, lang="en-GB")
    canvas.setTitle("A report")
    for page in pages:
        if not page.alone:
            ordinary(canvas, 1, "")
        page.draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


# Words that are covered


def _under(cover: Draw) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 300, WORDS)
        cover(canvas)

    return draw


def _box(red: float, green: float, blue: float, alpha: float = 1.0) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(red, green, blue, alpha=alpha)
        canvas.rect(*BOX, stroke=0, fill=1)

    return draw


def _picture(picture: Image.Image, *, mask: str | None = None) -> Draw:
    return lambda canvas: canvas.drawImage(ImageReader(picture), *BOX, mask=mask)


def _noise() -> Image.Image:
    chance = random.Random(3)
    return Image.frombytes("RGB", (330, 18), chance.randbytes(330 * 18 * 3))


def _polygon(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.moveTo(68, 294)
    for corner in ((398, 294), (398, 312), (68, 312)):
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, fill=1, stroke=0)


def _thick_line(canvas: Canvas) -> None:
    canvas.setLineWidth(16)
    canvas.line(68, 303, 398, 303)


def _many_boxes(canvas: Canvas) -> None:
    for place in range(66):
        canvas.rect(68 + 5 * place, 294, 5.2, 18, fill=1, stroke=0)


def _form(name: str, inner: Draw) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm(name)
        inner(canvas)
        canvas.endForm()
        canvas.doForm(name)

    return draw


def _mark(sort: str) -> Draw:
    """A mark of a reader over the words."""

    def draw(canvas: Canvas) -> None:
        mark = {"Type": PDFName("Annot"), "Subtype": PDFName(sort), "Rect": PDFArray([68, 294, 398, 312]), "F": 4}
        mark |= {"IC": PDFArray([0, 0, 0]), "C": PDFArray([0, 0, 0])}
        canvas._addAnnotation(PDFDictionary(mark))

    return draw


# Words that are drawn so as not to be seen


def _set(
    *, colour: Color | None = None, mode: int = 0, stroke: Color | None = None, size: float = 10, wide: float = 100
) -> Draw:
    def draw(canvas: Canvas) -> None:
        if colour:
            canvas.setFillColor(colour)
        if stroke:
            canvas.setStrokeColor(stroke)
        text = canvas.beginText(72, 300)
        text.setFont("Helvetica", size)
        text.setTextRenderMode(mode)
        text.setHorizScale(wide)
        text.textLine(WORDS)
        canvas.drawText(text)

    return draw


def _scaled(canvas: Canvas) -> None:
    canvas.translate(72, 300)
    canvas.scale(0.05, 0.05)
    canvas.drawString(0, 0, WORDS)


def _turned(canvas: Canvas) -> None:
    canvas.translate(300, 200)
    canvas.rotate(90)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(0, 0, WORDS)


def _after(ground: Draw, colour: Color) -> Draw:
    def draw(canvas: Canvas) -> None:
        ground(canvas)
        canvas.setFillColor(colour)
        canvas.drawString(72, 300, WORDS)

    return draw


def _white_words(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(72, 300, WORDS)


# Signatures


def _pen_points() -> list[tuple[float, float]]:
    chance = random.Random(5)
    points = [(110.0, 275.0)]
    for _ in range(60):
        x, y = points[-1]
        points.append((x + chance.uniform(1, 3), min(292, max(258, y + chance.uniform(-9, 9)))))
    return points


def _pen(canvas: Canvas) -> None:
    canvas.drawString(72, 300, "Signed")
    first, *others = _pen_points()
    path = canvas.beginPath()
    path.moveTo(*first)
    for point in others:
        path.lineTo(*point)
    canvas.drawPath(path)


def _pen_in_pieces(canvas: Canvas) -> None:
    canvas.drawString(72, 300, "Signed")
    points = _pen_points()
    for start, end in pairwise(points):
        canvas.line(*start, *end)


def _signed(picture: Image.Image, *, words: str = "Signed by", width: float = 150, height: float = 45) -> Draw:
    def draw(canvas: Canvas) -> None:
        if words:
            canvas.drawString(72, 300, words)
        canvas.drawImage(ImageReader(picture), 140, 297 - height, width, height, mask="auto")

    return draw


def _dark(picture: Image.Image) -> Image.Image:
    """A mask of its ink."""
    return picture.convert("L").point([255 if level < 120 else 0 for level in range(256)])


def _on_grey(picture: Image.Image) -> Image.Image:
    """As from a scanner: on paper that is grey and not even."""
    noise = Image.frombytes("L", picture.size, random.Random(2).randbytes(picture.width * picture.height))
    paper = Image.blend(Image.new("L", picture.size, 220), noise, 0.05).convert("RGB")
    paper.paste((40, 40, 50), (0, 0), _dark(picture))
    return paper


def _padded(picture: Image.Image) -> Image.Image:
    whole = Image.new("RGB", (900, 420), (255, 255, 255))
    whole.paste(picture.convert("RGB"), (60, 40))
    return whole


def _one_bit(picture: Image.Image) -> Image.Image:
    return picture.convert("L").point([255 if level > 128 else 0 for level in range(256)]).convert("1")


# Scanned pages

DOTS = 930, 1316
TOP, STEP, LEFT = 82, 30, 105


def scanned(*, lines: int = 30, signed: bool = False, stamp: str = "", read: bool = False, black: bool = False) -> Draw:
    """A page that is a picture; `read` with its words behind it, as a scanner puts them there."""

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(_page(lines, signed=signed)), 0, 0, WIDTH, HEIGHT)
        for place in range(lines if read else 0):
            _behind(canvas, TOP + place * STEP, ORDINARY[place % len(ORDINARY)][:80])
        if read and signed:
            _behind(canvas, TOP + lines * STEP + 15, "Signed by")
        if black:
            canvas.rect(60, HEIGHT - (TOP + 5 * STEP + 18) * HEIGHT / DOTS[1], 400, 14, fill=1, stroke=0)
        canvas.drawString(200, 20, stamp)

    return draw


def _behind(canvas: Canvas, top: int, words: str) -> None:
    text = canvas.beginText(LEFT * WIDTH / DOTS[0], HEIGHT - (top + 15) * HEIGHT / DOTS[1])
    text.setFont("Helvetica", 9)
    text.setTextRenderMode(3)
    text.textLine(words)
    canvas.drawText(text)


def _page(lines: int, *, signed: bool) -> Image.Image:
    picture = Image.new("L", DOTS, 245)
    pencil = ImageDraw.Draw(picture)
    font = ImageFont.load_default(size=16)
    for place in range(lines):
        pencil.text((LEFT, TOP + place * STEP), ORDINARY[place % len(ORDINARY)][:80], fill=30, font=font)
    if signed:
        below = TOP + lines * STEP + 15
        pencil.text((LEFT, below), "Signed by", fill=30, font=font)
        picture.paste(30, (225, below + 8), _dark(hand(11)).resize((285, 86)))
        pencil.text((LEFT, below + 105), "Jane Doe, Director", fill=30, font=font)
    return picture


# Pages in which nothing is to be found


def _heading_on_picture(canvas: Canvas) -> None:
    dark = _noise().point([level // 3 for level in range(256)] * 3)
    canvas.drawImage(ImageReader(dark), 60, 290, 400, 25)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(72, 296, "A heading on a picture")


def _chart(canvas: Canvas) -> None:
    picture = Image.new("RGB", (600, 300), (255, 255, 255))
    pencil = ImageDraw.Draw(picture)
    pencil.line((40, 10, 40, 280), fill=0, width=2)
    pencil.line((40, 280, 590, 280), fill=0, width=2)
    chance = random.Random(2)
    pencil.line([(40 + place * 11, 280 - chance.randrange(200)) for place in range(50)], fill=(0, 0, 200), width=3)
    canvas.drawImage(ImageReader(picture), 72, 280, 300, 150)


def _logo(canvas: Canvas) -> None:
    picture = Image.new("RGB", (300, 120), (255, 255, 255))
    pencil = ImageDraw.Draw(picture)
    pencil.ellipse((10, 10, 110, 110), fill=(0, 80, 160))
    pencil.rectangle((130, 40, 280, 80), fill=(0, 80, 160))
    canvas.drawImage(ImageReader(picture), 72, 300, 120, 48)


def _watermark(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.85, 0.85, 0.85)
    canvas.setFont("Helvetica", 60)
    canvas.translate(150, 300)
    canvas.rotate(45)
    canvas.drawString(0, 0, "OLD PLAN")


def _small_print(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 5)
    canvas.drawString(72, 300, "Small print of a chart, to be read when enlarged: 2014 2015 2016")


def _underlined(canvas: Canvas) -> None:
    canvas.drawString(72, 300, WORDS)
    canvas.line(72, 299, 300, 299)


WHITE = Color(1, 1, 1)
HARD_PAGES = [
    HardPage("hidden_text", "a dark grey box", _under(_box(0.15, 0.15, 0.15))),
    HardPage("hidden_text", "a blue box", _under(_box(0, 0, 0.6))),
    HardPage("hidden_text", "a white box", _under(_box(1, 1, 1))),
    HardPage("hidden_text", "a box that lets a little through", _under(_box(0, 0, 0, 0.97))),
    HardPage("hidden_text", "a picture full of colours", _under(_picture(_noise()))),
    HardPage("hidden_text", "a blurred picture", _under(_picture(_noise().filter(ImageFilter.GaussianBlur(3))))),
    HardPage("hidden_text", "a white picture", _under(_picture(Image.new("RGB", (5, 5), (255, 255, 255))))),
    HardPage("hidden_text", "a polygon", _under(_polygon)),
    HardPage("hidden_text", "a thick line", _under(_thick_line)),
    HardPage("hidden_text", "rounded corners", _under(lambda canvas: canvas.roundRect(66, 293, 334, 20, 6, fill=1))),
    HardPage("hidden_text", "a box for each letter", _under(_many_boxes)),
    HardPage("hidden_text", "a box that is drawn as a form", _under(_form("cover", _box(0, 0, 0)))),
    HardPage("hidden_text", "a square of a reader", _under(_mark("Square"))),
    HardPage("hidden_text", "a mark that they are to be taken out", _under(_mark("Redact"))),
    HardPage("hidden_text", "white, of printer's colours", _set(colour=CMYKColor(0, 0, 0, 0))),
    HardPage("hidden_text", "pale grey", _set(colour=Color(0.91, 0.91, 0.91))),
    HardPage("hidden_text", "pale yellow", _set(colour=Color(1, 1, 0.93))),
    HardPage("hidden_text", "nearly clear", _set(colour=Color(0, 0, 0, alpha=0.05))),
    HardPage("hidden_text", "for a frame alone", _set(mode=7)),
    HardPage("hidden_text", "white outlines", _set(mode=1, stroke=WHITE)),
    HardPage("hidden_text", "of two points", _set(size=2)),
    HardPage("hidden_text", "of a tenth of a point", _set(size=0.1)),
    HardPage("hidden_text", "pressed together", _set(wide=1)),
    HardPage("hidden_text", "made small afterwards", _scaled),
    HardPage("hidden_text", "turned, and white", _turned),
    HardPage("hidden_text", "black on a black picture", _after(_picture(Image.new("RGB", (5, 5))), Color(0, 0, 0))),
    HardPage("hidden_text", "blue on blue", _after(_box(0.1, 0.2, 0.7), Color(0.12, 0.2, 0.68))),
    HardPage("hidden_text", "white in a form", _form("white", _white_words)),
    HardPage("hidden_text", "a scan that was read, with a black box", scanned(read=True, black=True), alone=True),
    HardPage("outside_text", "left of the page", lambda canvas: canvas.drawString(-300, 400, WORDS)),
    HardPage("outside_text", "above the page", lambda canvas: canvas.drawString(72, HEIGHT + 50, WORDS)),
    HardPage("outside_text", "far away", lambda canvas: canvas.drawString(5000, 5000, WORDS)),
    HardPage("signature", "one line of many corners", _pen),
    HardPage("signature", "many short lines", _pen_in_pieces),
    HardPage("signature", "on grey paper", _signed(_on_grey(hand(4)), words="")),
    HardPage("signature", "black and white alone", _signed(_one_bit(hand(8)), words="")),
    HardPage("signature", "in a wide margin", _signed(_padded(hand(6)), words="", width=300, height=140)),
    HardPage("signature", "small", _signed(hand(6), width=70, height=22)),
    HardPage("signature", "askew", _signed(hand(3).convert("RGB").rotate(12, expand=True, fillcolor=(255,) * 3))),
    HardPage("signature", "in a block of clearance", _signed(hand(9), words="Cleared by (legal)")),
    HardPage("signature", "in a form", _form("signature", _signed(hand(3)))),
    HardPage("signature", "in a scan", scanned(signed=True), alone=True),
    HardPage("signature", "in a scan that was read", scanned(signed=True, read=True), alone=True),
    HardPage("scan", "a scan of few lines", scanned(lines=6), alone=True),
    HardPage("scan", "a scan with a stamp", scanned(stamp="Agenda Item 7, Appendix 1, Page 31 of 200"), alone=True),
]
CLEAN_PAGES = [
    HardPage("", "a white heading on blue", _after(_box(0.1, 0.1, 0.4), WHITE)),
    HardPage("", "a heading on a picture", _heading_on_picture),
    HardPage("", "a shaded row", _after(_box(0.85, 0.9, 1), Color(0, 0, 0))),
    HardPage("", "a highlighter", _under(_box(1, 1, 0, 0.4))),
    HardPage("", "a clear picture over words", _under(_picture(Image.new("RGBA", (100, 20)), mask="auto"))),
    HardPage("", "small print", _small_print),
    HardPage("", "a logo", _logo),
    HardPage("", "a chart", _chart),
    HardPage("", "a watermark", _watermark),
    HardPage("", "underlined words", _underlined),
    HardPage("", "a scan that was read", scanned(read=True), alone=True),
]
