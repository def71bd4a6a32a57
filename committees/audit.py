"""Who changed a row, and why: told to the audit triggers for the length of a block or a request."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import pghistory
from django.db import models
from django.http import HttpRequest, HttpResponse
from pghistory import runtime

from committees.models.users import User

ModelClass = TypeVar("ModelClass", bound=type[models.Model])


@contextmanager
def recorded(*, by: User | None, why: str) -> Iterator[None]:
    """Rows changed in this block carry `by` (None is the system itself) and `why` in the audit.

    A block within another, or within a request, has a context of its own, so that each event keeps its own reason:
    the library's own nesting would have the last reason stand for all that came before.
    """
    told = {"user": by.pk if by else None, "username": by.username if by else "system", "why": why}
    outer = getattr(runtime._tracker, "value", None)
    if outer is None:
        with pghistory.context(**told):
            yield
        return
    runtime._tracker.value = runtime.Context(id=uuid.uuid4(), metadata={**outer.metadata, **told})
    try:
        yield
    finally:
        runtime._tracker.value = outer


class AuditMiddleware:
    """Changes made while a signed-in person's request is answered carry that person."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in {"GET", "HEAD", "OPTIONS"} or not request.user.is_authenticated:
            return self.get_response(request)
        with pghistory.context(user=request.user.pk, username=request.user.get_username(), why=request.path):
            return self.get_response(request)
