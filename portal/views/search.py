from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from documents.search import Results, SearchUnavailable
from documents.search import search as search_papers
from portal.forms import SearchForm

PAGE_LENGTH = 10


@dataclass(frozen=True, slots=True)
class SearchPage:
    form: SearchForm
    results: Results | None = None  # none before anything is asked, or when the form has errors
    rebuilding: bool = False

    @property
    def page(self) -> "Page[int]":
        """The place of these results among all, as the pagination shows it."""
        papers, number = (self.results.papers, self.results.page) if self.results else (0, 1)
        return Paginator(range(papers), PAGE_LENGTH).get_page(number)


def search(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET)
    page = answer(form, request.GET.get("page", ""))
    context = {"search": page, "form": form, "page": page.page, "searches_below": True}
    return render(request, "search/search.html", context)


def answer(form: SearchForm, page: str) -> SearchPage:
    if not form.is_valid() or not form.cleaned_data["q"]:
        return SearchPage(form)
    asked = form.cleaned_data
    try:
        results = search_papers(
            query=asked["q"],
            committee=asked["committee"],
            date_from=asked["date_from"],
            date_to=asked["date_to"],
            kind=asked["kind"],
            page=int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1,
            per_page=PAGE_LENGTH,
        )
    except SearchUnavailable:
        return SearchPage(form, rebuilding=True)
    return SearchPage(form, results)
