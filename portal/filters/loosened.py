"""What a search that found nothing could leave out, each as a link."""

from dataclasses import dataclass

from documents.search import Results
from documents.search.loosening import Offer
from portal.filters.narrowed import search_address
from portal.forms.asking import SearchForm

FIELDS = {"from": "date_from", "to": "date_to"}  # by the names the engine has for them; the others are the same


@dataclass(frozen=True, slots=True)
class Loosened:
    """`left_out` is one of the filters, or "filters" for all, or "words", or only their "quotes"."""

    left_out: str
    words: str
    pages: int
    address: str


def loosened(form: SearchForm, results: Results) -> list[Loosened]:
    return [_loosened(form, offer) for offer in results.offers]


def _loosened(form: SearchForm, offer: Offer) -> Loosened:
    left_out = offer.filters[0] if len(offer.filters) == 1 else "filters" if offer.filters else "words"
    if offer.is_of_quotation_marks:
        left_out = "quotes"
    fields = (FIELDS.get(name, name) for name in offer.filters)
    return Loosened(left_out, offer.words, offer.pages, search_address(form, *fields, q=offer.query))
