"""What is read by machines: robots.txt and the sitemap."""

from django.conf import settings
from django.contrib.sitemaps import views
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from portal.sitemaps import sections


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    context = {
        "closed": [reverse("admin:index"), reverse("search")],
        "sitemap": f"{settings.SITE_ADDRESS}{reverse('sitemap_index')}",
    }
    return render(request, "robots.txt", context, content_type="text/plain; charset=utf-8")


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """Names a sitemap for each section, and for each further page of a long one."""
    return views.index(request, sitemaps=sections(), sitemap_url_name="sitemap")


@require_safe
def sitemap(request: HttpRequest, section: str) -> HttpResponse:
    return views.sitemap(request, sitemaps=sections(), section=section)
