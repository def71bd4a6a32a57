"""The limits on uploads and on the longest form, kept before a request's body is read."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import parse_qsl

from django.conf import settings
from django.contrib.admin import site
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from documents.admin.chosen_files import with_chosen_files

View = Callable[..., HttpResponse]

MEBIBYTE = 1 << 20
FORM_ALLOWANCE = MEBIBYTE  # what the other fields and the form's own lines may add to the file
FORM_LIMIT = 32 * MEBIBYTE  # of the plan of a pack, which at 1,500 items is about 7 MB
MOST_FIELDS = 200_000
AT_ONCE = "the most that can be sent at once."
URLENCODED = "application/x-www-form-urlencoded"


def too_large() -> str:
    return f"The file is larger than {settings.UPLOAD_LIMIT // MEBIBYTE} MB, the most that can be uploaded."


def within_upload_limit(view: View) -> View:
    """Answer 413 to a form with a larger file, by its announced length, before any of it is kept or parsed.

    The check against forged requests reads the body, so it comes after this. A file that was kept of an attempt before
    stands in for one that is not chosen again.
    """
    checked = csrf_protect(with_chosen_files(view))

    @csrf_exempt
    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and _length(request) > settings.UPLOAD_LIMIT + FORM_ALLOWANCE:
            return _refused(request, "file", too_large())
        return checked(request, *args, **kwargs)

    return inner


def within_form_limit(view: View) -> View:
    """Take a form far longer than Django reads of anybody's: to stand below what asks who is signed in.

    Over FORM_LIMIT it is answered 413 unread. The check against forged requests reads the fields, so it comes after.
    """
    checked = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and request.content_type == URLENCODED:
            if _length(request) > FORM_LIMIT:
                return _refused(request, "form", f"The form is larger than {FORM_LIMIT // MEBIBYTE} MB, {AT_ONCE}")
            try:
                fields = parse_qsl(request.read().decode(errors="replace"), True, max_num_fields=MOST_FIELDS)
            except ValueError:
                return _refused(request, "form", f"The form has more than {MOST_FIELDS:,} fields, {AT_ONCE}")
            request.POST = _posted(fields)  # type: ignore[assignment]  # which may be altered, and is not
        return checked(request, *args, **kwargs)

    return inner


def _posted(fields: list[tuple[str, str]]) -> QueryDict:
    posted = QueryDict(mutable=True)
    for name, value in fields:
        posted.appendlist(name, value)
    return posted


def _refused(request: HttpRequest, what: str, message: str) -> HttpResponse:
    context = {**site.each_context(request), "title": f"The {what} is too large", "what": what, "message": message}
    return render(request, "admin/too_large.html", context, status=413)


def _length(request: HttpRequest) -> int:
    announced = request.META.get("CONTENT_LENGTH") or "0"
    return int(announced) if announced.isdecimal() else 0
