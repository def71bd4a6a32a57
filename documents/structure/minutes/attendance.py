"""Reads who was at a meeting from the block above its first minute."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from documents.packs.cleaning import key
from documents.packs.dates import WORDED
from documents.structure.minutes.absences import absent_in, substitutes_in
from documents.structure.minutes.headings import SECTION
from documents.structure.minutes.labels import Label, labels_in
from documents.structure.minutes.opening import MINUTES_WORD
from documents.structure.minutes.people import NOBODY, Attendee, is_chairing, names_in, people_in, posts_in
from documents.structure.pieces import Piece
from documents.structure.understood import PaperWarning, Present, ReadSubstitute, warn

COUNCILLOR = re.compile(r"^(?:Councillors?|Cllrs?\.?|Cynghor(?:ydd|wyr)|Provost|Bailie)\s+[A-Z]")
CLERK = re.compile(r"\b(?:clerk|proper officer|democratic services|minute taker|committee secretary)\b", re.IGNORECASE)
MARK_LEGEND = re.compile(
    r"[(\[]?\s*(?P<mark>[*†#])\s*(?:=|–|-|denotes|indicates)?\s*(?:members? )?(?:present|"
    r"in attendance)\b[^)\]]{0,30}[)\]]?",
    re.IGNORECASE,
)
ELECTED = re.compile(
    r"\b(?:cabinet member|portfolio holder|executive member|councillor|leader of the|deputy leader)\b", re.IGNORECASE
)
SIDE = re.compile(r"(?:^|(?<=[.;)]\s))[A-Z][\w’' -]{3,40}:\s+")
CROWDED = re.compile(r"\b(?:public|press|residents|parishioners)\b", re.IGNORECASE)
CHAIRING_NOTE = re.compile(r"[(\[](?:in the chair|presiding|yn y gadair)[)\]]", re.IGNORECASE)
# What ends a list of those present without being a minute: when decisions take effect, how to call them in.
NOTICE = re.compile(
    r"^(?:publication\b|date published|date when|call[ -]?in\b|nb\b|please note|note:|copies of)", re.IGNORECASE
)
TIME_OR_PLACE = re.compile(
    r"^(?:date|time|venue|place|location|meeting (?:started|commenced|opened)|webcast|quorum)\b", re.IGNORECASE
)


@dataclass
class Attendance:
    """Who was there, and who was not; chair is the name as printed fullest."""

    chair: str = ""
    present: list[Present] = field(default_factory=list)
    also_present: list[Present] = field(default_factory=list)
    officers: list[Present] = field(default_factory=list)
    apologies: list[str] = field(default_factory=list)
    substitutes: list[ReadSubstitute] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Place:
    """Of which list the next names are: its group, their capacity, and whether they took part from afar."""

    group: str = ""
    capacity: str = "member"
    virtually: bool = False


def attendance_in(pieces: Sequence[Piece], warnings: list[PaperWarning]) -> Attendance:
    reader = Reader(warnings)
    reader.legend = next((match["mark"] for piece in pieces if (match := MARK_LEGEND.search(piece.line))), "")
    for page, line in _lines(pieces):
        reader.page = page
        reader.read(MARK_LEGEND.sub("", line).strip())
    _name_chair(reader.attendance)
    return reader.attendance


def _lines(pieces: Sequence[Piece]) -> Iterator[tuple[int, str]]:
    for piece in pieces:
        if not piece.rows:
            yield piece.page, piece.line
        for row in piece.rows:
            yield from ((piece.page, cell) for cell in _cells(row) if cell.strip())


def _cells(row: tuple[str, ...]) -> list[str]:
    """A row's cells, each a line, but a name with the post or label beside it as one."""
    cells = [cell.strip() for cell in row if re.search(r"\w", cell)]
    if len(cells) == 2 and not labels_in(cells[0]) and people_in(cells[0]) and not people_in(cells[1]):
        return [f"{cells[0]}, {cells[1]}"]
    return cells


class Reader:
    """Goes through the lines of an attendance block; place is that of the list it is in."""

    def __init__(self, warnings: list[PaperWarning]) -> None:
        self.attendance, self.place, self.warnings = Attendance(), Place(), warnings
        self.legend, self.page = "", 0

    def read(self, text: str) -> None:
        if is_chairing(text) and not labels_in(text) and not (self.place.group and CHAIRING_NOTE.search(text)):
            self._take_chair(text)
        elif not self.place.group and COUNCILLOR.match(text) and not labels_in(text) and (people := people_in(text)):
            self.place = Place("present")
            self._add(people)
        elif not SECTION.match(text) and not MINUTES_WORD.match(text):
            self._read_line(text)

    def _read_line(self, text: str) -> None:
        if NOTICE.match(text):
            self.place = Place()
            return
        labels = labels_in(text)
        if labels and not labels[0].start and labels[0].group == "same" and not self.place.group:
            labels = [replace(labels[0], group="present", capacity="member"), *labels[1:]]
        if labels and labels[0].start and not self.place.group:
            return
        edges = [0, *(label.start for label in labels), len(text)]
        self._read_names(text[: edges[1]])
        for number, label in enumerate(labels):
            self.place = self._placed(label)
            names = text[label.end : edges[number + 2]]
            self._read_names(names)
            if label.capacity in ("chair", "vice-chair") and names.strip():
                self.place = replace(self.place, capacity="member")

    def _placed(self, label: Label) -> Place:
        if label.group in ("here", "afar"):
            return replace(self.place, group=self.place.group or "present", virtually=label.group == "afar")
        if label.group == "same":
            capacity = {"also": "also-present", "officers": "officer", "substitutes": "substitute"}
            return replace(self.place, capacity=capacity.get(self.place.group, "member"))
        if label.group == "executive":
            # In the minutes of the executive itself they are its members.
            also = bool(self.attendance.present)
            return Place(*(("also", "also-present") if also else ("present", "member")), label.virtually)
        return Place(label.group, label.capacity, label.virtually)

    def _read_names(self, text: str) -> None:
        text, group = text.strip(" ;"), self.place.group
        if not text or group in ("", "absent") or WORDED.match(text) or TIME_OR_PLACE.match(text):
            return
        if self.legend and group == "present" and not text.startswith((self.legend, "•")):
            return
        if group == "apologies":
            self.attendance.apologies.extend(absent_in(text) or names_in(text))
            self.attendance.substitutes.extend(substitutes_in(text))
        elif group == "substitutes" and (found := substitutes_in(text, plain=True)):
            self.attendance.substitutes.extend(found)
            self._add([Attendee(one.name, substitute=True) for one in found])
        else:
            self._read_people(text)

    def _read_people(self, text: str) -> None:
        # "Employer's side: …" says on which side they sit, in words that differ from body to body.
        text = SIDE.sub("; ", text).strip(" ;")
        people = people_in(text)
        if not people and self.place.group in ("officers", "also") and not CROWDED.search(text):
            people = posts_in(text)
        if people:
            self._add(people)
        elif not NOBODY.match(text) and not CROWDED.search(text) and not (text.isupper() and len(text) > 25):
            warn(self.warnings, f"These words among those present were not read as names: “{text[:120]}”.", self.page)

    def _add(self, people: Sequence[Attendee]) -> None:
        for person in people:
            if person.chairs:
                self.attendance.chair = person.name
            if person.replaces:
                self.attendance.substitutes.append(ReadSubstitute(person.name, person.replaces))
            target, capacity = self._list_of(person)
            role = self.place.capacity if self.place.capacity in ("chair", "vice-chair") else person.role
            shown = Present(person.name, role, capacity, person.representing, self.place.virtually or person.virtually)
            _put(target, replace(shown, role="") if capacity in ("officer", "also-present") else shown)

    def _list_of(self, person: Attendee) -> tuple[list[Present], str]:
        """The list that a person belongs to, and their capacity there."""
        group = self.place.group
        if group == "present" and CLERK.search(person.representing):
            return self.attendance.officers, "officer"
        if group == "officers" and (person.councillor or ELECTED.search(person.representing)):
            return self.attendance.also_present, "also-present"
        if group in ("also", "officers"):
            return (
                (self.attendance.also_present, "also-present")
                if group == "also"
                else (self.attendance.officers, "officer")
            )
        if person.substitute or self.place.capacity == "substitute":
            return self.attendance.present, "substitute"
        co_opted = person.co_opted or self.place.capacity == "co-opted"
        return self.attendance.present, "co-opted" if co_opted else "member"

    def _take_chair(self, text: str) -> None:
        """ "Councillor Theresa Day in the Chair"."""
        people = people_in(text)
        if not people:
            return
        self.attendance.chair = people[0].name
        if not any(same_person(people[0].name, known.name) for known in self.attendance.present):
            self.attendance.present.append(Present(people[0].name, "chair"))


def _put(people: list[Present], person: Present) -> None:
    """Add a person, or what is newly said of one who is there already."""
    for number, known in enumerate(people):
        if key(known.name) == key(person.name) and known.representing in ("", person.representing):
            role = known.role or person.role
            people[number] = replace(person, role=role, virtually=known.virtually or person.virtually)
            return
    people.append(person)


def _name_chair(attendance: Attendance) -> None:
    """The chair's name, from the role where no line says who was in the chair; and the role, from the name."""
    if not attendance.chair:
        attendance.chair = next((person.name for person in attendance.present if person.role == "chair"), "")
        return
    if any(person.role == "chair" for person in attendance.present):
        return
    for number, person in enumerate(attendance.present):
        if same_person(attendance.chair, person.name):
            attendance.present[number] = replace(person, role="chair")
            return


def same_person(one: str, other: str) -> bool:
    """Whether two printed names may be of one person: the same surname, and no initials that differ."""
    first, second = key(one).split(), key(other).split()
    if not first or not second or first[-1] != second[-1]:
        return False
    if len(first) == 1 or len(second) == 1:
        return True
    return first[0][0] == second[0][0]
