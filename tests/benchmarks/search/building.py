"""How fast the index is built, and how fast the library builds one of the same text and fields."""

import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import tantivy

from documents.models import Page
from documents.search.follower import Follower
from documents.search.index.folder import current_name, follower_lock, root
from documents.search.schema import build_schema, index_document, register_analyzers
from documents.search.units import paper_units

AT_ONCE = 100_000  # documents that memory holds ready for the library


@dataclass(frozen=True, slots=True)
class Built:
    pages: float  # a second
    size: int  # bytes on disk


def rebuild() -> Built:
    """The product's own: everything is read from PostgreSQL, and what is no page is built too.

    What a run that was stopped has built is built again: pages that were there already would be counted as fast.
    """
    with follower_lock(wait=True), Follower() as follower:
        (root() / "building").unlink(missing_ok=True)
        start = time.perf_counter()
        follower.rebuild()
        seconds = time.perf_counter() - start
    return Built(Page.objects.count() / seconds, index_size(root() / (current_name() or "")))


def index_size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def library_build(folder: Path) -> Built:
    """The library's bulk build with its own default threads; what it needs to read and prepare is not timed.

    It commits after each AT_ONCE documents, so that nothing of them is left to do while the next are prepared.
    """
    folder.mkdir(parents=True)
    index = tantivy.Index(build_schema(), str(folder))
    register_analyzers(index)
    writer = index.writer()
    seconds, count = 0.0, 0
    for documents in _ready():
        start = time.perf_counter()
        for document in documents:
            writer.add_document(document)
        writer.commit()
        seconds += time.perf_counter() - start
        count += len(documents)
    start = time.perf_counter()
    writer.wait_merging_threads()
    seconds += time.perf_counter() - start
    built = Built(count / seconds, index_size(folder))
    shutil.rmtree(folder)
    return built


def _ready() -> Iterator[list[tantivy.Document]]:
    units = paper_units()
    while documents := [index_document(unit) for unit in islice(units, AT_ONCE)]:
        yield documents
