"""What narrows a search, each with the address without it; and what could narrow it more, with how much is left."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.utils.formats import date_format

from documents.search import Results
from documents.search.kinds import KINDS
from documents.search.results import Facet
from portal.forms.asking import WITHIN, SearchForm

FIRST = 8  # values of a facet that are seen at once
DAYS = ("date_from", "date_to")


@dataclass(frozen=True, slots=True)
class Chosen:
    """`name` is a field of the form; of a whole calendar year it is “year”."""

    name: str
    words: str
    address: str  # without it


@dataclass(frozen=True, slots=True)
class Narrower:
    words: str
    pages: int  # and records that are left
    address: str


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The values of a facet: the first ones, and the others."""

    name: str
    first: list[Narrower]
    more: list[Narrower]


def search_address(form: SearchForm, *without: str, **values: str) -> str:
    """The same search with these values, or without them, from its first page."""
    return _address({**_asked(form), **dict.fromkeys(without, ""), **values})


def _asked(form: SearchForm) -> dict[str, str]:
    given = {name: form.data.get(name, "").strip() for name in form.fields}
    return {**given, "q": form.cleaned_data.get("q", "")}


def _address(asked: dict[str, str]) -> str:
    return f"?{urlencode({name: value for name, value in asked.items() if value})}"


def chosen(form: SearchForm) -> list[Chosen]:
    """Of a valid form, all but its words."""
    given = form.cleaned_data
    fields = (*WITHIN, "committee", "kind", "ward")
    found: list[tuple[str, tuple[str, ...], str]] = [(name, (name,), _words(name, given[name])) for name in fields]
    found += _days(given["date_from"], given["date_to"])
    return [Chosen(name, words, search_address(form, *without)) for name, without, words in found if words]


def everywhere(form: SearchForm) -> str:
    """The address of the search by its words alone."""
    return search_address(form, *WITHIN, "committee", "kind", "ward", *DAYS)


def _words(name: str, value: Any) -> str:
    return str(KINDS[value]) if name == "kind" and value else str(value or "")


def _days(first: date | None, last: date | None) -> Iterator[tuple[str, tuple[str, ...], str]]:
    if first and last and (first, last) == _year(first.year):
        yield "year", DAYS, str(first.year)
        return
    for name, day in zip(DAYS, (first, last), strict=True):
        yield name, (name,), date_format(day, "j F Y") if day else ""


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def narrowings(form: SearchForm, results: Results) -> list[Narrowing]:
    """Those by which there is a choice: a sole value that all results have would narrow nothing."""
    facets = [facet for facet in results.facets if len(facet.values) > 1 or facet.values[0].pages < results.pages]
    asked = {**_asked(form), "q": results.query}
    return [_narrowing(asked, facet) for facet in facets]


def _narrowing(asked: dict[str, str], facet: Facet) -> Narrowing:
    links = [
        Narrower(value.label, value.pages, _address({**asked, **_fields(facet.name, value.value)}))
        for value in facet.values
    ]
    return Narrowing(facet.name, links[:FIRST], links[FIRST:])


def _fields(name: str, value: str) -> dict[str, str]:
    if name != "year":
        return {name: value}
    return {name: day.isoformat() for name, day in zip(DAYS, _year(int(value)), strict=True)}
