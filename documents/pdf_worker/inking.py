"""Tells how like handwriting a picture is, by its ink."""

from collections import deque

from PIL import Image, ImageChops, ImageFilter

DARK = 165
STRONG = 90
BLUE = range(125, 195)  # of 256 hues: the colour of pens
SMALL = 160, 60  # dots, to which a picture is made smaller before its strokes are followed
WHOLE_LINE = 0.72
LARGEST_STROKE = 0.33, 0.4  # of the ink's width and height: what the longest stroke of handwriting spans


def ink_of(picture: Image.Image) -> list[float | bool]:
    """Share of ink, width of strokes by height, share of strong colour, share of its width with ink, and ruled or not.

    A picture whose longest stroke spans little of it is printed text, and told as ruled.
    """
    if picture.width < 8 or picture.height < 6:
        return [0.0, 0.0, 0.0, 0.0, False]
    grey = picture.convert("L")
    ink = grey.point([255 if level < DARK else 0 for level in range(256)])
    area = picture.width * picture.height
    dark = ink.histogram()[255]
    if not dark:
        return [0.0, 0.0, 0.0, 0.0, False]
    ink, picture = _without_margins(ink, picture)
    area = picture.width * picture.height
    inner = ink.filter(ImageFilter.MinFilter(3))
    edge = ImageChops.subtract(ink, inner).histogram()[255]
    stroke = 2 * dark / max(edge, 1) / picture.height
    across = ink.resize((picture.width, 1), Image.Resampling.BOX).tobytes()
    spread = sum(1 for level in across if level) / picture.width
    return [
        round(dark / area, 4),
        round(stroke, 4),
        round(_colour(picture), 4),
        round(spread, 3),
        _is_ruled(ink) or not _has_long_stroke(ink),
    ]


def dark_share(picture: Image.Image) -> float:
    """The share of it that is dark: of a page of writing little, of a photograph much."""
    small = picture.convert("L").reduce(2)
    counts = small.histogram()
    return sum(counts[:DARK]) / max(1, small.width * small.height)


def _without_margins(ink: Image.Image, picture: Image.Image) -> tuple[Image.Image, Image.Image]:
    """Of a picture that is blank for the most part, where its ink is."""
    box = ink.getbbox()
    if box is None or (box[2] - box[0]) * (box[3] - box[1]) * 2 > ink.width * ink.height:
        return ink, picture
    wide, high = max(8, box[2] - box[0]), max(6, box[3] - box[1])
    box = box[0], box[1], box[0] + wide, box[1] + high
    return ink.crop(box), picture.crop(box)


def _colour(picture: Image.Image) -> float:
    """The share of strong colours but those of ink."""
    hue, saturation, value = picture.convert("HSV").split()
    strong = saturation.point([255 if level > STRONG else 0 for level in range(256)])
    bright = value.point([255 if level > STRONG else 0 for level in range(256)])
    no_ink = hue.point([0 if level in BLUE else 255 for level in range(256)])
    both = ImageChops.multiply(ImageChops.multiply(strong, bright), no_ink)
    return both.histogram()[255] / (picture.width * picture.height)


def _is_ruled(ink: Image.Image) -> bool:
    down = ink.resize((1, ink.height), Image.Resampling.BOX).tobytes()
    across = ink.resize((ink.width, 1), Image.Resampling.BOX).tobytes()
    rows = sum(1 for level in down if level > 255 * WHOLE_LINE)
    columns = sum(1 for level in across if level > 255 * 0.9)
    return rows > max(3, ink.height // 12) or columns > 2 or bool(rows and columns)


def _has_long_stroke(ink: Image.Image) -> bool:
    box = ink.getbbox()
    if box is None:
        return False
    cut = ink.crop(box)
    small = cut.resize((min(cut.width, SMALL[0]), min(cut.height, SMALL[1])), Image.Resampling.BOX)
    dots = {place for place, level in enumerate(small.tobytes()) if level > 60}
    width, height = small.size
    while dots:
        stroke = _stroke(dots, width)
        across, down = [place % width for place in stroke], [place // width for place in stroke]
        wide = (max(across) - min(across) + 1) / width
        high = (max(down) - min(down) + 1) / height
        if wide >= LARGEST_STROKE[0] and high >= LARGEST_STROKE[1]:
            return True
    return False


def _stroke(dots: set[int], width: int) -> list[int]:
    """Dots that hang together, taken out of the rest."""
    waiting = deque([dots.pop()])
    stroke = []
    while waiting:
        place = waiting.popleft()
        stroke.append(place)
        for step in (-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1):
            if place + step in dots:
                dots.remove(place + step)
                waiting.append(place + step)
    return stroke
