"""The minutes of one meeting as the public reads them: each minute with its item, what it resolved and who voted."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import OuterRef, QuerySet
from django.utils.translation import gettext as _

from committees.models import Decision, Declaration, Minute, NamedVote, Person
from portal.meetings.item_places import ItemPlace, item_places
from portal.papers.written import Line, lines_of, marked_line
from portal.queries.rows_within import read_rows, rows_within

NOT_IN_ANCHORS = re.compile(r"[^A-Za-z0-9.-]+")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody the minutes name; `address` is empty for somebody who is not a listed person."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class VotesCast:
    """Those who voted alike; `title` is For, Against or Abstained."""

    title: str
    voters: list[Named]


@dataclass(frozen=True, slots=True)
class DeclaredInterest:
    """`by` is None where the text names the member itself; `item` is the label of the item concerned, if told."""

    by: Named | None
    item: str
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph, or a point with its mark, of a minute; `asks` where the committee asks for something in it."""

    mark: str
    words: str
    asks: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs, or the points of one list."""

    is_list: bool
    said: list[Said]


@dataclass(frozen=True, slots=True)
class MinuteEntry:
    """One minute. `requests` and `declarations` hold only those that its words do not tell already."""

    id: int
    anchor: str
    number: str
    title: str
    reference: str
    item: ItemPlace | None
    passages: list[Passage]
    resolved: list[Line]
    decision: Decision | None
    requests: list[str]
    declarations: list[DeclaredInterest]
    votes: list[VotesCast]
    vote: str

    @property
    def name(self) -> str:
        return _("minute %(number)s") % {"number": self.number} if self.number else f"“{self.title}”"

    @property
    def place(self) -> str:
        """As a citation tells it: “minute 143 (item B2)”."""
        item = _("item %(reference)s") % {"reference": self.reference}
        return f"{self.name} ({item})" if self.reference else self.name


def with_entries(minutes: "QuerySet[Minute]") -> "QuerySet[Minute]":
    """Annotated with what was decided, declared and voted in each."""
    own = OuterRef("pk")
    return minutes.annotate(
        own_decisions=rows_within(Decision.objects.public().filter(minute=own)),
        own_declarations=rows_within(Declaration.objects.public().filter(minute=own).order_by("pk"), "person"),
        own_votes=rows_within(NamedVote.objects.public().filter(minute=own).order_by("cast", "pk"), "person"),
    )


def minute_entries(rows: Sequence[Minute]) -> list[MinuteEntry]:
    """Of public minutes read through `with_entries`, in the order given, in one query; in none for none."""
    if not rows:
        return []
    places, anchors = item_places(row.item_id for row in rows), anchors_of(rows)
    return [
        _entry(
            row,
            anchor=anchors[row.pk],
            item=places.get(row.item_id or 0),
            decision=next(iter(read_rows(Decision, vars(row)["own_decisions"])), None),
            declared=read_rows(Declaration, vars(row)["own_declarations"], "person"),
            votes=read_rows(NamedVote, vars(row)["own_votes"], "person"),
        )
        for row in rows
    ]


def anchors_of(minutes: Iterable[Minute]) -> dict[int, str]:
    """The anchor of each, by its id: “m143” for the first that has this number, else “minute-” and its id."""
    anchors: dict[int, str] = {}
    taken: set[str] = set()
    for minute in minutes:
        anchor = anchor_of(minute)
        anchors[minute.pk] = f"minute-{minute.pk}" if anchor in taken else anchor
        taken.add(anchor)
    return anchors


def anchor_of(minute: Minute) -> str:
    number = NOT_IN_ANCHORS.sub("-", minute.number).strip("-.")
    return f"m{number}" if number else f"minute-{minute.pk}"


def _title(minute: Minute, item: ItemPlace | None) -> str:
    """As the agenda has it, where the minutes only print it in capitals."""
    if item and minute.title.isupper() and _plain(minute.title) == _plain(item.title):
        return item.title
    return minute.title


def _entry(
    minute: Minute,
    *,
    anchor: str,
    item: ItemPlace | None,
    decision: Decision | None,
    declared: Sequence[Declaration],
    votes: Sequence[NamedVote],
) -> MinuteEntry:
    told = _plain(minute.text)
    return MinuteEntry(
        id=minute.pk,
        anchor=anchor,
        number=minute.number,
        title=_title(minute, item),
        reference=item.reference if item else minute.item_label,
        item=item,
        passages=_passages(minute),
        resolved=[marked_line(part) for part in decision.parts] if decision else [],
        decision=decision,
        requests=[request for request in minute.requests if _plain(request) not in told],
        declarations=[_interest(row) for row in declared if _plain(row.text) not in told],
        votes=_votes(votes),
        vote="" if _plain(minute.vote) in told else minute.vote,
    )


def _plain(text: str) -> str:
    """For comparison: single spaces, lower case, without the mark of a point."""
    return " ".join(text.split()).casefold()


def _passages(minute: Minute) -> list[Passage]:
    asked = [_plain(marked_line(request).words) for request in minute.requests]
    return [
        Passage(is_list, [Said(line.mark, line.words, _holds_any(line.words, asked)) for line in lines])
        for is_list, lines in groupby(lines_of(minute.text), key=lambda line: line.is_point)
    ]


def _holds_any(words: str, asked: Sequence[str]) -> bool:
    plain = _plain(words)
    return any(request in plain for request in asked)


def _interest(row: Declaration) -> DeclaredInterest:
    surname = row.name.split()[-1].casefold() if row.name.split() else ""
    is_named = surname in row.text.casefold()
    return DeclaredInterest(None if is_named else _named(row.name, row.person), row.item_label, row.text)


def _votes(rows: Sequence[NamedVote]) -> list[VotesCast]:
    """In the order For, Against, Abstained."""
    return [
        VotesCast(cast.label, [_named(row.name, row.person) for row in rows if row.cast == cast])
        for cast in NamedVote.Cast
        if any(row.cast == cast for row in rows)
    ]


def _named(name: str, person: Person | None) -> Named:
    return Named(person.formal_name, person.get_absolute_url()) if person else Named(name, "")
