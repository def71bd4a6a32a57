"""The rows of one page of results, read in a number of queries that does not grow with them."""

from collections.abc import Sequence

from documents.search.filters import Filters
from documents.search.finding import Thing
from documents.search.results import Group
from documents.search.showing.papers import papers
from documents.search.showing.records import records
from documents.search.syntax import Request


def groups(things: Sequence[Thing], *, query: str, request: Request, filters: Filters) -> tuple[Group, ...]:
    """In the order of `things`; one that is no longer public is left out."""
    shown = {
        **papers([thing for thing in things if thing.is_paper], query=query, request=request, filters=filters),
        **records([thing for thing in things if not thing.is_paper], request),
    }
    return tuple(shown[thing] for thing in things if thing in shown)
