"""The words by which papers of reviews name what follows: in a heading, before a colon, in a form's left cell."""

import re
from dataclasses import dataclass
from typing import Literal

Label = Literal[
    "title",
    "former",
    "aim",
    "objectives",
    "themes",
    "witnesses",
    "visits",
    "background",
    "stages",
    "date",
    "theme",
    "other",
]
_review = r"(?:(?:scrutiny )?(?:review|inquiry|enquiry|investigation|topic|task (?:and|&) finish(?: group)?|project))"
_of = rf"(?: (?:of|for|to|in) (?:the |this |our )?(?:proposed )?{_review})?"
PATTERNS: tuple[tuple[Label, str], ...] = (
    (
        "former",
        r"(?:former|previous|original|earlier|working) (?:review )?(?:title|name)s?|(?:formerly|previously)"
        r"(?: known as| titled| called)?",
    ),
    (
        "title",
        rf"(?:(?:review|inquiry|scrutiny|proposed|project|topic|working) )*(?:title|topic|subject|name){_of}|"
        rf"(?:scrutiny )?(?:review|inquiry|topic)|{_review}(?: title| topic| name)|"
        rf"(?:title|name|subject|topic) of (?:the )?(?:proposed )?(?:scrutiny )?(?:review|inquiry|group|topic).*",
    ),
    ("theme", r"(?:evidence|session|meeting) (?:theme|topic|focus)|theme"),
    ("date", r"(?:meeting |session )?dates?(?: of (?:the )?(?:meeting|session))?|date and time"),
    (
        "aim",
        rf"(?:overall |main |broad )?(?:aims?|purpose|ambition)(?: and purpose)?{_of}|(?:our|the) role and focus.*",
    ),
    (
        "objectives",
        rf"(?:(?:key|review|specific|scrutiny|main|sid|the) )*(?:objectives?|lines? of (?:e|i)nquiry|"
        rf"key questions|terms of reference|(?:purpose|aims?|scope) ?(?:and|&|/) ?objectives?|objectives? (?:and|&) .*|"
        rf"questions (?:to (?:be )?(?:ask|answer|address|explore)\w*|for (?:the )?review))(?: \(?kloes?\)?)?"
        rf"{_of}|(?:what )?(?:the|this) review (?:will|aims to|seeks to) (?:look at|consider|explore|examine|"
        r"answer|address)",
    ),
    ("themes", r"(?:(?:evidence|key|review|main) )*themes?(?: of (?:the )?review)?|areas of focus|focus areas"),
    (
        "visits",
        r"(?:(?:site|scrutiny|proposed|fact[- ]finding|member|learning|service|field) )*visits?"
        r"(?: \(?(?:to (?:take|be)|and|undertaken|made|carried|proposed).*)?",
    ),
    (
        "background",
        r"(?:(?:key|useful|existing|relevant|national|local|types? of|suggested|supporting) )*(?:documentary "
        r"(?:evidence|submissions?|information)|background (?:information|reading|material|documents?|"
        r"research)|reading list|(?:further|background|suggested|recommended) reading|desk(?:top)?(?:-based)? "
        r"(?:research|review)|written (?:evidence|submissions?)|briefing (?:notes?|papers?)|links|documents? "
        r"(?:considered|reviewed|to be considered)|sources of (?:information|evidence)|documents|reading|"
        r"evidence base)(?: (?:and|prior|circulated|to be|considered|received|from|for).*)?",
    ),
    (
        "witnesses",
        r"(?:(?:expert|key|proposed|potential|possible|suggested|oral|external|internal|the|our) )*"
        r"(?:witness(?:es)?(?: evidence)?(?: to .*| sessions?)?|invitees|consultees|contributors?|stakeholders?"
        r"(?: to .*| and .*)?|oral evidence|evidence givers|presentations?|those who gave evidence.*|"
        r"people to (?:hear|speak|invite).*|who (?:we|the|will|to|should|did|gave).*|evidence (?:taken|heard|"
        r"received|gathered)? ?(?:from|by).*|(?:consultation|engagement) with)(?: from (?:witnesses.*)?)?"
        r"|.*witness evidence (?:will |to )?be taken from.*|presentations? from (?:witnesses|.*officers).*",
    ),
    (
        "stages",
        rf"(?:(?:review|proposed|indicative|project|outline|key|evidence|draft|scrutiny|anticipated) )*"
        rf"(?:programme|timetable|time ?scales?|time ?lines?|time ?frame|dates|work ?(?:plan|programme)|plan|"
        rf"schedule|milestones?|key output|output|stages|project plan|evidence (?:sessions|plan)|reports?|"
        rf"reporting)(?: (?:of|for) (?:evidence|meetings|sessions|work|the review|.*{_review}))?{_of}",
    ),
)
COMPILED = tuple((label, re.compile(rf"^(?:{pattern})$", re.IGNORECASE)) for label, pattern in PATTERNS)
LONGEST_LABEL = 110
COLON = re.compile(r"^(?P<label>[^:]{3,90}?)\s*:\s*(?P<rest>.*)$", re.DOTALL)
BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|\(?[a-z]\)|[A-Z]\.)\s+")


@dataclass(frozen=True, slots=True)
class Labelled:
    label: Label
    rest: str


def label_of(text: str) -> Label | None:
    """What a whole heading names, or None."""
    if not text or len(text) > LONGEST_LABEL:
        return None
    plain = BRACKETS.sub("", NUMBER.sub("", text.strip())).strip(" :.–-*")
    return next((label for label, pattern in COMPILED if pattern.match(plain)), None)


def labelled(text: str) -> Labelled | None:
    """A line that begins with a label and a colon: "Review: Damp and mould"."""
    match = COLON.match(text)
    label = label_of(match["label"]) if match else None
    return Labelled(label, match["rest"].strip()) if match and label else None
