"""Sets a proof of publication as a tagged PDF."""

import json
from pathlib import Path
from typing import Any

from django.template.defaultfilters import filesizeformat, pluralize

from documents.proof.record import Proof
from documents.tagged import set_tagged

TEMPLATE = Path(__file__).parent / "proof.typ"


def set_proof(proof: Proof) -> bytes:
    """The proof as the bytes of a PDF."""
    return set_tagged(TEMPLATE, proof=json.dumps(_words(proof)))


def _words(proof: Proof) -> dict[str, Any]:
    return {
        "title": f"Proof of publication: {proof.meeting}",
        "council": proof.council,
        "address": proof.address,
        "names": proof.names,
        "made_at": proof.written_made_at,
        "files": [
            {
                "paper": one.paper,
                "version": str(one.version),
                "name": one.name,
                "size": filesizeformat(one.size),
                "since": one.written_since,
                "until": one.written_until,
                "sha256": one.sha256,
            }
            for one in proof.served
        ],
        "events": [
            {
                "at": one.written_at,
                "what": one.what,
                "about": one.about,
                "by": one.by,
                "why": one.why,
                "details": [[name, str(value)] for name, value in one.details],
            }
            for one in proof.entries
        ],
        "links": f"{proof.head.number} link{pluralize(proof.head.number)}",
        "head": proof.head.digest,
    }
