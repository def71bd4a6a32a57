"""Tells a supplement, which adds to an agenda, from a whole agenda that takes the place of an earlier one. Pure.

Three witnesses: what the front sheet calls itself, how much of the agenda it lists, and where its printed pages begin.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from documents.packs.planned import PackPlan

SUPPLEMENT = re.compile(
    r"\b(?:agenda |reports? |public )?supplement(?:al|ary)?\b(?! planning)"
    r"(?: (?:agenda|pack|papers?|reports?|items?|no\.?|despatch))*(?: \d{1,2}\b)?|"
    r"\b(?:second|third|2nd|3rd) despatch\b|\baddend(?:um|a)\b|"
    r"\b(?:not available|unavailable) (?:when|at the time)[\w ,]{0,40} (?:published|despatched|issued)\b",
    re.IGNORECASE,
)
# Words that standing texts have too: they count only where a line begins with them
OPENING = re.compile(
    r"^(?:additional|late|further|tabled|to[- ]follow) (?:agenda )?(?:papers?|reports?|items?|despatch)\b"
    r"|^(?:papers?|reports?|items?) (?:marked )?[“\"'(]?to follow\b",
    re.IGNORECASE,
)
LONGEST_LINE = 110  # characters of a heading; a sentence of standing text is longer
MOST = 0.8  # of an agenda's items: a front sheet that lists so many is the whole of it
FEW = 0.5  # a front sheet that lists so few, and goes on where the pages ended, is not


@dataclass(frozen=True, slots=True)
class AgendaHere:
    """The agenda of the meeting as it is here: its items, how many of them the plan lists, its last printed page."""

    items: int
    listed: int
    last_page: int | None

    @property
    def share(self) -> float:
        return self.listed / self.items if self.items else 0.0


def says_supplement(lines: Iterable[str]) -> str:
    """The words by which a front sheet calls itself a supplement; "" where it does not. Lines above its items."""
    for line in lines:
        match = SUPPLEMENT.search(line) or OPENING.search(line) if len(line) <= LONGEST_LINE else None
        if match:
            return " ".join(match[0].split())
    return ""


def decide(plan: PackPlan, here: AgendaHere | None) -> PackPlan:
    """The plan with what it is and why, once it is known which agenda is here (None: no items of such a meeting)."""
    said = plan.kind_reason if plan.is_supplement else ""
    if here is None or not here.items:
        return plan if said else replace(plan, kind_reason="No agenda of this meeting is here yet.")
    listed = f"It lists {here.listed} of the {here.items} items of the agenda that is here"
    first = min((item.first_page for item in plan.items if item.first_page), default=None)
    goes_on = first is not None and here.last_page is not None and first > here.last_page
    if said and not (here.share >= MOST and here.items > 2 and not goes_on):
        return replace(plan, kind_reason=f"{said} {listed}.")
    if said:
        return replace(plan, is_supplement=False, kind_reason=f"{said} But it starts afresh: {_small(listed)}.")
    if here.share <= FEW and goes_on:
        reason = f"{listed}, and its pages go on from {here.last_page}."
        return replace(plan, is_supplement=True, kind_reason=reason)
    return replace(plan, is_supplement=False, kind_reason=f"{listed}, and does not call itself a supplement.")


def _small(words: str) -> str:
    return words[0].lower() + words[1:]
