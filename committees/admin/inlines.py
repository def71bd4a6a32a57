"""Inlines whose fields can be told apart by ear: Django's tables have headings alone, and no labels."""

from typing import Any

from django import forms
from django.contrib.admin.options import InlineModelAdmin

from committees.admin.choosers import ChoosesByName


class LabelledFormSet(forms.BaseInlineFormSet):
    """Each field of each row carries its name, the ticks for removal too."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        row = "new row" if index is None else f"row {index + 1}"
        for name, field in form.fields.items():
            label = "Remove" if name == "DELETE" else field.label or name
            inner = getattr(field.widget, "widget", field.widget)
            inner.attrs.setdefault("aria-label", f"{label}, {row}")


class LabelledInline(ChoosesByName, InlineModelAdmin):
    formset = LabelledFormSet
    extra = 0
