"""A council's crest, kept so that it can do no harm: a drawing is rebuilt from what is allowed, a picture re-encoded.

Pure: bytes in, bytes out. Uploads are hostile, though a clerk made them: an SVG may hold scripts and addresses, and a
picture may unpack to gigabytes.
"""

import io
import re
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from PIL import Image

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LARGEST_FILE = 1_000_000  # bytes, as uploaded
LARGEST_KEPT = 100_000  # bytes; it is fetched by every new reader
MOST_PIXELS = 16_000_000
MOST_ELEMENTS = 3_000
WIDEST, TALLEST = 640, 320  # pixels of a picture as kept: twice what the widest screens show
PICTURES = ("PNG", "JPEG", "WEBP")
SVG = "http://www.w3.org/2000/svg"
XLINK = "{http://www.w3.org/1999/xlink}href"

SHAPES = (
    "svg g path rect circle ellipse line polyline polygon defs symbol use clipPath mask linearGradient "
    "radialGradient stop title desc"
)
PRESENTATION = (
    "id d x y x1 x2 y1 y2 cx cy r rx ry fx fy width height points transform viewBox preserveAspectRatio offset "
    "gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits fill fill-opacity "
    "fill-rule clip-rule clip-path mask stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin "
    "stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color stop-color stop-opacity display visibility"
)
ELEMENTS, ATTRIBUTES = frozenset(SHAPES.split()), frozenset(PRESENTATION.split())
DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
DEFINES = re.compile(r"<!ENTITY|<!DOCTYPE[^>]*\[", re.IGNORECASE)
PLAIN_VALUE = re.compile(r"[\w\s#%.,()+\-]*\Z", re.ASCII)
OWN_ADDRESS = re.compile(r"url\(\s*[\"']?(#[\w.\-]+)[\"']?\s*\)\Z", re.ASCII)
OWN_ID = re.compile(r"#[\w.\-]+\Z", re.ASCII)


class RefusedCrest(Exception):
    """The file cannot be a crest; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Crest:
    """`kind` is svg or png; the measures are in pixels, for their proportion."""

    kind: str
    content: bytes
    width: int
    height: int


def read_crest(content: bytes) -> Crest:
    if len(content) > LARGEST_FILE:
        raise RefusedCrest("The crest must be a file of 1 MB or less.")
    start = content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    crest = _drawing(content) if start.startswith((b"<svg", b"<?xml", b"<!--", b"<!doctype")) else _picture(content)
    if len(crest.content) > LARGEST_KEPT:
        raise RefusedCrest("The crest is too detailed: choose a simpler drawing, or a PNG of it.")
    return crest


def _picture(content: bytes) -> Crest:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=PICTURES) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise RefusedCrest("The crest has too many pixels: make it 4,000 by 4,000 or smaller.")
                kept = picture.convert("RGBA")
    except RefusedCrest:
        raise
    except Exception as error:  # whatever a damaged picture may raise
        raise RefusedCrest("The crest must be an SVG, PNG, JPEG or WebP picture that can be opened.") from error
    kept.thumbnail((WIDEST, TALLEST))
    file = io.BytesIO()
    kept.save(file, "PNG", optimize=True)
    return Crest("png", file.getvalue(), kept.width, kept.height)


def _drawing(content: bytes) -> Crest:
    try:
        text = DECLARATION.sub("", content.decode("utf-8-sig"))  # its encoding could hide what follows
        if DEFINES.search(text):
            raise RefusedCrest("The SVG defines entities of its own: save it as a plain SVG.")
        root = ElementTree.fromstring(text)  # noqa: S314 - without entities, and of at most 1 MB
    except (ElementTree.ParseError, ValueError) as error:
        raise RefusedCrest("The SVG cannot be read: save it again as a plain SVG.") from error
    if root.tag != f"{{{SVG}}}svg":
        raise RefusedCrest("The file is not an SVG drawing.")
    if sum(1 for _element in root.iter()) > MOST_ELEMENTS:
        raise RefusedCrest("The crest is too detailed: choose a simpler drawing, or a PNG of it.")
    if any(_name(element) == "style" for element in root.iter()):
        raise RefusedCrest("The SVG is coloured by a style sheet: save it as a plain SVG, or as a PNG.")
    kept = _rebuilt(root)
    if kept is None or not any(_name(element) not in {"svg", "g", "defs"} for element in kept.iter()):
        raise RefusedCrest("Nothing that can be drawn was found in the SVG: a PNG may serve.")
    width, height = _measures(root)
    kept.set("viewBox", root.get("viewBox", "") if _view(root) else f"0 0 {width} {height}")
    kept.set("width", str(width))
    kept.set("height", str(height))
    ElementTree.register_namespace("", SVG)
    return Crest("svg", ElementTree.tostring(kept, encoding="utf-8"), width, height)


def _name(element: "Element") -> str:
    tag = element.tag
    return tag.removeprefix(f"{{{SVG}}}") if isinstance(tag, str) else ""


def _rebuilt(element: "Element") -> "Element | None":
    """A copy with what is allowed; None for an element that is not. Text stays only where it names the drawing."""
    name = _name(element)
    if name not in ELEMENTS:
        return None
    copy = ElementTree.Element(f"{{{SVG}}}{name}", _allowed(element, name))
    if name in {"title", "desc"}:
        copy.text = "".join(element.itertext())
        return copy
    for child in element:
        if (kept := _rebuilt(child)) is not None:
            copy.append(kept)
    return copy


def _allowed(element: "Element", name: str) -> dict[str, str]:
    given = dict(element.items())
    for declaration in given.pop("style", "").split(";"):
        key, _colon, value = declaration.partition(":")
        given[key.strip()] = value.strip()
    allowed = {key: value for key, value in given.items() if key in ATTRIBUTES and _is_harmless(value)}
    address = given.get("href", given.get(XLINK, ""))
    if OWN_ID.match(address) and name in {"use", "linearGradient", "radialGradient"}:
        allowed["href"] = address
    return allowed


def _is_harmless(value: str) -> bool:
    """Numbers, names and colours, or the address of a part of the drawing itself."""
    if "url" in value.lower():
        return OWN_ADDRESS.match(value.strip()) is not None
    return PLAIN_VALUE.match(value) is not None


def _view(root: "Element") -> list[float] | None:
    try:
        view = [float(number) for number in re.split(r"[\s,]+", root.get("viewBox", "").strip())]
    except ValueError:
        return None
    return view if len(view) == 4 and 0 < view[2] < 1e6 and 0 < view[3] < 1e6 else None


def _measures(root: "Element") -> tuple[int, int]:
    """Of the view, or else as the drawing gives them, brought to the height at which a picture is kept."""
    if view := _view(root):
        width, height = view[2], view[3]
    else:
        found = [re.match(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*\Z", root.get(name, "")) for name in ("width", "height")]
        if not all(found):
            raise RefusedCrest("The SVG does not say how large it is: give it a viewBox.")
        width, height = (float(match[1]) for match in found if match)
        if not (0 < width < 1e6 and 0 < height < 1e6):
            raise RefusedCrest("The SVG does not say how large it is: give it a viewBox.")
        return round(width) or 1, round(height) or 1
    return max(1, round(width * TALLEST / height)), TALLEST
