"""Reads how and by when questions to a meeting are to be sent."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from documents.packs.contacts import EMAIL, whole_addresses
from documents.packs.dates import find_dates

ASKING = re.compile(
    r"\b(?:questions?|deputations?|petitions?|statements?|(?:register|requests?|wish\w*|apply|like|"
    r"want) to (?:\w+ to )?speak|"
    r"representations)\b",
    re.I,
)
SENDING = re.compile(
    r"\b(?:submit\w*|sen[dt]|received?|notice|notif\w+|e-?mail(?:ed)?|contact|register\w*|deadline|writing|"
    r"deliver\w*)\b",
    re.IGNORECASE,
)
DEADLINE = re.compile(
    r"\b(?:no later than|not later than|by(?: no later than)?|before|deadline(?: for [\w ]+?)?(?: is|"
    r" of|:)?|until|closing date[\w ]*(?: is|:)?|at least|prior to|midday|noon)\b",
    re.IGNORECASE,
)
# A sentence that speaks of the questions named before it.
REFERRING = re.compile(r"^(?:these|they|those|it|all|requests?|submissions?|the deadline|notice)\b", re.IGNORECASE)
# What only members may do has a deadline of its own.
OF_MEMBERS = re.compile(
    r"\b(?:members?|councillors?)[’']s? questions|questions (?:by|from|of) (?:members(?! of the public)|councillors)",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])|\n+")


@dataclass(frozen=True, slots=True)
class Questions:
    """text is the sentence as printed, to an address, by a date; empty or None where the sheet gives none."""

    text: str = ""
    to: str = ""
    by: date | None = None


def read_questions(texts: Sequence[str], day: date | None, contact_email: str) -> Questions:
    """The best of the sentences on questions: one with a date first, then one with an address or a deadline."""
    best, most = Questions(), 0
    for before, sentence, following in _sentences(texts):
        asking = ASKING.search(sentence) or (REFERRING.match(sentence) and ASKING.search(before))
        if not (asking and SENDING.search(sentence)):
            continue
        by = _by(sentence, day)
        address = EMAIL.search(sentence) or EMAIL.search(following)
        worth = (
            4 * (by is not None)
            + 2 * bool(DEADLINE.search(sentence))
            + bool(address)
            + ("question" in sentence.lower())
            + ("public" in sentence.lower())
            - 2 * bool(OF_MEMBERS.search(sentence))
        )
        if worth > most and worth >= 2:
            best, most = Questions(sentence, address.group() if address else contact_email, by), worth
    return best


def _sentences(texts: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Each sentence with the one before it and what follows it in its text."""
    for text in texts:
        parts = SENTENCE.split(whole_addresses(text))
        for number, part in enumerate(parts):
            yield parts[number - 1] if number else "", part, " ".join(parts[number + 1 : number + 3])


def _by(sentence: str, day: date | None) -> date | None:
    """The full date after the words of a deadline, not after the meeting; without its year, that of the meeting."""
    for match in DEADLINE.finditer(sentence):
        for found in find_dates(sentence[match.end() : match.end() + 90]):
            value = found.value
            if value is None and day is not None:
                value = _nearest(found.month, found.day, day)
            if value and (day is None or value <= day):
                return value
    return None


def _nearest(month: int, day_of_month: int, meeting: date) -> date | None:
    """The last such day up to the meeting, for a date printed without its year."""
    for year in (meeting.year, meeting.year - 1):
        try:
            value = date(year, month, day_of_month)
        except ValueError:
            continue
        if value <= meeting:
            return value
    return None
