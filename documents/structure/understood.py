"""What was understood of one paper, as plain data: what `read_paper --json` prints and proposals are made from.

Every `page` counts from 1 within the paper. Every text keeps the paper's own words, whole: a text of several
paragraphs has an empty line between them, and a list item stands on a line of its own after its marker. A label is
as printed ("One", "2.1", "10 (a)"). An empty text or None is what the paper does not say; nothing is invented.
"""

import datetime
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from documents.packs.json_fields import build, plain

Kind = Literal["report", "minutes", "response", "report_back", "work_programme", "action_plan", "other"]
Rag = Literal["", "red", "amber", "green"]


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """label is its number ("4.12"), or "" for one without; a list or table below it is a part of its text."""

    label: str
    text: str
    page: int


@dataclass(frozen=True, slots=True)
class ReadSection:
    """heading is "" for what stands before the first heading; label is its own number ("4") if printed."""

    heading: str
    label: str = ""
    page: int = 0
    paragraphs: list[ReadParagraph] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ReadPart:
    """A lettered part of a recommendation: label "a"."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadRecommendation:
    """What a report asks its meeting to decide ("2.1"), or a scrutiny review asks the executive to do ("One").

    text is the whole, its parts included. number is what the label counts, or None: "One" and "R1" are 1.
    `to` tells the two kinds apart. paragraph is the label of the paragraph it stands in, where that is another.
    lead is what stands above a list of them and is said of each ("The Committee is asked to:").
    """

    label: str
    text: str
    parts: list[ReadPart] = field(default_factory=list)
    number: int | None = None
    to: Literal["meeting", "executive"] = "meeting"
    paragraph: str = ""
    lead: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class Implication:
    """kind: financial, legal, environmental, equalities, or the heading's own words in lower case for others."""

    kind: str
    text: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Author:
    """role says of what: "report", "financial implications", "legal implications"; post is their job."""

    role: str
    name: str
    post: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Clearance:
    """Who signed or authorised the report ("Final report clearance"), when, and who wrote it."""

    signed_by: str = ""
    post: str = ""
    date: datetime.date | None = None
    authors: list[Author] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ReadReport:
    """exempt: True or False where the report says which, None where it says nothing (or both)."""

    report_of: str = ""
    meeting_of: str = ""
    date: datetime.date | None = None
    wards: list[str] = field(default_factory=list)
    subject: str = ""
    exempt: bool | None = None
    sections: list[ReadSection] = field(default_factory=list)
    recommendations: list[ReadRecommendation] = field(default_factory=list)
    implications: list[Implication] = field(default_factory=list)
    appendices: list[str] = field(default_factory=list)
    background_papers: list[str] = field(default_factory=list)
    clearance: Clearance = field(default_factory=Clearance)


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody at a meeting. name is without "Councillor" or honours; role is "chair", "vice-chair" or "".

    capacity: member, co-opted, substitute, also-present or officer. representing is a body or a post.
    """

    name: str
    role: str = ""
    capacity: str = "member"
    representing: str = ""
    virtually: bool = False


@dataclass(frozen=True, slots=True)
class ReadSubstitute:
    """`replaces` is printed as "for" in JSON."""

    name: str
    replaces: str


@dataclass(frozen=True, slots=True)
class ReadVote:
    """A named vote; cast: for, against or abstained."""

    name: str
    cast: Literal["for", "against", "abstained"]


@dataclass(frozen=True, slots=True)
class ReadDeclaration:
    """A member's declared interest, with the item it concerns where the minutes say so ("B2")."""

    name: str
    text: str
    item: str = ""


@dataclass(frozen=True, slots=True)
class ReadMinute:
    """The record of one item. number: the running number ("150"); item: the label in the agenda ("B1").

    text is everything but the resolution; resolved has a text for each part, with its marker ("(a) that …").
    requests: what the committee asked for without resolving, a sentence each.
    """

    number: str
    title: str
    item: str = ""
    text: str = ""
    resolved: list[str] = field(default_factory=list)
    declarations: list[ReadDeclaration] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    votes: list[ReadVote] = field(default_factory=list)
    vote: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class ReadMinutes:
    """Minutes of one meeting; confirms is the date of the earlier meeting whose minutes it confirms, if any."""

    committee: str = ""
    date: datetime.date | None = None
    time: datetime.time | None = None
    venue: str = ""
    chair: str = ""
    present: list[Present] = field(default_factory=list)
    also_present: list[Present] = field(default_factory=list)
    officers: list[Present] = field(default_factory=list)
    apologies: list[str] = field(default_factory=list)
    substitutes: list[ReadSubstitute] = field(default_factory=list)
    entries: list[ReadMinute] = field(default_factory=list)
    closed: datetime.time | None = None
    confirms: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class ReadResponse:
    """The answer to one recommendation, which the paper usually repeats; parts as in the recommendation."""

    label: str
    recommendation: str
    response: str
    number: int | None = None
    parts: list[ReadPart] = field(default_factory=list)
    page: int = 0


@dataclass(frozen=True, slots=True)
class ReadProgress:
    """What was reported back on one recommendation; text is the progress alone."""

    label: str
    recommendation: str
    text: str
    rag: Rag = ""
    number: int | None = None
    parts: list[ReadPart] = field(default_factory=list)
    page: int = 0


@dataclass(frozen=True, slots=True)
class ReadAction:
    """A row of an action plan. due is as printed ("Dec 15"), due_month the first day of that month."""

    action: str
    part: str = ""
    objective: str = ""
    champion: str = ""
    number: str = ""
    owner: str = ""
    due: str = ""
    due_month: datetime.date | None = None
    rag: Rag = ""
    success: str = ""
    progress: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class ReadWitness:
    """theme and date tell at which session, where the plan says so."""

    name: str
    organisation: str = ""
    focus: str = ""
    theme: str = ""
    date: datetime.date | None = None
    page: int = 0


@dataclass(frozen=True, slots=True)
class ReadVisit:
    text: str
    date: datetime.date | None = None
    page: int = 0


@dataclass(frozen=True, slots=True)
class ReadStage:
    """A meeting or step of a review. date_text is as printed, when it is no certain date ("20 March 2016")."""

    date: datetime.date | None
    theme: str
    date_text: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class ReadReview:
    """titles: the one in use first, then former ones. background: reading, briefing notes and links.

    aims: what the review is for as a whole, where that stands apart from its objectives.
    """

    titles: list[str] = field(default_factory=list)
    objectives: list[str] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)
    witnesses: list[ReadWitness] = field(default_factory=list)
    visits: list[ReadVisit] = field(default_factory=list)
    background: list[str] = field(default_factory=list)
    stages: list[ReadStage] = field(default_factory=list)
    aims: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ProgrammeMeeting:
    """What a committee plans to take at one meeting; date_text is the date as printed."""

    date: datetime.date | None
    items: list[str] = field(default_factory=list)
    date_text: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class PaperWarning:
    """What was not understood, or seems a printed mistake: one clear sentence for a clerk. page None: the whole."""

    page: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Understood:
    """One paper. A part that the paper does not have is None or empty."""

    kind: Kind = "other"
    report: ReadReport | None = None
    minutes: ReadMinutes | None = None
    responses: list[ReadResponse] = field(default_factory=list)
    progress: list[ReadProgress] = field(default_factory=list)
    actions: list[ReadAction] = field(default_factory=list)
    review: ReadReview | None = None
    programme: list[ProgrammeMeeting] = field(default_factory=list)
    warnings: list[PaperWarning] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """ISO dates and HH:MM times."""
        data: dict[str, Any] = plain(asdict(self))
        for substitute in (data["minutes"] or {}).get("substitutes", []):
            substitute["for"] = substitute.pop("replaces")
        return data


def plain_of(value: Any) -> Any:
    """A dataclass of this module, or a list of them, as JSON can hold it."""
    return [plain_of(inner) for inner in value] if isinstance(value, list) else plain(asdict(value))


def from_json(kind: type, data: Any) -> Any:
    """A dataclass of this module back from its JSON, such as `ReadResponse` from a proposal's payload."""
    return build(kind, data)


def warn(warnings: list[PaperWarning], message: str, page: int | None = None) -> None:
    warnings.append(PaperWarning(page, message))
