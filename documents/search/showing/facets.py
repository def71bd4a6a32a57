"""What a search can be narrowed by, as the public reads it."""

from collections import Counter
from collections.abc import Mapping
from typing import TypeVar

from committees.models import Committee, Ward
from documents.search.counting import Counts
from documents.search.kinds import KINDS
from documents.search.prepared import Prepared
from documents.search.query import Filters
from documents.search.results import Facet, FacetValue

Key = TypeVar("Key")

NAMED = "pk", "slug", "name"
_committees = Prepared(lambda ids: Committee.objects.public().filter(pk__in=ids).order_by().values_list(*NAMED))
_wards = Prepared(lambda ids: Ward.objects.filter(pk__in=ids).order_by().values_list(*NAMED))


def facets(counts: Counts, filters: Filters) -> tuple[Facet, ...]:
    """Of each name that there is a choice of, and that is not chosen yet; in two queries."""
    found = []
    if not filters.committees:
        rows = _committees.rows(list(counts.committees))
        found.append(_named("committee", counts.committees, {pk: (slug, name) for pk, slug, name in rows}))
    if filters.kind is None:
        found.append(_named("kind", counts.kinds, {kind: (kind, str(label)) for kind, label in KINDS.items()}))
    if filters.date_from is None and filters.date_to is None:
        years = {year: (str(year), str(year)) for year in counts.years}
        by_year = _named("year", counts.years, years)
        found.append(Facet("year", tuple(sorted(by_year.values, key=lambda year: year.value, reverse=True))))
    if filters.ward is None and counts.wards:
        rows = _wards.rows(list(counts.wards))
        found.append(_named("ward", counts.wards, {pk: (slug, name) for pk, slug, name in rows}))
    return tuple(facet for facet in found if facet.values)


def _named(name: str, counts: Counter[Key], names: Mapping[Key, tuple[str, str]]) -> Facet:
    values = [FacetValue(*names[key], pages) for key, pages in counts.most_common() if key in names]
    return Facet(name, tuple(sorted(values, key=lambda value: (-value.pages, value.label))))
