from typing import Any

from django.http import Http404, HttpRequest, HttpResponse


def this_month(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    raise Http404


def month(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    raise Http404
