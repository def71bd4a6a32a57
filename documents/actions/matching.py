"""Which rows of a meeting a plan speaks of, so that a corrected pack keeps every address."""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from committees.models import Access, AgendaItem, AgendaSection, Committee, Meeting
from documents.models import Listing
from documents.packs.plan import PlannedDocument, PlannedItem, PlannedMeeting, PlannedSection

Planned = TypeVar("Planned")
Row = TypeVar("Row")

NUMBERED_PART = re.compile(
    r"\b(?:appendix|annexe?|schedule|part|attachment|enclosure)\s+([a-z]|\d+|[ivx]+)\b", re.IGNORECASE
)
ADDITION = re.compile(r"\b(addendum|additional|supplement(?:ary)?|tabled)\b", re.IGNORECASE)
LIKE = 0.6  # of two titles, by difflib's ratio: below this a thing counts as another thing


def likeness(first: str, second: str) -> float:
    """0 for nothing in common, 1 for the same words."""
    return SequenceMatcher(None, first.casefold(), second.casefold(), autojunk=False).ratio()


def pair(
    planned: Sequence[Planned],
    rows: Sequence[Row],
    score: Callable[[Planned, Row], float],
    keys: tuple[Sequence[Hashable], Sequence[Hashable]] = ((), ()),
) -> list[Row | None]:
    """The row for each planned thing, best pairs first, each row used once; None where no score reaches LIKE.

    `keys`, of the planned things and of the rows, are alike only where no score is better: most of a corrected pack
    is as it was, and comparing all with all takes long.
    """
    sure = _same(*keys)
    found: list[Row | None] = [rows[sure[place]] if place in sure else None for place in range(len(planned))]
    used = set(sure.values())
    scored = sorted(
        (
            (score(thing, row), -abs(place - position), place, position)
            for place, thing in enumerate(planned)
            for position, row in enumerate(rows)
            if place not in sure and position not in used
        ),
        reverse=True,
    )
    for value, _, place, position in scored:
        if value >= LIKE and found[place] is None and position not in used:
            found[place] = rows[position]
            used.add(position)
    return found


def _same(planned: Sequence[Hashable], rows: Sequence[Hashable]) -> dict[int, int]:
    """The position of the row for each place, where a key stands once on either side."""
    once_planned, once = Counter(planned), Counter(rows)
    positions = {key: position for position, key in enumerate(rows) if once[key] == 1}
    return {place: positions[key] for place, key in enumerate(planned) if once_planned[key] == 1 and key in positions}


def match_sections(planned: Sequence[PlannedSection], rows: Sequence[AgendaSection]) -> list[AgendaSection | None]:
    """Sections by their letters; those without one by their titles."""

    def score(plan: PlannedSection, row: AgendaSection) -> float:
        if plan.letter or row.letter:
            return float(plan.letter == row.letter)
        return likeness(plan.title, row.title)

    return pair(planned, rows, score)


def match_items(planned: Sequence[PlannedItem], rows: Sequence[AgendaItem]) -> list[AgendaItem | None]:
    """Items by their titles; the same label counts for a little where titles are alike."""

    def score(plan: PlannedItem, row: AgendaItem) -> float:
        return likeness(plan.title, row.title) + (0.2 if plan.label == row.label else 0)

    keys = (
        [(plan.label, plan.title.casefold()) for plan in planned],
        [(row.label, row.title.casefold()) for row in rows],
    )
    return pair(planned, rows, score, keys)


def match_listings(planned: Sequence[PlannedDocument], rows: Sequence[Listing]) -> list[Listing | None]:
    """Papers of one item by their titles; the same kind counts for a little where titles are alike."""

    def score(plan: PlannedDocument, row: Listing) -> float:
        if _named_apart(plan.title, row.document.title):
            return 0.0
        return likeness(plan.title, row.document.title) + (0.1 if plan.kind == row.document.kind else 0)

    of_rows = [(row.document.kind, row.document.title.casefold()) for row in rows]
    return pair(planned, rows, score, ([(plan.kind, plan.title.casefold()) for plan in planned], of_rows))


Texts = Callable[[PlannedDocument], Sequence[str]]


def match_papers(
    places: Sequence[tuple[int | None, Sequence[PlannedDocument]]],
    listings: Sequence[Listing],
    *,
    texts: Texts,
    before: Mapping[int, Sequence[str]],
) -> list[list[Listing | None]]:
    """The listing of each planned paper of each place: an item by its id, or None for the meeting itself.

    Papers stay at their item, by their titles; what is left over may have been moved to another. `texts` are the pages
    of a planned paper, none where they cannot be compared, and `before` those of the papers that are here, by their id.
    """
    found = [match_listings(planned, [row for row in listings if row.item_id == item]) for item, planned in places]
    used = {row.pk for rows in found for row in rows if row}
    left = [row for row in listings if row.pk not in used and _may_move(row)]
    lacking = [
        (place, number)
        for place, (item, _planned) in enumerate(places)
        for number, row in enumerate(found[place])
        if row is None and item is not None
    ]
    planned = [places[place][1][number] for place, number in lacking]
    for (place, number), row in zip(lacking, _moved(planned, left, texts, before), strict=True):
        found[place][number] = row
    return found


def _may_move(row: Listing) -> bool:
    """No move may open what the public is kept from: a published paper of a withheld item stays where it is."""
    is_kept_back = row.document.published_at is not None and row.item is not None and row.item.access != Access.OPEN
    return row.document.kind != row.document.Kind.FRONT_SHEET and not is_kept_back


def _moved(
    planned: Sequence[PlannedDocument], left: Sequence[Listing], texts: Texts, before: Mapping[int, Sequence[str]]
) -> list[Listing | None]:
    """Those that say the same, or else have one title of several words and one kind, alone of what is left over."""
    if not planned or not left:
        return [None] * len(planned)
    said = _same([tuple(texts(one)) for one in planned], [tuple(before.get(row.document_id, ())) for row in left])
    sure = {place: position for place, position in said.items() if texts(planned[place])}
    titled = _same(
        [(one.kind, one.title.casefold()) for one in planned],
        [(row.document.kind, row.document.title.casefold()) for row in left],
    )
    for place, position in titled.items():
        title = planned[place].title
        tells = len(title.split()) > 1 and not NUMBERED_PART.fullmatch(title.strip())
        if tells and place not in sure and position not in sure.values():
            sure[place] = position
    return [left[sure[place]] if place in sure else None for place in range(len(planned))]


def _named_apart(first: str, second: str) -> bool:
    """Whether titles that are otherwise alike name two papers: “Appendix A” and “B”, or a report and its addendum."""
    return any(_named(pattern, first) != _named(pattern, second) for pattern in (NUMBERED_PART, ADDITION))


def _named(pattern: re.Pattern[str], title: str) -> list[str]:
    return sorted(match.casefold() for match in pattern.findall(title))


def find_committee(name: str) -> Committee | None:
    """The committee of this printed name or slug, whatever its capitals and "the"; None if none or several fit."""
    wanted = _plain(name)
    if not wanted:
        return None
    committees = list(Committee.objects.all())
    same = [committee for committee in committees if wanted in (_plain(committee.name), committee.slug)]
    held = same or [committee for committee in committees if _plain(committee.name) in wanted]
    longest = max((len(committee.name) for committee in held), default=0)
    best = [committee for committee in held if len(committee.name) == longest]
    return best[0] if len(best) == 1 else None


def _plain(name: str) -> str:
    words = name.casefold().replace("&", " and ").replace("’", "'").split()
    return " ".join(word.strip(".,:;()") for word in words if word != "the")


def find_meeting(committee: Committee, planned: PlannedMeeting) -> Meeting | None:
    """The committee's meeting of that day; of several, the one at that time."""
    if planned.date is None:
        return None
    meetings = list(Meeting.objects.filter(committee=committee, date=planned.date).order_by("time", "pk"))
    if len(meetings) == 1:
        return meetings[0]
    return next((meeting for meeting in meetings if meeting.time == planned.time), None)
