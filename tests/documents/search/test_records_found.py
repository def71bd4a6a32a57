"""Records are found, each as what it is, and none of them once it is hidden, whether the followers run or not."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from committees.models import PublicChange, record_change
from documents.search import search
from documents.search.suggestions import suggest
from tests.builders import (
    make_committee,
    make_decision,
    make_item,
    make_meeting,
    make_paper,
    make_person,
    make_recommendation,
    make_review,
)
from tests.indexes import follow, renewed

pytestmark = pytest.mark.django_db

WORD = "glockenspiel"
MISTYPED = "glockenspeil"
DAY = date(2016, 9, 22)
SUBJECT = PublicChange.Subject


@dataclass(frozen=True)
class Found:
    """What is shown of a record that has WORD, and what takes it from the public."""

    type: str
    kind: str
    title: str
    hide: Callable[[], None]


def update(thing: Any, subject: str, of: int | None = None, **fields: Any) -> Callable[[], None]:
    def hide() -> None:
        type(thing).objects.filter(pk=thing.pk).update(**fields)
        record_change(subject, of or thing.pk)

    return hide


def item() -> Found:
    row = make_item(title=f"{WORD} lessons")
    make_paper(item=row, title="Appendix A")
    return Found("item", "Agenda item", row.title, update(row, SUBJECT.MEETING, row.meeting_id, published_at=None))


def decision_of_a_meeting() -> Found:
    row = make_decision(title="Lessons", parts=[f"That {WORD} lessons be noted."])
    return Found("decision", "Decision", "Lessons", update(row, SUBJECT.DECISION, **withdrawn()))


def decision_of_an_officer() -> Found:
    row = make_decision(title="Lessons", kind="officer", decided_by="Director", reasons=f"A {WORD} was bought.")
    return Found("decision", "Decision", "Lessons", update(row, SUBJECT.DECISION, **withdrawn()))


def recommendation() -> Found:
    paper = make_paper()
    make_recommendation(document=paper, review=make_review(title="Music"), text=f"That a {WORD} be bought.", number=1)
    return Found(
        "recommendation", "Recommendation", "Music: Recommendation 1", lambda: renewed(paper, published_at=None)
    )


def meeting() -> Found:
    row = make_meeting(committee=make_committee(name="Planning Committee"), venue=f"{WORD} room", date=DAY)
    hide = update(row, SUBJECT.MEETING, published_at=None, agenda_published_at=None)
    return Found("meeting", "Meeting", "Planning Committee", hide)


def committee() -> Found:
    row = make_committee(name=f"{WORD} Panel")
    return Found("committee", "Committee", row.name, update(row, SUBJECT.COMMITTEE, is_public=False))


def committee_by_its_purpose() -> Found:
    row = make_committee(name="Music Panel", purpose=f"To play the {WORD}.")
    return Found("committee", "Committee", "Music Panel", update(row, SUBJECT.COMMITTEE, is_public=False))


def person() -> Found:
    row = make_person(name=f"Ann {WORD}")
    return Found("person", "Person", row.formal_name, update(row, SUBJECT.PERSON, is_public=False))


def withdrawn() -> dict[str, Any]:
    return {"withdrawn_at": timezone.now(), "withdrawal_reason": "Wrong words."}


RECORDS = [
    *(item, decision_of_a_meeting, decision_of_an_officer, recommendation),
    *(meeting, committee, committee_by_its_purpose, person),
]


def told_of() -> list[object]:
    """Whatever search says of WORD, asked for in every way."""
    results, mistyped, beside = search(query=WORD), search(query=MISTYPED), search(query=f"{WORD} kingfisher")
    return [
        *(group.title for found in (results, mistyped, beside) for group in found.groups if group.type != "page"),
        *(value for found in (results, mistyped) for facet in found.facets for value in facet.values),
        *(found.pages for found in (results, mistyped) if found.pages),
        *(offer for offer in beside.offers if offer.query == WORD),
        *filter(None, (mistyped.corrected, mistyped.suggested)),
        *suggest(WORD[:6]),
        *suggest(WORD),
    ]


@pytest.mark.parametrize("make", RECORDS)
def test_a_record_is_found_as_what_it_is_and_at_once_no_more_when_it_is_hidden(make: Callable[[], Found]) -> None:
    make_paper(title="Another", pages=("kingfisher",))
    record = make()
    follow()

    group, corrected = (search(query=query).groups[0] for query in (WORD, MISTYPED))
    assert (group.type, group.kind, group.title) == (record.type, record.kind, record.title)
    assert (corrected.type, corrected.id) == (group.type, group.id)

    record.hide()
    assert told_of() == []  # the followers have not seen it
    follow()
    PublicChange.objects.all().delete()
    assert told_of() == []
