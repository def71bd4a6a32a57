"""Tells a pack from other files, and its front sheet from its papers."""

import re
from collections.abc import Sequence

from documents.packs.agenda import Agenda
from documents.packs.cleaning import clean
from documents.packs.labels import read_label
from documents.packs.numbering import STANDING_BUSINESS
from documents.packs.planned import NotAPack
from documents.packs.rows import Row
from documents.packs.witnesses import Witnesses
from documents.pdf import Line, PdfPage, PdfText

AGENDA_WORDS = re.compile(
    r"\bagenda\b|a\s?g\s?e\s?n\s?d\s?a\b|\bsummon|notice of (?:a )?meeting|order of business|"
    r"order paper|rhaglen|to be held (?:at|in|on)|\bdocument pack\b|reports pack",
    re.IGNORECASE,
)
PAPER_STARTS = re.compile(
    r"^(?:report (?:of|to|by|from)\b|(?:draft |public )?minutes of\b|subject\s*:|meeting of\s*:|(?:draft )?minutes$)",
    re.IGNORECASE,
)
AGENDA_TITLE = re.compile(r"^(?:agenda|a g e n d a|order of business|rhaglen)(?: items?)?$", re.IGNORECASE)
REPORT_HEADS = re.compile(
    r"^(?:synopsis|recommendations?|background|introduction|conclusions?|implications|purpose|"
    r"summary|executive summary|financial|legal|"
    r"reasons?|options|key issues|consultation|appendi|context|proposals?|risk|equalit|resource)\b",
    re.IGNORECASE,
)
MINUTES_TITLE = re.compile(r"^(?:draft |printed |public )?minutes\b(?! silence)|\bminutes of (?:the|a) ", re.IGNORECASE)
DECISION_TITLE = re.compile(
    r"\bdecision (?:notice|sheet|record)|notice of decisions?|record of (?:executive )?decision|"
    r"decision (?:recording|determined|taken)",
    re.IGNORECASE,
)
LONGEST_FRONT = 25


def front_pages_of(text: PdfText, witnesses: Witnesses) -> int:
    """How many pages stand before the papers: the bookmarks, the stamps and the page numbers each tell."""
    pages = len(text.pages)
    firsts = [entry.page for entry in witnesses.outline if entry.page > 1]
    firsts += [page for page in witnesses.stamps if page > 1]
    if witnesses.offset and len(witnesses.numbered) >= 2:
        firsts += [page for page in [min(witnesses.numbered)] if page > 1]
    if firsts and (witnesses.outline or witnesses.offset):
        return min(firsts) - 1
    last = min([*firsts, LONGEST_FRONT]) - 1
    for number, page in enumerate(text.pages[1:last], start=1):
        if _starts_a_paper(page):
            return number
    return min(pages, firsts[0] - 1 if firsts else LONGEST_FRONT)


def shorter_front(front: int, agenda: Agenda, witnesses: Witnesses) -> int:
    """The front pages less those from the first page that the agenda itself lists as a paper's."""
    firsts = [item.printed.first for item in agenda.items if item.printed]
    if not firsts or witnesses.offset is None or witnesses.outline:
        return front
    return max(1, min(front, min(firsts) + witnesses.offset - 1))


def _starts_a_paper(page: PdfPage) -> bool:
    """Whether a paper begins on the page, rather than the list of business that names it."""
    head = page.lines[:12]
    if any(AGENDA_TITLE.match(clean(line.text)) for line in head):
        return False
    return any(PAPER_STARTS.match(clean(line.text)) and not _beside_a_label(line, head) for line in head)


def _beside_a_label(line: Line, others: Sequence[Line]) -> bool:
    return any(
        abs(other.bottom - line.bottom) < 4 and other.left < line.left and read_label(clean(other.text))
        for other in others
    )


def refuse_what_is_no_pack(text: PdfText, witnesses: Witnesses, agenda: Agenda, rows: Sequence[Row]) -> None:
    """NotAPack, with the reason in a sentence, unless enough speaks for a pack."""
    if len(witnesses.silent) > 0.6 * len(text.pages) and not agenda.items and not witnesses.outline:
        raise NotAPack("The pages hold no text: the file looks scanned, so no agenda can be read from it.")
    if _strength(witnesses, agenda, rows) >= 3:
        return
    head = [clean(line.text) for page in text.pages[:2] for line in page.lines[:14]]
    if any(MINUTES_TITLE.search(line) for line in head):
        raise NotAPack("The file looks like the minutes of a meeting, not an agenda pack.")
    if any(DECISION_TITLE.search(line) for line in head):
        raise NotAPack("The file looks like a notice of decisions, not an agenda pack.")
    raise NotAPack("The file looks like a single paper, not an agenda pack: no agenda with numbered items was found.")


def _strength(witnesses: Witnesses, agenda: Agenda, rows: Sequence[Row]) -> float:
    """How much speaks for a pack: listed items with pages, standing business, bookmarks, stamps, the word agenda.

    Against it speak the headings of a report, and items that are whole sentences.
    """
    items = agenda.items
    labelled = sum(bool(entry.label) for entry in witnesses.outline)
    standing = sum(bool(STANDING_BUSINESS.search(item.title)) and len(item.title) < 120 for item in items)
    ranged = sum(item.printed is not None and item.printed.last > item.printed.first for item in items)
    strength = 2.0 * min(ranged, 3) + min(standing, 3) + min(labelled, 3) + 1.5 * min(len(witnesses.stamps), 2)
    strength += 1.5 * bool(AGENDA_WORDS.search(" ".join(row.text for row in rows[:60])))
    if ranged or labelled or len(witnesses.stamps) > 1:
        return strength
    first_rows = [row.text for row in rows[: min(12, max(agenda.first_row, 1))]]
    if any(MINUTES_TITLE.search(text) or DECISION_TITLE.search(text) for text in first_rows):
        strength -= 4
    if any(PAPER_STARTS.match(text) or REPORT_HEADS.match(text) for text in first_rows):
        strength -= 3
    heads = sum(bool(REPORT_HEADS.match(item.title)) for item in items)
    sentences = sum(item.title.endswith((".", ";")) or len(item.title) > 130 for item in items)
    return strength - 1.5 * heads - 4.0 * sentences / max(len(items), 1)
