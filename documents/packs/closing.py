"""Tells where a front sheet's list of business ends and its notes and signature begin."""

import re
from collections.abc import Sequence

from documents.packs.member_rows import is_table_head
from documents.packs.page_ranges import bare_range, half_range
from documents.packs.rows import Row

CLOSING = re.compile(
    r"^(?:the )?(?:date of (?:the )?)?next (?:ordinary |scheduled |committee )?meetings?\b(?! (?:of the working))|"
    r"^(?:please )?note(?:s)?\b\s*:?|^please note|^membership\b|^members(?:hip)? of the (?:committee|board|panel)|"
    r"^quorum|^(?:for )?(?:further|more) (?:information|details)|^if you (?:need|require|would like|have any)|"
    r"^contact\b|^(?:chief executive|proper officer|town clerk|monitoring officer|clerk to)|"
    r"^(?:dated|published|issued|despatch|dispatch|date of (?:issue|publication|despatch))|"
    r"^(?:access|fire|filming|recording|webcasting|mobile (?:phones|telephones)|emergency)\b|"
    r"^this (?:meeting|agenda|page|document)|^members of the (?:public|press)|^the (?:public|press)\b|"
    r"^(?:yours (?:sincerely|faithfully))|^to(?: all)?:? (?:members|councillors)|^enquiries|^guidance|"
    r"^(?:agenda|information|attendance) (?:notes?|sheet)|^\[?each written report|^the constitution of|"
    r"^information for|"
    r"^date:?\s+\d{1,2} \w+ \d{4}$|^public (?:access|information)|^exempt information\b",
    re.IGNORECASE,
)
OFFICER = re.compile(
    r"^(?:(?:interim|acting|deputy|assistant|corporate|executive|strategic|service|group|borough|county|city|town|head|"
    r"chief|statutory) )*(?:executive|director|head of|monitoring officer|proper officer|secretary|clerk|solicitor|"
    r"legal officer|governance officer)\b(?!.*[.;:]$)",
    re.IGNORECASE,
)
SIGNED = re.compile(r"^(?:[A-ZÀ-Þ][\w.'’-]*\s+){1,3}[A-ZÀ-Þ][\w'’-]+(?:\s+(?:OBE|MBE|CBE))?$")
MARKING = re.compile(r"^[(\[]|not for publication|exempt\b|by virtue of", re.IGNORECASE)
NOTES = re.compile(
    r"^(?:guidance\b|(?:please )?notes?\s*:?$|yours (?:sincerely|faithfully)|date:?\s+\d{1,2} \w+ \d{4}$|"
    r"(?:recording|filming|webcasting|mobile|fire|public (?:speaking|participation|information)|"
    r"(?:code|rules) of (?:practice|conduct)|information for)\b.{0,60}$)",
    re.IGNORECASE,
)
GAP = 3.2


def closing_rows(rows: Sequence[Row]) -> list[int]:
    """The rows that begin what is no list of business: a list counted from 1 below one is of notes."""
    return [number for number, row in enumerate(rows) if NOTES.match(row.text)]


def first_closing_row(rows: Sequence[Row], last_start: int) -> int:
    """The first row after the last item or heading that belongs to no item; len(rows) if there is none."""
    for number in range(last_start + 1, len(rows)):
        before, row = rows[number - 1], rows[number]
        if CLOSING.match(row.text) or is_table_head(row):
            return number
        if _is_signature(rows, number):
            return number
        if row.page == before.page and row.top - before.bottom > GAP * max(row.size, before.size, 8):
            return number
        if row.page > before.page and not _goes_on(row):
            return number
    return len(rows)


def _is_signature(rows: Sequence[Row], number: int) -> bool:
    """Whether a row is the name above an officer's title."""
    below = rows[number + 1 : number + 2]
    return bool(below and OFFICER.match(below[0].text) and SIGNED.match(rows[number].text))


def _goes_on(row: Row) -> bool:
    """Whether a page begins in the middle of an item: with its page range, its marking, or within a sentence."""
    return (
        row.text[:1].islower()
        or bool(MARKING.match(row.text))
        or bool(bare_range(row.text))
        or half_range(row.text) is not None
    )
