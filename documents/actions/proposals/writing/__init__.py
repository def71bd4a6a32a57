"""Writes an accepted proposal as records. Written again after a correction, the same rows change in place."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db import models

from documents.actions.proposals.writing.actions import write_action, write_programme
from documents.actions.proposals.writing.choice import Choice
from documents.actions.proposals.writing.minutes import write_confirmation, write_read_minutes
from documents.actions.proposals.writing.recommendations import write_progress, write_recommendation, write_response
from documents.actions.proposals.writing.reviews import write_review
from documents.models import Proposal

__all__ = ["WRITERS", "Choice"]

Writer = Callable[[Proposal, Any, Choice], Sequence[models.Model]]

WRITERS: dict[str, Writer] = {
    Proposal.Kind.MINUTES: write_read_minutes,
    Proposal.Kind.CONFIRMATION: write_confirmation,
    Proposal.Kind.RECOMMENDATION: write_recommendation,
    Proposal.Kind.RESPONSE: write_response,
    Proposal.Kind.PROGRESS: write_progress,
    Proposal.Kind.ACTION: write_action,
    Proposal.Kind.REVIEW: write_review,
    Proposal.Kind.PROGRAMME: write_programme,
}
