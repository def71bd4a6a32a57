"""What a summons says, as plain data: made from a meeting's rows, shown as a page and set as a tagged PDF alike."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, time
from typing import Any

from django.utils.formats import date_format

from committees.models import Access, AgendaItem, AgendaSection, Council, Meeting, MeetingMember
from documents.models import Listing, PaperToFollow
from documents.summons.words import clock

VOTING = ("chair", "vice-chair", "member", "vacancy")
MARKS = {"chair": " (Chair)", "vice-chair": " (Vice-Chair)"}


@dataclass(frozen=True, slots=True)
class SummonsItem:
    """`pages` are as printed (“5 - 18”), or empty; `note` stands in their place (“To follow”)."""

    label: str
    title: str
    text: str = ""
    pages: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SummonsSection:
    """A lettered or titled group of items; the title is empty for items of no section."""

    letter: str
    title: str
    text: str
    items: list[SummonsItem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class SeatGroup:
    """`heading` is “Membership” or “Substitute members”, `name` what kind of members follow."""

    heading: str
    name: str
    seats: list[str]


@dataclass(frozen=True, slots=True)
class Summons:
    """Dates and times are in words; an empty text is what the meeting does not say."""

    council: str
    address: str
    committee: str
    title: str
    when: str
    venue: str
    contact: str
    phone: str
    email: str
    despatched: str
    quorum: int | None
    next_meeting: str
    seats: list[SeatGroup]
    sections: list[SummonsSection]

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def summons_of(
    meeting: Meeting, items: Sequence[AgendaItem], sections: Sequence[AgendaSection], council: Council
) -> Summons:
    """Of these items and sections alone, so that a page for the public can be made of what is public."""
    members = list(MeetingMember.objects.filter(meeting=meeting).select_related("person").order_by("order"))
    pages, promised = _pages(meeting), _promised(meeting)
    return Summons(
        council=council.name,
        address=" ".join(council.address.split("\n")),
        committee=meeting.committee.name,
        title=meeting.title,
        when=_when(meeting.date, meeting.time),
        venue=meeting.venue,
        contact=meeting.contact_name,
        phone=meeting.contact_phone,
        email=meeting.contact_email,
        despatched=_day(meeting.despatched_on),
        quorum=meeting.quorum,
        next_meeting=_day(meeting.next_meeting_on),
        seats=_seats(members),
        sections=_sections(items, sections, pages, promised),
    )


def _when(day: date, hour: time | None) -> str:
    return date_format(day, "l j F Y") + (f" at {clock(hour)}" if hour else "")


def _day(day: date | None) -> str:
    return date_format(day, "j F Y") if day else ""


def _pages(meeting: Meeting) -> dict[int, tuple[int, int]]:
    """The first and last page of each item's open papers."""
    found: dict[int, tuple[int, int]] = {}
    rows = Listing.objects.filter(
        meeting=meeting, item__access=Access.OPEN, document__access=Access.OPEN, document__withdrawn_at=None
    )
    for item, first, last in rows.values_list("item", "first_page", "last_page"):
        if item and first and last:
            known = found.get(item, (first, last))
            found[item] = (min(known[0], first), max(known[1], last))
    return found


def _promised(meeting: Meeting) -> set[int | None]:
    return set(PaperToFollow.objects.filter(meeting=meeting).awaited().values_list("item", flat=True))


def _seats(members: Sequence[MeetingMember]) -> list[SeatGroup]:
    kinds = [
        ("Membership", "Councillors:", [seat for seat in members if seat.role in VOTING and not seat.representing]),
        ("", "Co-opted Members:", [seat for seat in members if _is_co_opted(seat)]),
        ("Substitute Members", "Substitutes:", [seat for seat in members if seat.role == "substitute"]),
    ]
    return [SeatGroup(heading, name, [_seat(seat) for seat in seats]) for heading, name, seats in kinds if seats]


def _is_co_opted(seat: MeetingMember) -> bool:
    return seat.role != "substitute" and (seat.role == "co-opted" or bool(seat.representing))


def _seat(seat: MeetingMember) -> str:
    body = f", {seat.representing}" if seat.representing else ""
    if not seat.name:
        return f"Vacancy{body}"
    return f"{_named(seat)}{MARKS.get(seat.role, '')}{body}"


def _named(seat: MeetingMember) -> str:
    is_councillor = seat.person.is_councillor if seat.person else seat.role != "co-opted"
    return f"Councillor {seat.name}" if is_councillor else seat.name


def _sections(
    items: Sequence[AgendaItem],
    sections: Iterable[AgendaSection],
    pages: dict[int, tuple[int, int]],
    promised: set[int | None],
) -> list[SummonsSection]:
    loose = [_item(item, pages, promised) for item in items if item.section_id is None]
    found = [SummonsSection("", "", "", loose)] if loose else []
    for section in sections:
        own = [_item(item, pages, promised) for item in items if item.section_id == section.pk]
        found.append(SummonsSection(section.letter, section.title, section.text, own))
    return found


def _item(item: AgendaItem, pages: dict[int, tuple[int, int]], promised: set[int | None]) -> SummonsItem:
    first, last = pages.get(item.pk, (0, 0))
    return SummonsItem(
        label=item.label,
        title=item.title,
        text=item.text,
        pages=f"{first} - {last}" if first else "",
        note="To follow" if item.pk in promised and not first else "",
    )
