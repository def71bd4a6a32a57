"""Answers readers who are not signed in from what is kept, compressed and tagged; first publishes what is due."""

from collections.abc import Callable

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse

from documents.actions.timed import publish_due
from documents.search import index_commit
from portal.context import know_council
from portal.page_cache.answers import compress, encoding_for, if_altered, kept_of, response_of, tag_of
from portal.page_cache.edition import EditionReader, know_edition
from portal.page_cache.store import PageStore

LONGEST_QUERY = 300  # characters of a query string with which a page is kept
PRIVATE = "private, no-cache"
NOT_KEPT = ("private", "no-store")  # in Cache-Control: what a view says of an answer that no other may be given
ALIKE = {"accept-encoding", "cookie"}  # in Vary: asked apart below, or asked of nobody who has a cookie that counts


class PageCacheMiddleware:
    """Stands before sessions and all that follows: for a page that is kept only the edition is asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.store = PageStore(settings.PAGE_CACHE_BYTES)
        self.editions = EditionReader()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if _is_known(request):
            _publish_due()
            response = self.get_response(request)
            response.headers.setdefault("Cache-Control", PRIVATE)
            return response
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        response = self._answer(request)
        if not isinstance(response, HttpResponse):  # a file, which has seen to it itself
            return response
        return if_altered(request, response)

    def _answer(self, request: HttpRequest) -> HttpResponseBase:
        encoding = encoding_for(request)
        if not _may_be_kept(request):
            _publish_due()
            return finished(self.get_response(request), encoding)
        edition = self.editions.after(publish_due)
        if edition is None:
            return finished(self.get_response(request), encoding)
        key, queried = key_of(request, encoding), "?" in request.get_full_path()
        if kept := self.store.get(edition, key, queried=queried):
            return response_of(kept, request)
        know_edition(request, edition)
        if edition.council:
            know_council(request, edition.council)
        response = finished(self.get_response(request), encoding)
        if request.method == "GET" and isinstance(response, HttpResponse) and is_alike_for_all(response):
            self.store.put(edition, key, kept_of(response), queried=queried)
        return response


def _publish_due() -> None:
    """For pages that are not kept: they too tell what was set for a moment that has come."""
    if not connection.in_atomic_block:
        publish_due()


def _is_known(request: HttpRequest) -> bool:
    """Whether the reader may be somebody: signed in, or with a message waiting."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES or "messages" in request.COOKIES


def _may_be_kept(request: HttpRequest) -> bool:
    """Not the clerks' part; and nothing while a transaction is open, for it sees what is not committed."""
    return (
        not settings.DEBUG
        and not request.path.startswith(reverse("admin:index"))
        and len(request.META.get("QUERY_STRING", "")) <= LONGEST_QUERY
        and not connection.in_atomic_block
    )


def key_of(request: HttpRequest, encoding: str) -> tuple[str, ...]:
    """Of one page within an edition; a search is made of the index of this machine as well."""
    index = index_commit() if request.path == reverse("search") else ""
    return (request.scheme or "", request.get_host(), request.get_full_path(), encoding, index)


def finished(response: HttpResponseBase, encoding: str) -> HttpResponseBase:
    """Tagged and compressed. What sets a cookie, or a token against forgery with it, is neither."""
    if not isinstance(response, HttpResponse) or response.cookies:
        return response
    response.headers.setdefault("Cache-Control", "no-cache")
    if response.status_code == 200 and not response.has_header("ETag"):
        response.headers["ETag"] = tag_of(response.content)
    compress(response, encoding)
    return response


def is_alike_for_all(response: HttpResponse) -> bool:
    """Whether it may be given to another reader: whole, without a cookie, and not made for one alone."""
    control = response.headers.get("Cache-Control", "")
    vary = {name.strip().lower() for name in response.headers.get("Vary", "").split(",") if name.strip()}
    return (
        response.status_code == 200
        and not response.cookies
        and not any(word in control for word in NOT_KEPT)
        and vary <= ALIKE
        and response.has_header("ETag")
    )
