"""PostgreSQL's full-text search over the same pages: every match is ranked, the ten best are quoted, facets counted.

It knows no typing errors: it is asked for the word that was meant.
"""

from django.db import OperationalError, connection
from psycopg.errors import QueryCanceled

from tests.benchmarks.search.queries import Query

TABLE = "benchmark_rival"
LIMIT = 60  # seconds, after which a query is stopped: it would have taken more
MAKE = f"""
CREATE TABLE {TABLE} AS
SELECT page.id AS page, meeting.committee_id AS committee, extract(year FROM meeting.date)::int AS year,
       document.kind AS kind, to_tsvector('english', document.title || ' ' || page.text) AS words
FROM documents_page page
JOIN documents_document document ON document.current_version_id = page.version_id
JOIN documents_listing listing ON listing.document_id = document.id
JOIN committees_meeting meeting ON meeting.id = listing.meeting_id
"""  # noqa: S608
SEARCH = f"""
WITH found AS MATERIALIZED (
    SELECT page, committee, year, kind, ts_rank(words, query) AS rank
    FROM {TABLE}, (SELECT {{asked}} AS query) AS asked
    WHERE words @@ query {{narrowed}}
),
best AS MATERIALIZED (SELECT page, rank FROM found ORDER BY rank DESC, page LIMIT 10)
SELECT 'page', best.page::text, ts_headline('english', text, query)
FROM best JOIN documents_page ON documents_page.id = best.page, (SELECT {{asked}} AS query) AS asked
UNION ALL SELECT 'committee', committee::text, count(*)::text FROM found GROUP BY committee
UNION ALL SELECT 'year', year::text, count(*)::text FROM found GROUP BY year
UNION ALL SELECT 'kind', kind, count(*)::text FROM found GROUP BY kind
"""  # noqa: S608


def exists() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s) IS NOT NULL", [f"{TABLE}_page"])  # what is made last
        return bool(cursor.fetchone()[0])


def remove() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")


def build() -> None:
    remove()  # what an interrupted run has left
    with connection.cursor() as cursor:
        cursor.execute("SET maintenance_work_mem = '512MB'")
        cursor.execute(MAKE)
        cursor.execute(f"CREATE INDEX {TABLE}_words ON {TABLE} USING gin (words)")
        cursor.execute(f"CREATE UNIQUE INDEX {TABLE}_page ON {TABLE} (page)")
        cursor.execute(f"VACUUM (ANALYZE) {TABLE}")


def search(query: Query) -> int:
    """How many pages answer; none where it was stopped after LIMIT."""
    try:
        return _found(query)
    except OperationalError as error:
        if isinstance(error.__cause__, QueryCanceled):
            return 0
        raise


def _found(query: Query) -> int:
    asked, values = _asked(query)
    narrowed, within = _narrowed(query)
    statement = SEARCH.format(asked=asked, narrowed=narrowed)
    with connection.cursor() as cursor:
        cursor.execute(f"SET work_mem = '64MB'; SET statement_timeout = '{LIMIT}s'")
        cursor.execute(statement, [*values, *within, *values])
        rows = cursor.fetchall()
        cursor.execute("RESET statement_timeout")
    return sum(int(count) for facet, _, count in rows if facet == "kind")


def _asked(query: Query) -> tuple[str, list[str]]:
    """An expression and its values."""
    words = [query.meant] if query.meant else [*query.words]
    words += [f'"{" ".join(query.phrase)}"'] if query.phrase else []
    words += [f'-"{" ".join(query.without)}"'] if query.without else []
    parts, values = [], []
    if words:
        parts.append("websearch_to_tsquery('english', %s)")
        values.append(" ".join(words))
    if query.beginning:
        parts.append("to_tsquery('english', %s)")
        values.append(f"{query.beginning}:*")
    return " && ".join(parts), values


def _narrowed(query: Query) -> tuple[str, list[int | str]]:
    conditions, values = "", list[int | str]()
    if query.committee:
        conditions, values = f"{conditions} AND committee = %s", [*values, query.committee]
    if query.years:
        conditions, values = f"{conditions} AND year BETWEEN %s AND %s", [*values, *query.years]
    if query.paper:
        conditions, values = f"{conditions} AND kind = %s", [*values, query.paper]
    return conditions, values
