from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from committees.admin.inlines import LabelledInline
from committees.models import AgendaTemplate, TemplateItem, TemplateSection


class SectionInline(LabelledInline, admin.StackedInline):
    model = TemplateSection
    fields = [("order", "letter"), "title", "text"]


class ItemInline(LabelledInline, admin.StackedInline):
    model = TemplateItem
    fields = [("order", "section"), "title", "text"]

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        match = request.resolver_match
        if db_field.name == "section" and match:
            options["queryset"] = TemplateSection.objects.filter(template=match.kwargs.get("object_id"))
        return super().formfield_for_foreignkey(db_field, request, **options)


@admin.register(AgendaTemplate)
class AgendaTemplateAdmin(admin.ModelAdmin):
    """What a committee's agendas begin with. An agenda that is made already does not change with it."""

    list_display = ["committee", "venue", "time"]
    inlines = [SectionInline, ItemInline]
