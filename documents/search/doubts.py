"""Why a query cannot be understood as it is written; its words are looked for all the same, one by one."""

from enum import StrEnum


class Doubt(StrEnum):
    QUOTATION = "quotation"  # a mark without its other half
    BRACKETS = "brackets"  # likewise, or too deep, or after a minus
    CHOICE = "choice"  # OR without something on both sides that can be looked for
    BEGINNING = "beginning"  # too short before an asterisk
    BEGINNINGS = "beginnings"  # too many: each may be of thousands of words
    COMMITTEE = "committee"  # none of that name
    WARD = "ward"
    KIND = "kind"
    DAY = "day"


class NotUnderstood(Exception):
    def __init__(self, doubt: Doubt) -> None:
        super().__init__(doubt.value)
        self.doubt = doubt
