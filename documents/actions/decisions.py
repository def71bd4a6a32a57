"""Decisions recorded by clerks, on their way to the public: looked through, and released, as a paper is."""

from collections.abc import Collection

from committees.actions import DecisionDraft
from committees.models import Access, Decision, User
from documents.actions.held import writers_in_audit
from documents.actions.records import WHOLE, Record, let_out

WRITING = ("Record decision", "Correct decision")


def is_let_out(decision: Decision) -> bool:
    """Whether what is recorded of it now becomes public without more: it is published, or goes with its minutes."""
    return decision.published_at is not None or decision.minute_id is not None


def record_of_decision(
    decision: Decision, *, makers: Collection[int], words: Decision | DecisionDraft | None = None
) -> Record:
    """What the public will read of it, or once it is corrected to `words`.

    What its minutes say passed with them, unless it was withdrawn.
    """
    said = words or decision
    minuted = [] if decision.minute_id and not decision.withdrawn_at else [said.title, *said.parts]
    texts = [said.decided_by, said.reasons, said.alternatives, said.conflicts, said.dispensation, said.call_in_outcome]
    open_ones = [*minuted, *texts] if said.access == Access.OPEN else []
    return Record(
        of={"decision": decision},
        name=str(decision),
        texts=[(WHOLE, "\n".join(text for text in open_ones if text))],
        makers=makers,
    )


def makers_of_decision(decision: Decision) -> set[int]:
    return writers_in_audit(decision, WRITING)


def pass_decision(*, row: Decision, by: User | None, writers: Collection[int] = (), **_signal: object) -> None:
    """It is about to be public, or a correction of it that these wrote. Raises NotAllowed."""
    let_out(record_of_decision(row, makers=writers or makers_of_decision(row)), by)
