from typing import Any

from django.http import HttpRequest, HttpResponse


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return HttpResponse("Bad request", status=400)


def refused(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return HttpResponse("Refused", status=403)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return HttpResponse("Not found", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    return HttpResponse("Something went wrong", status=500)
