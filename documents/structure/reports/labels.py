"""The labels of a report's first page: which field each names."""

import re
from typing import Literal

Field = Literal["report_of", "meeting_of", "date", "wards", "subject", "exempt", "author", "other"]
OFFICER = r"(?:relevant|responsible|originating|lead|senior|accountable|chief|corporate|executive|strategic|service)"
# In the order in which they are tried: the first that a label matches as a whole names its field.
PATTERNS: tuple[tuple[Field, str], ...] = (
    (
        "author",
        rf"""(?:report )?(?:author|written by|prepared by)(?:\(s\)|s)?(?: and contact.{{0,40}}| \(.{{2,60}}\)
        |/.{{2,40}})?
        |(?:contact|report|lead|originating|responsible|accountable) (?:officer|employee|author(?!is))(?:\(s\)
        |s)?.{{0,60}}
        |author/(?:lead )?officer.{{0,40}}|contact(?: (?:details?|name|person))?
        |contacts? for (?:enquiries|further information)
        |officer contact.{{0,40}}
        |accountable (?:chief executive|director|officer)|(?:{OFFICER} )+directors?(?:\(s\))?""",
    ),
    (
        "report_of",
        """(?:joint )?report (?:of|from|by)(?: the)?|lead (?:head of service|head|service)
        |by|from|submitted by|report presented by|reporting officer""",
    ),
    (
        "date",
        """(?:(?:cabinet|council|meeting|committee|decision|report|agenda) )*date(?: (?:of|for) .{3,40})?|held on""",
    ),
    (
        "wards",
        r"""(?:are |which )?(?:specific |electoral |county |all )*(?:wards?|divisions?)(?:\(s\)|s)?
        (?:[ /]*(?:or|and|/)? ?(?:groups?|areas?|divisions?|communities|community councils?|parish(?:es)?))*
        (?: (?:is|are))?(?: likely to be)?(?: specifically| directly)?
        (?: (?:affected|covered|concerned|involved|impacted))?(?: by .{3,40})?
        |areas? affected|(?:affected|relevant) wards?|(?:if (?:yes|so|relevant),? )?(?:(?:please )?(?:add|list|state) )?
        (?:the )?names?(?:\(s\))? of (?:the )?wards?(?:\(s\)|s)?(?: affected)?""",
    ),
    (
        "subject",
        """(?:report )?(?:subject|title|topic)(?: matter)?(?: of (?:the )?(?:report|paper|item))?|item title|re
        |name of (?:the )?report|report on|agenda item title""",
    ),
    (
        "exempt",
        r"""(?:security )?classification|protective marking|delete as appropriate|restrictions?
        |(?:non-?)?exempt(?:ion)?(?:[ /(,–-].{0,80})?|confidential(?:ity)?(?:[ /(].{0,60})?|open[ /]or .{0,60}
        |(?:does|is|will) (?:the|this) (?:report|item|paper)\b.{0,80}(?:exempt|confidential|private).{0,80}
        |(?:public|open)(?: or |/)(?:private|exempt|closed).{0,40}|publication status|status of report|access
        |report (?:status|classification)|contains? (?:confidential|exempt).{0,60}|part (?:1|i)/(?:2|ii)""",
    ),
    (
        "meeting_of",
        """meeting(?: of| name| title| body)?|(?:report )?(?:to|for)(?: the)?|(?:for )?(?:submission|submitted) to
        |(?:name of )?(?:committee|board|panel|body|meeting)(?: name| title)?
        |(?:final )?decision[- ]?(?:maker|body|taker)
        |decision (?:to be )?(?:taken|made) by|report for (?:submission to|consideration by|decision by)
        |committee/(?:board|panel)|presented to|meeting/committee""",
    ),
    (
        "other",
        rf"""(?:{OFFICER} |report |cabinet |portfolio )*(?:officers?|members?|councillors?|directors?|holders?|leads?|
        portfolio)(?:\(s\))?(?:/(?:{OFFICER} )*\w+)?(?: (?:name|contact|details|responsible|consulted|for decision))*
        |(?:is this a |type of )?(?:non-?)?key(?: or non-?key)? decision.{{0,60}}|chief officer|directorate|service
        |(?:report|item|agenda|decision|reference|forward\ plan|key\ decision) ?
        (?:no\.?|number|ref\.?(?:erence)?|item|id|type|date)\b.{{0,40}}
        |(?:report )?(?:authorised|approved|signed(?: off)?|cleared|agreed)(?: for \w+)? by
        |relevant .{{3,50}}|reason for .{{3,60}}|version|enclosures?|(?:past|future) pathway.{{0,40}}
        |item (?:no|number).{{0,10}}|agenda item.{{0,12}}|policy framework.{{0,40}}|call(?:ed)?[ -]in.{{0,40}}
        |(?:is|will|does|has) (?:the|this) (?:decision|report|item)\b.{{0,100}}
        |tel(?:ephone)?(?: (?:no\.?|number))?|e-?mail(?: address)?|position|designation|ext(?:ension)?|website
        |terms of reference|executive/routine|last committee reference|report has been considered by|consultees?
        |local members?(?:\(s\)|s)?.{{0,40}}|parish(?:es)?|ref(?:erence)?\.?""",
    ),
)
LABELS = tuple((name, re.compile(pattern.replace("\n        ", ""), re.IGNORECASE)) for name, pattern in PATTERNS)
LONGEST_LABEL = 130
PAIR = re.compile(r"([A-Za-z][^:?]{0,130}?(?:\([^()]{0,80}\)[^:?]{0,20})?)\s*[:?]+-?\s*(.*)", re.DOTALL)
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
    return next((name for name, pattern in LABELS if pattern.fullmatch(words)), None)


def pair_in(text: str) -> tuple[Field, str, str] | None:
    """The field, its label as printed, and the value that a line gives: "Date: 18 April 2024"."""
    text = text.strip()
    for pattern in (PAIR, DASHED):
        if (match := pattern.fullmatch(text)) and (field := field_of(match[1])):
            note = re.fullmatch(r"\([^()]*(?:\([^()]*\)[^()]*)*\)", match[2].strip())
            return field, match[1].strip(), "" if note else match[2].strip()
    if (match := UNMARKED.fullmatch(text)) and (field := field_of(re.sub(r"\s+the$", "", match[1], flags=re.I))):
        return field, match[1].strip(), match[2].strip()
    return None
