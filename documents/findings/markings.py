"""Markings that a paper is exempt or confidential, in one that is open.

Ordinary sentences are left alone: that a report is not exempt, the choice on a form, the standing text about leaving
the room, and the resolution that the public be excluded.
"""

import re
from collections.abc import Iterator, Sequence

from documents.findings.subjects import Found, Paper
from documents.packs.access import EXCLUSION, paragraphs_in

AGENDA = "front_sheet"
MARKED = re.compile(
    r"^\W*(?:strictly (?:private and )?confidential|private (?:and|&) confidential|not for publication|"
    r"(?:confidential|restricted|exempt)(?=\W*$|\s*[-–—:(,]|\s+(?:reports?|appendi|annex|items?|papers?|documents?|"
    r"information|minutes|draft|not for|under|by virtue|from (?:publication|disclosure)|until)\b)|"
    r"official[ -–]+sensitive|commercial(?:ly)?[ -]in[ -]confidence|commercially sensitive|in confidence|"
    r"part (?:2|ii|b)\W+(?:exempt|confidential|private|not for publication))\b",
    re.IGNORECASE,
)
# A marking is little more than the words; what goes on is a sentence that has them.
LONGEST = 9
SHOUTED = re.compile(r"\bNOT FOR PUBLICATION\b|\bCONFIDENTIAL\b|\bEXEMPT (?:REPORT|APPENDIX|INFORMATION|ITEM)\b")
SAYS = re.compile(
    r"\b(?:is|are|it|contains?|marked|treated as)\b[^.]{0,60}\b(?:not for publication|"
    r"exempt (?:information|from (?:publication|disclosure)))|\bnot for publication\b",
    re.IGNORECASE,
)
SCHEDULE = re.compile(r"\bschedule\s+12\s?\(?A\)?", re.IGNORECASE)
ORDINARY = re.compile(
    r"non-?\s?exempt|non-?\s?confidential|\bnot (?:exempt|confidential|contain|restricted)|"
    r"does not|do not|no (?:exempt|confidential)|none of|exempt\s*(?:/|or|and)\s*(?:non|open|confidential)|"
    r"whether\b|if (?:any|the|you)\b|should (?:any|the)|likely (?:to|that)|may be|would be|unless|where (?:an|the|it)|"
    r"leave the (?:room|meeting)|defin(?:ed|ition)|any (?:exempt|confidential)|business rates|\btax|\bvat\b|"
    r"\b(?:in|as) (?:an )?exempt (?:session|items?)|subject to",
    re.IGNORECASE,
)
# An open report with one exempt appendix is the usual case
OF_APPENDIX = re.compile(r"\b(?:appendi(?:x|ces)|annex\w*)\b", re.IGNORECASE)
BEFORE, AFTER = 90, 50
FIELD = re.compile(r"^\W*(?:exempt|confidential|restricted)[^:]{0,30}[:?]\s*(?:no\b|none|n/?a|not |open|-)?\W*$", re.I)
SENTENCE = re.compile(r"[^.;•]+(?:\.(?=\S)[^.;•]+)*[.;•]?")


def markings(paper: Paper) -> Iterator[Found]:
    if paper.kind == AGENDA:
        return
    for page in paper.pages:
        lines = page.lines
        found = [line for place, line in enumerate(lines) if _is_marking(lines, place)]
        for words in dict.fromkeys(found):
            yield Found("marking", words, page.number)
        for sentence in _sentences(lines):
            words = _said(sentence)
            if words and not any(line in sentence for line in found):
                yield Found("exempt_appendix" if OF_APPENDIX.search(words) else "marking", words, page.number)


def _is_marking(lines: Sequence[str], place: int) -> bool:
    line = lines[place]
    if len(line.split()) > LONGEST or not (MARKED.match(line) or SHOUTED.search(line)):
        return False
    around = " ".join(lines[max(0, place - 2) : place + 3])
    if FIELD.match(line) or re.search(r"non-?\s?exempt|exempt\s*/|delete as appropriate", around, re.IGNORECASE):
        return False
    return not ORDINARY.search(line) and not _goes_on(lines, place)


def _goes_on(lines: Sequence[str], place: int) -> bool:
    """Whether the line is the middle of a sentence: it begins in lower case, or one does just before it."""
    line = lines[place].lstrip("•-– ")
    before = lines[place - 1] if place else ""
    if line[:1].islower():
        return True
    return bool(before) and len(before.split()) > LONGEST and before[-1] not in ".:;!?" and not line.isupper()


def _sentences(lines: Sequence[str]) -> list[str]:
    return [match[0].strip() for match in SENTENCE.finditer(" ".join(lines))]


def _said(text: str) -> str:
    """What a sentence says of the paper's being exempt, with a few words around it, or ""."""
    if EXCLUSION.search(text) or ORDINARY.search(text):
        return ""
    match = SCHEDULE.search(text)
    if match and not (paragraphs_in(text) or re.search(r"exempt|publication|confidential", text, re.IGNORECASE)):
        return ""
    match = match or SAYS.search(text)
    return text[max(0, match.start() - BEFORE) : match.end() + AFTER].strip() if match else ""
