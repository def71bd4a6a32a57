"""The site that clerks work in."""

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig


class ClerkAdminConfig(AdminConfig):
    default_site = "documents.admin.site.ClerkAdminSite"


class ClerkAdminSite(AdminSite):
    site_title = "Committee Papers"
    site_header = "Committee Papers"
    index_title = "Clerk's desk"
