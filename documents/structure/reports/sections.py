"""The sections of a report: every paragraph whole, with the lists and tables that belong to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from documents.structure.pieces import Piece, text_of
from documents.structure.reports.outline import Entry
from documents.structure.sequences import is_next
from documents.structure.understood import ReadParagraph, ReadSection

LEADS = re.compile(r"\b(?:tables?|below|follow(?:s|ing)|shown|set out|summari[sz]e[ds]?)\b[^.]*\.$", re.IGNORECASE)
CAPTION = re.compile(r"(?:table|figure|chart|graph)\s*\d", re.IGNORECASE)


@dataclass(slots=True)
class Section:
    """A section while it is put together: each paragraph is a list of pieces."""

    heading: str
    label: str
    page: int
    paragraphs: list[list[Piece]] = field(default_factory=list)

    def add(self, piece: Piece) -> None:
        if self._is_part_of_last(piece):
            self.paragraphs[-1].append(piece)
        else:
            self.paragraphs.append([piece])

    def _is_part_of_last(self, piece: Piece) -> bool:
        """Lists and tables belong to the paragraph above, where it leads to them; so does "1." below "4.12"."""
        if not self.paragraphs:
            return False
        if piece.kind == "item":
            return bool(self.paragraphs[-1][0].label) or not self.paragraphs[-1][-1].rows
        if piece.rows:
            return self._leads_to_table(piece.page)
        return piece.kind == "numbered" and "." not in piece.label and self._counts_within(piece.label)

    def _leads_to_table(self, page: int) -> bool:
        first, last = self.paragraphs[-1][0], self.paragraphs[-1][-1]
        if "." in first.label:
            return True
        if last.rows:
            return page == last.page + 1
        if last.kind == "item":
            return last.text.endswith(":")
        return last.text.rstrip("”’\"')").endswith((":", "?")) or bool(
            LEADS.search(last.text) or CAPTION.match(last.text)
        )

    def _counts_within(self, label: str) -> bool:
        """Whether a plain number is that of a list within a numbered paragraph."""
        if not any("." in pieces[0].label for pieces in self.paragraphs if pieces[0].kind == "numbered"):
            return False
        before = [piece.label for piece in self.paragraphs[-1] if piece.kind == "numbered" and "." not in piece.label]
        return label == "1" or (bool(before) and is_next(before[-1], label))


def sections_of(entries: Sequence[Entry], used: set[int]) -> list[ReadSection]:
    """The sections in order; used are the places of what the header's fields tell already."""
    sections = [Section("", "", entries[0].piece.page if entries else 1)]
    for place, entry in enumerate(entries):
        if place in used:
            continue
        if entry.is_heading:
            sections.append(Section(entry.heading, entry.label, entry.piece.page))
        elif entry.piece.rows or entry.piece.text or entry.piece.label:
            sections[-1].add(entry.piece)
    if not sections[0].paragraphs:
        del sections[0]
    return [_read(section) for section in sections]


def _read(section: Section) -> ReadSection:
    return ReadSection(section.heading, section.label, section.page, [_paragraph(each) for each in section.paragraphs])


def _paragraph(pieces: Sequence[Piece]) -> ReadParagraph:
    first, *others = pieces
    label = first.label if first.kind in ("numbered", "heading") else ""
    own = replace(first, label="") if label else first
    return ReadParagraph(label, text_of([own, *map(_as_item, others)]), first.page)


def _as_item(piece: Piece) -> Piece:
    """A number of a list within a paragraph stands as the marker of an item."""
    return replace(piece, kind="item", label=f"{piece.label}.") if piece.kind == "numbered" else piece
