from typing import Any

from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.http import HttpRequest
from django.shortcuts import redirect

from committees.admin.inlines import LabelledInline
from committees.models import AgendaTemplate, TemplateItem, TemplateSection


class SectionInline(LabelledInline, admin.StackedInline):
    model = TemplateSection
    verbose_name = "section"
    fields = [("order", "letter"), "title", "text"]


class ItemInline(LabelledInline, admin.StackedInline):
    model = TemplateItem
    verbose_name = "formal item"
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

    def get_inlines(self, request: HttpRequest, obj: AgendaTemplate | None) -> "list[type[InlineModelAdmin[Any, Any]]]":
        """Items come with the second look: only then are there sections to put them in."""
        return [SectionInline, ItemInline] if obj else [SectionInline]

    def response_add(self, request: HttpRequest, obj: AgendaTemplate, post_url_continue: str | None = None) -> Any:
        self.message_user(request, f"{obj} is begun. Now add the formal items that every agenda has.")
        return redirect("admin:committees_agendatemplate_change", obj.pk)
