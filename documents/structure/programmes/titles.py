"""Where a programme begins and ends: its title, and what belongs to another paper."""

import re

from documents.structure.pieces import Piece

LONGEST_TITLE = 140
TITLE = re.compile(
    r"^(?P<before>.*?)\b(?:forward |rolling |draft |annual |committee |scrutiny )*"
    r"(?:work ?(?:programme|plan(?:ner)?|program)|working programme|forward plan(?:ner)?|forward programme|"
    r"programme of (?:work|business|meetings|items)|agenda plan(?:ner)?|committee planner|planned (?:business|items)|"
    r"rhaglen waith|blaenraglen waith)\b(?P<after>.*)$",
    re.IGNORECASE,
)
# What makes it an item that concerns a programme, or the plan of one review.
NO_TITLE_BEFORE = re.compile(
    r"\b(?:review of|update (?:on|to)|consider\w*|agree\w*|note[sd]?|approv\w*|report on|discuss\w*|setting|develop\w*|"
    r"that|resolved|item|pages?|see|inquiry|add\w*)\b|[.;]\s*$|\d\s+\w.*\bthe\b",
    re.IGNORECASE,
)
NO_TITLE_AFTER = re.compile(
    r"\(\s*(?:agenda )?(?:item|minute|pages?)\b|\bpages?\s+\d|^\s+for\s+(?!(?:the )?"
    r"(?:(?:municipal|civic|council|coming|financial) )?(?:year\b|20\d\d|committee|[\w' ]*committee\b))|"
    r"\b(?:be|was|is|were|will|as set out)\b|\.\s*$|"
    r"\breports?$|\breview$|\bupdate$",
    re.IGNORECASE,
)
REVIEW = re.compile(
    r"\bwitness evidence plan|\bevidence theme|scrutiny initiation document|\bscoping (?:document|report)",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"^(?:report of\b|report author|minutes of\b|resolved\b|recommend(?:ed|ation)s?\b|background papers?\b|"
    r"appendix\b(?!.*work)|annex\b(?!.*work)|implications\b|(?:financial|legal|equalit\w+|environmental) implications|"
    r"dates? of (?:the )?next meeting|conclusions?\b|contact\b|glossary\b|terms of reference\b)",
    re.IGNORECASE,
)


def is_title(piece: Piece) -> bool:
    """Whether a heading or a short line is a programme's title."""
    if piece.kind not in ("heading", "paragraph") or (len(piece.label) > 1 and piece.label.isdigit()):
        return False
    return is_title_text(piece.text)


def is_title_text(text: str) -> bool:
    match = TITLE.match(text) if len(text) <= LONGEST_TITLE else None
    if match is None:
        return False
    return not NO_TITLE_BEFORE.search(match["before"]) and not NO_TITLE_AFTER.search(match["after"])


def is_of_review(text: str) -> bool:
    return bool(REVIEW.search(text))


def is_end(text: str) -> bool:
    return bool(ENDS.match(text))
