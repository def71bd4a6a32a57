"""What a file holds besides the words that are seen on its pages, as plain data."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

Box = tuple[float, float, float, float]

# Ink as share of a picture's area, and the width of its strokes as share of its height: between these is handwriting.
INK = 0.004, 0.3
WIDEST_STROKE = 0.12
# Share of the picture's points that have a strong colour
MOST_COLOUR = 0.02


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on a page: box in points from the top left corner of the page as seen, share of the page's area.

    ink is the share of it that is dark, stroke the width of its lines as share of its height, colour the share that is
    strongly coloured, spread how much of its width has ink, ruled whether long straight lines are in it. They are 0
    for a picture that is too large or too small for a signature.
    """

    box: Box
    share: float
    ink: float = 0.0
    stroke: float = 0.0
    colour: float = 0.0
    spread: float = 0.0
    ruled: bool = False
    at_edge: bool = False

    @property
    def may_be_signature(self) -> bool:
        """Whether it is of the size and kind of one: not a photograph, a badge or a thin line."""
        return 0 < self.ink < 0.5

    @property
    def is_handwriting(self) -> bool:
        return (
            INK[0] < self.ink < INK[1]
            and 0 < self.stroke < WIDEST_STROKE
            and self.spread > 0.5
            and self.colour < MOST_COLOUR
            and not self.ruled
        )


@dataclass(frozen=True, slots=True)
class HiddenText:
    """Words that are in the file and cannot be seen: covered, of the colour of their ground, or outside the page."""

    words: str
    box: Box
    outside: bool = False


# Sorts of what is kept as notes are, and that the public sees on the page or follows from it
FIELD, TYPED, LINK = "Form field", "Typed on the page", "Link"


@dataclass(frozen=True, slots=True)
class Comment:
    """Somebody's note on a page, or a tracked change; sort is what it is called, or one of those above."""

    sort: str
    words: str
    author: str = ""
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class PageFacts:
    """`signing` are lines with words of signing, each with its box."""

    number: int
    pictures: Sequence[Picture] = ()
    hidden: Sequence[HiddenText] = ()
    comments: Sequence[Comment] = ()
    signing: Sequence[tuple[str, Box]] = ()


@dataclass(frozen=True, slots=True)
class FileFacts:
    """`others` are further facts by their names, such as ("Producer", …); comments are those of no page."""

    title: str = ""
    author: str = ""
    language: str = ""
    others: Sequence[tuple[str, str]] = ()
    attachments: Sequence[str] = ()
    scripts: Sequence[str] = ()
    comments: Sequence[Comment] = ()
    changes: Sequence[Comment] = ()
    pages: Sequence[PageFacts] = field(default_factory=tuple)

    def of_pages(self, first: int, last: int) -> "FileFacts":
        """Of a paper that is pages first to last (from 1) of the file, counted within the paper."""
        pages = [replace(page, number=page.number - first + 1) for page in self.pages if first <= page.number <= last]
        return replace(self, pages=tuple(pages))
