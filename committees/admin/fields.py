"""Fields of the clerk's own forms."""

from typing import Any

from django import forms


class DayField(forms.DateField):
    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(**{"widget": widget, **options})


class WordsField(forms.CharField):
    """Words over several lines, which end in one way whatever the browser sends."""

    def __init__(self, *, lines: int = 4, **options: Any) -> None:
        super().__init__(**{"required": False, "widget": forms.Textarea(attrs={"rows": lines}), **options})

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n").replace("\r", "\n")
