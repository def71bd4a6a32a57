"""The operations on PDF files: each checks the file, then asks a child process."""

import os
import struct
from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from documents.pdf.facts import Comment, FileFacts, HiddenText, PageFacts, Picture
from documents.pdf.process import MEBIBYTE, Limits, run
from documents.pdf.text import Bookmark, Line, Link, PdfError, PdfPage, PdfText, Rule

END_OF_FILE_WINDOW = 16_384
# Larger files are read by several child processes at once, which halves the time of a pack on two processors.
SHARE_BYTES = 200_000
MOST_SHARES = 4
# Pages that one child process looks at: as many as its limits allow, and as few as are worth starting one
INSPECTED_AT_ONCE = 60
FEWEST_INSPECTED = 15
TOLD_EVERY = 0.5  # seconds
PROGRESS = struct.Struct("<II")  # as documents.pdf_worker.reading has it
Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Part:
    """Pages first to last (from 1, both included) of a file, with a bookmark and those below it.

    A child's first and last are pages of the same file within the part's own; only its first page is used, as
    the place its bookmark leads to. `skipped` are pages left out; `labels` what pages are called, and `stamps` the
    words printed on them by where they stand ("bottom", "top" or "corner"), by the page's number in the file. A
    part of level 1 has its bookmark below that of the part before.
    """

    path: Path
    first: int
    last: int
    title: str | None = None
    children: tuple["Part", ...] = ()
    skipped: tuple[int, ...] = ()
    labels: Mapping[int, str] = field(default_factory=dict)
    stamps: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    level: int = 0


def read(path: Path, *, limits: Limits | None = None, told: Told | None = None) -> PdfText:
    """The text, with its positions, and the bookmarks of a file; PdfError if it cannot be read.

    `told` hears, twice a second, how many pages are read and how many there are.
    """
    _refuse_what_is_no_pdf(path, limits)
    answers = _read_shares(path, limits, _shares(path.stat().st_size), told)
    pages = tuple(
        PdfPage(
            number,
            width,
            height,
            tuple(_with_links([Line(*line) for line in lines], links)),
            tuple(Rule(*rule) for rule in rules),
        )
        for number, (width, height, lines, rules, links) in enumerate(
            (page for answer in answers for page in answer["pages"]), start=1
        )
    )
    return PdfText(pages, tuple(Bookmark(*bookmark) for bookmark in answers[0]["bookmarks"]))


def _with_links(lines: list[Line], links: Sequence[tuple[int, str, str]]) -> list[Line]:
    """The lines of a page, with the links (number of the line, words, address) on those that have some."""
    for number, words, address in links:
        line = lines[number]
        lines[number] = replace(line, links=(*line.links, Link(words, address)))
    return lines


def _shares(size: int) -> int:
    """Into how many shares of pages a file of size bytes is read, each in a child process of its own."""
    return max(1, min(len(os.sched_getaffinity(0)), MOST_SHARES, size // SHARE_BYTES))


def _read_shares(path: Path, limits: Limits | None, shares: int, told: Told | None) -> list[Any]:
    with TemporaryDirectory() as folder, ThreadPoolExecutor(shares) as threads:
        progress = [_empty(Path(folder) / str(share)) for share in range(shares)]
        waiting = [
            threads.submit(
                run, "reading", limits, path=str(path), share=share, shares=shares, progress=str(file) if told else ""
            )
            for share, file in enumerate(progress)
        ]
        while told and wait(waiting, TOLD_EVERY).not_done:
            _tell(told, progress)
        return [one.result() for one in waiting]


def _empty(file: Path) -> Path:
    file.touch()
    return file


def _tell(told: Told, progress: Sequence[Path]) -> None:
    """Each file holds what its child process has read, and what there is, once that has begun."""
    begun = [PROGRESS.unpack(content) for file in progress if (content := file.read_bytes())]
    if begun:
        told(sum(pages for pages, _count in begun), begun[0][1])


def inspect(path: Path, ranges: Sequence[tuple[int, int]], *, limits: Limits | None = None) -> FileFacts:
    """What the file holds besides the words that are seen, of pages within the ranges (from 1, both included)."""
    _refuse_what_is_no_pdf(path, limits)
    shares = _inspected_together(ranges)
    with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as threads:
        answers = threads.map(lambda share: run("inspecting", limits, path=str(path), ranges=share), shares)
        answer, *others_of_pages = answers
    answer["pages"] += [page for other in others_of_pages for page in other["pages"]]
    pages = [
        PageFacts(
            number,
            tuple(Picture(tuple(box), *measures) for box, *measures in pictures),
            tuple(HiddenText(words, tuple(box), outside) for words, box, outside in hidden),
            tuple(Comment(sort, words, author, tuple(box)) for sort, words, author, box in comments),
            tuple((words, tuple(box)) for words, box in signing),
        )
        for number, pictures, hidden, comments, signing in answer.pop("pages")
    ]
    others = tuple((name, words) for name, words in answer.pop("others"))
    return FileFacts(**answer, others=others, pages=tuple(pages))


def _inspected_together(ranges: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The pages in shares that one child process can look at within its limits."""
    numbers = sorted({number for first, last in ranges for number in range(first, last + 1)})
    many = min(INSPECTED_AT_ONCE, max(FEWEST_INSPECTED, -(-len(numbers) // len(os.sched_getaffinity(0)))))
    shares = [numbers[start : start + many] for start in range(0, len(numbers), many)]
    return [[(number, number) for number in share] for share in shares] or [[]]


def check(path: Path, *, limits: Limits | None = None) -> int:
    """The number of pages; PdfError if the file is no PDF that can be opened."""
    _refuse_what_is_no_pdf(path, limits)
    return int(run("counting", limits, path=str(path)))


def page_image(
    path: Path,
    number: int,
    *,
    width: int = 1000,
    boxes: Sequence[Sequence[float]] = (),
    words: Sequence[str] = (),
    limits: Limits | None = None,
) -> bytes:
    """A picture of page number (from 1), width pixels wide, as WebP; PdfError if there is no such page.

    What is marked on it: boxes (left, top, right, bottom in points as seen), and words wherever they stand.
    """
    _refuse_what_is_no_pdf(path, limits)
    marks = {"boxes": [list(box) for box in boxes], "words": list(words)}
    return b64decode(run("imaging", limits, path=str(path), number=number, width=width, **marks))


def assemble(parts: Sequence[Part], target: Path, *, limits: Limits | None = None) -> None:
    """Writes a new file of the parts in order, with their bookmarks; only the named pages are in it."""
    for path in {part.path for part in parts}:
        _refuse_what_is_no_pdf(path, limits)
    run("assembling", limits, parts=[_part(part) for part in parts], target=str(target))


def split(
    path: Path,
    ranges: Sequence[tuple[int, int]],
    targets: Sequence[Path],
    titles: Sequence[str] = (),
    *,
    limits: Limits | None = None,
) -> None:
    """Writes each range (first, last: from 1, both included) to its target, all in one child process.

    Each has the title given for it, if any are, and of what the file holds besides its pages nothing but links.
    """
    titles = titles or [""] * len(targets)
    if not len(ranges) == len(targets) == len(titles):
        raise ValueError("split needs one target for each range")
    _refuse_what_is_no_pdf(path, limits)
    together = zip(ranges, targets, titles, strict=True)
    pairs = [[first, last, str(target), title] for (first, last), target, title in together]
    run("splitting", limits, path=str(path), pairs=pairs)


def strip(path: Path, target: Path, *, title: str = "", limits: Limits | None = None) -> None:
    """Writes a copy without metadata, comments, attachments and scripts; pages, links and structure stay."""
    _refuse_what_is_no_pdf(path, limits)
    run("stripping", limits, path=str(path), target=str(target), title=title)


def mask(path: Path, target: Path, *, allowed: Sequence[str] = (), limits: Limits | None = None) -> list[int]:
    """Writes a copy in which contact details but those `allowed` cannot be read; the pages that had any, from 1.

    With none, nothing is written.
    """
    _refuse_what_is_no_pdf(path, limits)
    pages: list[int] = run("masking", limits, path=str(path), target=str(target), allowed=list(allowed))
    return pages


def _part(part: Part) -> dict[str, Any]:
    return {
        "path": str(part.path),
        "first": part.first,
        "last": part.last,
        "title": part.title,
        "children": [_part(child) for child in part.children],
        "level": part.level,
        "skipped": list(part.skipped),
        "labels": {str(page): label for page, label in part.labels.items()},
        "stamps": {str(page): dict(words) for page, words in part.stamps.items()},
    }


def _refuse_what_is_no_pdf(path: Path, limits: Limits | None) -> None:
    """Cheap looks at the outside of the file, so that the library only sees what claims to be a PDF."""
    most = (limits or Limits()).file_size
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(5)
            file.seek(max(0, size - END_OF_FILE_WINDOW))
            tail = file.read(END_OF_FILE_WINDOW)
    except OSError as error:
        raise PdfError(f"The file cannot be opened: {error.strerror}.") from error
    if size == 0:
        raise PdfError("The file is empty (0 bytes).")
    if size > most:
        raise PdfError(f"The file is {size // MEBIBYTE:,} MB, more than the {most // MEBIBYTE:,} MB accepted.")
    if head != b"%PDF-":
        raise PdfError("The file is not a PDF: it does not begin as one.")
    if b"%%EOF" not in tail:
        raise PdfError("The file is cut short: the end of the PDF is missing, so please fetch or save it again.")
