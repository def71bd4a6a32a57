from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path

from committees.admin import second_steps
from committees.admin.guarded import GuardedAdmin
from committees.models import Role, User

# What lifts an account above the roles: for those who are above them already
ABOVE_ROLES = {"is_superuser", "user_permissions"}


@admin.register(User)
class ClerkAdmin(GuardedAdmin, UserAdmin):
    """Those who sign in. A password given out by hand is best marked to be changed at the next sign-in."""

    list_display = ["username", "first_name", "last_name", "email", "is_staff", "is_active"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("Who it is", {"fields": ["first_name", "last_name", "email", "person"]}),
        ("What they may do", {"fields": ["is_active", "is_staff", "groups", "is_superuser", "user_permissions"]}),
        ("Signing in", {"fields": ["must_change_password", "last_login", "date_joined"]}),
    ]
    add_fieldsets = [
        (
            None,
            {"fields": ["username", "first_name", "last_name", "email", "person", "usable_password", "password1"]},
        ),
        (None, {"fields": ["password2", "must_change_password"]}),
        ("What they may do", {"fields": ["groups"]}),
    ]
    readonly_fields = ["last_login", "date_joined"]
    filter_horizontal = ()  # Django's chooser cannot be heard, and holds nothing without script
    named_fields = ("person",)

    def get_urls(self) -> list[URLPattern]:
        take_off = self.admin_site.admin_view(second_steps.take_off)
        return [path("<int:pk>/second-step/", take_off, name="user_second_step"), *super().get_urls()]

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Nobody raises themselves, or another, above the roles."""
        return [
            (title, {**options, "fields": [name for name in options["fields"] if _may_set(request, name)]})
            for title, options in super().get_fieldsets(request, obj)
        ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        users = super().get_queryset(request)
        return users if _is_superuser(request) else users.filter(is_superuser=False)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {**super().get_changeform_initial_data(request), "must_change_password": True}

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **options)
        if field and db_field.name == "groups":
            field.label, field.help_text, field.widget = "Roles", ROLES_HELP, ticked(field)
        return field

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Every role but the member's is work in this desk; without roles it is as ticked."""
        super().save_related(request, form, formsets, change)
        user: User = form.instance
        if roles := set(user.groups.values_list("name", flat=True)):
            user.is_staff = user.is_superuser or roles != {Role.MEMBER}
            user.save(update_fields=["is_staff"])


ROLES_HELP = (
    "A member signs in to read restricted papers, and sees nothing of this desk. Clerks, releasing officers, "
    "administrators and report authors work in it."
)


def _is_superuser(request: HttpRequest) -> bool:
    return request.user.is_active and request.user.is_superuser


def _may_set(request: HttpRequest, name: Any) -> bool:
    return name not in ABOVE_ROLES or _is_superuser(request)


def ticked(field: Any) -> forms.CheckboxSelectMultiple:
    """The choices of a field, each to be ticked."""
    return forms.CheckboxSelectMultiple(choices=field.choices)


class RoleAdmin(admin.ModelAdmin):
    """The product's own roles, and further ones that a council makes."""

    search_fields = ["name"]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **options)
        if isinstance(field, forms.ModelMultipleChoiceField) and field.queryset is not None:
            field.queryset = field.queryset.select_related("content_type")  # each is told with its model
            field.widget, field.help_text = ticked(field), ""
        return field


if admin.site.is_registered(Group):
    admin.site.unregister(Group)
admin.site.register(Group, RoleAdmin)
