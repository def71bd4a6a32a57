"""What a search can be narrowed by, as the public reads it."""

from collections import Counter
from collections.abc import Mapping
from typing import TypeVar

from committees.models import Committee
from documents.search.counting import Counts
from documents.search.filters import Filters
from documents.search.kinds import KINDS
from documents.search.prepared import Prepared, array
from documents.search.results import Facet, FacetValue

Key = TypeVar("Key")

_names = Prepared(
    lambda ids: Committee.objects.public().filter(pk__in=ids).order_by().values_list("pk", "slug", "name"),
    around="""
    SELECT 'committee', * FROM ({rows}) AS committee UNION ALL
    SELECT 'ward', id, slug, name FROM committees_ward WHERE id = ANY(%s::bigint[])
    """,
)


def facets(counts: Counts, filters: Filters) -> tuple[Facet, ...]:
    """Of each name that there is a choice of, and that is not chosen yet; in one query."""
    committees = counts.committees if not filters.committees else Counter[int]()
    wards = counts.wards if filters.ward is None else Counter[int]()
    rows = _names.rows(committees, array(wards)) if committees or wards else []
    names = {(of, pk): (slug, name) for of, pk, slug, name in rows}
    found = [_named("committee", committees, {pk: name for (of, pk), name in names.items() if of == "committee"})]
    if filters.kind is None:
        found.append(_named("kind", counts.kinds, {kind: (kind, str(label)) for kind, label in KINDS.items()}))
    if filters.date_from is None and filters.date_to is None:
        years = {year: (str(year), str(year)) for year in counts.years}
        by_year = _named("year", counts.years, years)
        found.append(Facet("year", tuple(sorted(by_year.values, key=lambda year: year.value, reverse=True))))
    found.append(_named("ward", wards, {pk: name for (of, pk), name in names.items() if of == "ward"}))
    return tuple(facet for facet in found if facet.values)


def _named(name: str, counts: Counter[Key], names: Mapping[Key, tuple[str, str]]) -> Facet:
    values = [FacetValue(*names[key], pages) for key, pages in counts.most_common() if key in names]
    return Facet(name, tuple(sorted(values, key=lambda value: (-value.pages, value.label))))
