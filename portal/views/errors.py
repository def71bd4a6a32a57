"""Pages for what went wrong. They say what the reader can do next, and nothing of what is hidden."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return _without_database("errors/400.html", HTTPStatus.BAD_REQUEST)


def refused(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """The account has not the right; the page says whose account it is, and who gives rights."""
    return render(request, "errors/403.html", status=HTTPStatus.FORBIDDEN)


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without the mark that this site gave it."""
    return render(request, "errors/form_refused.html", status=HTTPStatus.FORBIDDEN)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """The same words for an address that never was and for what may not be seen."""
    return render(request, "errors/404.html", status=HTTPStatus.NOT_FOUND)


def broken(request: HttpRequest) -> HttpResponse:
    return _without_database("errors/500.html", HTTPStatus.INTERNAL_SERVER_ERROR)


def _without_database(template: str, status: HTTPStatus) -> HttpResponse:
    """No context, so that it can be said when the database cannot be asked for even the council's name."""
    return HttpResponse(render_to_string(template), status=status)
