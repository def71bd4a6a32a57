"""The addresses that search engines may know, a section for each kind of thing, through `.public()` alone."""

from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from committees.models import Committee, Decision, Meeting, Minutes, Person, Ward
from documents.models import Document, Recommendation, Review
from portal.views.about import PAGES


class RowsSitemap(Sitemap):  # type: ignore[type-arg]  # not subscriptable when run
    """The addresses of rows, as they are when asked for."""

    limit = 5_000

    def __init__(self, rows: "QuerySet[Any]") -> None:
        self.rows = rows

    def items(self) -> "QuerySet[Any]":
        return self.rows.order_by("pk")


class AboutSitemap(Sitemap):  # type: ignore[type-arg]  # not subscriptable when run
    def items(self) -> list[str]:
        return [page.slug for page in PAGES]

    def location(self, item: str) -> str:
        return reverse("about_page", args=[item])


def sections() -> "dict[str, type[Sitemap[Any]] | Sitemap[Any]]":
    return {
        "committees": RowsSitemap(Committee.objects.public()),
        "meetings": RowsSitemap(Meeting.objects.public().select_related("committee")),
        "minutes": RowsSitemap(Minutes.objects.public().select_related("meeting__committee")),
        "decisions": RowsSitemap(Decision.objects.public()),
        "recommendations": RowsSitemap(Recommendation.objects.public().to_executive()),
        "papers": RowsSitemap(Document.objects.public()),
        "people": RowsSitemap(Person.objects.public()),
        "reviews": RowsSitemap(Review.objects.public()),
        "about": AboutSitemap(),
        "wards": RowsSitemap(Ward.objects.all()),
    }
