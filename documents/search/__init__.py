"""Search over what is public: `search()` is the one door; `mark()` marks in a text what `asked_for()` a query asks."""

from documents.search.asked import asked_for
from documents.search.index import SearchUnavailable
from documents.search.index.folder import index_commit
from documents.search.passages import Fragment, mark
from documents.search.results import Group, Hit, Results
from documents.search.searching import search
from documents.search.syntax import QUERY_LIMIT, Request

__all__ = [
    "QUERY_LIMIT",
    "Fragment",
    "Group",
    "Hit",
    "Request",
    "Results",
    "SearchUnavailable",
    "asked_for",
    "index_commit",
    "mark",
    "search",
]
