"""Finds the minutes of an earlier meeting among the papers."""

import re
from collections.abc import Sequence
from datetime import date

from documents.packs.cleaning import clean, likeness
from documents.packs.committee_names import BODY, without_area
from documents.packs.dates import find_dates
from documents.packs.planned import PlannedDocument, PlannedItem, PlannedMinutes
from documents.pdf import PdfPage

MINUTES_OF = re.compile(
    r"\b(?:(?:minutes|record|proceedings|notes) of|at a(?=[\w ]{0,20} meeting)|(?=meeting of)) ?(?:the |a |"
    r"an )*(?:(?:ordinary|special|extraordinary|"
    r"annual|remote|virtual|public) )*"
    r"(?:meeting|proceedings)?\s*(?:of |at a meeting of )?(?:the )?(?P<name>.{4,140}?)\s*,?\s*(?:held|"
    r"which was held|on \w+day|at which)\b",
    re.IGNORECASE,
)
HEAD_LINES = 30


def find_previous(
    items: Sequence[PlannedItem], pages: Sequence[PdfPage], committee: str, day: date | None
) -> PlannedMinutes | None:
    """The minutes of this committee's last meeting before the day, or else the first minutes in the pack."""
    found = [
        minutes
        for item in items
        for paper in item.documents
        if paper.kind == "minutes" and (minutes := _minutes(paper, item, pages, committee, day))
    ]
    own = [minutes for minutes in found if likeness(minutes.committee, committee) >= 0.75]
    return next(iter(own or found), None)


def _minutes(
    paper: PlannedDocument, item: PlannedItem, pages: Sequence[PdfPage], committee: str, day: date | None
) -> PlannedMinutes | None:
    lines = [clean(line.text) for line in pages[paper.pdf_first - 1].lines[:HEAD_LINES]]
    name = _name(lines, committee)
    held = _held(lines, day) or _held([item.title, item.text], day)
    if not name and not held:
        return None
    return PlannedMinutes(name or committee, held, paper.first_page, paper.last_page, paper.pdf_first, paper.pdf_last)


def _name(lines: Sequence[str], committee: str) -> str:
    """Whose minutes they are: as the head of the first page says, in the spelling of the pack where it is the same."""
    match = MINUTES_OF.search(" ".join(lines))
    names = [without_area(match["name"].strip(" ,"))] if match else []
    names += [re.split(r"\s+[-–]\s+", line)[0] for line in lines[:10] if BODY.search(line) and len(line) < 110]
    for name in names:
        if committee and likeness(name, committee) >= 0.75:
            return committee
    return names[0] if match else ""


def _held(lines: Sequence[str], day: date | None) -> date | None:
    """The first full date before the meeting that the pack is for."""
    for found in find_dates(" ".join(lines)):
        if found.value and (day is None or found.value < day):
            return found.value
    return None
