"""Build the search index afresh."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from documents.search.follower import Follower
from documents.search.index import Damaged
from documents.search.index.folder import follower_lock, request_rebuild


class Command(BaseCommand):
    help = "Build the search index of this machine afresh; the old one serves until the new one is whole."

    def handle(self, *args: Any, **options: Any) -> None:
        with follower_lock(wait=False) as locked:
            if not locked:
                request_rebuild()
                self.stdout.write("The follower running here will build the index afresh.")
                return
            try:
                count = Follower().rebuild()
            except (Damaged, OSError) as error:
                raise CommandError(f"The search index cannot be written: {error}") from error
            self.stdout.write(f"The search index is built afresh: {count:,} pages and agenda items.")
