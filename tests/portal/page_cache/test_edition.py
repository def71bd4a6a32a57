from datetime import UTC, datetime

from django.db import models

from portal.page_cache.edition import Edition, EditionReader, times_of_publication

OF_THE_PAST = {"withdrawn_at", "created_at", "uploaded_at", "drafted_at", "corrected_at", "set_at", "failed_at"}


def test_every_time_at_which_something_becomes_public_is_looked_at() -> None:
    """A new time in such a model: if pages depend on it, its name ends in published_at; if not, it is told above."""
    looked_at = set(times_of_publication())
    for model in {model for model, _name in looked_at}:
        times = {field.name for field in model._meta.concrete_fields if isinstance(field, models.DateTimeField)}
        assert {name for name in times if (model, name) not in looked_at} <= OF_THE_PAST, model


def test_what_is_due_is_published_in_a_new_edition_before_its_pages_are_made() -> None:
    """And in no other: for pages that are kept, only the edition is asked for."""
    day = datetime(2026, 3, 2, tzinfo=UTC)
    first, second = (Edition(tokens, day.date(), day, day) for tokens in ("a", "b"))
    published: list[str] = []

    def publish_due() -> int:
        published.append("all")
        return 1

    class Reader(EditionReader):
        def now(self) -> Edition | None:
            self._last = second if published else self._last or first
            return self._last

    reader = Reader()
    assert reader.after(publish_due) is second
    assert reader.after(publish_due) is second
    assert published == ["all"]
