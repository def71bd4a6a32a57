"""Search over what is public: `search()` is the one door, `mark()` marks a query's words in a text."""

from documents.search.index import SearchUnavailable
from documents.search.passages import Fragment, mark
from documents.search.results import Group, Hit, Results
from documents.search.searching import search
from documents.search.syntax import QUERY_LIMIT

__all__ = ["QUERY_LIMIT", "Fragment", "Group", "Hit", "Results", "SearchUnavailable", "mark", "search"]
