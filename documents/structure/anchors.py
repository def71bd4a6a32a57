"""Keeps the anchors of a paper's paragraphs when it is read again or corrected, so that links and citations last."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

ALIKE = 0.6
MUST_BE_ALIKE = 0.85  # for a paragraph that was renumbered
COMPARED = 400  # characters: enough to tell paragraphs apart


@dataclass(frozen=True, slots=True)
class Anchored:
    """A paragraph or heading that has an anchor; label is "" for a heading without a number."""

    anchor: str
    label: str
    text: str


def anchored(blocks: Sequence[dict[str, Any]]) -> list[Anchored]:
    """Those of a page's blocks that have an anchor."""
    return [Anchored(block["anchor"], block.get("label", ""), block["text"]) for block in blocks if block.get("anchor")]


def kept_anchors(before: Sequence[Anchored], now: Sequence[Anchored]) -> list[str]:
    """The anchor of each of `now`, in order: that of the same paragraph before, by its label, then by its words.

    No two are alike, and an anchor that stood for another paragraph before is never given to a new one.
    """
    found: list[str | None] = [None] * len(now)
    left = list(before)
    for least, same_label in ((ALIKE, True), (MUST_BE_ALIKE, False), (0.0, True)):
        for place, paragraph in enumerate(now):
            if found[place] is None and (old := _likest(paragraph, left, least, same_label)):
                found[place] = old.anchor
                left.remove(old)
    taken = {paragraph.anchor for paragraph in before} | {anchor for anchor in found if anchor}
    return [anchor or _free(paragraph.anchor, taken) for anchor, paragraph in zip(found, now, strict=True)]


def _likest(paragraph: Anchored, left: Sequence[Anchored], least: float, same_label: bool) -> Anchored | None:
    if not same_label:
        candidates = [old for old in left if bool(old.label) == bool(paragraph.label)]
    elif paragraph.label:
        candidates = [old for old in left if old.label == paragraph.label]
    else:
        candidates = [old for old in left if not old.label and old.text == paragraph.text]
    best = max(candidates, key=lambda old: _likeness(old.text, paragraph.text), default=None)
    return best if best and _likeness(best.text, paragraph.text) >= least else None


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one[:COMPARED], other[:COMPARED], autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


def _free(wanted: str, taken: set[str]) -> str:
    anchor, number = wanted, 1
    while anchor in taken:
        number += 1
        anchor = f"{wanted}-{number}"
    taken.add(anchor)
    return anchor
