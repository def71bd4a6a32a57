"""Fields and rows that the parts of the plan's form share."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from documents.packs.plan import PlanWarning

NOT_OF_PLAN = {"ORDER", "DELETE", "move_to"}  # fields that say what to do with a row
LAST_PARAGRAPH = 18  # of Schedule 12A: 1 to 10 in England, 12 to 18 in Wales


class TextField(forms.CharField):
    """Text whose lines end as the plan's do, whatever the browser sends."""

    def __init__(self, *, lines: int = 1, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": lines}) if lines > 1 else forms.TextInput()
        super().__init__(**{"required": False, "widget": widget, **options})

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n").replace("\r", "\n")


class DayField(forms.DateField):
    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(**{"required": False, "widget": widget, **options})


class HourField(forms.TimeField):
    def __init__(self, **options: Any) -> None:
        widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
        super().__init__(**{"required": False, "widget": widget, **options})


class PageField(forms.IntegerField):
    """A page number counted from 1."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, "min_value": 1, "max_value": 1_000_000, **options})


class ParagraphsField(forms.CharField):
    """Numbers of paragraphs of Schedule 12A, typed as "1, 3"."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, "label": "Exempt paragraphs", **options})

    def prepare_value(self, value: Any) -> str:
        return ", ".join(str(number) for number in value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        numbers = [word for word in re.split(r"[\s,;]+", str(value or "")) if word]
        if not all(word.isdecimal() and len(word) < 4 and 1 <= int(word) <= LAST_PARAGRAPH for word in numbers):
            raise forms.ValidationError(f"Enter numbers from 1 to {LAST_PARAGRAPH} with commas between, such as 1, 3.")
        return sorted({int(word) for word in numbers})

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(data) != sorted(initial or []))
        except forms.ValidationError:
            return True


@dataclass(frozen=True, slots=True)
class Row:
    """A field with what is to be said at its place."""

    field: forms.BoundField
    warnings: Sequence[PlanWarning]

    @property
    def warnings_id(self) -> str:
        return f"{self.field.auto_id}_warning"


class PartForm(forms.Form):
    """One part of the plan; `warnings` are those of its fields, by the field's place ("items-3-title")."""

    warnings: Mapping[str, Sequence[PlanWarning]] = {}
    use_required_attribute = False
    row_order: Sequence[str] = ()

    def name_row_fields(self) -> None:
        """The formset adds these fields with Django's words; the row's legend says what they are of."""
        for name, label in (("DELETE", "Remove"), ("ORDER", "Place")):
            if name in self.fields:
                self.fields[name].label = label

    @property
    def rows(self) -> Iterator[Row]:
        """The fields in the order of the screen; what `row_order` leaves out comes last."""
        places = {name: place for place, name in enumerate(self.row_order)}
        for bound in sorted(self.visible_fields(), key=lambda bound: places.get(bound.name, len(places))):
            row = Row(bound, self.warnings.get(bound.html_name, ()))
            if row.warnings:
                self._describe(row)
            yield row

    def _describe(self, row: Row) -> None:
        """Let a screen reader say the warnings with the field, beside its hint and its errors."""
        described = [row.warnings_id]
        if row.field.help_text:
            described.append(f"{row.field.auto_id}_helptext")
        if row.field.errors:
            described.append(f"{row.field.auto_id}_error")
        row.field.field.widget.attrs["aria-describedby"] = " ".join(described)

    @property
    def own_warnings(self) -> Sequence[PlanWarning]:
        return self.warnings.get(self.prefix or "", ())

    @property
    def is_removed(self) -> bool:
        """Whether the clerk ticked the row to be removed."""
        if not self.is_bound or "DELETE" not in self.fields:
            return False
        return bool(self["DELETE"].data)

    def fields_of_plan(self) -> dict[str, Any]:
        """The cleaned values that the plan has too."""
        return {name: value for name, value in self.cleaned_data.items() if name not in NOT_OF_PLAN}
