"""Proof of publication: what was made public of a meeting, when and by whom, from the audit trail and nothing else.

Current rows are not asked: they tell how things are, the trail how they came to be. Times are those at which the
database wrote the event, to the second, in the council's time with its zone.
"""

from documents.proof.given_out import given_out
from documents.proof.record import Proof, Served, proof_of
from documents.proof.trail import Entry

__all__ = ["Entry", "Proof", "Served", "given_out", "proof_of"]
