from collections.abc import Iterator, Sequence
from typing import Any

from django import forms

from committees.actions import Attended
from committees.admin.attendance.lines import EMPTY_LINES, NOT_RECORDED, Expected
from committees.models import Attendance

Capacity, Status = Attendance.Capacity, Attendance.Status
STATUSES = [
    (Status.PRESENT, "Present"),
    (Status.REMOTE, "Remotely"),
    (Status.APOLOGIES, "Apologies"),
    (Status.ABSENT, "Absent"),
    (NOT_RECORDED, "Not recorded"),
]
OTHERS = [
    (Capacity.SUBSTITUTE, "Substitute"),
    (Capacity.ALSO_PRESENT, "Also present"),
    (Capacity.OFFICER, "Officer"),
    (Capacity.MEMBER, "Member"),
    (Capacity.CO_OPTED, "Co-opted member"),
]
LONGEST = 120


class StatusForm(forms.Form):
    status = forms.ChoiceField(choices=STATUSES, required=False, widget=forms.RadioSelect)


class ExpectedForm(StatusForm):
    """One of those expected: a name that is given, and how they were there."""

    def __init__(self, expected: Expected, data: Any = None) -> None:
        self.expected = expected
        status = expected.row.status if expected.row else NOT_RECORDED
        super().__init__(data, prefix=expected.key, initial={"status": status})

    def attended(self) -> Attended | None:
        status = self.cleaned_data["status"]
        if not status:
            return None
        row, expected = self.expected.row, self.expected
        name = row.name if row and not expected.person else expected.name
        capacity = row.capacity if row else expected.capacity
        stood_for = row.substitute_for if row else ""
        return Attended(expected.person, name, capacity, status, stood_for, row)


class OtherForm(StatusForm):
    """Somebody else: a substitute, an officer, a visitor. An empty name leaves the line out."""

    name = forms.CharField(max_length=LONGEST, required=False)
    capacity = forms.ChoiceField(choices=OTHERS, required=False, label="Was there as")
    substitute_for = forms.CharField(max_length=LONGEST, required=False, label="Instead of")
    field_order = ("name", "capacity", "substitute_for", "status")

    def __init__(self, number: int, row: Attendance | None, data: Any = None) -> None:
        self.row = row
        first: dict[str, str] = {"capacity": Capacity.SUBSTITUTE, "status": Status.PRESENT}
        if row:
            name = row.person.formal_name if row.person else row.name
            first = {"name": name, "capacity": row.capacity, "status": row.status, "substitute_for": row.substitute_for}
        super().__init__(data, prefix=f"other-{number}", initial=first)
        self.fields["name"].widget.attrs["list"] = "people"
        self.fields["substitute_for"].widget.attrs["list"] = "expected"

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        if values.get("substitute_for") and not values.get("name"):
            self.add_error("name", "Enter who stood in, or clear “Instead of”.")
        if values.get("name") and not values.get("status"):
            self.add_error("status", "Say how they were there, or clear the name.")
        return values

    def attended(self) -> Attended | None:
        values = self.cleaned_data
        if not values["name"]:
            return None
        same = self.row and self.row.person and values["name"] == self.row.person.formal_name
        person = self.row.person if same and self.row else None
        return Attended(
            person,
            values["name"],
            values["capacity"] or Capacity.ALSO_PRESENT,
            values["status"],
            values["substitute_for"] if values["capacity"] == Capacity.SUBSTITUTE else "",
            self.row,
        )


class AttendanceForm:
    """Every line of the record together."""

    def __init__(self, expected: Sequence[Expected], rows: Sequence[Attendance], data: Any = None) -> None:
        taken = {one.row.pk for one in expected if one.row}
        others = [row for row in rows if row.pk not in taken]
        sent = data.get("others", "") if data else ""
        blank = max(EMPTY_LINES, int(sent) - len(others)) if sent.isdecimal() and len(sent) < 4 else EMPTY_LINES
        lines: list[Attendance | None] = [*others, *[None] * blank]
        self.expected = [ExpectedForm(one, data) for one in expected]
        self.others = [OtherForm(number, row, data) for number, row in enumerate(lines)]

    @property
    def forms(self) -> list[ExpectedForm | OtherForm]:
        return [*self.expected, *self.others]

    def is_valid(self) -> bool:
        valid = [form.is_valid() for form in self.forms]  # every one, so that every problem is told
        return all(valid)

    def attended(self) -> list[Attended]:
        return [line for form in self.forms if (line := form.attended())]

    def problems(self) -> Iterator[tuple[str, str]]:
        for form in self.forms:
            for name, errors in form.errors.items():
                yield from ((form[name].id_for_label or f"id_{form.prefix}-{name}", str(error)) for error in errors)
