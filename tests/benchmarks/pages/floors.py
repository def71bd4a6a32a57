"""What can hardly be done in less: addresses for the benchmark alone, and a page's own queries without the page."""

from collections.abc import Callable, Sequence

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from portal.urls import handler400, handler403, handler404, handler500
from portal.urls import urlpatterns as site

__all__ = ["BASE", "EMPTY", "handler400", "handler403", "handler404", "handler500", "queries_alone", "urlpatterns"]

EMPTY, BASE = "/floor/empty/", "/floor/base/"


def empty(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def base(request: HttpRequest) -> HttpResponse:
    return render(request, "base.html")


urlpatterns = [path(EMPTY[1:], empty), path(BASE[1:], base), *site]


def queries_alone(statements: Sequence[str]) -> Callable[[], object]:
    """Asks them as the page does, with values written in, and reads the rows without making anything of them."""

    def ask() -> None:
        connection.ensure_connection()
        with connection.connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
                cursor.fetchall()

    return ask
