"""A moment of the council's time on a form: one that does not exist is refused, one that comes twice is asked about."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from committees.moments import occurrences, skipped, written

ONE_MINUTE = timedelta(minutes=1)
LOCAL_FORMAT = "%Y-%m-%dT%H:%M"
FIRST, SECOND = "first", "second"


class LocalTimeField(forms.DateTimeField):
    """What the clock on the wall shows, to the minute: a time without a zone. Its form settles which moment it is."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateTimeInput(format=LOCAL_FORMAT, attrs={"type": "datetime-local"})
        options.setdefault("error_messages", {"invalid": "Enter a date and a time, such as 2026-09-14 17:00."})
        super().__init__(**{"widget": widget, **options})

    def to_python(self, value: Any) -> datetime | None:
        if value in self.empty_values:
            return None
        for pattern in ("%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M"):
            try:
                return datetime.strptime(str(value).strip(), pattern)
            except ValueError:
                continue
        raise forms.ValidationError(self.error_messages["invalid"], code="invalid")


class LocalMomentForm(forms.Form):
    """A form with the field `at`. Cleaned, `at` is a moment with its zone, or None where it was left empty.

    The field `at_which` is there only when the time given comes twice.
    """

    at = LocalTimeField(required=False)
    at_which = forms.ChoiceField(
        label="Which of the two",
        required=False,
        widget=forms.RadioSelect,
        choices=[(FIRST, "The first, in summer time (BST)"), (SECOND, "The second, in winter time (GMT)")],
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if len(self._moments()) < 2:
            del self.fields["at_which"]

    def _moments(self) -> list[datetime]:
        """The moments that the time sent may mean."""
        try:
            local = LocalTimeField(required=False).clean(self.data.get(self.add_prefix("at")))
        except forms.ValidationError:
            return []
        return occurrences(local) if local else []

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        local, which = values.get("at"), values.pop("at_which", "")
        if local is None:
            return values
        moments = occurrences(local)
        if not moments:
            self.add_error("at", skipped(local))
        elif len(moments) == 2 and not which:
            first, second = (written(moment) for moment in moments)
            self.add_error("at_which", f"The clocks go back then, so this time comes twice: {first}, and {second}.")
        else:
            values["at"] = moments[-1] if which == SECOND else moments[0]
        return values


class MomentForm(LocalMomentForm):
    """Now, or at a coming moment of the council's time."""

    at = LocalTimeField(
        label="Publish at",
        required=False,
        help_text="A date and a time, to the minute, by the council’s clocks. Leave empty to publish now.",
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        at = values.get("at")
        if not self.errors and at is not None and at < timezone.now() - ONE_MINUTE:
            self.add_error("at", "That moment has passed. Give a coming one, or leave this empty to do it now.")
        return values
