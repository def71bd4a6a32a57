import time
from dataclasses import dataclass

from django.core.management import call_command
from django.db import connection, transaction

from committees.models import Committee
from documents.models import Document
from documents.search.follower import Follower
from documents.search.index.folder import follower_lock
from tests.benchmarks.pages.council.bodies import write_bodies
from tests.benchmarks.pages.council.meetings import write_meetings
from tests.benchmarks.pages.council.papers import write_papers


@dataclass(frozen=True, slots=True)
class Size:
    committees: int = 25
    meetings: int = 2_000
    items: int = 20_000
    papers: int = 20_000

    @classmethod
    def of_part(cls, share: float) -> "Size":
        """So large a part of it, for trying things out."""
        whole = cls()
        return cls(whole.committees, *(int(count * share) for count in (whole.meetings, whole.items, whole.papers)))


def is_loaded(size: Size) -> bool:
    return Document.objects.count() == size.papers and Committee.objects.count() == size.committees


def load(size: Size) -> float:
    """In one transaction, in place of what the database has, and then into the search index. The seconds it took."""
    start = time.perf_counter()
    call_command("flush", interactive=False, verbosity=0)
    with transaction.atomic():
        write_bodies(size.committees)
        write_meetings(size.meetings, size.items)
        write_papers(size.papers)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")
    with follower_lock(wait=True), Follower() as follower:
        follower.rebuild()
    return time.perf_counter() - start
