"""What one clerk has saved of a pack's plan since another opened it, named as the screen names it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from django import forms
from django.utils.formats import date_format

from committees.admin.basis import NOTHING, Difference
from documents.admin.plans.forms import (
    DocumentForm,
    ItemForm,
    MeetingForm,
    MemberForm,
    MinutesForm,
    SectionForm,
)

Part = Mapping[str, Any]
Form = type[forms.Form]

PARTS: Sequence[tuple[str, str, Form]] = [
    ("meeting", "Meeting", MeetingForm),
    ("previous_minutes", "Minutes of an earlier meeting", MinutesForm),
]
LISTS: Sequence[tuple[str, str, Form]] = [
    ("members", "Member", MemberForm),
    ("sections", "Section", SectionForm),
    ("items", "Item", ItemForm),
    ("other_documents", "Paper of no item", DocumentForm),
]


def differences(then: Part | None, now: Part | None) -> Iterator[Difference]:
    """In the order of the screen; `then` and `now` are plans as JSON. What the screen does not show is left out."""
    then, now = then or {}, now or {}
    if (was := then.get("is_supplement")) != (is_now := now.get("is_supplement")):
        yield Difference("Pack", "this file is", _kind(was), _kind(is_now))
    for name, words, form in PARTS:
        yield from _of_part(words, form, then.get(name) or {}, now.get(name) or {})
    for name, words, form in LISTS:
        yield from _of_list(words, form, then.get(name) or [], now.get(name) or [])


def _kind(is_supplement: bool | None) -> str:
    return "a supplement" if is_supplement else "the whole agenda"


def _of_list(words: str, form: Form, then: Sequence[Part], now: Sequence[Part]) -> Iterator[Difference]:
    """Rows are matched by what they are called, so that one added is not told as a change of all that follow."""
    names_then, names_now = [_title(row) for row in then], [_title(row) for row in now]
    matched = SequenceMatcher(None, names_then, names_now, autojunk=False)
    for _act, first, last, start, end in matched.get_opcodes():
        pairs = min(last - first, end - start)
        for place in range(pairs):
            name = f"{words} {start + place + 1}"
            yield from _of_row(name, form, then[first + place], now[start + place])
        for row in then[first + pairs : last]:
            yield Difference(f"{words} {_title(row)}", "row", "there", "taken out")
        for place in range(start + pairs, end):
            yield Difference(f"{words} {place + 1}, {names_now[place]}", "row", "not there", "added")


def _of_row(name: str, form: Form, then: Part, now: Part) -> Iterator[Difference]:
    yield from _of_part(f"{name}, {_title(now)}", form, then, now)
    if form is ItemForm:
        yield from _of_list(f"{name}, paper", DocumentForm, then.get("documents", []), now.get("documents", []))


def _title(row: Part) -> str:
    return str(row.get("title") or row.get("name") or row.get("representing") or "vacancy")


def _of_part(row: str, form: Form, then: Part, now: Part) -> Iterator[Difference]:
    for name, field in form.base_fields.items():
        if (name in then or name in now) and then.get(name) != now.get(name):
            label = str(field.label or name.replace("_", " "))
            yield Difference(row, label.lower(), _shown(field, then.get(name)), _shown(field, now.get(name)))


def _shown(field: forms.Field, value: Any) -> str:
    if value in (None, "", []):
        return NOTHING
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value))  # type: ignore[arg-type]
    if isinstance(field, forms.DateField):
        return date_format(date.fromisoformat(value), "j F Y")
    return str(field.prepare_value(value))
