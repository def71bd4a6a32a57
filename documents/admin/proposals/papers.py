"""The papers with something for a clerk to decide."""

from dataclasses import dataclass

from django.contrib.admin import site
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from documents.actions.proposals import CERTAIN
from documents.models import DocumentVersion, Listing, Proposal

PAGE_LENGTH = 50


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much waits: proposals, and the papers they are in."""

    proposals: int
    papers: int


def of_newest_versions() -> "QuerySet[Proposal]":
    """Proposals that wait, without those of versions that a correction has replaced."""
    newest = DocumentVersion.objects.filter(document=OuterRef("version__document")).order_by("-number")
    return Proposal.objects.waiting().filter(version=Subquery(newest.values("pk")[:1]))


def waiting() -> Waiting:
    counted = of_newest_versions().aggregate(proposals=Count("pk"), papers=Count("version", distinct=True))
    return Waiting(**counted)


@never_cache
@permission_required("documents.view_proposal", raise_exception=True)
def index(request: HttpRequest) -> HttpResponse:
    rows = (
        of_newest_versions()
        .order_by()
        .values("version")
        .annotate(
            count=Count("pk"),
            certain=Count("pk", filter=Q(state=Proposal.State.WAITING, confidence__gte=CERTAIN)),
            newer=Count("newer"),
        )
        .order_by("-version")
    )
    page = Paginator(rows, PAGE_LENGTH).get_page(request.GET.get("page"))
    listed = Prefetch("document__listings", Listing.objects.select_related("meeting__committee").order_by("pk"))
    rows_of = DocumentVersion.objects.select_related("document").prefetch_related(listed)
    versions = rows_of.in_bulk([row["version"] for row in page])
    context = {
        **site.each_context(request),
        "title": "Read in papers",
        "page": page,
        "papers": [{**row, "version": versions[row["version"]]} for row in page],
    }
    return render(request, "admin/proposals/index.html", context)
