from django.db import models

from portal.page_cache.edition import times_of_publication

OF_THE_PAST = {"withdrawn_at", "created_at", "uploaded_at", "drafted_at"}


def test_every_time_at_which_something_becomes_public_is_looked_at() -> None:
    """A new time in such a model: if pages depend on it, its name ends in published_at; if not, it is told above."""
    looked_at = set(times_of_publication())
    for model in {model for model, _name in looked_at}:
        times = {field.name for field in model._meta.concrete_fields if isinstance(field, models.DateTimeField)}
        assert {name for name in times if (model, name) not in looked_at} <= OF_THE_PAST, model
