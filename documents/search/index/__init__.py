"""The index on disk: one follower writes it, web processes read it, and PostgreSQL can always replace it."""

from documents.search.index.errors import Damaged, SearchUnavailable
from documents.search.index.reader import Snapshot, damage_reported, snapshot
from documents.search.index.state import State
from documents.search.index.writer import Generation

__all__ = ["Damaged", "Generation", "SearchUnavailable", "Snapshot", "State", "damage_reported", "snapshot"]
