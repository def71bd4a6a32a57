"""Headers that every answer carries."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse

from committees.models import SignInEvent, User
from committees.sign_ins import record_sign_in

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; "
    "object-src 'none'"
)
PERMISSIONS = (
    "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
    "magnetometer=(), microphone=(), payment=(), usb=()"
)
# nosniff, Referrer-Policy, COOP and Strict-Transport-Security are SecurityMiddleware's, X-Frame-Options is
# XFrameOptionsMiddleware's; they are told here again for what is answered before those are asked.
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Permissions-Policy": PERMISSIONS,
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class SecurityHeadersMiddleware:
    """A strict Content-Security-Policy with no inline script, unless a view set one of its own for a file."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response


class SessionsEndMiddleware:
    """A session ends so long after signing in, however busy. That it ends when idle is the session's own doing.

    The session of a reader without its cookie is not looked at: looking would say that the page differs by cookie.
    """

    SINCE = "signed_in_since"

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and SESSION_KEY in request.session:
            since = request.session.setdefault(self.SINCE, time.time())
            if time.time() - since > settings.SESSION_LONGEST:
                self._end(request)
        return self.get_response(request)

    def _end(self, request: HttpRequest) -> None:
        user = request.user if isinstance(request.user, User) else None
        record_sign_in(SignInEvent.Kind.SESSION_ENDED, user=user, request=request)
        request.session.flush()
        request.user = AnonymousUser()
