"""Finds what a committee asked for without resolving it, a sentence each."""

import re
from collections.abc import Sequence
from itertools import pairwise

from documents.structure.minutes.sentences import short_sentences_of
from documents.structure.pieces import Piece

BODY = (
    r"(?:(?:the |this )?(?:sub-?\s?)?(?:committee|cabinet|board|panel|executive|forum|commission|authority|"
    r"council|group)"
    r"(?: members)?|(?:the |committee |panel |board |other |some |several |a number of )*(?:members|"
    r"councillors)|they|a member)"
)
ASKED = re.compile(
    rf"(?:^|[.;:,]\s+|\band\s+|\bthat\s+|\bdiscussion,?\s+)\W*{BODY}(?:,? (?:of|on) the (?:committee|panel|"
    rf"board))?(?:,? (?:also|then|further|therefore|had|has|have|unanimously|subsequently|in addition))*,? "
    r"(?:requested(?! (?:by|under))|asked (?:for(?! (?:clarification|confirmation|an explanation|clarity|"
    r"reassurance|assurance))|"
    r"that|to (?:be|receive|see|have)|if (?:it|a|an|the|further|more|\w+) (?:\w+ )*could be|"
    r"(?:the |that )?(?:\w+ ){1,6}?(?:to|if \w+ could)\b))",
    re.IGNORECASE,
)
IMPERSONAL = re.compile(
    r"\b(?:it was (?:also |further |then |therefore )*(?:requested|asked) (?:that|for|if)|"
    r"(?:a )?(?:further )?requests? (?:was|were) made (?:that|for|to)|"
    r"(?:officers?|the (?!(?:sub-?)?committee|members?|councillors?|cabinet|board|panel|council|"
    r"executive)[\w ,&-]{3,60}?) (?:was|were) (?:also |further |then )*(?:requested|asked) to)\b",
    re.IGNORECASE,
)
ACTION = re.compile(
    r"^\W*(?:ACTIONS?|Actions?)\b(?:\s+(?:points?|required|by|for))?(?:\s+\d+)?\s*(?:[:–—]|\s-)\s*\S|"
    r"^\W*(?:ACTION BY|Action by)\b"
)
ACTIONS = re.compile(
    r"^\W*(?:(?:further |agreed )?actions?(?: (?:points?|required|agreed))?|requests?)\W*$", re.IGNORECASE
)
MARK = re.compile(r"\(?\b(?:ACTIONS?|Actions?)(?: (?:points?|required))?(?:\s+\d+)?\s*[:–—]\s*")
QUESTION = re.compile(
    r"\b(?:asked|requested)\s+(?:(?:a|the|two|several|further|some|any|"
    r"some further)\s+)?(?:supplementary\s+)?questions?\b|\?\s*$",
    re.IGNORECASE,
)


def requests_in(pieces: Sequence[Piece], *, resolved: bool = False) -> list[str]:
    """The sentences that ask for something, what follows "ACTION:", and the list below "Actions".

    resolved: something was resolved too, so that an action that says only by whom is about that.
    """
    found: list[str] = []
    before, listed = "", False
    for piece in pieces:
        listed = bool(ACTIONS.match(piece.text)) or (listed and piece.kind in ("item", "numbered"))
        if listed and piece.kind in ("item", "numbered"):
            found.append(piece.text)
            continue
        for text in [cell for row in piece.rows for cell in row] if piece.rows else [piece.text]:
            for sentence in _sentences(text):
                if _is_request(sentence) and not (resolved and _only_names(sentence)):
                    found.append(f"{before} {sentence}".strip() if _only_names(sentence) else sentence)
                before = sentence
    return list(dict.fromkeys(found))


def _only_names(sentence: str) -> bool:
    """Whether an action says only by whom; the sentence before it then says what."""
    return bool(ACTION.match(sentence)) and len(sentence.split()) <= 4


def _sentences(text: str) -> list[str]:
    """The sentences, "ACTION:" beginning one wherever it stands."""
    return [
        sentence.strip("•() ")
        for whole in short_sentences_of(text)
        for sentence in _cut_at_actions(whole)
        if len(sentence.strip(" •:")) > 8
    ]


def _cut_at_actions(sentence: str) -> list[str]:
    places = [0, *(match.start() for match in MARK.finditer(sentence) if match.start()), len(sentence)]
    return [sentence[start:end].strip() for start, end in pairwise(places)]


def _is_request(sentence: str) -> bool:
    if ACTION.match(sentence):
        return True
    if QUESTION.search(sentence):
        return False
    return bool(ASKED.search(sentence) or IMPERSONAL.search(sentence))
