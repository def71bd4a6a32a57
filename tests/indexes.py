"""The search index in tests: applied at once, in this process."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from committees.models import PublicChange, record_change
from documents.models import Document
from documents.search import Results, search
from documents.search.follower import Follower


def follow() -> None:
    """What a follower does in its next look. The test has to commit: mark it django_db(transaction=True)."""
    with Follower() as follower:
        follower.catch_up()


def renewed(document: Document, **fields: Any) -> None:
    """Alter a paper and tell the followers, as the actions do."""
    Document.objects.filter(pk=document.pk).update(**fields)
    record_change(PublicChange.Subject.DOCUMENT, document.pk)


def titles(query: str, **filters: Any) -> list[str]:
    """The titles found, best first."""
    return [group.title for group in search(query=query, **filters).groups]


def counts(results: Results) -> tuple[int, int]:
    return results.pages, results.papers


@contextmanager
def index_in(settings: Any, folder: Any) -> Iterator[None]:
    """The index of another machine."""
    before, settings.SEARCH_INDEX_DIR = settings.SEARCH_INDEX_DIR, folder
    try:
        yield
    finally:
        settings.SEARCH_INDEX_DIR = before
