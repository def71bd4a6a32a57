"""What a clerk typed in place of what was read in a paper: it passes the gate, as what was read did with its paper."""

from collections.abc import Collection, Iterator
from typing import Any

from documents.actions.held import writers_in_audit
from documents.actions.records import WHOLE, Record
from documents.models import Proposal


def typed_in(proposal: Proposal, content: dict[str, Any]) -> list[str]:
    """The texts of `content` that are not as read."""
    read = set(_texts(proposal.payload))
    return [text for text in _texts(content) if text not in read]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def record_of_proposal(proposal: Proposal, content: dict[str, Any], *, makers: Collection[int] = ()) -> Record:
    """Without `makers` they are who corrected it before it was accepted."""
    return Record(
        of={"proposal": proposal},
        name=name_of(proposal),
        texts=[(WHOLE, "\n".join(typed_in(proposal, content)))],
        makers=makers or writers_in_audit(proposal, [why_corrected(proposal)]),
    )


def name_of(proposal: Proposal) -> str:
    """For a clerk: “Response to a recommendation in “Swimming pools””."""
    return f"{proposal.get_kind_display()} in “{proposal.version.document}”"


def why_corrected(proposal: Proposal) -> str:
    """As the audit has it."""
    return f"Correct {proposal}"
