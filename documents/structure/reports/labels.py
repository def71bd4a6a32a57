"""The labels of a report's first page: which field each names."""

import re
from typing import Literal

Field = Literal["report_of", "meeting_of", "date", "wards", "subject", "exempt", "author", "other"]
OFFICER = r"(?:relevant |responsible |originating |lead |senior |accountable |chief |corporate |executive |strategic |service )*"
PATTERNS: tuple[tuple[Field, str], ...] = (
    ("author", r"(?:report )?(?:author|written by|prepared by)(?:\(s\)|s)?(?: and contact.*| \(.*\)|/.*)?"),
    (
        "author",
        r"(?:contact|report|lead|originating|responsible|accountable) (?:officer|employee|author)(?:\(s\)|s)?(?:.{0,60})?",
    ),
    ("author", r"author/(?:lead )?officer.*|contact(?: (?:details?|name|person))?|officer contact.*"),
    (
        "report_of",
        r"(?:joint )?report (?:of|from|by)(?: the)?|by|from|submitted by|report presented by|reporting officer",
    ),
    ("date", r"(?:meeting |committee |decision |report |agenda )?date(?: (?:of|for) .{3,40})?|held on"),
    (
        "wards",
        r"(?:are |which )?(?:specific |electoral |county |all )*(?:wards?|divisions?)(?:\(s\)|s)?"
        r"(?:[ /]*(?:or|and|/)? ?(?:groups?|areas?|divisions?|communities|community councils?|parish(?:es)?))*"
        r"(?: (?:is|are))?(?: likely to be)?(?: specifically| directly)?(?: (?:affected|covered|concerned|involved|"
        r"impacted))?(?: by .{3,40})?|areas? affected|(?:affected|relevant) wards?",
    ),
    (
        "subject",
        r"(?:report )?(?:subject|title|topic)(?: matter)?(?: of (?:the )?(?:report|paper|item))?|item title|re",
    ),
    ("subject", r"name of (?:the )?report|report on|agenda item title"),
    ("exempt", r"(?:security )?classification|protective marking|delete as appropriate|restrictions?"),
    (
        "exempt",
        r"(?:non-?)?exempt(?:ion)?(?:[ /(,–-].{0,80})?|confidential(?:ity)?(?:[ /(].{0,60})?|open[ /]or .{0,60}",
    ),
    ("exempt", r"(?:does|is|will) (?:the|this) (?:report|item|paper)\b.{0,80}(?:exempt|confidential|private).{0,80}"),
    ("exempt", r"(?:public|open)(?: or |/)(?:private|exempt|closed).{0,40}|publication status|status of report|access"),
    ("exempt", r"report (?:status|classification)|contains? (?:confidential|exempt).{0,60}|part (?:1|i)/(?:2|ii)"),
    (
        "meeting_of",
        r"meeting(?: of| name| title| body)?|(?:report )?(?:to|for)(?: the)?|(?:for )?(?:submission|submitted) to|"
        r"(?:name of )?(?:committee|board|panel|body|meeting)(?: name| title)?|decision[- ]?(?:maker|body|taker)|"
        r"decision (?:to be )?(?:taken|made) by|report for (?:submission to|consideration by|decision by)|"
        r"committee/(?:board|panel)|presented to|meeting/committee",
    ),
    (
        "other",
        rf"{OFFICER}(?:officers?|members?|councillors?|directors?|portfolio(?: holders?| leads?)?|cabinet members?)\b.{{0,60}}",
    ),
    (
        "other",
        r"(?:is this a |type of )?(?:non-?)?key(?: or non-?key)? decision.{0,60}|(?:cabinet|executive) member.{0,60}",
    ),
    (
        "other",
        r"(?:report|item|agenda|decision|reference|forward plan|key decision) ?(?:no\.?|number|ref\.?(?:erence)?|item|id|type|date)\b.{0,40}",
    ),
    ("other", r"portfolio(?: (?:holder|lead|area))?.{0,40}|relevant .{3,50}|reason for .{3,60}|version|enclosures?"),
    ("other", r"(?:past|future) pathway.{0,40}|item (?:no|number).{0,10}|agenda item.{0,12}|policy framework.{0,40}"),
    ("other", r"(?:is|will|does|has) (?:the|this) (?:decision|report|item)\b.{0,100}|called? in.{0,40}|call-in.{0,40}"),
    ("other", r"tel(?:ephone)?(?: (?:no\.?|number))?|e-?mail(?: address)?|position|designation|ext(?:ension)?|website"),
    ("other", r"terms of reference|executive/routine|director(?:ate)?|chief officer|last committee reference|service"),
    (
        "other",
        r"report has been considered by|consultees?|local members?(?:\(s\)|s)?.{0,40}|parish(?:es)?|ref(?:erence)?\.?",
    ),
)
LABELS = tuple((field, re.compile(pattern, re.IGNORECASE)) for field, pattern in PATTERNS)
LONGEST_LABEL = 130
PAIR = re.compile(r"([A-Za-z][^:?]{0,130}?(?:\([^()]{0,80}\)[^:?]{0,20})?)\s*[:?]+\s*(.*)", re.DOTALL)
DASHED = re.compile(r"([A-Z][\w()/ ]{2,40}?)\s+[–—-]\s+(.+)", re.DOTALL)
UNMARKED = re.compile(
    r"((?:joint )?report (?:of|from|by|to)(?: the)?|for submission to|meeting of(?: the)?|date(?=\s+\d)|"
    r"wards? affected)\s+(\S.*)",
    re.IGNORECASE | re.DOTALL,
)
# Labels at which a line of several fields is cut.
INLINE_LABEL = re.compile(
    r"(?:(?<=\s)|^)(?:Report (?:of|to|from|by|title|author|for)|Meeting of|Meeting date|To|From|By|Subject|Title|Date|"
    r"Wards?(?:\(s\))?(?: affected)?|Electoral Divisions?(?: affected)?|Divisions? affected|Classification|Summary|"
    r"Recommendations?(?:\(s\))?|Lead Officer|Cabinet Member|Portfolio Holder|Decision (?:No|maker)|Key decision|"
    r"Contact Officer|Past Pathway(?: of report| of paper)?|Future Pathway(?: of report| of paper)?|Purpose)\s?:",
)


def field_of(text: str) -> Field | None:
    """The field that a label names, None if it is no label: "Ward(s)" gives wards."""
    words = " ".join(text.split()).strip(" :?*•–—-")
    if not words or len(words) > LONGEST_LABEL:
        return None
    return next((field for field, pattern in LABELS if pattern.fullmatch(words)), None)


def pair_in(text: str) -> tuple[Field, str, str] | None:
    """The field, its label as printed, and the value that a line gives: "Date: 18 April 2024"."""
    for pattern in (PAIR, DASHED):
        if (match := pattern.fullmatch(text.strip())) and (field := field_of(match[1])):
            return field, match[1].strip(), match[2].strip()
    if (match := UNMARKED.fullmatch(text.strip())) and (
        field := field_of(re.sub(r"\s+the$", "", match[1], flags=re.I))
    ):
        return field, match[1].strip(), match[2].strip()
    return None
