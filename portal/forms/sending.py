"""Forms the public sends, rather than asks with: for emails, and to report a problem."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from documents.models import ProblemReport


def email_field(*, required: bool, **options: Any) -> forms.EmailField:
    return forms.EmailField(
        required=required,
        max_length=254,
        error_messages={
            "required": _("Enter your email address"),
            "invalid": _("Enter an email address in the right form, such as name@example.com"),
        },
        widget=forms.EmailInput(
            attrs={"class": "govuk-input", "autocomplete": "email", "spellcheck": "false", "inputmode": "email"}
        ),
        **options,
    )


class SentForm(forms.Form):
    """Shows each error beside its field, and names it for a screen reader."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.errors:
            if name in self.fields and (widget := self.fields[name].widget).attrs.get("class"):
                widget.attrs["class"] += f" {widget.attrs['class'].split()[0]}--error"


class AlertForm(SentForm):
    email = email_field(required=True, label=_("Your email address"))


class ProblemForm(SentForm):
    kind = forms.ChoiceField(
        label=_("What is the problem?"),
        choices=ProblemReport.Kind.choices,
        widget=forms.RadioSelect(),
        error_messages={"required": _("Choose what the problem is")},
    )
    page = forms.IntegerField(
        label=_("Page of the paper, if it is on one page"),
        required=False,
        min_value=1,
        max_value=100_000,
        widget=forms.TextInput(attrs={"class": "govuk-input govuk-input--width-4", "inputmode": "numeric"}),
        error_messages={
            "invalid": _("Enter the page as a number, such as 3"),
            "min_value": _("Enter the page as a number, such as 3"),
            "max_value": _("Enter the page as a number, such as 3"),
        },
    )
    words = forms.CharField(
        label=_("Tell us more"),
        help_text=_("Please leave out personal details of other people."),
        max_length=2000,
        widget=forms.Textarea(attrs={"class": "govuk-textarea", "rows": 5}),
        error_messages={
            "required": _("Tell us what the problem is"),
            "max_length": _("What you tell us must be 2,000 characters or fewer"),
        },
    )
    email = email_field(
        required=False,
        label=_("Your email address, if you want an answer"),
        help_text=_("It is forgotten when the problem has been dealt with."),
    )
