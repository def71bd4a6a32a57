"""What a PDF says, as plain data."""

from dataclasses import dataclass


class PdfError(Exception):
    """A file that cannot be used; str(error) is one clear sentence for a clerk."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words of a line that lead to an address, as the file gives it: whether it may be followed is not yet asked."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Line:
    """A run of text on one line of a page; two columns on one line are two runs, and so are
    two cells of a table with a rule drawn between them.

    Positions are points from the top left corner of the page as it is seen, whatever its rotation. The box is
    that of the marks on the page, so it is lower for "ace" than for "Ag". The text is as extracted, less line
    ends and control characters: a hyphen at a line end may be U+FFFE or U+00AD, and ligatures are kept.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line drawn on a page, level or upright; positions as those of a Line."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_upright(self) -> bool:
        return self.right - self.left < self.bottom - self.top


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page; number counts from 1, width and height are points as seen."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the file's outline; level 0 is the outermost, page counts from 1 (None: leads nowhere)."""

    level: int
    title: str
    page: int | None


@dataclass(frozen=True, slots=True)
class PdfText:
    pages: tuple[PdfPage, ...]
    bookmarks: tuple[Bookmark, ...]
