"""Who changed a row, and why: told to the audit triggers for the length of a block or a request."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import pghistory
from django.db import models
from django.http import HttpRequest, HttpResponse

from committees.models.users import User

ModelClass = TypeVar("ModelClass", bound=type[models.Model])


@contextmanager
def recorded(*, by: User | None, why: str) -> Iterator[None]:
    """Rows changed in this block carry `by` (None is the system itself) and `why` in the audit."""
    with pghistory.context(user=by.pk if by else None, username=by.username if by else "system", why=why):
        yield


class AuditMiddleware:
    """Changes made while a signed-in person's request is answered carry that person."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in {"GET", "HEAD", "OPTIONS"} or not request.user.is_authenticated:
            return self.get_response(request)
        with pghistory.context(user=request.user.pk, username=request.user.get_username(), why=request.path):
            return self.get_response(request)
