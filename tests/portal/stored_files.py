"""Real PDF files for tests of what is served."""

from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from documents.models import StoredFile
from tests.builders import make_file


def pdf_of(*pages: str) -> bytes:
    """A PDF with a line of words on each page."""
    target = BytesIO()
    canvas = Canvas(target)
    for words in pages:
        canvas.drawString(72, 700, words)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def make_pdf(*pages: str, **fields: Any) -> StoredFile:
    return make_file(content=pdf_of(*pages), page_count=len(pages), **fields)
