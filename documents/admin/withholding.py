"""What is asked of whoever withholds an item or a paper: why, for the public and for the record."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from committees.actions import Grounds
from committees.admin.asking import ReasonForm
from committees.admin.fields import DayField, WordsField
from committees.exemption import paragraphs_of, unknown_paragraphs
from committees.models import Access, Council
from committees.models.withholding import Withholding
from documents.admin.plans.fields import ParagraphsField


class AccessForm(forms.Form):
    access = forms.ChoiceField(choices=Access.choices, initial=Access.OPEN)
    exempt_paragraphs = ParagraphsField(help_text="If exempt, such as 3.")

    def clean(self) -> dict[str, Any]:
        exempt = self.cleaned_data.get("access") == Access.EXEMPT
        paragraphs = self.cleaned_data.get("exempt_paragraphs")
        if exempt and not paragraphs and "exempt_paragraphs" not in self.errors:
            self.add_error("exempt_paragraphs", "Enter the paragraph of Schedule 12A that applies.")
        if unknown := unknown_paragraphs(paragraphs or [], Council.objects.current().jurisdiction):
            numbers = ", ".join(map(str, unknown))
            self.add_error("exempt_paragraphs", f"Schedule 12A has no paragraph {numbers} for this council.")
        if paragraphs and not exempt:
            self.add_error("exempt_paragraphs", "Only an exempt paper has paragraphs: choose “Exempt”, or clear this.")
        return self.cleaned_data


WITHHELD = ("exempt_paragraphs", "reason", "public_interest", "decided_by", "review_on")


class WithholdingForm(AccessForm):
    """Why something is withheld; the law asks of the exempt that it be weighed, and looked at again."""

    public_interest = WordsField(
        lines=3,
        label="Why the public interest in withholding it is the greater",
        help_text="If exempt. Kept in the record, not shown to the public.",
    )
    decided_by = forms.CharField(
        max_length=120, label="Who decided it", help_text="If exempt, such as “Monitoring Officer”.", required=False
    )
    review_on = DayField(
        label="When to look at it again", help_text="If exempt: what is exempt today may be open later.", required=False
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        known = paragraphs_of(Council.objects.current().jurisdiction)
        if known:
            listed = "; ".join(f"{number} {subject}" for number, subject in known.items())
            self.fields["exempt_paragraphs"].help_text = f"If exempt, their numbers: {listed}."

    def clean_review_on(self) -> date | None:
        day: date | None = self.cleaned_data["review_on"]
        if day and day < timezone.localdate():
            raise forms.ValidationError("Enter a day to come, on which to look at it again.")
        return day

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("access") == Access.EXEMPT:
            for name, message in UNWEIGHED.items():
                if not self.cleaned_data.get(name) and name not in self.errors:
                    self.add_error(name, message)
        return self.cleaned_data


class RestrictForm(WithholdingForm, ReasonForm):
    """Why something is withheld, of an item or a single paper that is here already."""

    access = forms.ChoiceField(choices=[choice for choice in Access.choices if choice[0] != Access.OPEN])
    field_order = ("access", *WITHHELD)


UNWEIGHED = {
    "public_interest": "Enter why the public interest in withholding it is the greater.",
    "decided_by": "Enter who decided it.",
    "review_on": "Enter the day to look at it again.",
}


def grounds_in(values: dict[str, Any]) -> Grounds:
    """Taken out of the cleaned form."""
    return Grounds(
        public_interest=values.pop("public_interest"),
        decided_by=values.pop("decided_by"),
        review_on=values.pop("review_on"),
    )


def withholding_now(thing: Withholding) -> dict[str, Any]:
    """What the form shows first."""
    return {
        "access": Access.EXEMPT if thing.access == Access.OPEN else thing.access,
        "exempt_paragraphs": thing.exempt_paragraphs,
        "reason": thing.withheld_reason,
        "public_interest": thing.public_interest,
        "decided_by": thing.withheld_by,
        "review_on": thing.withheld_review_on,
    }
