"""Loads the sample council: rows through the models and actions, packs through the door of a clerk's upload."""

from collections.abc import Callable
from datetime import date

from django.db import transaction

from committees.audit import recorded
from committees.models import Council
from documents.actions.synonyms import add_everyday_words
from portal.sample_council.facts import sample_council
from portal.sample_council.loading.bodies import load_bodies
from portal.sample_council.loading.calendar import load_calendar
from portal.sample_council.loading.decisions import load_decisions
from portal.sample_council.loading.packs import load_packs
from portal.sample_council.loading.records import keep_records
from portal.sample_council.loading.single_papers import change_single_papers

WHY = "Load the sample council"


@transaction.atomic
def load(today: date, tell: Callable[[str], object]) -> bool:
    """All of it or nothing; False where there is a council already, which is then left as it is.

    `tell` is given one line for each pack. Rows are written by the system, not by a clerk.
    """
    if Council.objects.exists():
        return False
    council = sample_council(today)
    with recorded(by=None, why=WHY):
        bodies = load_bodies(council)
        meetings = load_calendar(council, bodies)
        loaded = load_packs(council, meetings, tell)
        change_single_papers(loaded)
        keep_records(loaded, today)
        load_decisions(bodies.committees["cabinet"], today)
        add_everyday_words(by=None)
    return True
