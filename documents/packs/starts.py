"""Hears the three witnesses to where each item's papers start, and settles on one page."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from documents.packs.agenda import Agenda, AgendaItem
from documents.packs.alignment import align
from documents.packs.cleaning import likeness
from documents.packs.planned import PlanWarning
from documents.packs.witnesses import Entry, Witnesses

ALIKE = 0.6


@dataclass(slots=True)
class Placed:
    """An item with its bookmark, and the PDF pages that the witnesses give for its first paper."""

    item: AgendaItem
    entry: Entry | None = None
    stamped: int | None = None
    ranged: int | None = None
    start: int | None = None
    papers: list[tuple[str, int]] = field(default_factory=list)

    @property
    def marked(self) -> int | None:
        return self.entry.page if self.entry else None


def place(agenda: Agenda, witnesses: Witnesses, pages: int) -> tuple[list[Placed], int | None, list[PlanWarning]]:
    """Every item with where it starts, the offset of printed numbers, and what the witnesses disagree on."""
    placed, spare = _with_bookmarks(agenda, witnesses.outline)
    placed = _with_unlisted(placed, spare)
    warnings = _renumber(placed, agenda)
    _hear_stamps(placed, agenda, witnesses)
    _give_strays(placed, agenda, witnesses)
    offset = witnesses.offset if witnesses.offset is not None else _offset_from(placed)
    for one in placed:
        _settle(one, offset, pages)
    return placed, offset, warnings + _disagreements(placed, offset)


def section_letter(item: AgendaItem, agenda: Agenda) -> str:
    return (agenda.sections[item.section].letter or "") if item.section is not None else ""


def _with_bookmarks(agenda: Agenda, outline: Sequence[Entry]) -> tuple[list[Placed], list[Entry]]:
    """Items with their bookmarks, and the bookmarks that are left."""
    items = agenda.items

    def score(one: int, other: int) -> float:
        item, entry = items[one], outline[other]
        alike = likeness(item.title, entry.title)
        same = bool(entry.label) and entry.label.lower() in (
            item.label.lower(),
            section_letter(item, agenda).lower() + item.label.lower(),
        )
        if alike >= ALIKE:
            return 3 * alike + same
        return 1.5 if same and (alike >= 0.3 or item.printed is not None) else 0.0

    partners = align(len(items), len(outline), score)
    placed = [
        Placed(item, outline[partner] if partner is not None else None)
        for item, partner in zip(items, partners, strict=True)
    ]
    used = set(partners)
    return placed, [entry for number, entry in enumerate(outline) if number not in used]


def _with_unlisted(placed: list[Placed], spare: Sequence[Entry]) -> list[Placed]:
    """A bookmark with a label that the front sheet does not list is an item; one without is a further paper."""
    labelled = any(one.entry and one.entry.label for one in placed) or any(entry.label for entry in spare)
    for entry in spare:
        before = [number for number, one in enumerate(placed) if one.entry and one.entry.page <= entry.page]
        place = before[-1] if before else -1
        if entry.label or not labelled:
            section = placed[place].item.section if placed else None
            item = AgendaItem(entry.label, entry.title, "", None, "", "", section, 0)
            placed.insert(place + 1, Placed(item, entry))
        elif before:
            placed[place].papers += [(entry.title, entry.page), *entry.papers]
    return placed


def _renumber(placed: Sequence[Placed], agenda: Agenda) -> list[PlanWarning]:
    """Where a list is counted anew in the middle of its section, and a bookmark shows by how much it is off."""
    warnings: list[PlanWarning] = []
    for first, last in _broken_lists(placed):
        before = _number(placed[first - 1].item.label)
        shift = next((off for one in placed[first:last] if (off := _off(one))), None)
        if before is None or shift != before:
            continue
        for one in placed[first:last]:
            number = _number(one.item.label)
            if number is not None:
                one.item.label = one.item.label.replace(str(number), str(number + shift), 1)
        warnings.append(
            PlanWarning(
                placed[first].item.front_page or None,
                f"The front sheet numbers its items from 1 again at “{placed[first].item.title}”; "
                f"the bookmarks go on counting, and so does this plan, with {placed[first].item.label}.",
                f"items.{first}.label",
            )
        )
    return warnings


def _broken_lists(placed: Sequence[Placed]) -> list[tuple[int, int]]:
    """From where to before where lists are that begin with 1 without a new section."""
    starts = [
        number
        for number in range(1, len(placed))
        if placed[number].item.label == "1" and placed[number].item.section == placed[number - 1].item.section
    ]
    ends = [
        next(
            (
                later
                for later in range(start + 1, len(placed))
                if placed[later].item.section != placed[start].item.section
            ),
            len(placed),
        )
        for start in starts
    ]
    return list(zip(starts, ends, strict=True))


def _off(one: Placed) -> int | None:
    """By how much the bookmark's number is more than the front sheet's."""
    own = _number(one.item.label)
    marked = _number(one.entry.label) if one.entry else None
    return marked - own if own is not None and marked is not None else None


def _number(label: str) -> int | None:
    match = re.search(r"\d+", label)
    return int(match.group()) if match else None


def _hear_stamps(placed: Sequence[Placed], agenda: Agenda, witnesses: Witnesses) -> None:
    """Each item's "Agenda Item N" stamp: labels may come again in each section, so the order counts."""
    stamps = sorted(witnesses.stamps.items())

    def score(one: int, other: int) -> float:
        item, (page, label) = placed[one].item, stamps[other]
        letter = section_letter(item, agenda)
        if _same_label(label, letter + item.label) or _same_label(label, item.label):
            return 2.0 + (placed[one].marked == page)
        return 0.0

    for one, partner in zip(placed, align(len(placed), len(stamps), score), strict=True):
        one.stamped = stamps[partner][0] if partner is not None else None


def _same_label(one: str, other: str) -> bool:
    return re.sub(r"[^a-z0-9]", "", one.lower()) == re.sub(r"[^a-z0-9]", "", other.lower())


def _give_strays(placed: Sequence[Placed], agenda: Agenda, witnesses: Witnesses) -> None:
    """A range that stands apart from every title belongs to the item that starts there, or to the one above it."""
    for number, stray in agenda.strays:
        near = [one for one in placed if one.item in agenda.items[: number + 1] and one.item.printed is None]
        offset = witnesses.offset or 0
        starting = [one for one in near if (one.marked or one.stamped) == stray.first + offset]
        if starting or near:
            (starting or near)[-1].item.printed = stray


def _offset_from(placed: Sequence[Placed]) -> int | None:
    """The offset that most bookmarks and printed ranges agree on, where pages show no numbers."""
    votes = Counter(
        start - one.item.printed.first
        for one in placed
        if one.item.printed and (start := one.marked or one.stamped) is not None
    )
    return votes.most_common(1)[0][0] if votes else None


def _settle(one: Placed, offset: int | None, pages: int) -> None:
    """Where two witnesses agree they are believed; else the bookmark, then the stamp, then the printed range."""
    if one.item.printed and offset is not None:
        page = one.item.printed.first + offset
        one.ranged = page if 1 <= page <= pages else None
    said = [page for page in (one.marked, one.stamped, one.ranged) if page is not None]
    if said:
        most, votes = Counter(said).most_common(1)[0]
        one.start = most if votes > 1 else said[0]


def _disagreements(placed: Sequence[Placed], offset: int | None) -> list[PlanWarning]:
    warnings = []
    for number, one in enumerate(placed):
        said = {page for page in (one.marked, one.stamped, one.ranged) if page is not None}
        if len(said) > 1:
            warnings.append(PlanWarning(one.start, _account(one, offset), f"items.{number}.pdf_first"))
    return warnings


def _account(one: Placed, offset: int | None) -> str:
    """What each of the three says, in a sentence."""
    marked = f"the bookmark leads to PDF page {one.marked}" if one.marked else "there is no bookmark"
    stamped = (
        f"the page stamped with its number is PDF page {one.stamped}"
        if one.stamped
        else "no page is stamped with its number"
    )
    printed = one.item.printed
    ranged = "the front sheet prints no pages"
    if printed:
        at = f" (PDF page {one.ranged})" if one.ranged else ""
        ranged = f"the front sheet prints pages {printed.first} - {printed.last}{at}"
    return (
        f"Item {one.item.label}, “{one.item.title}”: {marked}, {stamped}, and {ranged}. PDF page {one.start} is taken."
    )
