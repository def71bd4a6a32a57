"""What a paper is for, and whom its recommendations are made to."""

import re
from collections.abc import Sequence
from typing import Literal

from documents.structure.recommendations.headings import heading_name, is_recommendations
from documents.structure.recommendations.lines import Line

Purpose = Literal["progress", "response", ""]
To = Literal["meeting", "executive"]

TITLE_LINES = 25
PROGRESS = re.compile(
    r"report(?:s|ing)?[ -]back|progress|\bupdate on\b[^.]{0,80}recommendations|\bupdate\b|"
    r"(?:monitoring|implementation|tracking|tracker|delivery) (?:of|the|on)?[^.]{0,80}recommendations|"
    r"recommendations?[^.]{0,40}\b(?:monitoring|tracker|update|follow[ -]up)|"
    r"(?:six|twelve|\d{1,2})[- ]months?(?:ly)?\b",
    re.IGNORECASE,
)
RESPONSE = re.compile(
    r"\brespon(?:se|ses|ds?|ding)\b[^.]{0,120}(?:scrutiny|review|recommendation|committee|panel|group|commission|report|inquiry)|"
    r"(?:executive|cabinet|council|mayoral|management|official)['’]?s?\s+response",
    re.IGNORECASE,
)
REVIEW = re.compile(
    r"scrutiny (?:review|inquiry|investigation|report|task|panel|commission|in a day)|task (?:and|&) finish|"
    r"task (?:and finish )?group|\breview (?:of|into)\b|\breview\b[^.]{0,40}\breport|final report|select committee|"
    r"scrutiny[^.]{0,60}(?:review|report|findings)|\binquiry\b|working (?:group|party)|spotlight|deep dive|"
    r"commission report|overview (?:and|&) scrutiny",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"^(?:that\s+)?(?:the\s+)?(?:[\w'’&,]+\s+){0,9}?(?:members|committee|sub-committee|cabinet|board|council|panel|executive|forum|"
    r"authority|commission|mayor|leader|you|assembly|partnership|councillors|governors)\b[^.:]{0,60}?\s"
    r"(?:is|are|be)\s+(?:\w+\s+)?(?:asked|requested|recommended|invited|required|advised)\b|"
    r"^it is (?:\w+ )?(?:recommended|proposed|requested) (?:that|to)\b",
    re.IGNORECASE,
)
RECOMMENDS = re.compile(
    r"\b(?:committee|panel|group|commission|review|members|scrutiny\w*|board|inquiry|we|forum)\b[^.:]{0,60}?\s(?:\w+ly\s+)?"
    r"(?:recommends?|proposes?|makes?|made|calls?)\b|"
    r"^(?:that\s+)?(?:the\s+)?(?:executive|cabinet|council|mayor)\s+(?:should|be recommended)",
    re.IGNORECASE,
)
DECIDES = re.compile(
    r"(?:that |to |the |it |be |and |[\w'’]+ly |also |members |"
    r"(?:[\w'’&]+ ){0,6}?(?:committee|cabinet|board|panel|council|forum|executive|commission) ){0,4}?"
    r"(?:notes?|noted|agrees?|approves?|endorses?|receives?|considers?|comments?|delegates?|authorises?|adopts?|"
    r"recommends?|determine|confirm|appoints?|ratify|scrutinise|welcome|accepts?|grant|refuse|award|elect|nominate|"
    r"refer|acknowledge|resolves?)\b",
    re.IGNORECASE,
)
DECIDED = re.compile(
    r"\b(?:be|is|are) (?:hereby )?(?:noted|approved|agreed|received|endorsed|adopted|delegated|authorised|granted|"
    r"refused|accepted|appointed|confirmed|signed|ratified)\b",
    re.IGNORECASE,
)


def purpose_of(lines: Sequence[Line], first: int = 0) -> Purpose:
    """Whether a paper reports progress or answers recommendations, by its title, then by what stands before `first`."""
    for text in (title_of(lines), _before(lines, first)):
        progress, response = PROGRESS.search(text), RESPONSE.search(text)
        if progress and (response is None or progress.start() < response.start()):
            return "progress"
        if response:
            return "response"
    return ""


def is_of_review(lines: Sequence[Line]) -> bool:
    """Whether the paper is a scrutiny review's, or about one, by its title."""
    return bool(REVIEW.search(title_of(lines)) or RESPONSE.search(title_of(lines)))


def title_of(lines: Sequence[Line]) -> str:
    """The words above the first section of a paper: its head and its title."""
    title: list[str] = []
    for line in lines[:TITLE_LINES]:
        name = heading_name(line)
        if name and (
            is_recommendations(name) or line.label or name.lower() in ("synopsis", "summary", "introduction", "purpose")
        ):
            break
        if len(line.text.split()) > 40 or line.is_paragraph_number:
            break
        title.append(" ".join(line.as_read.split("\n")))
    return ". ".join(title)


def _before(lines: Sequence[Line], first: int) -> str:
    """The heading and the few lines above the first recommendation."""
    above = [line for line in lines[max(0, first - 3) : first] if not line.rows]
    return ". ".join(line.text for line in above)


def made_to(lead: str, texts: Sequence[str], of_review: bool, named: bool = False) -> To:
    """Whom a list of recommendations is made to: the meeting that the report goes to, or the executive.

    lead is what stands above the list. A list that says neither is the meeting's, unless the paper is a review's or
    most of it says what somebody should do. Recommendations by name are the executive's unless they ask for a
    decision: in a review's paper, all of them.
    """
    if ASKED.search(lead):
        return "meeting"
    if RECOMMENDS.search(lead):
        return "executive"
    deciding = sum(_decides(text) for text in texts) / max(1, len(texts))
    if of_review:
        return "meeting" if deciding >= (1 if named else 0.5) else "executive"
    urging = sum(bool(re.search(r"\bshould\b", text)) for text in texts) / max(1, len(texts))
    return "executive" if deciding < 0.5 and (named or urging >= 0.5) else "meeting"


def _decides(text: str) -> bool:
    head = text[:240]
    return bool(ASKED.search(head) or DECIDES.match(head) or DECIDED.search(head))
