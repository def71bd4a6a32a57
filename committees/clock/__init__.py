"""The statutory clock: by which day the law, or the council's own rules, want a thing done, and whether it was.

`rules` are the council's figures; `deadlines` is pure: facts and rules in, deadlines out; `reading` knows the database.
Nothing here claims that a duty was met: it tells clerks the day, how it was counted, and where the rule is found.
"""

from committees.clock.deadlines import Deadline, Rule, State
from committees.clock.reading import (
    decision_clock,
    decision_clocks,
    late_for,
    meeting_clock,
    meeting_clocks,
    notice_clock,
    question_deadline,
)
from committees.clock.rules import Rules, rules_of

__all__ = [
    "Deadline",
    "Rule",
    "Rules",
    "State",
    "decision_clock",
    "decision_clocks",
    "late_for",
    "meeting_clock",
    "meeting_clocks",
    "notice_clock",
    "question_deadline",
    "rules_of",
]
