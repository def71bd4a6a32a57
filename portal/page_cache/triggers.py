"""Tables of which pages are made: each change to one, by whatever door, makes a new edition of the site.

What is kept of pages is kept for one edition (store.py). Triggers write it and not the actions, so that a
plain edit in the admin, a bulk update or a correction typed into the database ends what was kept just the same.
"""

from django.db.migrations import RunSQL

# Once a transaction; what was set goes back with a savepoint that is rolled back, and so does the row
FUNCTION = """
CREATE FUNCTION portal_new_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('portal.edition', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
        DELETE FROM portal_edition WHERE token IN (SELECT token FROM portal_edition FOR UPDATE SKIP LOCKED);
        INSERT INTO portal_edition DEFAULT VALUES;
        PERFORM set_config('portal.edition', pg_current_xact_id()::text, true);
    END IF;
    RETURN NULL;
END $$
"""
NO_FUNCTION = "DROP FUNCTION portal_new_edition()"
TRIGGER = "new_edition"

make_function = RunSQL(FUNCTION, NO_FUNCTION)


def shown(*tables: str) -> RunSQL:
    """For a migration: pages are made of these tables."""
    return RunSQL(
        [
            f'CREATE TRIGGER {TRIGGER} AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "{table}" '
            "FOR EACH STATEMENT EXECUTE FUNCTION portal_new_edition()"
            for table in tables
        ],
        [f'DROP TRIGGER {TRIGGER} ON "{table}"' for table in tables],
    )
