from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.test import RequestFactory

from portal.page_cache import middleware
from portal.page_cache.edition import Edition, EditionReader
from portal.page_cache.middleware import PageCacheMiddleware
from tests.indexes import index_in

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
EDITION = Edition("a", date(2026, 3, 2), NOON, NOON + timedelta(hours=1))


class Site:
    """A site whose pages count how often they were made."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse] | None = None) -> None:
        self.made = 0
        self.respond = respond or (lambda request: HttpResponse(f"page {self.made}"))
        self.pages = PageCacheMiddleware(self.make)
        self.pages.editions = cast(EditionReader, self)
        self.edition: Edition | None = EDITION

    def after(self, _publish_due: Callable[[], int]) -> Edition | None:
        return self.edition

    def make(self, request: HttpRequest) -> HttpResponse:
        self.made += 1
        return self.respond(request)

    def get(self, address: str = "/", *, method: str = "get", cookies: Any = (), **headers: str) -> HttpResponse:
        request = getattr(RequestFactory(), method)(
            address, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        request.COOKIES.update(cookies)
        return cast(HttpResponse, self.pages(request))


@pytest.fixture(autouse=True)
def outside_transactions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(middleware, "connection", SimpleNamespace(in_atomic_block=False))
    monkeypatch.setattr(middleware, "publish_due", lambda: 0)


def test_page_is_made_once_and_told_to_be_asked_for_again() -> None:
    site = Site()
    first, second = site.get(), site.get()
    assert (first.content, second.content, site.made) == (b"page 1", b"page 1", 1)
    assert second["Cache-Control"] == "no-cache"
    assert second["ETag"] == first["ETag"]
    assert site.get(If_None_Match=first["ETag"]).status_code == 304


def test_page_is_made_again_in_a_new_edition_or_where_there_is_none() -> None:
    site = Site()
    site.get()
    site.edition = Edition("b", EDITION.today, NOON + timedelta(minutes=1), EDITION.due_at)
    assert site.get().content == b"page 2"
    site.edition = None
    assert (site.get().content, site.get().content) == (b"page 3", b"page 4")


@pytest.mark.parametrize("cookie", [settings.SESSION_COOKIE_NAME, "messages"])
def test_who_may_be_signed_in_or_has_a_message_gets_a_page_of_their_own(cookie: str) -> None:
    site = Site()
    site.get()
    own = site.get(cookies={cookie: "x"}, Accept_Encoding="br")
    assert own.content == b"page 2"
    assert own["Cache-Control"] == "private, no-cache"
    assert not own.has_header("Content-Encoding")
    assert site.get().content == b"page 1"


def test_cookies_of_the_councils_other_sites_count_for_nothing() -> None:
    site = Site()
    site.get()
    assert site.get(cookies={"_ga": "1", "csrftoken": "x"}).content == b"page 1"


def with_token(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(get_token(request) * 20)
    response.set_cookie("csrftoken", "x")  # as Django's own middleware does
    return response


@pytest.mark.parametrize(
    "respond",
    [
        with_token,
        lambda request: HttpResponse("x" * 900, headers={"Cache-Control": "private, no-cache"}),
        lambda request: HttpResponse("x" * 900, headers={"Cache-Control": "no-store"}),
        lambda request: HttpResponse("x" * 900, headers={"Vary": "Accept-Language"}),
        lambda request: HttpResponse("x" * 900, status=404),
        lambda request: HttpResponse("x" * 900, status=410),
        lambda request: HttpResponse(status=301, headers={"Location": "/"}),
    ],
    ids=["token", "private", "no-store", "language", "missing", "gone", "moved"],
)
def test_answer_that_is_not_for_all_is_not_kept(respond: Callable[[HttpRequest], HttpResponse]) -> None:
    site = Site(respond)
    site.get()
    site.get()
    assert site.made == 2


def test_page_with_a_token_is_not_compressed() -> None:
    """Or its length would tell the token, letter by letter, beside words that another chooses (BREACH)."""
    assert not Site(with_token).get(Accept_Encoding="br, gzip").has_header("Content-Encoding")


def test_posts_and_the_clerks_part_are_never_kept() -> None:
    site = Site()
    for method, address in (("post", "/"), ("post", "/"), ("get", "/admin/"), ("get", "/admin/")):
        site.get(address, method=method)
    assert site.made == 4


def test_nothing_is_kept_of_an_open_transaction(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(middleware, "connection", SimpleNamespace(in_atomic_block=True))
    site = Site()
    site.get()
    assert site.get().content == b"page 2"


def test_each_address_encoding_and_host_has_its_own_page() -> None:
    site = Site(lambda request: HttpResponse(f"page {site.made} " * 100))
    for asked in ({"address": "/?page=2"}, {"address": "/?page=3"}, {"Accept_Encoding": "br"}, {"Host": "localhost"}):
        site.get(**asked)
    assert site.made == 4
    assert site.get(Accept_Encoding="br")["Content-Encoding"] == "br"
    assert site.made == 4


def test_long_query_string_is_answered_and_not_kept() -> None:
    site = Site()
    for _ in range(2):
        site.get("/?q=" + "x" * 400)
    assert site.made == 2


def test_head_is_answered_from_the_page_without_its_words() -> None:
    site = Site()
    site.get()
    response = site.get(method="head")
    assert (response.content, response["Content-Length"], site.made) == (b"", "6", 1)


def test_search_is_made_again_when_the_index_has_altered(settings: Any, tmp_path: Any) -> None:
    """What was published is found by the index a moment later, in the same edition."""
    with index_in(settings, tmp_path / "index"):
        folder = tmp_path / "index" / "1_x"
        folder.mkdir(parents=True)
        (tmp_path / "index" / "current").write_text("1_x")
        site = Site()
        (folder / "meta.json").write_text("1")
        assert (site.get("/search/?q=a").content, site.get("/search/?q=a").content) == (b"page 1", b"page 1")
        (folder / "new").write_text("2")
        (folder / "new").replace(folder / "meta.json")
        assert site.get("/search/?q=a").content == b"page 2"
