"""Who gives evidence: the columns of their tables, and lines that name one with a post, a body and a subject."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Column = Literal["name", "post", "organisation", "focus", "date", "theme", "stage", "other"]
LONGEST_NAME = 70
NAMES: tuple[tuple[Column, str], ...] = (
    ("stage", r"^(?:stage|activity|milestone|output|key output|task|step|agenda|item|session)\b"),
    (
        "name",
        r"^(?:who|names?|(?:expert |proposed |key )*witness(?:es)?|invitees?|attendees?|contributors?|speakers?|"
        r"presenters?|experts?|stakeholders?|evidence from|consultees?|to be submitted by)\b",
    ),
    ("date", r"^(?:when|(?:meeting |session |proposed |target )*dates?|meeting|deadline|timescale|month)\b"),
    ("theme", r"^(?:evidence )?theme"),
    (
        "organisation",
        r"^(?:organi[sz]ation|agency|body|company|representing|service|team|employer|department|remit|"
        r"institution|directorate)\b",
    ),
    ("post", r"^(?:job|role|position|title|post|designation)\b"),
    (
        "focus",
        r"focus|topic|purpose|subject|evidence|reason|issues?\b|questions?|contribution|^why|remit|area|"
        r"^what\b|outcome|information",
    ),
)
VISIT = re.compile(r"^(?:site |scrutiny |a |proposed )*visits?\b", re.IGNORECASE)
UNKNOWN = re.compile(
    r"^(?:to be (?:identified|confirmed|agreed|determined|advised)|tb[acd]|none|n/?a|see above)\W*$", re.I
)
BODY = re.compile(
    r"\b(?:council|nhs|trust|ccg|icb|police|university|college|school|housing|association|society|charity|foundation|"
    r"ltd|limited|llp|plc|group|partnership|federation|union|services?|authority|agency|ministry|department|hospital|"
    r"network|forum|fund|commission|uk|england|wales|scotland|homes|centre|board|institute|advice|shelter|mind|"
    r"healthwatch|constabulary|company|borough|alliance|cooperative|co-operative|practice|academy|church|project|"
    r"jobcentre|dwp|ofsted|cqc|lga|directorate)\b",
    re.IGNORECASE,
)
POST = re.compile(
    r"^(?:(?:the|interim|acting|strategic|senior|principal|group|corporate|assistant|deputy|associate|joint|co-?|"
    r"chief|executive|service|national|regional|local|lead|former|vice-?)\s*)*"
    r"(?:head|director|manager|officer|lead|leader|cabinet|member|executive|chair|professor|lecturer|coordinator|"
    r"co-ordinator|advis[eo]r|consultant|commissioner|inspector|superintendent|constable|sergeant|headteacher|"
    r"principal|trustee|secretary|analyst|engineer|nurse|doctor|gp|governor|president|founder|ceo|specialist|tenant|"
    r"resident|researcher|planner|solicitor|portfolio)\b",
    re.IGNORECASE,
)
DASH = re.compile(r"\s+[–—-]\s+|\s*:\s+")
IN_BRACKETS = re.compile(r"^(?P<name>.+?)\s*\((?P<within>[^()]+)\)\s*$")


@dataclass(frozen=True, slots=True)
class Named:
    """One who gives evidence, with their post in the name."""

    name: str
    organisation: str = ""
    focus: str = ""


def columns_of(cells: Sequence[str]) -> tuple[Column, ...] | None:
    """What each column of a table of witnesses or of sessions holds; None where the row names none."""
    if any(len(cell) > LONGEST_NAME for cell in cells):
        return None
    kinds = [_kind(cell) for cell in cells]
    once = tuple(kind if kind not in kinds[:place] or kind == "other" else "other" for place, kind in enumerate(kinds))
    told = {kind for kind in once if kind != "other"}
    of_witnesses = "name" in told and bool(told & {"organisation", "focus", "post", "date"})
    of_stages = "date" in told and bool(told & {"stage", "theme", "focus", "name"})
    return once if of_witnesses or of_stages else None


def _kind(cell: str) -> Column:
    plain = " ".join(re.sub(r"[^\w ]+", " ", cell.lower()).split())
    return next((kind for kind, pattern in NAMES if plain and re.search(pattern, plain)), "other")


def is_visit(text: str) -> bool:
    return bool(VISIT.match(text))


def is_unknown(text: str) -> bool:
    """Whether a text only says that something is not yet known."""
    return bool(UNKNOWN.match(text))


def named(text: str) -> Named:
    """A line that names one: "Ann Lee, Head of Housing, Marlow Council – damp and mould"."""
    who, focus = _focus(text)
    if (match := IN_BRACKETS.match(who)) and BODY.search(match["within"]):
        return Named(match["name"].strip(" ,"), match["within"].strip(), focus)
    parts = [part.strip() for part in who.split(",")]
    if len(parts) > 1 and BODY.search(parts[-1]) and not POST.match(parts[-1]):
        return Named(", ".join(parts[:-1]), parts[-1], focus)
    return Named(who, "", focus)


def _focus(text: str) -> tuple[str, str]:
    """Who it is, and after a dash or a colon on what; a post after a dash is still who it is."""
    match = DASH.search(text)
    if match is None:
        return text.strip(), ""
    who, rest = text[: match.start()].strip(), text[match.end() :].strip()
    if not POST.match(rest):
        return who, rest
    post, focus = _focus(rest)
    return f"{who}, {post}", focus
