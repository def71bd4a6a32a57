from typing import Any

from django.http import Http404, HttpRequest, HttpResponse


def pack(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    raise Http404


def paper(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    raise Http404


def page_image(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    raise Http404
