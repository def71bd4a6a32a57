"""Looks at one page as it is drawn: pictures on it, and words in it that cannot be seen."""

import ctypes
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from PIL import Image, ImageChops

from documents.pdf_worker.imaging import drawn, seen_box
from documents.pdf_worker.inking import dark_share, ink_of
from documents.pdf_worker.library import pdfium
from documents.pdf_worker.notes import FIELD, LINK
from documents.pdf_worker.objects import Drawn, drawn_objects
from documents.pdf_worker.scanning import handwriting_in
from documents.signing import SIGNED

Box = tuple[float, float, float, float]
WORD = re.compile(r"\S+")
LINE = re.compile(r"[^\r\n\ufffe]+")
LETTER = re.compile(r"\w")
DOTS_PER_POINT = 1.6
WIDEST = 1500
# Of a colour's parts, 0 to 255: lighter than this is drawn to vanish on white, unless something dark lies below
PALE = 225
FAINT = 40
# How much the parts of the colours within a word's box differ at most where nothing of it is seen
ALIKE = 26
MOST_NOISE = 0.02
DARK = 90
SHADES = 256
FEWEST_LETTERS = 3
SMALLEST = 2.3  # points: what is lower cannot be read
NARROWEST = 3.0
# Points: what is smaller covers no word, and is no signature
COVER = 4.0
SIGNATURE = (18.0, 7.0, 360.0, 170.0)  # least and greatest width and height
MOST_SHARE = 0.2
MOST_PICTURES = 30
MOST_RUNS = 40
MOST_OF_PAGE = 0.4  # of the page's area: what covers more is the page itself
FEW_LETTERS = 150  # of a page that is a picture: those of a stamp or of the pack's own numbering
FEWEST_STROKES = 15
OBLIQUE = 1.2  # points across and down: a level line is as high as it is thick
LONGEST_STROKE = 60.0
HANDWRITING = (0.1, 0.05, 0.0, 1.0, False)  # measures that tell of it, in the order of documents.pdf.facts.Picture
EDGE = 0.11
INVISIBLE = (3, 7)  # ways of drawing text that leave no mark
COVERS_NOTHING = ("Text", "Popup", "FileAttachment", FIELD, LINK)


class PageLook:
    """`notes` are those of documents.pdf_worker.notes; a page that is `suspect` is looked at word by word."""

    def __init__(self, page: Any, notes: list[list[Any]], *, suspect: bool) -> None:
        self.page, self.notes = page, notes
        self.wide, self.high = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        self.suspect = suspect or any(note[0] not in COVERS_NOTHING for note in notes)
        self.text_page = pdfium.FPDFText_LoadPage(page)
        self.objects, self.knows_all, self.texts = drawn_objects(page, self.text_page)
        self.text = self._text()

    def _text(self) -> str:
        """A letter for each of the library's, so that places agree."""
        count = pdfium.FPDFText_CountChars(self.text_page) if self.text_page else 0
        letters = (ctypes.c_ushort * (count + 1))()
        whole = count and pdfium.FPDFText_GetText(self.text_page, 0, count, letters) == count + 1
        if whole and not any(0xD800 <= code <= 0xDFFF for code in letters):  # else a letter may be two
            return bytes(letters)[:-2].decode("utf-16-le").replace("\0", " ")
        codes = (pdfium.FPDFText_GetUnicode(self.text_page, place) for place in range(count))
        return "".join(chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else " " for code in codes)

    @cached_property
    def image(self) -> Image.Image:
        return drawn(self.page, min(WIDEST, max(1, round(self.wide * DOTS_PER_POINT))))

    @cached_property
    def bare(self) -> Image.Image:
        """The page without its words."""
        for text in self.texts:
            pdfium.FPDFPageObj_SetIsActive(text, False)
        image = drawn(self.page, self.image.width)
        for text in self.texts:
            pdfium.FPDFPageObj_SetIsActive(text, True)
        return image

    @cached_property
    def scale(self) -> float:
        """Dots of the image to a point."""
        return self.image.width / self.wide if self.wide else 1.0

    def seen(self, left: float, bottom: float, right: float, top: float) -> Box:
        return seen_box(self.page, left, bottom, right, top)

    # Pictures

    def pictures(self) -> list[list[Any]]:
        """Box, share of the page, and what documents.pdf.facts.Picture has besides."""
        boxes = [self.seen(*one.box) for one in self.objects if one.kind == "image"]
        boxes += _clusters([self.seen(*one.box) for one in self.objects if one.kind == "drawing"])
        boxes += [self.seen(*note[3]) for note in self.notes if note[0] in ("Ink", "Stamp")]
        boxes += self._strokes()
        found = [self._picture(box) for box in boxes[:MOST_PICTURES]]
        if self._is_scan(found):
            return found + [self._written(box) for box in handwriting_in(self.image, self.scale)]
        return found

    def _strokes(self) -> list[Box]:
        """Short lines that are neither level nor upright and lie together by words of signing: drawn with a pen."""
        if not self.signing():
            return []
        boxes = [one.box for one in self.objects if one.kind == "strokes" or (one.kind == "line" and _is_oblique(one))]
        found = [one for one in _clusters([self.seen(*box) for box in boxes]) if _is_large(one)]
        return found if len(boxes) >= FEWEST_STROKES or any(one.kind == "strokes" for one in self.objects) else []

    def _is_scan(self, pictures: list[list[Any]]) -> bool:
        """Whether the page is a picture with little text, or with words that were read off it."""
        if not any(share > MOST_OF_PAGE for _box, share, *_rest in pictures):
            return False
        return len(LETTER.findall(self.text)) < FEW_LETTERS or self._is_over_scan()

    def _written(self, box: Box) -> list[Any]:
        """As `_picture`, of what was told to be handwriting already."""
        at_edge = box[3] < self.high * EDGE or box[1] > self.high * (1 - EDGE)
        return [[round(edge, 1) for edge in box], 0.0, *HANDWRITING, at_edge]

    def _picture(self, box: Box) -> list[Any]:
        width, height = box[2] - box[0], box[3] - box[1]
        left, top = max(box[0], 0), max(box[1], 0)
        area = max(0, min(box[2], self.wide) - left) * max(0, min(box[3], self.high) - top)
        share = round(area / (self.wide * self.high), 4) if self.wide and self.high else 0.0
        at_edge = box[3] < self.high * EDGE or box[1] > self.high * (1 - EDGE)
        might = SIGNATURE[0] < width < SIGNATURE[2] and SIGNATURE[1] < height < SIGNATURE[3] and share < MOST_SHARE
        ink = ink_of(self._crop(box)) if might else [0.0, 0.0, 0.0, 0.0, False]
        if share > MOST_OF_PAGE:
            ink[0] = round(dark_share(self._crop(box)), 4)
        return [[round(edge, 1) for edge in box], share, *ink, at_edge]

    def _crop(self, box: Box, *, inner: bool = False) -> Image.Image:
        """What is drawn in the box; `inner` without the dots at its edge, where it is large enough."""
        return self.image.crop(self._dots(box, inner=inner))

    def _dots(self, box: Box, *, inner: bool) -> tuple[int, int, int, int]:
        scale = self.scale
        left, top, right, bottom = (round(edge * scale) for edge in box)
        left, top = max(0, left), max(0, top)
        right, bottom = max(left, right), max(top, bottom)
        if inner and right - left > 6 and bottom - top > 6:
            left, top, right, bottom = left + 1, top + 1, right - 1, bottom - 1
        return left, top, right, bottom

    # Words that are not seen

    def hidden(self) -> list[list[Any]]:
        """Words, box, and whether they lie outside the page; words that follow one another are told together."""
        if not self.text_page or not LETTER.search(self.text):
            return []
        found = [*self._outside(), *self._unseen(), *self._to_be_taken_out()]
        return [[words, [round(edge, 1) for edge in box], outside] for words, box, outside in _runs(found)][:MOST_RUNS]

    def _suspects(self) -> list[Box]:
        """Where text stands that may not be seen: it vanishes, is covered, or is on a shape of its own colour."""
        vanishing = [one.box for one in self.objects if _vanishes(one)]
        return list(dict.fromkeys([*vanishing, *self._covered(), *self._on_alike()]))

    def _covered(self) -> Iterator[Box]:
        """Text over which something is drawn, after it."""
        texts = [(place, one.box) for place, one in enumerate(self.objects) if one.kind == "text"]
        first = texts[0][0] if texts else len(self.objects)
        covers = [(place, one.box) for place, one in enumerate(self.objects) if place > first and _covers(one)][:400]
        for place, box in texts if covers else []:
            if any(place < after and _overlap(box, cover) for after, cover in covers):
                yield box

    def _on_alike(self) -> Iterator[Box]:
        """Text that is drawn on a shape of its own colour."""
        shapes: list[Drawn] = []
        for one in self.objects:
            if one.kind in ("fill", "image") and _covers(one):
                shapes.append(one)
            elif one.kind == "text" and any(_is_alike(one, shape) and _overlap(one.box, shape.box) for shape in shapes):
                yield one.box

    def _to_be_taken_out(self) -> Iterator[tuple[int, str, Box, bool]]:
        """Words that somebody marked to be taken out, and that are still there."""
        marked = [note[3] for note in self.notes if note[0] == "Redact"]
        for place, word, boxes in self._words() if marked else ():
            if any(_overlap(box, tuple(mark)) for box in boxes for mark in marked):
                yield place, word, self.seen(*boxes[0]), False

    def _words(self) -> Iterator[tuple[int, str, list[Box]]]:
        """Place, word, and the boxes (left, bottom, right, top) that it is made of."""
        for match in WORD.finditer(self.text):
            if LETTER.search(match[0]):
                yield match.start(), match[0], self._boxes(match.start(), len(match[0]))

    def _boxes(self, start: int, length: int) -> list[Box]:
        edges = [ctypes.c_double() for _ in range(4)]
        boxes = []
        for number in range(pdfium.FPDFText_CountRects(self.text_page, start, length)):
            pdfium.FPDFText_GetRect(self.text_page, number, *(ctypes.byref(edge) for edge in edges))
            left, top, right, bottom = (edge.value for edge in edges)
            boxes.append((left, bottom, right, top))
        return boxes

    def _outside(self) -> Iterator[tuple[int, str, Box, bool]]:
        bounds = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(self.page, bounds)
        texts = [one.box for one in self.objects if one.kind == "text"]
        if texts and self.knows_all and all(_is_within(box, bounds) for box in texts):
            return
        for place, word, boxes in self._words():
            if boxes and all(
                box[0] > bounds.right - 1
                or box[2] < bounds.left + 1
                or box[1] > bounds.top - 1
                or box[3] < bounds.bottom + 1
                for box in boxes
            ):
                yield place, word, self.seen(*boxes[0]), True

    def _unseen(self) -> Iterator[tuple[int, str, Box, bool]]:
        suspects = [] if self.suspect else self._suspects()
        if not (self.suspect or suspects):
            return
        over_scan = self._is_over_scan()
        unmarked = [one.box for one in self.objects if one.kind == "text" and one.way in INVISIBLE]
        for place, word, boxes in self._words():
            if not self.suspect and not any(_touch(box, suspect) for box in boxes for suspect in suspects):
                continue
            seen = [self.seen(*box) for box in boxes]
            inside = [box for box in seen if self._is_on_page(box)]
            drawn_unseen = any(_touch(box, one) for box in boxes for one in unmarked)
            if inside and all(
                self._is_blank(box, dark_only=over_scan) or (not drawn_unseen and self._makes_no_mark(box))
                for box in inside
            ):
                yield place, word, inside[0], False

    def _is_on_page(self, box: Box) -> bool:
        return box[2] > 1 and box[0] < self.wide - 1 and box[3] > 1 and box[1] < self.high - 1

    def _is_over_scan(self) -> bool:
        """Whether the words were read off a picture of the page: then where the picture is blank they mean nothing."""
        ways = [one.way for one in self.objects if one.kind == "text"]
        unseen = sum(way in INVISIBLE for way in ways)
        area = self.wide * self.high or 1
        whole = any(
            one.kind == "image" and (one.box[2] - one.box[0]) * (one.box[3] - one.box[1]) > area / 2
            for one in self.objects
        )
        return whole and unseen * 2 > len(ways)

    def _is_blank(self, box: Box, *, dark_only: bool) -> bool:
        """Whether nothing of a word is seen in its box."""
        if min(box[2] - box[0], box[3] - box[1]) < SMALLEST:
            return not dark_only and max(box[2] - box[0], box[3] - box[1]) < 20 * SMALLEST
        crop = self._crop(box, inner=True)
        if not crop.width or not crop.height:
            return False
        bands = _bands(crop)
        if dark_only and min(_darkest(band) for band in bands) > DARK:
            return False
        return all(_is_even(band, crop.width * crop.height) for band in bands)

    def _makes_no_mark(self, box: Box) -> bool:
        """Whether the page would look the same there without its words: they lie under a picture, or in one like it."""
        image = self.image  # drawn before its words are taken away
        size = self._dots(box, inner=True)
        without, crop = self.bare.crop(size), image.crop(size)
        if not crop.width or not crop.height:
            return False
        most = crop.width * crop.height * MOST_NOISE
        return all(sum(band[ALIKE:]) <= most for band in _bands(ImageChops.difference(without, crop)))

    def comments(self) -> list[list[Any]]:
        return [
            [sort, words, author, [round(edge, 1) for edge in self.seen(*box)]]
            for sort, words, author, box in self.notes
        ]

    def signing(self) -> list[list[Any]]:
        """Each line that has words of signing, with its box."""
        found = []
        for match in LINE.finditer(self.text):
            if SIGNED.search(match[0]):
                boxes = [self.seen(*box) for box in self._boxes(match.start(), len(match[0]))]
                if boxes:
                    found.append([match[0].strip()[:200], [round(edge, 1) for edge in _around(boxes)]])
        return found


def _is_oblique(one: Drawn) -> bool:
    width, height = one.box[2] - one.box[0], one.box[3] - one.box[1]
    return OBLIQUE < width < LONGEST_STROKE and OBLIQUE < height < LONGEST_STROKE


def _is_large(box: Box) -> bool:
    """Whether it is of the size of a signature."""
    return SIGNATURE[0] < box[2] - box[0] < SIGNATURE[2] and SIGNATURE[1] < box[3] - box[1] < SIGNATURE[3]


def _is_within(box: Box, bounds: Any) -> bool:
    """Whether no part of it lies outside the page."""
    return bool(box[0] >= bounds.left and box[2] <= bounds.right and box[1] >= bounds.bottom and box[3] <= bounds.top)


def _bands(crop: Image.Image) -> list[list[int]]:
    """How many points there are of each shade of red, green and blue."""
    counts = crop.histogram()
    return [counts[start : start + SHADES] for start in range(0, 3 * SHADES, SHADES)]


def _darkest(counts: list[int]) -> int:
    return next((level for level, count in enumerate(counts) if count), 0)


def _is_even(counts: list[int], area: int) -> bool:
    """Whether nearly all of it is of one shade, by how many points there are of each."""
    mode = counts.index(max(counts))
    return sum(counts[max(0, mode - ALIKE) : mode + ALIKE + 1]) >= area * (1 - MOST_NOISE)


def _vanishes(one: Drawn) -> bool:
    if one.kind != "text":
        return False
    width, height = one.box[2] - one.box[0], one.box[3] - one.box[1]
    tiny = (0 < height < SMALLEST and width > SMALLEST) or 0 < width < NARROWEST
    return one.way in INVISIBLE or one.alpha < FAINT or min(one.colour) > PALE or tiny


def _is_alike(one: Drawn, other: Drawn) -> bool:
    """Whether they are of one colour; of a picture, whether they may be."""
    if other.kind == "image":
        return True
    return max(abs(first - second) for first, second in zip(one.colour, other.colour, strict=True)) <= ALIKE


def _covers(one: Drawn) -> bool:
    large = one.box[2] - one.box[0] > COVER and one.box[3] - one.box[1] > COVER
    return large and (one.kind == "image" or (one.kind in ("fill", "drawing") and one.alpha > FAINT))


def _overlap(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 2 and down > 2


def _touch(one: Box, other: Box) -> bool:
    return _near(one, other, 1.0)


def _around(boxes: list[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _clusters(boxes: list[Box], gap: float = 6.0) -> list[Box]:
    """Boxes that lie near one another as one: the strokes of a signature are drawn one by one."""
    joined: list[Box] = []
    for box in boxes[:400]:
        near = [one for one in joined if _near(one, box, gap)]
        joined = [one for one in joined if one not in near] + [_around([box, *near])]
    return joined


def _near(one: Box, other: Box, gap: float) -> bool:
    return min(one[2], other[2]) - max(one[0], other[0]) > -gap and min(one[3], other[3]) - max(one[1], other[1]) > -gap


def _runs(found: list[tuple[int, str, Box, bool]]) -> Iterator[tuple[str, Box, bool]]:
    """Words that stand next to one another in the text and on one line; those of too few letters are left out."""
    runs: list[tuple[int, str, Box, bool]] = []
    for place, word, box, outside in sorted(found):
        if runs:
            last_place, words, last_box, last_outside = runs[-1]
            if place - last_place <= 3 and outside == last_outside and abs(box[1] - last_box[1]) < 8:
                runs[-1] = place + len(word), f"{words} {word}", _around([last_box, box]), outside
                continue
        runs.append((place + len(word), word, box, outside))
    for _place, words, box, outside in runs:
        if len(LETTER.findall(words)) >= FEWEST_LETTERS:
            yield words, box, outside
