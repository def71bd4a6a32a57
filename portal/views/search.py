from dataclasses import dataclass
from functools import cached_property
from threading import BoundedSemaphore

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from documents.actions.search_terms import record_empty
from documents.search import QUERY_LIMIT, Group, Results, SearchUnavailable, narrowing
from documents.search import search as search_papers
from documents.search.schema import RECORDS
from documents.search.suggestions import suggest
from portal.filters.loosened import Loosened, loosened
from portal.filters.narrowed import Chosen, Narrowing, chosen, everywhere, narrowings, search_address
from portal.forms.asking import NEWEST, SearchForm, SearchWords

PAGE_LENGTH = 10
AT_ONCE = 2  # suggestions that a process makes at the same time, for its other threads to serve pages
_making_suggestions = BoundedSemaphore(AT_ONCE)
SUGGESTED_KINDS = {"committee": _("Committee"), "person": _("Person"), "ward": _("Ward"), "paper": _("Paper")}


@dataclass(frozen=True)
class SearchPage:
    form: SearchForm
    results: Results | None = None  # none before anything is asked, or when the form has errors
    rebuilding: bool = False

    @property
    def is_newest_first(self) -> bool:
        return self.form.is_valid() and self.form.cleaned_data["sort"] == NEWEST

    @cached_property
    def chosen(self) -> list[Chosen]:
        return chosen(self.form) if self.form.is_valid() else []

    @property
    def everywhere(self) -> str:
        return everywhere(self.form)

    @cached_property
    def narrowings(self) -> list[Narrowing]:
        return narrowings(self.form, self.results) if self.results else []

    @property
    def suggested_address(self) -> str:
        suggested = self.results.suggested if self.results else None
        return search_address(self.form, q=suggested.query) if suggested else ""

    @cached_property
    def loosened(self) -> list[Loosened]:
        return loosened(self.form, self.results) if self.results else []

    @property
    def with_all_words(self) -> list[Group]:
        return [group for group in self._groups if not group.partly]

    @property
    def with_some_words(self) -> list[Group]:
        return [group for group in self._groups if group.partly]

    @property
    def has_records(self) -> bool:
        """Whether any result is a record rather than a page of a paper."""
        facets = self.results.facets if self.results else ()
        kinds = {value.value for facet in facets if facet.name == "kind" for value in facet.values}
        return not kinds.isdisjoint(RECORDS) or any(not group.is_paper for group in self._groups)

    @property
    def page(self) -> "Page[int]":
        """The place of these results among all, as the pagination shows it."""
        papers, number = (self.results.papers, self.results.page) if self.results else (0, 1)
        return Paginator(range(papers), PAGE_LENGTH).get_page(number)

    @property
    def _groups(self) -> tuple[Group, ...]:
        return self.results.groups if self.results else ()


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET)
    number = page_number(request.GET.get("page", ""))
    page = answer(form, number)
    nothing = number == 1 and page.results is not None and found_nothing_anywhere(page.results, page.chosen)
    if nothing:
        record_empty(form.cleaned_data["q"])  # as it was typed
    context = {"search": page, "form": form, "page": page.page, "searches_below": True}
    response = render(request, "search/search.html", context)
    if nothing or page.rebuilding:  # each asking counts, and how far the index is tells itself
        response["Cache-Control"] = "private, no-cache"
    return response


def page_number(asked: str) -> int:
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1


def answer(form: SearchForm, number: int) -> SearchPage:
    if not form.is_valid() or not form.cleaned_data["q"]:
        return SearchPage(form)
    asked = form.cleaned_data
    try:
        results = search_papers(
            query=asked["q"],
            committee=asked["committee"],
            ward=asked["ward"],
            meeting=asked["meeting"] and asked["meeting"].pk,
            paper=asked["paper"] and asked["paper"].pk,
            person=asked["person"],
            date_from=asked["date_from"],
            date_to=asked["date_to"],
            kind=asked["kind"] or None,
            newest_first=asked["sort"] == NEWEST,
            page=number,
            per_page=PAGE_LENGTH,
        )
    except SearchUnavailable:
        return SearchPage(form, rebuilding=True)
    return SearchPage(form, results)


def found_nothing_anywhere(results: Results, filters: list[Chosen]) -> bool:
    """Whether the papers have nothing of the words, and not merely nothing where they were looked for."""
    nothing = results.has_words and not results.pages and not results.named
    return nothing and not filters and next(narrowing.fields(results.query), None) is None


@require_safe
@cache_control(no_store=True)
def suggestions(request: HttpRequest) -> JsonResponse:
    """What the words typed so far may become, asked for at every pause in typing; none while there is no index.

    Nor while as many are being made as a process may: however often they are asked for, pages are still served.
    """
    words = SearchWords().to_python(request.GET.get("q", "")[:QUERY_LIMIT])
    if not _making_suggestions.acquire(blocking=False):
        return JsonResponse({"suggestions": []}, status=429, headers={"X-Robots-Tag": "noindex", "Retry-After": "1"})
    try:
        found = suggest(words)
    finally:
        _making_suggestions.release()
    rows = [{"text": row.text, "kind": str(SUGGESTED_KINDS.get(row.kind, "")), "url": row.url} for row in found]
    return JsonResponse({"suggestions": rows}, headers={"X-Robots-Tag": "noindex"})
