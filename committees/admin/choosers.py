"""Rows chosen by typing their name, in the browser's own list: labelled, by keyboard, without script.

Django's own chooser for long lists has no name that a screen reader could say, and holds nothing without script.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django import forms
from django.contrib.admin.helpers import AdminForm
from django.contrib.admin.options import BaseModelAdmin
from django.db import models
from django.http import HttpRequest

from committees.models import Meeting
from committees.sent_numbers import number_sent

Rows = models.QuerySet[Any]


@dataclass
class Names:
    """The rows of one model by name; those that share theirs are told apart by their number: "Ada Byrne (12)"."""

    rows: Rows
    name_of: Callable[[Any], str] = field(default=lambda row: str(getattr(row, "name", row)))
    id: str = field(init=False)

    def __post_init__(self) -> None:
        self.id = f"names-of-{self.rows.model._meta.model_name}"

    @cached_property
    def by_pk(self) -> dict[int, str]:
        named = [(row.pk, self.name_of(row)) for row in self.rows]
        twice = _twice([name for _pk, name in named])
        return {pk: f"{name} ({pk})" if name in twice else name for pk, name in named}

    @cached_property
    def _by_name(self) -> dict[str, int]:
        return {name.casefold(): pk for pk, name in self.by_pk.items()}

    def named(self, value: Any) -> str:
        """As the field shows it: what was typed stays as it is."""
        known = self.by_pk.get(number_sent(str(value)) or 0)
        return known or ("" if value is None else str(value))

    def found(self, typed: str) -> int | None:
        """The row that was meant: by its name in any case, or by its number."""
        words = " ".join(typed.split())
        if words.casefold() in self._by_name:
            return self._by_name[words.casefold()]
        number = number_sent(words)
        return number if number in self.by_pk else None

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_pk.values())


def _twice(names: list[str]) -> set[str]:
    seen: set[str] = set()
    return {name for name in names if name in seen or seen.add(name)}  # type: ignore[func-returns-value]


class NameInput(forms.TextInput):
    def __init__(self, names: Names) -> None:
        super().__init__(attrs={"list": names.id, "autocomplete": "off", "class": "vTextField"})
        self.names = names

    def format_value(self, value: Any) -> str:
        return self.names.named(value)


class NamedChoiceField(forms.ModelChoiceField):
    """`names` are shared by all fields of a page that choose among the same rows."""

    def __init__(self, *, names: Names, **options: Any) -> None:
        super().__init__(names.rows, widget=NameInput(names), **options)
        self.names = names

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return None
        found = self.names.found(str(value))
        if found is None:
            kind = self.names.rows.model._meta.verbose_name
            raise forms.ValidationError(f"There is no {kind} called “{value}”. Choose one from the list.")
        return super().to_python(found)

    def has_changed(self, initial: Any, data: Any) -> bool:
        before = "" if initial is None else str(self.prepare_value(initial))
        after = "" if data in self.empty_values else str(self.names.found(str(data)) or data)
        return before != after


class ChoosesByName(BaseModelAdmin):
    """Of a form, or rows of one: `named_fields` are chosen by name."""

    named_fields: tuple[str, ...] = ()

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        if db_field.name not in self.named_fields:
            return super().formfield_for_foreignkey(db_field, request, **options)
        names = names_of(request, db_field.remote_field.model)
        return NamedChoiceField(
            names=names, required=not db_field.blank, label=_label(db_field), help_text=db_field.help_text
        )


def _label(db_field: Any) -> str:
    name = str(db_field.verbose_name)
    return name[:1].upper() + name[1:]


def names_of(request: HttpRequest, model: type[models.Model]) -> Names:
    """Read once a page, however many fields choose among them."""
    kept: dict[type[models.Model], Names] = request.__dict__.setdefault("names_to_choose", {})
    if model not in kept:
        kept[model] = _names(model)
    return kept[model]


def _names(model: type[models.Model]) -> Names:
    if model is Meeting:  # its name is that of all meetings of its committee
        return Names(Meeting.objects.select_related("committee"), name_of=str)
    return Names(model._default_manager.all())


def lists_in(context: dict[str, Any]) -> list[Names]:
    """Those that the fields of a page of the admin choose from, for the page to carry each once."""
    pages: AdminForm | None = context.get("adminform")
    forms_shown = [pages.form] if pages else []
    for inline in context.get("inline_admin_formsets", []):
        forms_shown += [*inline.formset.forms, inline.formset.empty_form]
    fields = [one for form in forms_shown for one in form.fields.values() if isinstance(one, NamedChoiceField)]
    return list({one.names.id: one.names for one in fields}.values())
