"""What a search is within, whatever its words."""

from dataclasses import dataclass
from datetime import date

from tantivy import FieldType, Query

from documents.search.fields import Fields, any_of
from documents.search.schema import sitting_key

LAST_DAY = date.max


@dataclass(frozen=True, slots=True)
class Filters:
    committees: tuple[int, ...] = ()  # any of them; all committees where there is none
    date_from: date | None = None
    date_to: date | None = None
    kind: str | None = None
    ward: int | None = None
    meeting: int | None = None
    document: int | None = None
    person: int | None = None
    person_name: tuple[str, ...] = ()  # the words of that person's name: papers that have it are of that person too

    def take(self, committee: int, day: date) -> bool:
        """Whether they ask for what was taken by this committee on this day."""
        return (
            (not self.committees or committee in self.committees)
            and (self.date_from is None or day >= self.date_from)
            and (self.date_to is None or day <= self.date_to)
        )

    def queries(self, fields: Fields) -> list[Query]:
        """All of which have to hold."""
        named = {"kind": self.kind, "ward": self.ward, "meeting": self.meeting, "document": self.document}
        queries = [fields.term(name, value) for name, value in named.items() if value is not None]
        if self.person is not None:
            queries.append(self._of_person(self.person, fields))
        return queries + self._sittings(fields)

    def _of_person(self, person: int, fields: Fields) -> Query:
        name = self.person_name
        of_name = [fields.row("text", name), fields.row("title", name)] if name else []
        return any_of([fields.term("person", person), *of_name])

    def _sittings(self, fields: Fields) -> list[Query]:
        first, last = self.date_from or date.min, self.date_to or LAST_DAY
        has_days = bool(self.date_from or self.date_to)
        if last < first:
            return [Query.empty_query()]
        if self.committees and has_days:
            return [any_of(_between(fields, "sitting", committee, first, last) for committee in self.committees)]
        if self.committees:
            return [fields.among("committee", self.committees)]
        return [_between(fields, "day", 0, first, last)] if has_days else []


def _between(fields: Fields, name: str, committee: int, first: date, last: date) -> Query:
    keys = sitting_key(committee, first), sitting_key(committee, last)
    return Query.range_query(fields.schema, name, FieldType.Unsigned, *keys)
