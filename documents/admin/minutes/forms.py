"""The minutes as a form: fields of the whole, and a row of fields for each minute."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.http import QueryDict

from committees.actions import MinuteDraft
from committees.models import Access, AgendaItem, NamedVote
from committees.resolutions import parts_of
from documents.admin.minutes.content import ENTRY, HEAD, Content, Entry
from documents.admin.plans.fields import HourField, TextField

MOST = 500  # minutes of one meeting
DECLARATION = re.compile(r"^(?P<name>[^:(]{2,}?)\s*(?:\((?P<item>[^)]*)\))?\s*:\s*(?P<text>\S.*)$")
CASTS = {
    "votes_for": NamedVote.Cast.FOR,
    "votes_against": NamedVote.Cast.AGAINST,
    "votes_abstained": NamedVote.Cast.ABSTAINED,
}
ASIDE = ("requests", "declarations", "vote", "votes_for", "votes_against", "votes_abstained", "access")
BEGUN = ("title", "text", "resolution", "requests", "declarations", "vote", *CASTS)


class HeadForm(forms.Form):
    use_required_attribute = False
    chair = TextField(max_length=120, label="In the chair")
    closed_at = HourField(label="Meeting closed at")


class EntryForm(forms.Form):
    """One minute. `begun` tells whether anything is typed in it: a row left blank is no minute."""

    use_required_attribute = False
    number = TextField(max_length=20, label="Running number")
    item = forms.ChoiceField(required=False, label="Item of the agenda")
    item_label = TextField(max_length=20, widget=forms.HiddenInput())
    title = TextField(max_length=500)
    text = TextField(
        lines=5, help_text="What was said and done, without the resolution. An empty line between paragraphs."
    )
    resolution = TextField(
        lines=4, help_text="What was resolved. An empty line, or (a), (b) at the start of a line, begins a new part."
    )
    requests = TextField(lines=2, label="Requests", help_text="Asked for without resolving. One on each line.")
    declarations = TextField(
        lines=2,
        label="Declarations of interest",
        help_text="One on each line, as “Councillor Byrne (B2): lives beside the pool”.",
    )
    vote = TextField(max_length=300, label="Vote, as recorded", help_text="Such as “7 for, 2 against”.")
    votes_for = TextField(lines=2, label="Named votes for", help_text="Names with commas between.")
    votes_against = TextField(lines=2, label="Named votes against", help_text="Names with commas between.")
    votes_abstained = TextField(lines=2, label="Named as abstaining", help_text="Names with commas between.")
    access = forms.ChoiceField(
        choices=Access.choices, initial=Access.OPEN, help_text="A minute that is not open is never shown to the public."
    )

    def __init__(self, *args: Any, items: Sequence[AgendaItem], **options: Any) -> None:
        super().__init__(*args, **options)
        self.items = {str(item.pk): item for item in items}
        choices = [("", "Not on the agenda"), *((pk, str(item)) for pk, item in self.items.items())]
        self.fields["item"].choices = choices  # type: ignore[attr-defined]

    @property
    def typed(self) -> Entry:
        """Every field as typed, whether or not it can be used as it is."""
        return {name: str(self[name].value() or "") for name in ENTRY}

    @property
    def begun(self) -> bool:
        return any(self.typed[name].strip() for name in BEGUN)

    @property
    def has_aside(self) -> bool:
        """Whether any of the fields that are seldom needed is filled in."""
        typed = self.typed
        return any(typed[name] for name in ASIDE if name != "access") or typed["access"] != Access.OPEN

    @property
    def aside(self) -> Iterator[forms.BoundField]:
        return (self[name] for name in ASIDE)

    @property
    def heading(self) -> str:
        typed = self.typed
        return f"{typed['number']} {typed['title']}".strip()

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        if self.begun and not values.get("title") and "title" not in self.errors:
            self.add_error("title", "Enter the title of this minute.")
        self._check_votes()
        return values

    def _check_votes(self) -> None:
        seen: set[str] = set()
        for field in CASTS:
            names = names_in(self.cleaned_data.get(field, ""))
            if twice := [name for name in names if name.casefold() in seen]:
                self.add_error(field, f"{twice[0]} is named twice in this vote.")
            seen |= {name.casefold() for name in names}

    def clean_declarations(self) -> list[tuple[str, str, str]]:
        found = []
        for line in lines_of(self.cleaned_data["declarations"]):
            declared = DECLARATION.match(line)
            if declared is None:
                raise forms.ValidationError(f"Write the member’s name, a colon and the interest: “{line[:60]}”.")
            found.append((declared["name"], declared["item"] or "", declared["text"]))
        return found

    def draft(self) -> MinuteDraft:
        """Only of a valid form."""
        values = self.cleaned_data
        item = self.items.get(values["item"])
        return MinuteDraft(
            title=values["title"],
            number=values["number"],
            item=item,
            item_label=item.reference if item else values["item_label"],
            text=values["text"].strip(),
            resolved=parts_of(values["resolution"]),
            requests=lines_of(values["requests"]),
            vote=values["vote"],
            access=values["access"],
            declarations=values["declarations"],
            votes=[(name, cast) for field, cast in CASTS.items() for name in names_in(values[field])],
        )


def lines_of(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def names_in(text: str) -> list[str]:
    return [" ".join(name.split()) for name in re.split(r"[,;\n]", text) if name.strip()]


EntryFormSet = formset_factory(EntryForm, extra=0, can_delete=True, can_order=True, max_num=MOST, absolute_max=MOST)


class MinutesForm:
    """The form over what a browser sent, or over kept content. Checked content is bound, so that its faults show."""

    def __init__(
        self,
        items: Sequence[AgendaItem],
        *,
        data: QueryDict | None = None,
        content: Content | None = None,
        check: bool = False,
    ) -> None:
        bound: Mapping[str, Any] | None = data if data is not None else as_sent(content or {}) if check else None
        first = content or {}
        self.head = HeadForm(bound, initial={name: first.get(name, "") for name in HEAD}, auto_id="%s")
        rows = [in_place(one, place) for place, one in enumerate(first.get("entries", []), start=1)]
        self.entries: BaseFormSet[EntryForm] = EntryFormSet(
            bound, initial=rows, prefix="entries", auto_id="%s", form_kwargs={"items": items}
        )
        for form in self.entries.forms:
            form.fields["ORDER"].label, form.fields["DELETE"].label = "Place", "Remove this minute"

    @property
    def arrived_whole(self) -> bool:
        """Whether the rows can be told apart: a request that was cut short is never saved."""
        return bool(self.entries.management_form.is_valid())

    def content(self, *, tidy: bool = False) -> Content:
        """Everything as typed. `tidy` leaves out the rows ticked for removal, and puts the others in their places."""
        head = without_nulls({name: str(self.head[name].value() or "") for name in HEAD})
        if not tidy:
            return {**head, "entries": [without_nulls(form.typed) for form in self.entries.forms]}
        return {**head, "entries": [{**without_nulls(form.typed), "ORDER": ""} for form in self._in_order()]}

    def _in_order(self) -> list[EntryForm]:
        """The rows not ticked for removal, by the place typed; one without a place keeps to the end."""
        rows = [row for row in enumerate(self.entries.forms) if not row[1]["DELETE"].value()]
        return [form for _number, form in sorted(rows, key=_place)]

    @property
    def problems(self) -> list[tuple[str, str]]:
        """(id of the field, what is wrong), in the order of the page."""
        found = [(self.head[name].auto_id, str(error)) for name, errors in self.head.errors.items() for error in errors]
        for form in self.entries.forms:
            if form["DELETE"].value():
                continue
            for name, errors in form.errors.items():
                place = form[name].auto_id if name in form.fields else f"{form.prefix}-title"
                found += [(place, f"{form.heading or 'A minute'}: {error}") for error in errors]
        return found

    def drafts(self) -> list[MinuteDraft]:
        """The minutes in order. Only of a form without problems."""
        rows = [
            (place, form) for place, form in enumerate(self.entries.forms) if form.begun and not form["DELETE"].value()
        ]
        return [form.draft() for _place_of, form in sorted(rows, key=_place)]


def _place(row: tuple[int, EntryForm]) -> tuple[int, int]:
    typed = str(row[1]["ORDER"].value() or "")
    return (int(typed) if typed.isdecimal() and len(typed) < 6 else MOST, row[0])


def in_place(one: Entry, place: int) -> Entry:
    """With its place in the list, where the clerk has typed no other."""
    return {**one, "ORDER": one.get("ORDER") or str(place)}


def without_nulls(entry: Entry) -> Entry:
    """PostgreSQL keeps no null character."""
    return {name: value.replace("\0", "") for name, value in entry.items()}


def as_sent(content: Content) -> dict[str, str]:
    """Kept content as a browser would send it."""
    entries = content.get("entries", [])
    sent = {name: str(content.get(name, "")) for name in HEAD}
    sent.update({"entries-TOTAL_FORMS": str(len(entries)), "entries-INITIAL_FORMS": str(len(entries))})
    for place, one in enumerate(entries):
        sent.update({f"entries-{place}-{name}": value for name, value in in_place(one, place + 1).items() if value})
    return sent
