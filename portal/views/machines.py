from typing import Any

from django.http import Http404, HttpRequest, HttpResponse


def robots(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    raise Http404


def sitemap(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    raise Http404


def sitemap_index(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    raise Http404
