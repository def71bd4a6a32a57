"""The units of the index, made from rows that are public and no others."""

from documents.search.units.papers import paper_units
from documents.search.units.records import (
    committee_units,
    decision_units,
    item_units,
    meeting_units,
    person_units,
    recommendation_units,
)

__all__ = [
    "committee_units",
    "decision_units",
    "item_units",
    "meeting_units",
    "paper_units",
    "person_units",
    "recommendation_units",
]
