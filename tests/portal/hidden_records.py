"""Records for the leak matrix: everything that can be read from a paper, in words that must go with it."""

from dataclasses import dataclass
from typing import Any

from committees.models import AgendaItem, Decision
from documents.models import Document, Recommendation, Review
from tests.builders import (
    make_action,
    make_decision,
    make_point,
    make_programme_entry,
    make_progress,
    make_recommendation,
    make_response,
    make_review,
    make_stage,
    make_witness,
)


@dataclass(frozen=True)
class Records:
    """Of a public review; `recommendation` and `part` are from the hidden paper, `open` from the one beside it."""

    review: Review
    recommendation: Recommendation
    part: Recommendation
    open: Recommendation
    asked_of_meeting: Recommendation
    decision: Decision


def make_records(hidden: Document, beside: Document, item: AgendaItem, words: str) -> Records:
    """`words` stand in everything read from the hidden paper, and in nothing else."""
    committee = item.meeting.committee
    review = make_review(committee=committee, title="Review of the scene")
    read: dict[str, Any] = {"document": hidden, "review": review}
    make_stage(**read, kind="final", text=f"{words} stage", date_text=f"{words} day")
    make_stage(review=review, kind="evidence", text="Open stage", papers=(hidden, beside))
    make_point(**read, text=f"{words} objective")
    make_point(**read, kind="background", text=f"{words} reading")
    make_witness(**read, name=f"{words} witness", organisation=words, focus=words)
    recommendation = make_recommendation(**read, text=f"{words} recommendation", paragraph="9.9")
    make_response(recommendation=recommendation, document=beside, words=f"{words} echoed", by="Open")
    shown = make_recommendation(document=beside, review=review, text="Open recommendation")
    make_response(recommendation=shown, document=hidden, words=f"{words} response", by=words, verdict="accepted")
    make_progress(recommendation=shown, document=hidden, words=f"{words} progress", rag="green")
    decision = make_decision(item=item, title="Open decision", parts=["Open words"])
    make_action(**read, part=f"{words} part", objective=words, action=f"{words} action", owner=words)
    make_programme_entry(document=hidden, committee=committee, title=f"{words} plan", date=item.meeting.date)
    return Records(
        review=review,
        recommendation=recommendation,
        part=make_recommendation(parent=recommendation, label="a", number=None, text=f"{words} part"),
        open=shown,
        asked_of_meeting=make_recommendation(
            kind="meeting", document=hidden, decision=decision, text=f"{words} asked of the meeting"
        ),
        decision=decision,
    )
