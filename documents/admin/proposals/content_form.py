"""A form over the dataclass of any proposal: its fields, and rows of fields for each of its lists, to any depth."""

import datetime
import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import partial
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from django import forms

from committees.admin.fields import DayField, WordsField
from documents.admin.plans.fields import HourField, TextField
from documents.admin.proposals.words import name_of

# Texts of several lines; every other text is a line
LONG = {
    *("text", "response", "recommendation", "action", "objective", "progress", "success", "owner", "focus", "theme"),
    *("message", "resolution"),
}
LONGEST = {"text", "response", "progress"}
FIELDS: dict[type, Callable[..., forms.Field]] = {
    datetime.date: DayField,
    datetime.time: HourField,
    bool: forms.BooleanField,
    int: partial(forms.IntegerField, min_value=0),
}
# Texts that have a set of values, which the dataclasses tell in words alone
CHOICES = {
    "capacity": ("member", "co-opted", "substitute", "also-present", "officer"),
    "role": ("", "chair", "vice-chair"),
}
PARAGRAPHS = {"resolved"}  # lists whose entries may have several lines: an empty line between them
MOST_ROWS = 500
NAMED = {"": "Not given"}


class LinesField(WordsField):
    """A list of texts: one on each line, or with an empty line between them."""

    def __init__(self, *, between: str, **options: Any) -> None:
        super().__init__(**options)
        self.between = between

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        texts = value if self.between == "\n\n" else [" ".join(text.split()) for text in value]
        return self.between.join(texts)

    def clean(self, value: Any) -> list[str]:
        words = self.to_python(value)
        return [text.strip() for text in words.split(self.between) if text.strip()]


class PartForm(forms.Form):
    """The simple fields of one dataclass."""

    use_required_attribute = False

    def __init__(self, kind: type, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, hint in simple_fields(kind):
            self.fields[name] = field_for(name, hint)


class ContentForm:
    """`part` has the simple fields, `lists` the rows of each list of dataclasses, each row a ContentForm."""

    def __init__(
        self,
        kind: type,
        *,
        prefix: str = "content",
        data: Mapping[str, Any] | None = None,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        self.kind, self.prefix, self.data = kind, prefix, data
        first = initial or {}
        self.part = PartForm(kind, data, initial=first, prefix=prefix, auto_id="%s")
        self.lists = [RowList(inner, name, prefix, data, first.get(name, [])) for name, inner in list_fields(kind)]

    @property
    def is_removed(self) -> bool:
        return self.data is not None and f"{self.prefix}-remove" in self.data

    def is_valid(self) -> bool:
        rows = [row for rows in self.lists for row in rows.kept]
        valid = [self.part.is_valid(), *(row.is_valid() for row in rows)]  # all are asked, so that all errors show
        return all(valid)

    def content(self) -> dict[str, Any]:
        """As a proposal keeps it. Only of a valid form."""
        hints = get_type_hints(self.kind)
        values = {name: as_json(value, hints[name]) for name, value in self.part.cleaned_data.items()}
        return {**values, **{rows.name: [row.content() for row in rows.kept] for rows in self.lists}}

    @property
    def problems(self) -> Iterator[tuple[str, str]]:
        """(id of the field, what is wrong), in the order of the page."""
        for name, errors in self.part.errors.items():
            yield from ((self.part[name].auto_id, f"{self.part[name].label}: {error}") for error in errors)
        for rows in self.lists:
            for row in rows.kept:
                yield from row.problems


class RowList:
    """The rows of one list; how many a browser sent stands in a field of its own."""

    def __init__(self, kind: type, name: str, prefix: str, data: Mapping[str, Any] | None, first: list[Any]) -> None:
        self.name, self.prefix, self.label = name, f"{prefix}-{name}", name_of(name)
        count = sent_count(data, f"{self.prefix}-count") if data is not None else len(first)
        self.rows = [
            ContentForm(
                kind,
                prefix=f"{self.prefix}-{place}",
                data=data,
                initial=first[place] if place < len(first) else None,
            )
            for place in range(count)
        ]

    @property
    def kept(self) -> list[ContentForm]:
        return [row for row in self.rows if not row.is_removed]


def sent_count(data: Mapping[str, Any], name: str) -> int:
    """How many rows a browser says it sends."""
    count = str(data.get(name, ""))
    return min(int(count), MOST_ROWS) if count.isdecimal() and len(count) < 6 else 0


def simple_fields(kind: type) -> Iterator[tuple[str, Any]]:
    hints = get_type_hints(kind)
    for field in fields(kind):
        if not _row_kind(hints[field.name]):
            yield field.name, hints[field.name]


def list_fields(kind: type) -> Iterator[tuple[str, type]]:
    hints = get_type_hints(kind)
    for field in fields(kind):
        if row := _row_kind(hints[field.name]):
            yield field.name, row


def _row_kind(hint: Any) -> type | None:
    inner = get_args(hint)[0] if get_origin(hint) is list else None
    return inner if isinstance(inner, type) and is_dataclass(inner) else None


def field_for(name: str, hint: Any) -> forms.Field:
    """The field for a simple value, by its type."""
    label, plain = name_of(name), without_none(hint)
    if get_origin(plain) is list:
        in_paragraphs = name in PARAGRAPHS
        help_text = "An empty line between them." if in_paragraphs else "One on each line."
        return LinesField(between="\n\n" if in_paragraphs else "\n", label=label, help_text=help_text)
    if values := get_args(plain) if get_origin(plain) is Literal else CHOICES.get(name):
        choices = [(value, NAMED.get(value, value.replace("-", " ").capitalize())) for value in values]
        return forms.ChoiceField(choices=choices, required=name == "capacity", label=label)
    if plain is str:
        return WordsField(label=label, lines=5 if name in LONGEST else 2) if name in LONG else TextField(label=label)
    return FIELDS[plain](required=False, label="Page of the paper" if name == "page" else label)


def without_none(hint: Any) -> Any:
    """The type itself of one that may be None."""
    if get_origin(hint) in (Union, types.UnionType):
        return next(inner for inner in get_args(hint) if inner is not type(None))
    return hint


def as_json(value: Any, hint: Any) -> Any:
    """The value for JSON; a number left empty is 0 where the dataclass asks for one."""
    if value is None and hint is int:
        return 0
    if isinstance(value, datetime.time):
        return f"{value:%H:%M}"
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


def with_row(data: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    """What was sent, with one more row in the list of that prefix; as it was for anything that is no list."""
    name = f"{prefix}-count"
    if name not in data:
        return dict(data.items())
    return {**dict(data.items()), name: str(min(sent_count(data, name) + 1, MOST_ROWS))}
