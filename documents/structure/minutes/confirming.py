"""Finds which earlier meeting's minutes were confirmed."""

import re
from collections.abc import Sequence
from datetime import date

from documents.packs.dates import find_dates
from documents.structure.minutes.sentences import sentences_of
from documents.structure.understood import ReadMinute

MINUTES = re.compile(r"\bminutes?\b|\bcofnodion\b|\brecord of (?:the|decisions)\b", re.IGNORECASE)
CONFIRMED = re.compile(
    r"\b(?:confirmed|approved|agreed|signed|adopted|accepted|correct record|accurate record|true record|taken as read|"
    r"cadarnhau|cymeradwy\w+)\b|\b(?:confirm|approve|agree|sign|adopt)\b",
    re.IGNORECASE,
)
NOT_CONFIRMED = re.compile(
    r"\b(?:deferred|not (?:confirmed|approved|agreed|available)|defer|postponed|to the next meeting)\b", re.IGNORECASE
)


def confirmed_in(entries: Sequence[ReadMinute], held: date | None) -> date | None:
    """The date of the meeting whose minutes were confirmed: the last before this one, where several were."""
    for entry in entries[:12]:
        if not MINUTES.search(f"{entry.title} {entry.text[:200]} {' '.join(entry.resolved)[:200]}"):
            continue
        if found := _dates(entry, held):
            return max(found)
    return None


def _dates(entry: ReadMinute, held: date | None) -> list[date]:
    sentences = [sentence for text in (*entry.resolved, entry.text) for sentence in sentences_of(text)]
    confirming = [
        text for text in sentences if MINUTES.search(text) and CONFIRMED.search(text) and not NOT_CONFIRMED.search(text)
    ]
    if not confirming and MINUTES.search(entry.title):
        # A title names the minutes, and a word alone confirms them: "RESOLVED – That they be signed."
        agreed = [text for text in sentences if CONFIRMED.search(text) and not NOT_CONFIRMED.search(text)]
        confirming = [entry.title] if agreed else []
    texts = [*confirming, entry.title] if confirming and MINUTES.search(entry.title) else confirming
    for text in texts:
        dates = [found.value for found in find_dates(text) if found.value and (held is None or found.value < held)]
        if dates:
            return dates
    return []
