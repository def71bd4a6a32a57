from django.contrib import admin
from django.http import HttpRequest

from committees.admin.guarded import GuardedAdmin
from committees.admin.public_changes import HTTPS_ADDRESSES
from committees.models import ClosureDay, Council


@admin.register(Council)
class CouncilAdmin(GuardedAdmin):
    """The one council: its name, contact, colours and statutory figures."""

    formfield_overrides = HTTPS_ADDRESSES
    fieldsets = [
        (None, {"fields": ["name", "strapline", "website", "brand_colour", "accent_colour"]}),
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
                    "paper_retention_years",
                    "background_retention_years",
                    "warning_days",
                    "publishes_officer_contacts",
                ]
            },
        ),
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not Council.objects.exists()

    def has_delete_permission(self, request: HttpRequest, obj: Council | None = None) -> bool:
        return False


@admin.register(ClosureDay)
class ClosureDayAdmin(admin.ModelAdmin):
    """The days on which the council is closed, besides the bank holidays that the calendar knows."""

    list_display = ["name", "first_day", "last_day"]
    search_fields = ["name"]
