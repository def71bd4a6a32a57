"""What a proposal says, as facts to show: a name, and lines of text. Works for every dataclass of a proposal."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import partial
from typing import Any

from django.utils.formats import date_format

from documents.actions.proposals.contents import FORMS
from documents.models import Proposal
from documents.structure.understood import (
    Present,
    ProgrammeMeeting,
    ReadDeclaration,
    ReadMinute,
    ReadPart,
    ReadStage,
    ReadSubstitute,
    ReadVisit,
    ReadVote,
    ReadWitness,
    from_json,
)

# What the name of a field is to a clerk, where it is another than its own words
NAMES = {
    "to": "Asks",
    "also_present": "Also present",
    "entries": "Minutes",
    "confirms": "Confirms the minutes of",
    "due_month": "Due month",
    "rag": "Red, amber or green",
    "success": "What success looks like",
    "date_text": "Date as printed",
    "replaces": "In place of",
    "cast": "Voted",
    "vote": "Vote, as recorded",
    "resolved": "Resolution",
    "resolution": "Resolution",
    "item": "Item",
    "number": "Number",
    "text": "Words",
}
LEFT_OUT = {"page", "paragraph"}
MONTH = partial(date_format, format="F Y")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a proposal says; texts are paragraphs, or the rows of a list."""

    name: str
    texts: list[str]
    is_list: bool = False


def name_of(field: str) -> str:
    return NAMES.get(field, field.replace("_", " ").capitalize())


def facts_of(proposal: Proposal, content: dict[str, Any]) -> list[Fact]:
    """The facts of its content, or of a later reading; those it says nothing of are left out."""
    try:
        read = from_json(FORMS[proposal.kind], content)
    except ValueError as error:
        return [Fact("Cannot be read", [str(error)])]
    return [fact for fact in _facts(read) if fact.texts]


def changed_facts(old: list[Fact], new: list[Fact]) -> list[tuple[str, Fact | None, Fact | None]]:
    """(name, old, new) of those that differ."""
    before, after = ({fact.name: fact for fact in facts} for facts in (old, new))
    names = dict.fromkeys([*before, *after])
    return [(name, before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)]


def _facts(content: Any) -> Iterator[Fact]:
    for field in fields(content):
        if field.name in LEFT_OUT:
            continue
        value = getattr(content, field.name)
        if isinstance(value, list):
            yield Fact(name_of(field.name), [one_line(inner) for inner in value], is_list=True)
        else:
            text = MONTH(value) if field.name == "due_month" and value else plain_words(value)
            yield Fact(name_of(field.name), text.split("\n\n") if text else [])


def plain_words(value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, datetime.date):
        return date_format(value, "l j F Y")
    if isinstance(value, datetime.time):
        return f"{value:%H:%M}"
    return str(value)


def one_line(value: Any) -> str:
    """A row of a list, as one text of one or more lines."""
    words = ROWS.get(type(value))
    return words(value) if words else _any(value)


def _present(present: Present) -> str:
    return _with_aside(present.name, [present.role, present.representing, "virtually" if present.virtually else ""])


def _witness(witness: ReadWitness) -> str:
    named = ", ".join(filter(None, [witness.name, witness.organisation]))
    words = f"{named}: {witness.focus}" if witness.focus else named
    return _with_aside(words, [witness.theme, _day(witness.date)])


def _stage(stage: ReadStage) -> str:
    return f"{_day(stage.date) or stage.date_text or 'No date'}: {stage.theme}"


def _programme(meeting: ProgrammeMeeting) -> str:
    planned = "".join(f"\n• {item}" for item in meeting.items)
    return f"{_day(meeting.date) or meeting.date_text or 'No date'}{planned}"


def _minute(minute: ReadMinute) -> str:
    label = f" (item {minute.item})" if minute.item else ""
    lines = [f"{minute.number} {minute.title}{label}".strip(), minute.text]
    lines += [f"Resolved: {part}" for part in minute.resolved]
    lines += [f"Asked for: {request}" for request in minute.requests]
    lines += [f"Declared: {one_line(declared)}" for declared in minute.declarations]
    lines += [f"Vote: {minute.vote}"] if minute.vote else []
    lines += [one_line(vote) for vote in minute.votes]
    return "\n".join(line for line in lines if line)


def _any(value: Any) -> str:
    if is_dataclass(value):
        return ", ".join(filter(None, (plain_words(getattr(value, field.name)) for field in fields(value))))
    return plain_words(value)


def _with_aside(words: str, aside: list[str]) -> str:
    said = ", ".join(filter(None, aside))
    return f"{words} ({said})" if said else words


def _day(day: datetime.date | None) -> str:
    return date_format(day, "j F Y") if day else ""


def certainty(confidence: int) -> str:
    """The confidence as a word."""
    if confidence >= 90:
        return "Certain"
    if confidence >= 70:
        return "Likely"
    return "Unsure" if confidence >= 40 else "Not matched"


ROWS: dict[type, Callable[[Any], str]] = {
    ReadPart: lambda part: f"({part.label}) {part.text}",
    Present: _present,
    ReadSubstitute: lambda one: f"{one.name} for {one.replaces}",
    ReadVote: lambda vote: f"{vote.name}: {vote.cast}",
    ReadDeclaration: lambda declared: f"{_with_aside(declared.name, [declared.item])}: {declared.text}",
    ReadMinute: _minute,
    ReadWitness: _witness,
    ReadVisit: lambda visit: _with_aside(visit.text, [_day(visit.date)]),
    ReadStage: _stage,
    ProgrammeMeeting: _programme,
}
