"""Reports in standard form read as structure: header, sections of numbered paragraphs, implications, clearance."""

import re
from collections.abc import Sequence

from documents.structure.pieces import Piece
from documents.structure.reports.clearance import clearance_of
from documents.structure.reports.header import Header, read_header, wards_in
from documents.structure.reports.implications import implications_of
from documents.structure.reports.labels import field_of, pair_in
from documents.structure.reports.listings import appendices_in, background_papers_in
from documents.structure.reports.outline import Entry, outline_of
from documents.structure.reports.sections import sections_of
from documents.structure.reports.vocabulary import is_known
from documents.structure.reports.warnings import warn_of_report
from documents.structure.understood import PaperWarning, ReadReport, ReadSection

__all__ = ["read_report"]

# How much must speak for a report; each labelled field and each of a report's own headings counts.
ENOUGH = 3
ENOUGH_BESIDE_RECOMMENDATIONS = 1
LATE_FIELDS = 150
TOP = 6
DECISIONS = re.compile(
    r"\b(?:record|notice|list|summary|schedule) of (?:\w+ ){0,3}decisions?\b|"
    r"\bdecisions? (?:notice|record(?:ing)?(?: form)?|sheet|list|summary)\b",
    re.IGNORECASE,
)


def read_report(pieces: Sequence[Piece], warnings: list[PaperWarning], recommends: bool = False) -> ReadReport | None:
    """The report that the pieces are, without its recommendations; None if they are none.

    A paper that recommends something is one, even if little else speaks for it: a review's final report has no head.
    """
    entries = outline_of(pieces)
    if _is_of_decisions(entries) and not recommends:
        return None
    end = _header_end(entries)
    header = read_header(entries[:end], _title_above(entries[end:]))
    sections = sections_of(entries, header.used)
    if _strength(header, sections) < (ENOUGH_BESIDE_RECOMMENDATIONS if recommends else ENOUGH):
        return None
    _read_late_fields(header, entries[end : end + LATE_FIELDS])
    warn_of_report(header, sections, pieces[0].page if pieces else 1, warnings)
    return ReadReport(
        report_of=header.report_of,
        meeting_of=header.meeting_of,
        date=header.date,
        wards=header.wards,
        subject=header.subject,
        exempt=header.exempt,
        sections=sections,
        implications=implications_of(sections),
        appendices=appendices_in(sections),
        background_papers=background_papers_in(sections),
        clearance=clearance_of(sections, header.authors),
    )


def _is_of_decisions(entries: Sequence[Entry]) -> bool:
    """Whether a paper says at its top that it records what was decided already."""
    return any(len(text) < 120 and DECISIONS.search(text) for text in (one.piece.text for one in entries[:TOP]))


def _header_end(entries: Sequence[Entry]) -> int:
    """The place of the first entry that belongs to the body."""
    for place, entry in enumerate(entries):
        piece = entry.piece
        if piece.kind == "numbered" and not pair_in(piece.text) and not field_of(piece.text):
            return place
        if entry.is_heading and (entry.label or (is_known(entry.heading) and not field_of(entry.heading))):
            return place
    return len(entries)


def _title_above(entries: Sequence[Entry]) -> str:
    """The report's title, where it is printed as the first numbered heading of its body."""
    first = entries[0] if entries else None
    named = first and first.is_heading and first.label.strip(".") == "1" and not is_known(first.heading)
    return first.heading if first and named else ""


def _strength(header: Header, sections: Sequence[ReadSection]) -> int:
    """How much speaks for a report."""
    headings = {section.heading.lower() for section in sections if is_known(section.heading)}
    return header.labelled + bool(header.report_of) + min(len(headings), 4)


def _read_late_fields(header: Header, entries: Sequence[Entry]) -> None:
    """Wards that are told only below the summary or the recommendations."""
    for entry in entries:
        if header.wards:
            return
        found = pair_in(entry.piece.text) if entry.piece.kind in ("paragraph", "heading") else None
        if found and found[0] == "wards" and found[2] and len(found[2]) < 300:
            header.wards = wards_in(found[2])
