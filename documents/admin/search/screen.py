"""Search as clerks see it, on one screen."""

from django import forms
from django.contrib.admin import site
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from committees.actions import NotAllowed
from committees.admin.asking import Question, ask, sent
from documents.models import EmptySearch, Synonyms
from documents.search.everyday_words import not_yet_kept
from documents.search.health import health
from documents.search.index.folder import request_rebuild

PAGE_LENGTH = 50


@never_cache
@permission_required("documents.view_synonyms", raise_exception=True)
def index(request: HttpRequest) -> HttpResponse:
    context = {
        **site.each_context(request),
        "title": "Search",
        "health": health(),
        "synonyms": (kept := list(Synonyms.objects.all())),
        "everyday": len(not_yet_kept(row.terms for row in kept)),
    }
    if request.user.has_perm("documents.view_emptysearch"):
        context["page"] = Paginator(EmptySearch.objects.all(), PAGE_LENGTH).get_page(request.GET.get("page"))
    return render(request, "admin/search/index.html", context)


@never_cache
@permission_required("documents.rebuild_search", raise_exception=True)
def rebuild(request: HttpRequest) -> HttpResponse:
    def act(values: object) -> str:
        try:
            request_rebuild()
        except OSError as error:
            raise NotAllowed("The folder of the index cannot be written on this machine.") from error
        return "The index is being rebuilt, as soon as its follower looks."

    explanation = (
        "Every public paper is read into a new index on this machine. The old one serves until the new one is whole. "
        "With many papers this takes minutes."
    )
    question = Question("Rebuild the index", explanation, "Rebuild the index", reverse("admin:search"))
    return ask(request, question, forms.Form(**sent(request)), act)
