"""The corpus in the product's own tables, as its models want it: everything in it is public."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models, transaction

from committees.models import AgendaItem, Committee, Council, Meeting, Ward
from documents.models import Document, DocumentVersion, Listing, Page, Paragraph, Report, StoredFile
from tests.benchmarks.search import corpus
from tests.benchmarks.search.corpus import PAGES, Paper, page_text

Row = tuple[Any, ...]
LONG_AGO = datetime(2004, 1, 1, tzinfo=UTC)
PAPERS_AT_ONCE = 500
PAPERS_OF_A_SITTING = 8
MODELS: tuple[type[models.Model], ...] = (
    *(Council, Ward, Committee, Meeting, AgendaItem),
    *(StoredFile, Document, DocumentVersion, Listing, Page, Paragraph, Report),
)


def load(papers: int) -> None:
    """Everything in one transaction, without the triggers of the audit and the checks of foreign keys."""
    with transaction.atomic(), _without_triggers():
        truncate = ", ".join(f'"{model._meta.db_table}"' for model in MODELS)
        _execute(f"TRUNCATE {truncate} CASCADE")
        sittings = _sittings_a_year(papers)
        _write_committees()
        _write_meetings(sittings)
        orders: Counter[int] = Counter()
        made = corpus.papers(papers)
        while batch := list(islice(made, PAPERS_AT_ONCE)):
            _write_papers(batch, sittings, orders)
        for statement in connection.ops.sequence_reset_sql(no_style(), list(MODELS)):
            _execute(statement)
    _execute("VACUUM (ANALYZE)")


def hold(papers: int) -> bool:
    """Whether they have so many papers of this very corpus."""
    first = Page.objects.filter(version=1, number=1).values_list("text", flat=True).first()
    return Document.objects.count() == papers and first == page_text(corpus.paper(1).pages[0])


@contextmanager
def _without_triggers() -> Iterator[None]:
    _execute("SET session_replication_role = replica")
    _execute("SET synchronous_commit = off")
    yield
    _execute("SET session_replication_role = origin")


def _execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _sittings_a_year(papers: int) -> int:
    """Of each committee: so that about PAPERS_OF_A_SITTING are taken at each."""
    return max(1, min(corpus.SITTINGS, papers // (corpus.COMMITTEES * corpus.YEARS * PAPERS_OF_A_SITTING)))


def _write(model: type[models.Model], names: str, rows: Iterable[Row]) -> None:
    """Copy rows of the fields named, the others at their defaults."""
    given = names.split()
    fields = {field.attname: field for field in model._meta.concrete_fields}
    others = [field for name, field in fields.items() if name not in given]
    constants = tuple(field.get_db_prep_save(field.get_default(), connection) for field in others)
    columns = [field.column for field in (*(fields[name] for name in given), *others)]
    listed = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor, cursor.copy(f'COPY "{model._meta.db_table}" ({listed}) FROM STDIN') as copy:
        for row in rows:
            copy.write_row(row + constants)


def _write_committees() -> None:
    Council.objects.create(name="Borough of Benchmark")
    Ward.objects.bulk_create(Ward(name=name, slug=name.lower().replace(" ", "-")) for name in corpus.WARDS)
    words = corpus.vocabulary()[200 : 200 + corpus.COMMITTEES]
    names = [f"{word.capitalize()} Committee" for word in words]
    rows = ((pk, name, name.lower().replace(" ", "-"), name.lower(), "scrutiny") for pk, name in enumerate(names, 1))
    _write(Committee, "id name slug sort_key kind", rows)


def _meeting(committee: int, year: int, sitting: int, sittings: int) -> int:
    """The id of the meeting in which a sitting falls, where there are so many in a year."""
    of_year = (committee - 1) * corpus.YEARS + year - corpus.FIRST_YEAR
    return 1 + of_year * sittings + sitting * sittings // corpus.SITTINGS


def _write_meetings(sittings: int) -> None:
    """Each with an item that has no papers."""
    rows: dict[int, Row] = {}
    for committee in range(1, corpus.COMMITTEES + 1):
        for year in range(corpus.FIRST_YEAR, corpus.FIRST_YEAR + corpus.YEARS):
            for sitting in range(corpus.SITTINGS):
                pk = _meeting(committee, year, sitting, sittings)
                day = date(year, 1 + sitting, 1 + committee)
                rows[pk] = (pk, committee, day, "held", LONG_AGO, LONG_AGO)
    _write(Meeting, "id committee_id date state published_at agenda_published_at", rows.values())
    items = ((pk, pk, 0, "Apologies for absence", LONG_AGO) for pk in rows)
    _write(AgendaItem, "id meeting_id order title published_at", items)


def _write_papers(batch: list[Paper], sittings: int, orders: Counter[int]) -> None:
    """A paper's rows, its item and its file included, all have the paper's number; items stand after the meetings'."""
    at = {paper.number: _meeting(paper.committee, paper.year, paper.sitting, sittings) for paper in batch}
    after = corpus.COMMITTEES * corpus.YEARS * sittings
    _write(AgendaItem, "id meeting_id order label title published_at", _items(batch, at, after, orders))
    _write(StoredFile, "id file name sha256 size kind page_count uploaded_at", map(_file, batch))
    documents = ((paper.number, paper.kind, paper.title, paper.number, LONG_AGO) for paper in batch)
    _write(Document, "id kind title current_version_id published_at", documents)
    versions = ((paper.number, paper.number, paper.number, paper.number, 1, PAGES, LONG_AGO) for paper in batch)
    _write(DocumentVersion, "id document_id original_id served_id first_page last_page created_at", versions)
    listings = ((paper.number, paper.number, at[paper.number], after + paper.number, 1) for paper in batch)
    _write(Listing, "id document_id meeting_id item_id order", listings)
    reports = (
        (paper.number, paper.number, paper.number, list(paper.wards), paper.title)
        for paper in batch
        if paper.kind == Document.Kind.REPORT
    )
    _write(Report, "id document_id version_id wards subject", reports)
    _write(Page, "id version_id number label text", _pages(batch))
    _write(Paragraph, "id version_id order anchor label heading text page", _paragraphs(batch))


def _items(batch: list[Paper], at: dict[int, int], after: int, orders: Counter[int]) -> Iterator[Row]:
    for paper in batch:
        meeting = at[paper.number]
        orders[meeting] += 1
        order = orders[meeting]
        yield after + paper.number, meeting, order, str(order), paper.title, LONG_AGO


def _file(paper: Paper) -> Row:
    name = f"{paper.number}.pdf"
    digest = hashlib.sha256(name.encode()).hexdigest()
    return paper.number, name, name, digest, 1, StoredFile.Kind.PDF.value, PAGES, LONG_AGO


def _pages(batch: list[Paper]) -> Iterator[Row]:
    for paper in batch:
        for number, paragraphs in enumerate(paper.pages, 1):
            yield (paper.number - 1) * PAGES + number, paper.number, number, str(number), page_text(paragraphs)


PARAGRAPHS = PAGES * 20  # of a paper, at most


def _paragraphs(batch: list[Paper]) -> Iterator[Row]:
    for paper in batch:
        order = 0
        for page, paragraphs in enumerate(paper.pages, 1):
            for found in paragraphs:
                order += 1
                pk = (paper.number - 1) * PARAGRAPHS + order
                yield pk, paper.number, order, f"p{found.label}", found.label, found.heading, found.text, page
