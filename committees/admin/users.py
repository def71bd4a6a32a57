from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group

from committees.models import User


@admin.register(User)
class ClerkAdmin(UserAdmin):
    """Those who sign in. A password given out by hand is best marked to be changed at the next sign-in."""

    list_display = ["username", "first_name", "last_name", "email", "is_staff", "is_active"]
    fieldsets = [
        *(UserAdmin.fieldsets or ()),
        ("In this council", {"fields": ["person", "must_change_password"]}),
    ]
    autocomplete_fields = ["person"]


if not admin.site.is_registered(Group):
    admin.site.register(Group)
