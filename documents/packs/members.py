"""Reads the membership that a front sheet prints: roles, bodies represented, vacancies and substitutes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from documents.packs.member_rows import TITLED, area_columns, is_table_head, unwrapped, with_areas
from documents.packs.names import BODY, Person, is_vacancy, read_people, vacancies_in
from documents.packs.planned import PlannedMember, Role
from documents.packs.rows import Cell, Row

ROLE_HEADINGS: tuple[tuple[Role | None, str], ...] = (
    (None, r"(?:also )?in attendance|officers?\b|observers?|invitees?|also invited|press|contact|apologies"),
    (
        "substitute",
        r"(?:\w+ ){0,3}?(?:substitut\w*|reserves?|standing deput\w+|deput(?:y|ies) members?|deputies|"
        r"alternat\w+|dirprwy)",
    ),
    (
        "co-opted",
        r"(?:\w+ ){0,3}?(?:co-?\s?opt\w*|added members?|independent (?:members?|persons?)|parent governors?|"
        r"education representatives?|church representatives?|diocesan|non[- ]?voting|statutory (?:members|"
        r"representatives)|"
        r"other (?:voting )?(?:members|representatives)|external members?|lay members?|cyfetholedig)",
    ),
    (
        "member",
        r"(?:(?!in |to |by |for |from |all )[\w&’'-]+ ){0,4}?"
        r"(?:membership|members?|councillors?|cllrs?|aelodau|cynghorwyr)"
        r"(?: of (?:the |this )?[\w '’,&-]{2,90})?(?: \d{4}/\d{2,4})?",
    ),
)
REGION = re.compile(
    r"^(?:to(?: all)?:?\s*)?(?:the )?(?:[\w&’'-]+\s+){0,4}?(?:membership|members?|councillors?|"
    r"cllrs?|aelodau|cynghorwyr)"
    r"(?: of (?:the |this )?[\w '’,&-]{2,90})?\s*(?:\(\d+\)|\d{4}/\d{2,4})?\s*(?P<mark>[:\-–]|$)",
    re.IGNORECASE,
)
END = re.compile(
    r"^(?:quorum|agenda\b|a g e n d a|rhaglen|contact|enquir|for (?:further|more|any)|please |"
    r"note\b|if you|this meeting|"
    r"dear |date:|time:|venue:|(?:the )?(?:next|press|public)\b|despatch|dispatch|issued|published|"
    r"item\b|page\b|part [1aI]\b|"
    r"chief executive|director|head of|town clerk|monitoring officer|democratic|yours |webcast|"
    r"filming|agenda published|pages?$)",
    re.IGNORECASE,
)
PARTY = re.compile(
    r"^(?:the )?(?:labour(?: and co-?operative)?|conservatives?|liberal democrats?|lib ?dems?|"
    r"greens?|independents?|reform(?: uk)?|"
    r"plaid cymru|snp|scottish national(?: party)?|ukip|residents?[’']?(?: association)?|non-?aligned|ungrouped|"
    r"[\w ]{3,40} (?:group|party|alliance|association))(?: (?:group|party|members|councillors))?\s*(?:\(\d+\))?\s*:?$",
    re.IGNORECASE,
)
LABELLED = re.compile(
    r"^(?P<role>(?:vice|deputy)[ -]?chair(?:man|woman|person)?|chair(?:man|woman|person)?|cadeirydd|"
    r"is-gadeirydd|(?:deputy )?mayor|convener|"
    r"leader(?: of the council)?|deputy leader)\s*(?:[:–-]|\s{2,})\s*(?P<rest>\S.*)$",
    re.IGNORECASE,
)
# A role that was wrapped below the name it belongs to.
ROLE_ALONE = re.compile(r"^\((?P<role>(?:vice|deputy)[ -]?chair\w*|chair(?:man|woman|person)?)\)$", re.IGNORECASE)
SENTENCE = re.compile(
    r"\b(?:is|are|was|were|will|may|must|should|can|have|has|please|wishing|who|present)\b", re.IGNORECASE
)


# No list of members is longer, whatever a hostile file says.
MOST_ROWS = 300


@dataclass(slots=True)
class Reading:
    """What is known while the cells of the region are read: the role that holds in each column."""

    role: Role | None = "member"
    columns: list[tuple[float, float, Role | None]] = field(default_factory=list)
    members: list[PlannedMember] = field(default_factory=list)
    areas: list[float] = field(default_factory=list)
    rows: set[int] = field(default_factory=set)
    misses: int = 0


def read_members(rows: Sequence[Row], agenda: range) -> tuple[list[PlannedMember], frozenset[int]]:
    """The members, and the rows (from 0) that name them; agenda is the range of rows of the list of business."""
    outside = [number for number in range(len(rows)) if number not in agenda]
    found = Reading()
    for start in _regions(rows, outside):
        if start not in found.rows:
            _read_region(rows, [number for number in outside if number >= start], found)
    if not found.members:
        for start in _titled(rows, outside):
            _read_region(rows, [number for number in outside if number >= start], found)
    return _distinct(found.members), frozenset(found.rows)


def _regions(rows: Sequence[Row], outside: Sequence[int]) -> list[int]:
    """Where lists of members begin: at a heading, or else at the first councillor named."""
    headed = [
        number
        for number in outside
        if is_table_head(rows[number]) or any(_opens(cell.text) for cell in rows[number].cells)
    ]
    return headed or _titled(rows, outside)


def _titled(rows: Sequence[Row], outside: Sequence[int]) -> list[int]:
    return [
        number for number in outside if TITLED.match(rows[number].text) and read_people(rows[number].cells[0].text)
    ][:1]


def _opens(text: str) -> bool:
    text = re.sub(r"\s+(?:are|is)\s*:?[-–]?\s*$", ":", text)
    labelled = LABELLED.match(text)
    if labelled and labelled["role"].lower().startswith(("chair", "cadeirydd", "convener")):
        return bool(read_people(labelled["rest"]))
    match = REGION.match(text)
    if not match or SENTENCE.search(match.group()):
        heading = _role_heading(text)
        return bool(heading and heading[0] in ("substitute", "co-opted") and len(text) < 60)
    rest = text[match.end() :].strip()
    return not rest or bool(read_people(rest)) or len(rest) < 4


def _read_region(rows: Sequence[Row], numbers: Sequence[int], found: Reading) -> None:
    found.role, found.columns, found.misses = "member", [], 0
    near = [rows[number] for number in numbers[:MOST_ROWS]]
    merged = dict(zip(numbers, unwrapped(near, _begins_another), strict=False))
    found.areas = area_columns(_until_end(near))
    previous: int | None = None
    for number in numbers[:MOST_ROWS]:
        if previous is not None and number - previous > 1:
            return
        row = merged[number]
        if previous is not None and (END.match(rows[number].text) or _turns(rows[previous], rows[number], found)):
            return
        if row is None or (previous is None and is_table_head(row)) or _take_row(row, found):
            found.rows.add(number)
            found.misses = 0
        else:
            found.misses += 1
        if found.misses > 2:
            return
        previous = number


def _take_row(row: Row, found: Reading) -> bool:
    """Takes a row's cells; a body or an office to the right of one name is what that person represents."""
    names, area = with_areas(row, found.areas)
    if area and names:
        return _take_with_area(names, area, found)
    if len(row.cells) == 2 and _is_office(row.cells[1].text):
        before = len(found.members)
        if _take(row.cells[0], found):
            if len(found.members) == before + 1 and not found.members[-1].representing:
                found.members[-1] = replace(found.members[-1], representing=row.cells[1].text)
            return True
    taken = [_take(cell, found) for cell in row.cells]
    return any(taken)


def _take_with_area(names: Sequence[Cell], area: str, found: Reading) -> bool:
    before = len(found.members)
    taken = [_take(cell, found) for cell in names]
    if len(found.members) == before + 1 and not found.members[-1].representing:
        found.members[-1] = replace(found.members[-1], representing=area)
    return any(taken)


def _begins_another(text: str) -> bool:
    """Whether a row begins something other than the list above it."""
    return bool(END.match(text) or LABELLED.match(text) or _role_heading(text) or PARTY.match(text))


def _until_end(rows: Sequence[Row]) -> list[Row]:
    ends = (number for number, row in enumerate(rows) if number and END.match(row.text))
    return list(rows[: next(ends, len(rows))])


def _turns(above: Row, row: Row, found: Reading) -> bool:
    """Whether a new page begins with something else than more of the members."""
    if row.page == above.page or not found.rows:
        return False
    return abs(row.left - above.left) > 9 and not TITLED.match(row.text)


def _is_office(text: str) -> bool:
    return bool(BODY.search(text)) and not TITLED.match(text) and not _role_heading(text) and not PARTY.match(text)


def _take(cell: Cell, found: Reading) -> bool:
    """Takes what a cell says of the membership; False if it says nothing of it."""
    text = cell.text.strip(" *•-–")
    if found.members and (alone := ROLE_ALONE.match(text)):
        found.members[-1] = replace(found.members[-1], role=_labelled_role(alone["role"]))
        return True
    if heading := _role_heading(text):
        role, rest = heading
        _set_column(found, cell, role)
        return _add(rest, role, found) if rest else True
    if PARTY.match(text):
        return True
    labelled = LABELLED.match(text)
    if labelled and (people := read_people(labelled["rest"])):
        found.members.extend(_member(person, _labelled_role(labelled["role"])) for person in people)
        return True
    return _add(text, _column_role(found, cell), found)


def _role_heading(text: str) -> tuple[Role | None, str] | None:
    """The role a heading gives (None for people who are no members) and what follows it on its line."""
    text = re.sub(r"\s+(?:are|is)\s*:?[-–]?\s*$", ":", text)
    for role, pattern in ROLE_HEADINGS:
        match = re.match(
            rf"(?:to\s*:?\s*)?(?:all (?=members|councillors))?(?:{pattern})(?: (?:members?|councillors?|"
            rf"representatives?|governors?|persons?))?"
            r"(?:/[\w -]{3,40})?"
            r"\s*(?:\([^)]*\))?\s*(?:[:–-]|$)",
            text,
            re.IGNORECASE,
        )
        if match and not SENTENCE.search(match.group()):
            return role, text[match.end() :].strip()
    return None


def _set_column(found: Reading, cell: Cell, role: Role | None) -> None:
    found.columns = [column for column in found.columns if not _over(column, cell)]
    found.columns.append((cell.left, cell.right, role))
    found.role = role


def _column_role(found: Reading, cell: Cell) -> Role | None:
    """The role of the heading above the cell, or of the last one read."""
    over = [column for column in found.columns if abs(column[0] - cell.left) < 45 or _over(column, cell)]
    if len(found.columns) > 1 and over:
        return min(over, key=lambda column: abs(column[0] - cell.left))[2]
    return found.role


def _over(column: tuple[float, float, Role | None], cell: Cell) -> bool:
    return min(column[1], cell.right) - max(column[0], cell.left) > 0


def _add(text: str, role: Role | None, found: Reading) -> bool:
    if is_vacancy(text):
        if role is not None:
            seats, representing = vacancies_in(text)
            found.members.extend(PlannedMember(None, "vacancy", representing) for _ in range(seats))
        return role is not None
    people = read_people(text)
    if role is None:
        return bool(people)
    found.members.extend(_member(person, role) for person in people)
    return bool(people)


def _member(person: Person, role: Role) -> PlannedMember:
    if person.name is None:
        return PlannedMember(None, "vacancy", person.representing)
    return PlannedMember(person.name, person.role or role, person.representing)


def _labelled_role(text: str) -> Role:
    lower = text.lower()
    if lower.startswith(("vice", "deputy chair", "is-")):
        return "vice-chair"
    return "chair" if lower.startswith(("chair", "cadeirydd", "convener")) else "member"


def _distinct(members: Iterable[PlannedMember]) -> list[PlannedMember]:
    """Each person once, in the order printed: the first mention with a role of its own holds."""
    return list(_merged(list(members)))


def _merged(members: list[PlannedMember]) -> Iterator[PlannedMember]:
    seen: set[str] = set()
    for member in members:
        name = (member.name or "").casefold()
        if member.name is None:
            yield member
        elif name not in seen:
            seen.add(name)
            special = [
                one
                for one in members
                if one.name and one.name.casefold() == name and one.role in ("chair", "vice-chair")
            ]
            yield special[0] if special else member
