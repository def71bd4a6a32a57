from django.contrib.postgres.functions import RandomUUID
from django.db import models


class Edition(models.Model):
    """That a transaction altered rows which pages are made of: the database writes it itself (page_cache/triggers.py).

    All the rows there are, taken together, name one state of those tables. A transaction adds a row of its own and
    removes those it sees, so that there are few, that no two writers wait for each other, and that whoever commits
    later still alters the whole: a largest number or a newest time would not show it.
    """

    token = models.UUIDField(primary_key=True, db_default=RandomUUID())

    def __str__(self) -> str:
        return str(self.token)
