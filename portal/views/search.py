from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from documents.search import Results, SearchUnavailable
from documents.search import search as search_papers
from documents.search.loosening import Offer
from portal.forms import NEWEST, SearchForm

PAGE_LENGTH = 10


FIELDS = {"committee": "committee", "kind": "kind", "from": "date_from", "to": "date_to"}


@dataclass(frozen=True, slots=True)
class Loosened:
    """`left_out` is one of the filters, or "filters" for all, or "words", or only their "quotes"."""

    left_out: str
    words: str
    pages: int
    address: str

    @classmethod
    def of(cls, offer: Offer, asked: QueryDict) -> "Loosened":
        for name in ("page", *(FIELDS[name] for name in offer.filters)):
            asked.pop(name, None)
        asked["q"] = offer.query
        left_out = offer.filters[0] if len(offer.filters) == 1 else "filters" if offer.filters else "words"
        if offer.is_of_quotation_marks:
            left_out = "quotes"
        return cls(left_out, offer.words, offer.pages, f"?{asked.urlencode()}")


@dataclass(frozen=True, slots=True)
class SearchPage:
    form: SearchForm
    results: Results | None = None  # none before anything is asked, or when the form has errors
    rebuilding: bool = False

    @property
    def is_newest_first(self) -> bool:
        return self.form.is_valid() and self.form.cleaned_data["sort"] == NEWEST

    @property
    def loosened(self) -> list["Loosened"]:
        """What could be left out to find something, each as a link."""
        data = self.form.data
        asked = data.copy() if isinstance(data, QueryDict) else QueryDict(mutable=True)
        return [Loosened.of(offer, asked.copy()) for offer in (self.results.offers if self.results else ())]

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
            newest_first=asked["sort"] == NEWEST,
            page=int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1,
            per_page=PAGE_LENGTH,
        )
    except SearchUnavailable:
        return SearchPage(form, rebuilding=True)
    return SearchPage(form, results)
