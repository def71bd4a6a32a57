"""What was understood of a pack, as plain data: the plan that a clerk checks and `import_pack --json` prints."""

import datetime
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from documents.packs.json_fields import build, plain

Access = Literal["open", "exempt", "confidential"]
Role = Literal["chair", "vice-chair", "member", "co-opted", "substitute", "vacancy"]
Kind = Literal["report", "appendix", "minutes", "presentation", "letter", "decision_notice", "other"]


class NotAPack(Exception):
    """The file is no readable pack; str(error) is one clear sentence for a clerk."""


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """What the front sheet says of the meeting; an empty text or None is what it does not say.

    title is the front sheet's own heading; time_text is a time that is no hour ("on the rising of Council").
    questions_to is an address or name, questions_text the whole sentence on how to send questions.
    """

    committee: str = ""
    date: datetime.date | None = None
    time: datetime.time | None = None
    venue: str = ""
    despatched: datetime.date | None = None
    quorum: int | None = None
    contact: str = ""
    next_meeting: datetime.date | None = None
    questions_to: str = ""
    questions_by: datetime.date | None = None
    title: str = ""
    time_text: str = ""
    contact_phone: str = ""
    contact_email: str = ""
    questions_text: str = ""


@dataclass(frozen=True, slots=True)
class PlannedMember:
    """A seat: name is without "Councillor" and honours, and None for a vacancy."""

    name: str | None
    role: Role
    representing: str = ""


@dataclass(frozen=True, slots=True)
class PlannedSection:
    letter: str | None
    title: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class PlannedDocument:
    """One paper: first_page and last_page are the numbers printed on it, pdf_first and pdf_last PDF pages."""

    title: str
    kind: Kind
    first_page: int | None
    last_page: int | None
    pdf_first: int
    pdf_last: int
    access: Access = "open"
    exempt_paragraphs: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """One item; section is its section's letter if it has one, section_index its place in the plan's sections.

    Its pages are those of all its documents; note is what is said instead of a page ("To follow"), beside what
    stands in a column next to the title, such as the member who leads on it.
    """

    section: str | None
    label: str
    title: str
    text: str = ""
    first_page: int | None = None
    last_page: int | None = None
    pdf_first: int | None = None
    pdf_last: int | None = None
    access: Access = "open"
    exempt_paragraphs: list[int] = field(default_factory=list)
    documents: list[PlannedDocument] = field(default_factory=list)
    note: str = ""
    section_index: int | None = None
    beside: str = ""


@dataclass(frozen=True, slots=True)
class PlannedMinutes:
    """The minutes of an earlier meeting, found among the papers."""

    committee: str
    date: datetime.date | None
    first_page: int | None
    last_page: int | None
    pdf_first: int
    pdf_last: int


@dataclass(frozen=True, slots=True)
class PlanWarning:
    """Something to check: page is the PDF page, field the place in the plan ("items.3.title") if any."""

    page: int | None
    message: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class PackPlan:
    """front_pages is the number of PDF pages before the papers; other_documents belong to no item.

    A supplement adds to an agenda that is here; what it does not list stays. kind_reason is why it is taken for one,
    or for a whole agenda, in a sentence for the clerk, who may say otherwise.
    """

    meeting: PlannedMeeting
    members: list[PlannedMember] = field(default_factory=list)
    sections: list[PlannedSection] = field(default_factory=list)
    items: list[PlannedItem] = field(default_factory=list)
    previous_minutes: PlannedMinutes | None = None
    warnings: list[PlanWarning] = field(default_factory=list)
    other_documents: list[PlannedDocument] = field(default_factory=list)
    front_pages: int = 0
    pdf_pages: int = 0
    is_supplement: bool = False
    kind_reason: str = ""

    def to_json(self) -> dict[str, Any]:
        """Plain lists, dicts, texts and numbers: dates as YYYY-MM-DD, times as HH:MM."""
        converted: dict[str, Any] = plain(asdict(self))
        return converted

    @classmethod
    def from_json(cls, content: dict[str, Any]) -> "PackPlan":
        """The plan that to_json gave; ValueError names the place of what does not fit."""
        return build(cls, content)
