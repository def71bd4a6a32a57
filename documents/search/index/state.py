"""Where an index stands: kept inside it, and so committed with it."""

import json
from dataclasses import dataclass
from datetime import datetime

import tantivy
from tantivy import Query

from documents.search.index.errors import Damaged
from documents.search.outbox import Position, Progress
from documents.search.schema import POSITION


@dataclass(frozen=True, slots=True)
class State:
    database: str
    progress: Progress
    looked_at: datetime  # up to when times of publication were looked at
    built_to: int | None = None  # of one being built, the last paper that it holds

    def to_json(self) -> str:
        places = [[at.transaction, at.change] for at in (self.progress.position, *self.progress.ahead)]
        facts = {"database": self.database, "places": places, "looked_at": self.looked_at.isoformat()}
        return json.dumps({**facts, "built_to": self.built_to})

    @classmethod
    def from_json(cls, text: str) -> "State":
        kept = json.loads(text)
        position, *ahead = (Position(*place) for place in kept["places"])
        looked_at = datetime.fromisoformat(kept["looked_at"])
        return cls(kept["database"], Progress(position, tuple(ahead)), looked_at, kept["built_to"])


def read_state(searcher: tantivy.Searcher, schema: tantivy.Schema) -> State:
    """Raises Damaged where there is none."""
    found = searcher.search(Query.term_query(schema, "type", POSITION), 1).hits
    if not found:
        raise Damaged("The index does not say where it stands.")
    return State.from_json(searcher.doc(found[0][1]).get_first("position"))


def state_document(state: State) -> tantivy.Document:
    document = tantivy.Document()
    document.add_text("type", POSITION)
    document.add_text("position", state.to_json())
    return document
