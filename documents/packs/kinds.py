"""Tells what kind of paper a document is, by its title and its first page."""

import re
from collections.abc import Sequence

from documents.packs.planned import Kind

TITLES: tuple[tuple[Kind, str], ...] = (
    ("decision_notice", r"decision (?:notice|record|sheet)|record of (?:executive )?decision|notice of decision"),
    (
        "appendix",
        r"^\W*(?:\w+ ){0,6}?(?:append(?:ix|ices)|annex(?:e|es)?|enclosure|attachment|app\.?)\b|"
        r"\bapp(?:endix)?\s?\w{1,2}\b",
    ),
    ("minutes", r"\bminutes\b|^notes of (?:the )?(?:last|previous|meeting)"),
    ("presentation", r"\bpresentation\b|\bslides?\b|power ?point"),
    ("letter", r"\bletters?\b|\bcorrespondence\b"),
    ("report", r"\breport\b"),
)
OTHER = re.compile(
    r"work(?:ing)? ?(?:programme|plan)|forward plan|action (?:log|list|tracker)|questions|map\b|site plan|agenda", re.I
)
REPORT_PAGE = re.compile(
    r"^(?:report (?:of|to|by|from|for|title|author)|(?:recommendation|purpose of (?:the )?report|"
    r"executive summary|wards? affected|"
    r"meeting of|lead officer|decision type|key decision)\b|subject\s*:|\d+\.?\s+(?:purpose|"
    r"summary|recommendations?|synopsis|introduction|background)\b)",
    re.IGNORECASE,
)
MINUTES_PAGE = re.compile(
    r"^(?:draft |public |printed )?minutes\b|\bminutes$|minutes of (?:a|the|an) .{0,80}(?:meeting|held)", re.IGNORECASE
)
LETTER_PAGE = re.compile(
    r"^(?:dear (?:sir|mr|mrs|ms|cllr|councillor|chair|colleague|leader)|our ref|your ref)", re.IGNORECASE
)


def kind_of(title: str, item_title: str, lines: Sequence[str], *, landscape: bool, main: bool) -> Kind:
    """The kind of a paper; lines are its first page's, main says it is the first of its item."""
    for kind, pattern in TITLES:
        if re.search(pattern, title, re.IGNORECASE) and _fits(kind, lines, main):
            return kind
    if main:
        return _main_kind(title, item_title, lines, landscape)
    if landscape and len(" ".join(lines)) < 400:
        return "presentation"
    return "appendix"


def _fits(kind: Kind, lines: Sequence[str], main: bool) -> bool:
    """An item named after minutes, an appendix or a letter may still bring a report about them."""
    if not main or kind == "report":
        return True
    report = any(REPORT_PAGE.match(line) for line in lines[:25])
    return not report or (kind == "minutes" and any(MINUTES_PAGE.search(line) for line in lines[:12]))


def _main_kind(title: str, item_title: str, lines: Sequence[str], landscape: bool) -> Kind:
    if any(MINUTES_PAGE.search(line) for line in lines[:6]):
        return "minutes"
    if any(REPORT_PAGE.match(line) for line in lines[:25]):
        return "report"
    if any(LETTER_PAGE.match(line) for line in lines[:20]):
        return "letter"
    if OTHER.search(title) or OTHER.search(item_title):
        return "other"
    if landscape and len(" ".join(lines)) < 400:
        return "presentation"
    return "report"
