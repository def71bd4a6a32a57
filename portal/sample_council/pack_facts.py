"""The packs: which papers go to which meeting, and where each lies in the written file."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from portal.sample_council.bodies import Committee, Seat
from portal.sample_council.dates import Meeting, despatched, questions_by
from portal.sample_council.facts import HERE, SampleCouncil
from portal.sample_council.words import Words

MINUTES_TITLE = "Minutes of the Previous Meeting"


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """An item as its front sheet will list it. `paper` names a file of papers/; `section` is "" where unlettered."""

    section: str
    label: str
    title: str
    text: str = ""
    paper: str = ""
    exempt: tuple[int, ...] = ()
    is_minutes: bool = False

    @property
    def printed_texts(self) -> list[str]:
        """The paragraphs under the title: the item's own text, and why an exempt one is not for publication."""
        texts = [text for text in self.text.split("\n\n") if text]
        if self.exempt:
            paragraphs = " and ".join(str(number) for number in self.exempt)
            texts.append(str(standing()["withheld"]).replace("{paragraphs}", paragraphs))
        return texts


@dataclass(frozen=True)
class Pack:
    """One agenda pack before it is drawn. `state` is published or draft."""

    council: SampleCouncil
    name: str
    meeting: Meeting
    minutes_of: Meeting
    minutes: str
    items: tuple[PlannedItem, ...]
    state: str

    @property
    def committee(self) -> Committee:
        return self.council.committees[self.meeting.committee]

    @property
    def lettered(self) -> bool:
        return self.committee.style == "lettered"

    @property
    def despatched(self) -> date:
        return despatched(self.meeting.date, self.council.today)

    @property
    def questions_by(self) -> date | None:
        return questions_by(self.meeting.date) if self.committee.questions else None

    @property
    def next_meeting(self) -> date | None:
        """As printed: the next one planned, though it was moved or cancelled later."""
        later = [
            m.date for m in self.council.meetings[self.committee.key] if m.date > self.meeting.date and not m.title
        ]
        return later[0] if later else None

    @property
    def seats(self) -> list[Seat]:
        """The printed membership: councillors, others, substitutes. The whole Council is not printed by name."""
        if self.committee.everybody:
            return []
        return sorted(self.council.seats_on(self.committee, self.meeting.date), key=_printed_group)

    @property
    def filename(self) -> str:
        return f"{self.meeting.date.isoformat()}-{self.committee.key}-agenda-pack.pdf"


@dataclass(frozen=True, slots=True)
class WrittenDocument:
    """A document's pages: printed numbers, with the blank that pads it. `is_main` is the item's first."""

    title: str
    kind: str
    first_page: int
    last_page: int
    is_main: bool


@dataclass(frozen=True, slots=True)
class WrittenItem:
    planned: PlannedItem
    documents: tuple[WrittenDocument, ...]

    @property
    def pages(self) -> tuple[int, int] | None:
        return (self.documents[0].first_page, self.documents[-1].last_page) if self.documents else None


@dataclass(frozen=True, slots=True)
class WrittenPack:
    pack: Pack
    path: Path
    front_pages: int
    pdf_pages: int
    items: tuple[WrittenItem, ...]


@cache
def standing() -> dict[str, Any]:
    return tomllib.loads((HERE / "standing.toml").read_text(encoding="utf-8"))


def packs(council: SampleCouncil) -> list[Pack]:
    """Every pack, the oldest meeting first."""
    content = tomllib.loads((HERE / "packs.toml").read_text(encoding="utf-8"))
    found = [_pack(council, entry) for entry in content["pack"]]
    return sorted(found, key=lambda pack: (pack.meeting.date, pack.name))


def _printed_group(seat: Seat) -> int:
    if seat.role == "substitute":
        return 2
    return 0 if seat.person and seat.person.is_councillor else 1


def _pack(council: SampleCouncil, entry: dict[str, Any]) -> Pack:
    committee = council.committees[entry["committee"]]
    meeting = council.meeting(committee.key, entry["index"])
    series = [m for m in council.meetings[committee.key] if m.date < meeting.date and m.state == "held"]
    words = Words(council, meeting)
    return Pack(
        council=council,
        name=f"{committee.key} {entry['index']}",
        meeting=meeting,
        minutes_of=series[-1],
        minutes=entry["minutes"],
        items=tuple(_lettered(entry, words) if committee.style == "lettered" else _straight(entry, words)),
        state=entry.get("state", "published"),
    )


def _lettered(entry: dict[str, Any], words: Words) -> list[PlannedItem]:
    formal = [
        PlannedItem("A", "1", "Apologies for Absence"),
        PlannedItem("A", "2", "Declarations of Interest", standing()["declarations"]),
        PlannedItem("A", "3", "Declaration of Substitute Members"),
        PlannedItem("A", "4", MINUTES_TITLE, is_minutes=True),
        PlannedItem("A", "5", "Chair's Report"),
        PlannedItem("A", "6", "Items for Call In (if any)"),
        PlannedItem("A", "7", "Public Questions"),
    ]
    for letter in "BF":
        chosen = [item for item in entry["item"] if item.get("section", "B") == letter]
        formal += [_item(item, words, letter, str(number)) for number, item in enumerate(chosen, 1)]
    return formal


def _straight(entry: dict[str, Any], words: Words) -> list[PlannedItem]:
    opening = [
        PlannedItem("", "1", "Apologies for Absence"),
        PlannedItem("", "2", "Declarations of Interest"),
        PlannedItem("", "3", MINUTES_TITLE, is_minutes=True),
    ]
    return opening + [_item(item, words, "", str(number)) for number, item in enumerate(entry["item"], 4)]


def _item(item: dict[str, Any], words: Words, section: str, label: str) -> PlannedItem:
    return PlannedItem(
        section=section,
        label=label,
        title=words.fill(item["title"]),
        text=_own_text(item, words),
        paper=item.get("paper", ""),
        exempt=tuple(item.get("exempt", ())),
    )


def _own_text(item: dict[str, Any], words: Words) -> str:
    text = str(item.get("text", ""))
    if item.get("questions"):
        email = words.council.committees[words.meeting.committee].email
        text = standing()["questions"].replace("{email}", email)
    return words.fill(text)
