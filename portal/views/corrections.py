"""What a correction of a paper changed."""

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from documents.comparisons import compare
from documents.models import Document, DocumentVersion, Page
from portal.addresses import redirect_to
from portal.views.papers import comparable_versions, notice


@require_safe
@gzip_page
def changes(request: HttpRequest, pk: int, slug: str, number: int) -> HttpResponse:
    """A version beside the one it replaced; nothing but versions that were public, and may still be."""
    document = Document.objects.public().filter(pk=pk).first()
    if document is None:
        return notice(request, pk)
    version = comparable_versions(document).filter(number=number).first()
    if version is None:
        raise Http404
    if redirect := redirect_to(reverse("paper_changes", args=[pk, document.slug, number]), request):
        return redirect
    context = {
        "document": document,
        "version": version,
        "comparison": compare(_pages(version.compared_with), _pages(version)),
        "others": comparable_versions(document).exclude(pk=version.pk),
    }
    response = render(request, "papers/changes.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def _pages(version: DocumentVersion | None) -> "QuerySet[Page]":
    return Page.objects.filter(version=version).order_by("number")
