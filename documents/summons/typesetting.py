"""Sets a summons as a tagged PDF."""

import json
from pathlib import Path

from documents.summons.content import Summons
from documents.tagged import set_tagged

TEMPLATE = Path(__file__).parent / "front_sheet.typ"


def set_front_sheet(summons: Summons) -> bytes:
    """The front sheet as the bytes of a PDF."""
    heading = f"Agenda: {summons.committee}, {summons.when}"
    sheet = json.dumps({**summons.to_json(), "heading": heading})
    return set_tagged(TEMPLATE, sheet=sheet)
