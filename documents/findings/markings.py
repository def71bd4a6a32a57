"""Markings that a paper is exempt or confidential, in one that is open.

Ordinary sentences are left alone: that a report is not exempt, the choice on a form, the standing text about leaving
the room, and the resolution that the public be excluded.
"""

import re
from collections.abc import Iterator, Sequence

from documents.findings.subjects import Found, Paper
from documents.packs.access import EXCLUSION, paragraphs_in

AGENDA = "front_sheet"
_part = r"part (?:2|ii|b|two)"
MARKED = re.compile(
    r"^\W*(?:strictly (?:private and )?confidential|private (?:and|&) confidential|not for publication|"
    r"(?:confidential|restricted|exempt)(?=\W*$|\s*[-–—:(,]|\s+(?:reports?|appendi\w*|annex\w*|items?|papers?|documents?|"
    r"information|minutes|draft|not for|under|by virtue|from (?:publication|disclosure)|until)\b)|"
    r"official[ -–]+sensitive|commercial(?:ly)?[ -]in[ -]confidence|commercially sensitive|in confidence|"
    r"(?:legally|legal(?: professional)?) privileged?\b|pink papers?\W*$|"
    rf"{_part}\W+(?:exempt|confidential|private|not for publication)|{_part} (?:reports?|papers?|items?)\W*$)(?!\w)",
    re.IGNORECASE,
)
# Of a document or of a field on its front: "Status: Exempt", "Draft - confidential", "GREEN PAPER - EXEMPT"
FIELD_SAYS = re.compile(
    r"^\W*(?:[a-z]+ ){0,3}?"
    r"(?:status|classification|access(?: to information)?|publication|category|marking|disclosure|security|part)"
    rf"\s*[:|–—-]\s*(?:exempt|confidential|restricted|{_part}|private|not for publication|closed)\b",
    re.IGNORECASE,
)
ENDS = re.compile(r"(?:\s[-–—]|:)\s*(?:(?i:exempt|confidential)|RESTRICTED|NOT FOR PUBLICATION)\W*$")
OF_PAPER = re.compile(
    r"\b(?:draft|reports?|papers?|appendi\w+|annex\w*|minutes|version|copy|document)\b", re.IGNORECASE
)
AT_HEAD = re.compile(rf"^\W*{_part}\W*$", re.IGNORECASE)
HEAD = 8  # lines at the top of a paper's first page
# A marking is little more than the words; what goes on is a sentence that has them.
LONGEST = 9
SHOUTED = re.compile(r"\bNOT FOR PUBLICATION\b|\bCONFIDENTIAL\b|\bEXEMPT (?:REPORT|APPENDIX|INFORMATION|ITEM)\b")
SPACED = re.compile(r"^\W*\w(?: \w){5,}\W*$")
SAYS = re.compile(
    r"\b(?:is|are|it|contains?|marked|treated as)\b[^.]{0,60}\b(?:not for publication|"
    r"exempt (?:information|from (?:publication|disclosure)))|\bnot for publication\b",
    re.IGNORECASE,
)
# Of the paper itself, in so many words
SAYS_OF_ITSELF = re.compile(
    r"\bth(?:is|e (?:contents of|information in) this|ese) "
    r"(?:reports?|papers?|documents?|appendi(?:x|ces)|annex|items?|information|minutes)\b[^.]{0,20}?"
    r"\b(?:is|are|remains?|must be kept|to be kept|should be treated as|contains?)\s+"
    r"(?:to be )?(?:strictly |highly |private and |legally privileged and |considered |taken )*"
    r"(?:confidential(?! helpline)|exempt\b|restricted|"
    r"in (?:private|closed|exempt) session|not for publication)|"
    r"\breport is (?:exempt|confidential)\b|\bnot (?:to be|for) (?:circulat|shar|distribut|disclos|releas)\w+"
    r"(?: (?:outside|beyond|further|to the (?:press|public)))",
    re.IGNORECASE,
)
OWN_APPENDIX = re.compile(r"\bthis (?:appendix|annex)\b", re.IGNORECASE)
SCHEDULE = re.compile(r"\bsch(?:edule|ed|\.)?\.?\s*12\s?\(?A\)?", re.IGNORECASE)
ORDINARY = re.compile(
    r"non-?\s?exempt|non-?\s?confidential|\bnot (?:exempt|confidential|contain|restricted)|"
    r"does not|do not|no (?:exempt|confidential)|none of|exempt\s*(?:/|or|and)\s*(?:non|open|confidential)|"
    r"whether\b|if (?:any|the|you)\b|should (?:any|the)|likely (?:to|that)|may be|would be|unless|where (?:an|the|it)|"
    r"leave the (?:room|meeting)|defin(?:ed|ition)(?! (?:in|by|under) (?:paragraph|schedule|part|section))|"
    r"any (?:exempt|confidential)|business rates|\btax|\bvat\b|"
    r"\b(?:in|as) (?:an )?exempt (?:session|items?)|subject to",
    re.IGNORECASE,
)
# An open report with one exempt appendix is the usual case
OF_APPENDIX = re.compile(r"\b(?:appendi(?:x|ces)|annex\w*)\b", re.IGNORECASE)
MARKED_APPENDIX = re.compile(
    r"\b(?:appendix|annexe?)\s+\w{1,3}\b.{0,60}[\[(]\s*"
    r"(?:exempt|confidential|restricted|not for publication|part (?:2|ii|b))\b",
    re.IGNORECASE,
)
BEFORE, AFTER = 90, 50
FIELD = re.compile(r"^\W*(?:exempt|confidential|restricted)[^:]{0,30}[:?]\s*(?:no\b|none|n/?a|not |open|-)?\W*$", re.I)
SHORT_FORM = re.compile(r"\b(sch|sched|para|paras|pt)\.\s?", re.IGNORECASE)
SENTENCE = re.compile(r"[^.;•]+(?:\.(?=\S)[^.;•]+)*[.;•]?")


def markings(paper: Paper) -> Iterator[Found]:
    if paper.kind == AGENDA:
        return
    for page in paper.pages:
        lines = [line.replace(" ", "") if SPACED.match(line) else line for line in page.lines]
        head = HEAD if page.number == 1 else 0
        found = [line for place, line in enumerate(lines) if _is_marking(lines, place, at_head=place < head)]
        for words in dict.fromkeys(found):
            yield Found("marking", words, page.number)
        for sentence in _sentences(lines):
            words = _said(sentence)
            if words and not any(line in sentence for line in found):
                of_other = OF_APPENDIX.search(words) and not OWN_APPENDIX.search(sentence)
                yield Found("exempt_appendix" if of_other else "marking", words, page.number)
        for line in lines:
            if MARKED_APPENDIX.search(line) and not ORDINARY.search(line) and line not in found:
                yield Found("exempt_appendix", line, page.number)


def _is_marking(lines: Sequence[str], place: int, *, at_head: bool) -> bool:
    line = lines[place]
    if len(line.split()) > LONGEST or not _is_marked(line, at_head=at_head):
        return False
    around = " ".join(lines[max(0, place - 2) : place + 3])
    if FIELD.match(line) or re.search(r"non-?\s?exempt|exempt\s*/|delete as appropriate", around, re.IGNORECASE):
        return False
    return not ORDINARY.search(line) and not _goes_on(lines, place)


def _is_marked(line: str, *, at_head: bool) -> bool:
    if MARKED.match(line) or SHOUTED.search(line) or FIELD_SAYS.match(line) or (at_head and AT_HEAD.match(line)):
        return True
    return bool(ENDS.search(line) and (OF_PAPER.search(line) or line.isupper()))


def _goes_on(lines: Sequence[str], place: int) -> bool:
    """Whether the line is the middle of a sentence: it begins in lower case, or one does just before it."""
    line = lines[place].lstrip("•-– ")
    before = lines[place - 1] if place else ""
    if line[:1].islower():
        return True
    return bool(before) and len(before.split()) > LONGEST and before[-1] not in ".:;!?" and not line.isupper()


def _sentences(lines: Sequence[str]) -> list[str]:
    return [match[0].strip() for match in SENTENCE.finditer(SHORT_FORM.sub(r"\1 ", " ".join(lines)))]


def _said(text: str) -> str:
    """What a sentence says of the paper's being exempt, with a few words around it, or ""."""
    if ORDINARY.search(text):
        return ""
    match = SAYS_OF_ITSELF.search(text)
    if match is None:
        if EXCLUSION.search(text):
            return ""
        match = SCHEDULE.search(text)
        if match and not (paragraphs_in(text) or re.search(r"exempt|publication|confidential", text, re.IGNORECASE)):
            return ""
        match = match or SAYS.search(text)
    return text[max(0, match.start() - BEFORE) : match.end() + AFTER].strip() if match else ""
