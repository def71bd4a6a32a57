"""What was read in papers, offered to the clerk: proposed, corrected, accepted, dismissed, undone."""

from documents.actions.proposals.deciding import (
    CERTAIN,
    accept,
    accept_certain,
    correct,
    dismiss,
    keep_ours,
    take_newer,
    undo,
)
from documents.actions.proposals.linking import link_decisions
from documents.actions.proposals.proposing import propose

__all__ = [
    "CERTAIN",
    "accept",
    "accept_certain",
    "correct",
    "dismiss",
    "keep_ours",
    "link_decisions",
    "propose",
    "take_newer",
    "undo",
]
