"""Parts the pages of a pack among its items, and each item's pages among its papers."""

from collections.abc import Sequence
from dataclasses import dataclass

from documents.packs.access import access_of, item_is_withheld, page_marking, paragraphs_in, title_is_marked
from documents.packs.cleaning import clean
from documents.packs.kinds import kind_of
from documents.packs.planned import PlannedDocument, PlanWarning
from documents.packs.starts import Placed
from documents.packs.witnesses import Witnesses, is_stamp
from documents.pdf import PdfPage

HEAD_LINES = 40


@dataclass(frozen=True, slots=True)
class Pack:
    """What is needed of the whole file: its pages, its witnesses, and the offset of its printed numbers."""

    pages: Sequence[PdfPage]
    witnesses: Witnesses
    offset: int | None

    def printed(self, pdf_page: int) -> int | None:
        number = pdf_page - self.offset if self.offset is not None else 0
        return number if number >= 1 else None

    def head(self, pdf_page: int) -> list[str]:
        """The first lines of a page, without stamps."""
        page = self.pages[pdf_page - 1]
        lines = [(clean(line.text), line) for line in page.lines[:HEAD_LINES]]
        return [text for text, line in lines if text and not is_stamp(page, text, line.top, line.bottom)]


def ends(placed: Sequence[Placed], pack: Pack) -> tuple[list[int | None], list[PlanWarning]]:
    """The last PDF page of each item's papers: by its printed range, but not into the next item's."""
    starts = sorted({one.start for one in placed if one.start is not None})
    last_pages: list[int | None] = []
    warnings: list[PlanWarning] = []
    starts_only = _prints_starts_only(placed)
    for number, one in enumerate(placed):
        if one.start is None:
            last_pages.append(None)
            continue
        border = next((start - 1 for start in starts if start > one.start), len(pack.pages))
        last, warning = (border, []) if starts_only else _end(one, border, pack, number)
        last_pages.append(last)
        warnings += warning
    return last_pages, warnings


def _prints_starts_only(placed: Sequence[Placed]) -> bool:
    """Whether the front sheet prints the first page of each item's papers, rather than ranges."""
    printed = [one.item.printed for one in placed if one.item.printed]
    return len(printed) > 1 and all(one.first == one.last for one in printed)


def _end(one: Placed, border: int, pack: Pack, number: int) -> tuple[int, list[PlanWarning]]:
    start, printed = one.start or 1, one.item.printed
    if printed is None or pack.offset is None or one.ranged != start:
        return border, []
    wanted = printed.last + pack.offset
    place = f"items.{number}.last_page"
    if wanted > len(pack.pages):
        message = (
            f"Item {one.item.label}, “{one.item.title}”: "
            f"the front sheet prints pages {printed.first} - {printed.last}, "
            f"but the file ends with page {pack.printed(len(pack.pages))} (PDF page {len(pack.pages)})."
        )
        return border, [PlanWarning(len(pack.pages), message, place)]
    if wanted > border:
        message = (
            f"Item {one.item.label}, “{one.item.title}”: "
            f"the front sheet prints pages {printed.first} - {printed.last}, "
            f"but the next item starts on page {pack.printed(border + 1)} (PDF page {border + 1})."
        )
        return border, [PlanWarning(border + 1, message, place)]
    return wanted, []


def papers_of(one: Placed, last: int, pack: Pack, *, private: bool) -> list[PlannedDocument]:
    """The item's papers: the first from its own start, the rest where their bookmarks lead."""
    start = one.start or 1
    marks = sorted({page: title for title, page in _marks(one) if start <= page <= last}.items())
    if not marks or marks[0][0] > start:
        marks.insert(0, (start, one.item.title))
    papers = []
    for number, (page, title) in enumerate(marks):
        end = marks[number + 1][0] - 1 if number + 1 < len(marks) else last
        papers.append(document(title, one.item.title, page, end, pack, main=number == 0, private=private))
    return papers


def _marks(one: Placed) -> list[tuple[str, int]]:
    """The bookmarks of the item's papers; where two lead to one page, the first names it."""
    marks = [*(one.entry.papers if one.entry else ()), *one.papers]
    return list(reversed(marks))


def document(
    title: str, item_title: str, first: int, last: int, pack: Pack, *, main: bool, private: bool = False
) -> PlannedDocument:
    """A paper of PDF pages first to last, with its kind and access as its title and first page give them."""
    page, lines = pack.pages[first - 1], pack.head(first)
    marking = page_marking(lines)
    marked = item_is_withheld(title, "") if main else title_is_marked(title)
    words = f"{title if marked else ''} {marking}".strip()
    return PlannedDocument(
        title=paper_title(title),
        kind=kind_of(title, item_title, lines, landscape=page.width > page.height, main=main),
        first_page=pack.printed(first),
        last_page=pack.printed(last),
        pdf_first=first,
        pdf_last=last,
        access=access_of(words, under=private or bool(words)),
        exempt_paragraphs=paragraphs_in(words),
    )


def paper_title(title: str) -> str:
    """The title less what only a file name has: its ending, and underscores for spaces."""
    for ending in (".pdf", ".docx", ".doc", ".pptx", ".xlsx"):
        if title.lower().endswith(ending):
            title = title[: -len(ending)]
    if " " not in title and title.count("_") >= 2:
        title = title.replace("_", " ")
    return title.strip() or "Untitled paper"


def left_over(
    documents: Sequence[PlannedDocument], front_pages: int, pack: Pack
) -> tuple[list[PlannedDocument], list[PlanWarning]]:
    """Pages after the front sheet that belong to no item, unless they are blank, and a warning for each run."""
    covered = {page for one in documents for page in range(one.pdf_first, one.pdf_last + 1)}
    spare = [
        page
        for page in range(front_pages + 1, len(pack.pages) + 1)
        if page not in covered and page not in pack.witnesses.blank
    ]
    found: list[PlannedDocument] = []
    warnings: list[PlanWarning] = []
    for first, last in _runs(spare):
        title = next((line for line in pack.head(first) if len(line) > 3), f"PDF pages {first} - {last}")
        warnings.append(
            PlanWarning(
                first,
                f"{_told(first, last)} to no item, kept as “{title[:80]}”.",
                f"other_documents.{len(found)}.title",
            )
        )
        found.append(document(title[:200], "", first, last, pack, main=True))
    return found, warnings


def _told(first: int, last: int) -> str:
    return f"PDF page {first} belongs" if first == last else f"PDF pages {first} to {last} belong"


def _runs(pages: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1] = runs[-1][0], page
        else:
            runs.append((page, page))
    return runs
