"""Finds what a committee asked for without resolving it, a sentence each."""

import re

from documents.structure.minutes.sentences import sentences_of

BODY = (
    r"(?:(?:the |this )?(?:sub-?\s?)?(?:committee|cabinet|board|panel|executive|forum|commission|authority|council|group)"
    r"(?: members)?|(?:the |committee |panel |board |other |some |several |a number of )*(?:members|councillors)|they|a member)"
)
ASKED = re.compile(
    rf"(?:^|[.;:,]\s+|\band\s+|\bthat\s+|\bdiscussion,?\s+)\W*{BODY}(?:,? (?:of|on) the (?:committee|panel|board))?(?:,? (?:also|then|further|therefore|had|has|have|unanimously|subsequently|in addition))*,? "
    r"(?:requested(?! (?:by|under))|asked (?:for(?! (?:clarification|confirmation|an explanation|clarity|reassurance|assurance))|"
    r"that|to (?:be|receive|see|have)|if (?:it|a|an|the|further|more|\w+) (?:\w+ )*could be|"
    r"(?:the |that )?(?:\w+ ){1,6}?(?:to|if \w+ could)\b))",
    re.IGNORECASE,
)
IMPERSONAL = re.compile(
    r"\b(?:it was (?:also |further |then |therefore )*(?:requested|asked) (?:that|for|if)|"
    r"(?:a )?(?:further )?requests? (?:was|were) made (?:that|for|to)|"
    r"(?:officers?|the (?!(?:sub-?)?committee|members?|councillors?|cabinet|board|panel|council|executive)[\w ,&-]{3,60}?) (?:was|were) (?:also |further |then )*(?:requested|asked) to)\b",
    re.IGNORECASE,
)
ACTION = re.compile(r"^\W*(?:ACTIONS?|Actions?)\b(?:\s+(?:points?|required|by|for))?(?:\s+\d+)?\s*(?:[:–—]|\s-)\s*\S|^\W*(?:ACTION BY|Action by)\b")
MARK = re.compile(r"\(?\b(?:ACTIONS?|Actions?)(?: (?:points?|required))?(?:\s+\d+)?\s*[:–—]\s*")
QUESTION = re.compile(r"\b(?:asked|requested)\s+(?:(?:a|the|two|several|further|some|any|some further)\s+)?(?:supplementary\s+)?questions?\b|\?\s*$", re.IGNORECASE)


def requests_in(text: str) -> list[str]:
    """The sentences that ask for something, and what follows "ACTION:"."""
    found: list[str] = []
    for sentence in _sentences(text):
        if _is_request(sentence) and sentence not in found:
            found.append(sentence)
    return found


def _sentences(text: str) -> list[str]:
    """The sentences, "ACTION:" beginning one wherever it stands."""
    return [
        sentence.strip("•() ")
        for whole in sentences_of(text)
        for sentence in _cut_at_actions(whole)
        if len(sentence.strip(" •:")) > 8
    ]


def _cut_at_actions(sentence: str) -> list[str]:
    places = [0, *(match.start() for match in MARK.finditer(sentence) if match.start()), len(sentence)]
    return [sentence[start:end].strip() for start, end in zip(places, places[1:], strict=False)]


def _is_request(sentence: str) -> bool:
    if ACTION.match(sentence):
        return True
    if QUESTION.search(sentence):
        return False
    return bool(ASKED.search(sentence) or IMPERSONAL.search(sentence))
