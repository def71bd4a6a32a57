"""The limit on uploads, kept before a request's body is read."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.admin import site
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt, csrf_protect

View = Callable[..., HttpResponse]

MEBIBYTE = 1 << 20
FORM_ALLOWANCE = MEBIBYTE  # what the other fields and the form's own lines may add to the file


def too_large() -> str:
    return f"The file is larger than {settings.UPLOAD_LIMIT // MEBIBYTE} MB, the most that can be uploaded."


def within_upload_limit(view: View) -> View:
    """Answer 413 to a form with a larger file, by its announced length, before any of it is kept or parsed.

    The check against forged requests reads the body, so it comes after this.
    """
    checked = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and _length(request) > settings.UPLOAD_LIMIT + FORM_ALLOWANCE:
            context = {**site.each_context(request), "title": "The file is too large", "message": too_large()}
            return render(request, "admin/too_large.html", context, status=413)
        return checked(request, *args, **kwargs)

    return inner


def _length(request: HttpRequest) -> int:
    announced = request.META.get("CONTENT_LENGTH") or "0"
    return int(announced) if announced.isdecimal() else 0
