"""PDF files: their text, their images, and new files made of their pages.

The only user of the PDF library, and always in a child process with limits on memory, processor time, file
size and wall time: the library is not thread-safe, and a hostile file can make it abort.
"""

from documents.pdf.facts import FileFacts
from documents.pdf.files import Part, assemble, check, inspect, mask, page_image, read, split, strip
from documents.pdf.process import Limits
from documents.pdf.text import Bookmark, Line, Link, PdfError, PdfPage, PdfText, Rule

__all__ = [
    "Bookmark",
    "FileFacts",
    "Limits",
    "Line",
    "Link",
    "Part",
    "PdfError",
    "PdfPage",
    "PdfText",
    "Rule",
    "assemble",
    "check",
    "inspect",
    "mask",
    "page_image",
    "read",
    "split",
    "strip",
]
