"""Sets a summons as a tagged PDF (PDF/UA-1) with the typesetter's own fonts.

The template is ours and the words are data, so nothing that a clerk types is read as markup.
"""

import json
from pathlib import Path

import typst

from documents.summons.content import Summons

TEMPLATE = Path(__file__).parent / "front_sheet.typ"


def set_front_sheet(summons: Summons) -> bytes:
    """The front sheet as the bytes of a PDF."""
    heading = f"Agenda: {summons.committee}, {summons.when}"
    sheet = json.dumps({**summons.to_json(), "heading": heading})
    return typst.compile(
        str(TEMPLATE),
        root=str(TEMPLATE.parent),
        ignore_system_fonts=True,
        sys_inputs={"sheet": sheet},
        pdf_standards="ua-1",
    )
