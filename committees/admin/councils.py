from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from committees.admin.guarded import GuardedAdmin
from committees.admin.public_changes import HTTPS_ADDRESSES
from committees.colours import PAPER, contrast, readable_on
from committees.crests import LARGEST_FILE, Crest, RefusedCrest, read_crest
from committees.models import ClosureDay, Council


class CouncilForm(forms.ModelForm):
    """The council's settings; a crest is kept only as what is harmless of it."""

    crest_file = forms.FileField(
        label="Crest",
        required=False,
        help_text="An SVG, PNG, JPEG or WebP of at most 1 MB, shown beside the name. Left empty, it stays as it is.",
    )
    remove_crest = forms.BooleanField(label="Remove the crest", required=False)

    def clean_crest_file(self) -> Crest | None:
        uploaded = self.cleaned_data["crest_file"]
        if not uploaded:
            return None
        try:
            return read_crest(uploaded.read(LARGEST_FILE + 1))
        except RefusedCrest as refused:
            raise forms.ValidationError(str(refused)) from refused


@admin.register(Council)
class CouncilAdmin(GuardedAdmin):
    """The one council: its name, contact, colours and statutory figures."""

    form = CouncilForm
    formfield_overrides = HTTPS_ADDRESSES
    readonly_fields = ["contrasts", "crest_kept"]
    fieldsets = [
        (None, {"fields": ["name", "strapline", "website"]}),
        (
            "Look",
            {"fields": ["brand_colour", "accent_colour", "contrasts", "crest_kept", "crest_file", "remove_crest"]},
        ),
        ("Contact", {"fields": ["address", "email", "phone"]}),
        (
            "Rules",
            {
                "fields": [
                    "jurisdiction",
                    "agenda_clear_days",
                    "summons_clear_days",
                    "question_clear_days",
                    "saturdays_count",
                    "minutes_working_days",
                    "key_notice_days",
                    "private_notice_days",
                    "second_private_notice_days",
                    "long_notices_skip_days_off",
                    "call_in_working_days",
                    "response_months",
                    "members_read",
                    "release_by_second_person",
                    "paper_retention_years",
                    "background_retention_years",
                    "warning_days",
                    "publishes_officer_contacts",
                ]
            },
        ),
    ]

    @admin.display(description="Contrast")
    def contrasts(self, council: Council) -> str:
        """As the colours are kept: each with the white page, and with the text on it (WCAG 2.2, 1.4.3 and 1.4.11)."""
        told = [("Brand", council.brand_colour), ("Accent", council.accent_colour)]
        return " ".join(
            f"{name} with the page {contrast(colour, PAPER):.1f} to 1 (3 is needed), with the text on it "
            f"{contrast(colour, readable_on(colour)):.1f} to 1 (4.5 is needed)."
            for name, colour in told
        )

    @admin.display(description="Crest now")
    def crest_kept(self, council: Council) -> str:
        return f"{council.crest_kind.upper()}, shown beside the name" if council.crest_version else "None"

    def save_model(self, request: HttpRequest, obj: Council, form: Any, change: bool) -> None:
        if form.cleaned_data["remove_crest"]:
            obj.keep_crest(None)
        elif crest := form.cleaned_data["crest_file"]:
            obj.keep_crest(crest)
        super().save_model(request, obj, form, change)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not Council.objects.exists()

    def has_delete_permission(self, request: HttpRequest, obj: Council | None = None) -> bool:
        return False


@admin.register(ClosureDay)
class ClosureDayAdmin(admin.ModelAdmin):
    """The days on which the council is closed, besides the bank holidays that the calendar knows."""

    list_display = ["name", "first_day", "last_day"]
    search_fields = ["name"]
