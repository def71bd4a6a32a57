"""Sets a proof of publication as a tagged PDF (PDF/UA-1), as front sheets are set: words are data, never markup."""

import json
from pathlib import Path
from typing import Any

import typst
from django.template.defaultfilters import filesizeformat, pluralize

from documents.proof.record import Proof

TEMPLATE = Path(__file__).parent / "proof.typ"


def set_proof(proof: Proof) -> bytes:
    """The proof as the bytes of a PDF."""
    return typst.compile(
        str(TEMPLATE),
        root=str(TEMPLATE.parent),
        ignore_system_fonts=True,
        sys_inputs={"proof": json.dumps(_words(proof))},
        pdf_standards="ua-1",
    )


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
