"""The pages that one process keeps in memory: nothing that is taken down lies on a disk, and nothing is shared.

Every process keeps its own, and asks the database which edition it is: so two never disagree for one request.
"""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field

from portal.page_cache.edition import Edition

OVERHEAD = 2000  # bytes that a page takes beside its body: headers, its place here
SHARE_OF_QUERIES = 4  # one part in so many is for pages with a query string: a crawler of those evicts no others


@dataclass(frozen=True, slots=True)
class Answer:
    """A page as it is sent; `tag` is its ETag."""

    body: bytes
    headers: tuple[tuple[str, str], ...]
    tag: str

    @property
    def size(self) -> int:
        return len(self.body) + OVERHEAD


@dataclass(slots=True)
class Shelf:
    """So many bytes of pages; those asked for longest ago make room."""

    limit: int
    size: int = 0
    answers: "OrderedDict[Hashable, Answer]" = field(default_factory=OrderedDict)

    def get(self, key: Hashable) -> Answer | None:
        answer = self.answers.get(key)
        if answer:
            self.answers.move_to_end(key)
        return answer

    def put(self, key: Hashable, answer: Answer) -> None:
        if answer.size > self.limit:
            return
        self.size += answer.size - (self.answers[key].size if key in self.answers else 0)
        self.answers[key] = answer
        self.answers.move_to_end(key)
        while self.size > self.limit:
            _key, oldest = self.answers.popitem(last=False)
            self.size -= oldest.size


class PageStore:
    """The pages of one edition, the newest that was asked for; `limit` is in bytes."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._lock = threading.Lock()
        self._edition: Edition | None = None
        self._clear()

    def get(self, edition: Edition, key: Hashable, *, queried: bool) -> Answer | None:
        with self._lock:
            return self._shelf(queried).get(key) if self._turn_to(edition) else None

    def put(self, edition: Edition, key: Hashable, answer: Answer, *, queried: bool) -> None:
        """`edition` is the one that was asked for before the page was made: a change since then ends the page."""
        with self._lock:
            if self._turn_to(edition):
                self._shelf(queried).put(key, answer)

    @property
    def size(self) -> int:
        return self._plain.size + self._queried.size

    def _turn_to(self, edition: Edition) -> bool:
        """Whether this is the edition kept now; all pages of an earlier one are dropped."""
        if edition == self._edition:
            return True
        if self._edition is not None and edition.seen_at < self._edition.seen_at:
            return False
        self._edition = edition
        self._clear()
        return True

    def _shelf(self, queried: bool) -> Shelf:
        return self._queried if queried else self._plain

    def _clear(self) -> None:
        queried = self._limit // SHARE_OF_QUERIES
        self._plain, self._queried = Shelf(self._limit - queried), Shelf(queried)
