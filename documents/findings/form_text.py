"""Words of a form that its author should have filled in or taken out."""

import re
from collections.abc import Iterator

from documents.findings.subjects import Found, Paper

_field = (
    r"(?:report |job |committee |meeting )?(?:name|date|title|address|officer|author|telephone|tel|ward|amount|figure|"
    r"number|service|director|committee|department|contact|email|time|venue|x+)"
)
_pending = r"(?:tb[cda]|to (?:be )?(?:confirm|complet|follow|add|updat|insert|provid|suppl|write|check)\w*)"
_months = "January|February|March|April|May|June|July|August|September|October|November|December"
BY_PROGRAMS = (
    r"(?:click|tap)(?: or (?:click|tap))?(?: here)? to (?:enter|add|insert|type)\b.{0,12}",
    r"choose an item\b|choose a (?:building )?block\b",
    r"(?<!\w)(?:type|enter|add|insert)(?: your)? text here|\btype (?:text|your \w+) here",
    r"^(?:type|insert|enter|add|write) here\W*$|enter your (?:text|name|comments)",
    r"error! [A-Z][\w ]{5,60}\.?|#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!)",
    r"\{\{[^{}]{1,60}\}\}|<<[^<>]{1,60}>>|«[^«»]{1,60}»",
    r"lorem ipsum|\b(?:dummy|sample|placeholder) text\b|\bplaceholder\b(?= text| only|$)",
)
IN_BRACKETS = (
    r"[\[<{]\s*(?:please )?(?:insert|enter|add|type|state|specify|complete|delete|select|describe|explain|outline)\b"
    r"[^\]>}]{0,80}[\]>}]",
    r"\(\s*(?:please )?insert\b[^)]{0,80}\)",
    rf"[\[<{{]\s*(?:{_field}(?: (?:of|here|and)\b[^\]>}}]{{0,30}})?|{_pending}\b[^\]>}}]{{0,40}})\s*[\]>}}]",
    rf"\[[^\]]{{0,50}}\b(?:{_pending}|to (?:write|check|advise|review)|"
    r"as (?:required|appropriate|applicable|necessary))\s?[^\]]{0,20}\]",
    r"\[\s*(?:DN|drafting note|note to (?:author|editor|draft\w*)|guidance|query)\b[^\]]{0,120}\]",
)
FOR_AUTHORS = (
    r"deleted? (?:as|where|if|whichever is) (?:appropriate|applicable|necessary|required|not (?:applicable|required))",
    r"\bdelete (?:this|these) (?:text|section|guidance|box|notes?|instructions?)\b|\bplease delete\b.{0,30}",
    r"\bdelete before (?:submi|publi|finali)\w+",
    r"\b(?:guidance|italics?|instructions?|prompts?)\b[^.]{0,40}\b(?:should|must|to) be (?:deleted|removed)\b",
    r"\binsert (?:text|name|date|title|details|figure|table|image|picture|logo|here)\b(?: here)?",
    r"\b(?:guidance|note)s? (?:notes? )?(?:for|to) (?:report )?(?:authors?|writers?)\b",
    r"\b(?:report )?template guidance\b|\btext to (?:follow|be inserted)\b",
    r"\btb[ca] by (?:the )?(?:report )?(?:author|officer|finance|legal)",
    r"\bfirst ?name (?:surname|last ?name)\b|\byour name here\b",
)
# Where a figure, a date or a name should be
NOT_FILLED_IN = (
    r"£\s?X[X,.]*\s?(?:m|k|million)?(?!\w)|\bx{4,}\b|(?<!\?)\?{3,}(?!\?)",
    r"(?<!\()\bdd[/. -]mm[/. -]yy(?:yy)?\b(?!\s?\))|\bdd month yyyy\b|\bxx[/. -]xx[/. -](?:20)?xx(?:xx)?\b|\b20XX\b",
    rf"\bxx ?(?:%|per cent|days|weeks|months|years|people|{_months})",
    r"\b(?:paragraph|para|section|page)s? (?:x\.x(?:\.x)*|(?-i:x))(?![\w.])",
    r"(?-i:(?<![A-Z] )(?<!Chapter )(?<!Part )\bXX\b(?! [A-Z]))",
)
LEFT_OVER = re.compile("|".join(BY_PROGRAMS + IN_BRACKETS + FOR_AUTHORS + NOT_FILLED_IN), re.IGNORECASE | re.MULTILINE)
# All that a line or a field says; where meetings and works are planned it is an answer
PENDING = re.compile(r"^(?:[\w /()’-]{2,40}[:–-])?\s*tb[cad]\W*$", re.IGNORECASE | re.MULTILINE)
BETWEEN = "; "
OF_PLANS = re.compile(r"\b(?:programme|plan|calendar|timetable|schedule|agenda|dates)\b", re.IGNORECASE)


def form_text(paper: Paper) -> Iterator[Found]:
    """One for each page that has any, with all of it."""
    of_plans = paper.kind == "front_sheet" or OF_PLANS.search(paper.title)
    for page in paper.pages:
        text = "\n".join(page.lines)
        matches = _left_over(text) + ([] if of_plans else list(PENDING.finditer(text)))
        if found := list(dict.fromkeys(match[0].strip() for match in matches)):
            yield Found("form_text", BETWEEN.join(found), page.number)


def texts_told(words: str) -> list[str]:
    """The texts that `form_text` tells."""
    return words.split(BETWEEN)


def _left_over(text: str) -> list[re.Match[str]]:
    """Those of each line, and those that run on to the next."""
    within = list(LEFT_OVER.finditer(text))
    spans = {place for match in within for place in range(*match.span())}
    return within + [
        match for match in LEFT_OVER.finditer(text.replace("\n", " ")) if spans.isdisjoint(range(*match.span()))
    ]
