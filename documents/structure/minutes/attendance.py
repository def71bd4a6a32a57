"""Reads who was at a meeting from the block above its first minute."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from documents.packs.cleaning import key
from documents.packs.dates import WORDED
from documents.structure.minutes.absences import absent_in, substitutes_in
from documents.structure.minutes.headings import SECTION
from documents.structure.minutes.labels import Label, labels_in
from documents.structure.minutes.people import NOBODY, Attendee, is_chairing, names_in, people_in
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
    found: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Of which list the next names are: its group, their capacity, and whether they took part from afar."""

    group: str = ""
    capacity: str = "member"
    virtually: bool = False


def attendance_in(pieces: Sequence[Piece], warnings: list[PaperWarning]) -> Attendance:
    attendance, place = Attendance(), Place()
    legend = next((match["mark"] for piece in pieces if (match := MARK_LEGEND.search(piece.line))), "")
    for page, line in _lines(pieces):
        text = MARK_LEGEND.sub("", line).strip()
        if is_chairing(text) and not labels_in(text):
            _take_chair(attendance, text)
        elif not place.group and COUNCILLOR.match(text) and (people := people_in(text)):
            _add(attendance, Place("present"), people)
        elif not SECTION.match(text):
            place = _read_line(attendance, place, text, page, legend, warnings)
    _name_chair(attendance)
    return attendance


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


def _read_line(
    attendance: Attendance, place: Place, text: str, page: int, legend: str, warnings: list[PaperWarning]
) -> Place:
    labels = labels_in(text)
    if labels and not labels[0].start and labels[0].group == "same" and not place.group:
        labels = [replace(labels[0], group="present", capacity="member"), *labels[1:]]
    if labels and labels[0].start and not place.group:
        return place
    edges = [0, *(label.start for label in labels), len(text)]
    _read_names(attendance, place, text[: edges[1]], page, legend, warnings)
    for number, label in enumerate(labels):
        place = _placed(place, label)
        attendance.found = attendance.found or place.group in ("present", "also", "officers")
        _read_names(attendance, place, text[label.end : edges[number + 2]], page, legend, warnings)
        if label.capacity in ("chair", "vice-chair") and text[label.end : edges[number + 2]].strip():
            place = replace(place, capacity="member")
    return place


def _placed(place: Place, label: Label) -> Place:
    if label.group == "same":
        capacity = "also-present" if place.group == "also" else "officer" if place.group == "officers" else "member"
        return replace(place, capacity=capacity if place.group != "substitutes" else "substitute")
    return Place(label.group, label.capacity, label.virtually)


def _read_names(
    attendance: Attendance, place: Place, text: str, page: int, legend: str, warnings: list[PaperWarning]
) -> None:
    text = text.strip()
    if not text or not place.group or place.group == "absent" or WORDED.match(text) or TIME_OR_PLACE.match(text):
        return
    if legend and place.group == "present" and not text.startswith((legend, "•")):
        return
    if place.group == "apologies":
        attendance.apologies.extend(absent_in(text) or names_in(text))
        attendance.substitutes.extend(substitutes_in(text))
        return
    if place.group == "substitutes" and (found := substitutes_in(text, plain=True)):
        attendance.substitutes.extend(found)
        _add(attendance, Place("present", "substitute", place.virtually), [Attendee(one.name) for one in found])
        return
    people = people_in(text)
    if people:
        _add(attendance, place, people)
    elif not NOBODY.match(text) and not re.search(r"\bpublic\b|\bpress\b|\bclerk\b", text, re.IGNORECASE):
        warn(warnings, f"These words among those present were not read as names: “{text[:120]}”.", page)


def _add(attendance: Attendance, place: Place, people: Sequence[Attendee]) -> None:
    lists = {"also": attendance.also_present, "officers": attendance.officers}
    for person in people:
        target, capacity = lists.get(place.group, attendance.present), place.capacity
        role = person.role
        if capacity in ("chair", "vice-chair"):
            role, capacity = capacity, "member"
        if place.group == "present" and CLERK.search(person.representing):
            target, capacity = attendance.officers, "officer"
        if place.group == "officers" and (person.councillor or ELECTED.search(person.representing)):
            target, capacity = attendance.also_present, "also-present"
        if capacity == "member":
            capacity = "substitute" if person.substitute else "co-opted" if person.co_opted else "member"
        if capacity in ("officer", "also-present"):
            role = ""
        shown = Present(person.name, role, capacity, person.representing, place.virtually or person.virtually)
        if person.chairs:
            attendance.chair = person.name
        if person.replaces:
            attendance.substitutes.append(ReadSubstitute(person.name, person.replaces))
        _put(target, shown)


def _put(people: list[Present], person: Present) -> None:
    """Add a person, or what is newly said of one who is there already."""
    for number, known in enumerate(people):
        if key(known.name) == key(person.name) and known.representing in ("", person.representing):
            role = known.role or person.role
            people[number] = replace(person, role=role, virtually=known.virtually or person.virtually)
            return
    people.append(person)


def _take_chair(attendance: Attendance, text: str) -> None:
    """ "Councillor Theresa Day in the Chair"."""
    people = people_in(text)
    if not people:
        return
    attendance.chair = people[0].name
    if not any(same_person(attendance.chair, known.name) for known in attendance.present):
        attendance.present.append(Present(attendance.chair, "chair"))


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
