"""The line above the items of a meeting: its date, a month, or that it is still to be scheduled."""

import re

from documents.packs.dates import find_dates, without_dates
from documents.structure.printed_dates import month_alone

# What may stand beside the date.
BESIDE = re.compile(
    r"\b(?:meeting|committee|date|of|on|the|at|in|next|to|from|am|pm|noon|time|hrs|hours|start|venue|council chamber|"
    r"town hall|county hall|civic centre|committee room \w+|special|ordinary|extraordinary|additional|informal|annual|"
    r"cyfarfod|provisional|reserve|budget(?= meeting)|virtual|teams|hybrid|tbc|\d+)\b|(?<=\d)[ap]m\b",
    re.IGNORECASE,
)
COMMITTEE = re.compile(r"\b(?:committee|panel|board|cabinet|council|executive|commission)\b", re.IGNORECASE)
UNSCHEDULED = re.compile(
    r"^(?:items? |reports? |topics? )?(?:still )?(?:to be (?:scheduled|programmed|confirmed|allocated|arranged|"
    r"timetabled|agreed)|unscheduled|unprogrammed|unallocated|not yet (?:scheduled|programmed)|dates? (?:tbc|to be)|"
    r"future (?:items|meetings|business|topics)|(?:items|topics|reports) for future)\b",
    re.IGNORECASE,
)
DEADLINE = re.compile(
    r"[\s(–;,-]*\b(?:(?:agenda|report|paper|publication|despatch|dispatch|final|draft)s?\b[\w ]*|"
    r"deadline[\w ]*)[:–-]?\s*(?=[^()]*\d)[^()]*\)?$",
    re.IGNORECASE,
)
LONGEST_HEADING = 120
LONGEST_COMMITTEE = 60


def without_deadline(text: str) -> str:
    """A heading or cell without the dates by which reports are due."""
    return DEADLINE.sub("", text).strip()


def is_meeting(text: str) -> bool:
    """Whether a line is a meeting's heading: a date with little beside it, or what stands for one."""
    if len(text) > LONGEST_HEADING:
        return False
    text = without_deadline(text)
    if UNSCHEDULED.match(text) or month_alone(text):
        return True
    if len(find_dates(text)) != 1:
        return False
    rest = without_dates(text)
    bare = re.sub(r"[\W\d_]+", "", BESIDE.sub("", rest))
    return not bare or (bool(COMMITTEE.search(rest)) and len(rest) <= LONGEST_COMMITTEE and rest.strip()[:1].isupper())
