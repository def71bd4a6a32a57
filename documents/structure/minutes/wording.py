"""The words by which minutes mark a resolution, and the labels that stand over parts of a minute."""

import re

CAPITAL_VERBS = "RESOLVED|AGREED|DECIDED|APPROVED|ORDERED|DETERMINED|RECOMMENDED|PENDERFYNWYD|CYTUNWYD|ARGYMHELLWYD"
# What may follow a verb before its wording: how it was carried, and to whom it goes.
CARRIED = r"(?:\s*[(\[][^()\[\]]{0,90}[)\]]|,?\s+(?:unanimously|UNANIMOUSLY|nem\.? ?con\.?|NEM\.? CON\.?|yn unfrydol))?"
LEAD = (
    r"(?:(?:Accordingly|Therefore|Thereupon),?\s+)?"
    r"(?:(?:It|IT)\s+(?:was|WAS)\s+(?:(?:then|therefore|accordingly|also|further|duly)\s+){0,3})?"
)

RESOLVED_WORD = re.compile(
    rf"(?P<lead>{LEAD})(?:(?:unanimously|UNANIMOUSLY|Unanimously)\s+)?"
    rf"\b(?P<verb>RESOLVED|PENDERFYNWYD)(?:\s*/\s*(?:RESOLVED|"
    rf"PENDERFYNWYD))?(?P<further>\s+FURTHER)?(?P<carried>{CARRIED})"
    r"(?P<recommend>\s+(?:to recommend|TO RECOMMEND)\b[^:;–]{0,60})?(?=\W|$|that\b|to\b)(?!\s+(?:ITEMS|MATTERS)\b)"
)
CAPITAL_VERB = re.compile(
    rf"(?P<lead>{LEAD})(?:(?:unanimously|UNANIMOUSLY|Unanimously)\s+)?"
    rf"\b(?P<verb>{CAPITAL_VERBS})(?P<carried>{CARRIED})(?=\s*[:;–—-]|,?\s+(?:that|THAT|to|TO|as follows|AS FOLLOWS)\b)"
    r"(?P<recommend>\s+(?:TO|to)\s+(?:THE\s+|the\s+)?(?:FULL\s+|full\s+)?(?:COUNCIL|CABINET|EXECUTIVE|Council|Cabinet|"
    r"Executive)\b[^:;–]{0,30})?"
)
OPENING_WORD = re.compile(
    r"^(?P<lead>)(?P<verb>Resolved|Agreed|Recommended|Decisions?(?: taken)?|Resolutions?|Penderfyniad(?:au)?|"
    r"Penderfynwyd|Cytunwyd|"
    rf"DECISIONS?(?: TAKEN)?|RESOLUTIONS?|PENDERFYNIAD(?:AU)?)(?P<carried>{CARRIED})"
    r"(?:\s*[:–—]|\s+-(?=\s)|(?=,?\s+(?:that|to|by)\b)|\.?$)"
)
NARRATED = re.compile(
    r"\b(?P<lead>(?:[Ii]t was|(?:[Cc]ommittee|[Cc]abinet|[Cc]ouncil|[Bb]oard|[Pp]anel|[Ee]xecutive|[Mm]embers|"
    r"[Mm]eeting|[Aa]uthority|[Ff]orum|[Gg]roup)(?: (?:had|has|have))?)"
    r"(?:,? (?:unanimously|then|therefore|also|further|accordingly|duly))*) "
    rf"(?P<verb>resolved|RESOLVED)(?P<carried>{CARRIED}),?\s+(?=that\b|to\b|:)"
)
SECONDED = re.compile(
    r"\b(?:[Ss]econded|[Pp]roposed)\b[^.]{0,120}?\b(?P<lead>and (?:it was )?)(?P<verb>resolved|agreed)(?P<carried>)"
    r"(?:\s+unanimously)?,?\s+(?=that\b|to\b)"
)
AGREEMENT = re.compile(
    r"^(?P<lead>(?:It was|(?:The |Members of the )?(?:Sub-?\s?)?(?:Committee|Cabinet|Council|Board|Panel|Executive|"
    r"Members|Councillors|Authority|Forum|Group|Meeting|Bwrdd|Pwyllgor))(?: (?:unanimously|then|therefore|also|further|"
    rf"accordingly))*) (?P<verb>agreed|decided|recommended)(?P<carried>{CARRIED})(?=,?\s+(?:that|to)\b|\s*:)"
)
MARKERS = (RESOLVED_WORD, OPENING_WORD, NARRATED, SECONDED, CAPITAL_VERB)

MARKER_ALONE = re.compile(
    r"^(?:(?:it was )?(?:unanimously )?(?:resolved|agreed|decided|approved|determined|recommended|"
    r"penderfynwyd|cytunwyd)"
    r"(?:[\s(]+(?:unanimously|yn unfrydol)\)?)?(?:,?\s+that)?|decisions?(?: taken)?|resolutions?|penderfyniad(?:au)?|"
    r"(?:the )?(?:sub-)?(?:committee|panel|board|cabinet)(?:[’']s)? (?:decision|resolution))\W*$",
    re.IGNORECASE,
)
REFUSED = re.compile(
    r"\b(?:was|were) (?:not|NOT) (?:approved|agreed|carried|supported|adopted|accepted|APPROVED|AGREED|CARRIED)\b|"
    r"\b(?:FELL|LOST|NOT CARRIED|NOT APPROVED)\b|\b(?:was|were|be) (?:lost|defeated|rejected)\b",
)
# What stands over a part of a minute and ends its resolution.
SUB_LABEL = re.compile(
    r"^\W{0,2}(?:reasons?(?: for (?:the )?(?:decisions?|recommendations?|refusal|urgency))?|"
    r"(?:alternative )?options?(?: considered(?: and rejected)?| rejected)?|"
    r"alternatives considered(?: and rejected)?|actions?(?: (?:points?|required|by|for))?|notes?|voting|votes?|"
    r"(?:recorded|named) votes?|discussions?|minutes?|cofnodion|questions?|debate|background|dissent|"
    r"references?|"
    r"declarations?|conflicts? of interests?(?: declared)?|supporting documents|additional documents|call-?in|"
    r"informatives?|conditions?|wards?(?: affected)?|speakers?|written (?:questions?|answers?)|motions?|amendments?|"
    r"other (?:options|matters).{0,30}|reason for exemption.{0,20}|public forum|documents?|appendi\w+|"
    r"consultations?|decision maker|key decision|for|against|abstain(?:ed|ing|tions?)?)\s*(?:[:–-].*)?$",
    re.IGNORECASE,
)
EMPTY_LEAD = re.compile(r"^(?:that|to|as follows|:|the following)?\W*$", re.IGNORECASE)
PART = re.compile(r"^[(\[]?(?:[a-z]{1,2}|[A-H]|[ivxIVX]{1,5}|\d{1,2})[.)\]]{1,2}\s+\S")
