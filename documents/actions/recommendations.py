"""What clerks record of recommendations to the executive: verdicts, and that one was done. Atomic, audited."""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from committees.actions import NotAllowed
from committees.audit import recorded
from committees.models import PublicChange, User, record_change
from documents.actions.records import WHOLE, Record, let_out
from documents.models import Recommendation, Response


@transaction.atomic
def record_verdict(*, response: Response, verdict: str, by: User | None) -> Response:
    """How the executive answered, in one word that a clerk chose; "" is not stated."""
    if verdict not in Response.Verdict.values:
        raise NotAllowed("Choose one of the verdicts.")
    with recorded(by=by, why=f"Record verdict: {verdict or 'not stated'}"):
        response.verdict = verdict
        response.save(update_fields=["verdict"])
        record_change(PublicChange.Subject.DOCUMENT, response.document_id)
    return response


@transaction.atomic
def record_done(
    *, recommendation: Recommendation, on: date, note: str, by: User | None, writers: Collection[int] = ()
) -> Recommendation:
    """The recommendation was carried out by `on`; the note, which `writers` wrote unless `by` did, says how.

    Raises NotAllowed where the note may not go out so.
    """
    if recommendation.kind != Recommendation.Kind.EXECUTIVE:
        raise NotAllowed("Only a recommendation to the executive is recorded as done.")
    with recorded(by=by, why="Record recommendation as done"):
        recommendation.done_on, recommendation.done_note = on, note
        recommendation.save(update_fields=["done_on", "done_note"])
        own = {by.pk} if by else set()
        let_out(record_of_note(recommendation, note, makers=writers or own), by)
        record_change(PublicChange.Subject.DOCUMENT, recommendation.document_id)
    return recommendation


def record_of_note(recommendation: Recommendation, note: str, *, makers: Collection[int]) -> Record:
    """What the public will read of how it was done."""
    return Record({"recommendation": recommendation}, f"Done: {recommendation}", [(WHOLE, note)], makers)


@transaction.atomic
def take_back_done(*, recommendation: Recommendation, by: User | None, why: str) -> Recommendation:
    """It is not done after all."""
    with recorded(by=by, why=f"Take back that it was done: {why}"):
        recommendation.done_on, recommendation.done_note = None, ""
        recommendation.save(update_fields=["done_on", "done_note"])
        record_change(PublicChange.Subject.DOCUMENT, recommendation.document_id)
    return recommendation
