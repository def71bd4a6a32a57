from django.contrib import admin
from django.http import HttpRequest

from committees.admin.public_changes import HTTPS_ADDRESSES
from committees.models import Council


@admin.register(Council)
class CouncilAdmin(admin.ModelAdmin):
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
                    "question_clear_days",
                    "saturdays_count",
                    "call_in_working_days",
                    "response_months",
                    "publishes_officer_contacts",
                    "paper_retention_years",
                ]
            },
        ),
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not Council.objects.exists()

    def has_delete_permission(self, request: HttpRequest, obj: Council | None = None) -> bool:
        return False
