"""The addresses that search engines may know, a section for each kind of thing, through `.public()` alone."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet

from committees.models import Committee, Meeting, Person, Ward
from documents.models import Document


class RowsSitemap(Sitemap):  # type: ignore[type-arg]  # not subscriptable when run
    """The addresses of rows, as they are when asked for."""

    limit = 5_000

    def __init__(self, rows: "QuerySet[Any]") -> None:
        self.rows = rows

    def items(self) -> "QuerySet[Any]":
        return self.rows.order_by("pk")


SECTIONS: Mapping[str, Callable[[], RowsSitemap]] = {
    "committees": lambda: RowsSitemap(Committee.objects.public()),
    "meetings": lambda: RowsSitemap(Meeting.objects.public().select_related("committee")),
    "papers": lambda: RowsSitemap(Document.objects.public()),
    "people": lambda: RowsSitemap(Person.objects.public()),
    "wards": lambda: RowsSitemap(Ward.objects.all()),
}
