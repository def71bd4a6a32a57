"""Lists to choose from in forms, written at once: Django renders two templates for each option."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms.renderers import BaseRenderer
from django.forms.utils import flatatt
from django.utils.safestring import SafeString

from portal.markup import filled, joined

OPTION = '<option value="{}"{}>{}</option>'
SELECTED = SafeString(" selected")


class Select(forms.Select):
    """One of some options in no groups, as the pages are styled for."""

    def __init__(self) -> None:
        super().__init__(attrs={"class": "govuk-select"})

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: BaseRenderer | None = None
    ) -> SafeString:
        chosen = set(self.format_value(value))
        shown = flatatt(self.build_attrs(self.attrs, attrs))
        return filled('<select name="{}"{}>{}</select>', name, shown, _options(self.choices, chosen))


def _options(choices: Iterable[Any], chosen: set[str]) -> SafeString:
    values = (("" if value is None else str(value), label) for value, label in choices)
    return joined(filled(OPTION, value, SELECTED if value in chosen else "", label) for value, label in values)
