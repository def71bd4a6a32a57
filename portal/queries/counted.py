"""Long lists page by page, their rows counted once for one edition of the site: counting was most of such a page."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

from portal.page_cache.edition import edition_of

MOST = 500  # counts kept of one edition; whoever asks for more begins anew


def paginated(request: HttpRequest, rows: "QuerySet[Any, Any]", per_page: int) -> "Paginator[Any]":
    """Of rows that depend on the address alone, without its `page`. A reader who is known has them counted afresh."""
    pages: Paginator[Any] = Paginator(rows, per_page)
    edition = edition_of(request)
    if edition is None:
        return pages
    key = (request.path, _choices(request))
    if key not in edition.counts:
        if len(edition.counts) >= MOST:
            edition.counts.clear()
        edition.counts[key] = pages.count
    vars(pages)["count"] = edition.counts[key]
    return pages


def _choices(request: HttpRequest) -> str:
    given = request.GET.copy()
    given.pop("page", None)
    return given.urlencode()
