"""A file of a council's papers as pages of blocks, whatever kind of file it is.

Every file is hostile: sizes are limited, PDF and Word files are read in child processes with limits of their own,
and HTML is sanitised before it is taken apart.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from documents import docx, pdf
from documents.docx import DocxError
from documents.pdf import PdfError, PdfText
from documents.reading import ReadPage, read_pages
from documents.structure.sources.markup import pages_of_html
from documents.structure.sources.plain import pages_of_text
from documents.structure.sources.service import NoMeeting, html_of_meeting, is_meeting

__all__ = ["Unreadable", "is_pdf", "pages_of_file", "pages_of_html", "pages_of_text", "pdf_in"]

MEBIBYTE = 1 << 20
LARGEST_FILE = 200 * MEBIBYTE
LARGEST_TEXT = 10 * MEBIBYTE
TEXT_ENDINGS = (".txt", ".md", ".markdown", ".text")
HTML_ENDINGS = (".html", ".htm", ".xhtml", ".aspx")
# What only a file that is no text begins with, by what a clerk would call it.
NO_TEXT = {b"PK\x03\x04": "a zip or Office", b"\xd0\xcf\x11\xe0": "an old Office (.doc, .xls)", b"{\\rtf": "an RTF"}


class Unreadable(Exception):
    """A file that cannot be read; str(error) is one clear sentence."""


def pages_of_file(path: Path) -> list[ReadPage]:
    """The pages of ONE paper: those of a PDF, or of a text at its form feeds; Word and HTML are one page.

    Raises Unreadable.
    """
    _refuse_what_is_no_file(path)
    with _clear_errors(path):
        return _reader(path)(path)


def is_pdf(path: Path) -> bool:
    """Whether a file begins as a PDF, or is named as one. Raises Unreadable."""
    _refuse_what_is_no_file(path)
    with _clear_errors(path):
        return _head(path).startswith(b"%PDF-") or path.suffix.lower() == ".pdf"


def pdf_in(path: Path) -> PdfText:
    """The text of a PDF with its bookmarks. Raises Unreadable."""
    _refuse_what_is_no_file(path)
    with _clear_errors(path):
        return pdf.read(path)


@contextmanager
def _clear_errors(path: Path) -> Iterator[None]:
    """Whatever a reader raises, as Unreadable with one sentence."""
    try:
        yield
    except (PdfError, DocxError, NoMeeting) as error:
        raise Unreadable(" ".join(str(error).split())) from error
    except OSError as error:
        raise Unreadable(f"{path.name} cannot be opened: {error.strerror}.") from error


def _text_in(path: Path) -> str:
    """The words of a text file, in whatever encoding it is; Unreadable if it is no text."""
    size = path.stat().st_size
    if size > LARGEST_TEXT:
        raise Unreadable(f"{path.name} is {size // MEBIBYTE:,} MB, more than the {LARGEST_TEXT // MEBIBYTE} MB of text")
    return _decoded(path.read_bytes(), path.name)


def _refuse_what_is_no_file(path: Path) -> None:
    try:
        if not path.is_file():
            raise Unreadable(f"{path} is not a file." if path.exists() else f"{path} does not exist.")
        size = path.stat().st_size
    except (OSError, ValueError) as error:
        raise Unreadable(f"{path} cannot be opened: {getattr(error, 'strerror', None) or error}.") from error
    if size == 0:
        raise Unreadable(f"{path.name} is empty (0 bytes).")
    if size > LARGEST_FILE:
        raise Unreadable(
            f"{path.name} is {size // MEBIBYTE:,} MB, more than the {LARGEST_FILE // MEBIBYTE} MB accepted."
        )


def _reader(path: Path) -> Callable[[Path], list[ReadPage]]:
    """By what the file begins with, then by the ending of its name."""
    head = _head(path)
    ending = path.suffix.lower()
    if head.startswith(b"%PDF-") or ending == ".pdf":
        return _pdf
    if ending == ".docx":
        return docx.read
    if ending in HTML_ENDINGS or (ending not in TEXT_ENDINGS and _looks_like_html(head)):
        return _html
    if ending in TEXT_ENDINGS or b"\x00" not in head:
        return _text
    raise Unreadable(f"{path.name} is none of the files that can be read: PDF, Word (.docx), HTML or plain text.")


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(1024)


def _looks_like_html(head: bytes) -> bool:
    start = head.lstrip().lower()
    return start.startswith((b"<!doctype html", b"<html", b"<div", b"<p"))


def _pdf(path: Path) -> list[ReadPage]:
    return read_pages(pdf.read(path).pages)


def _html(path: Path) -> list[ReadPage]:
    return _with_text(pages_of_html(_text_in(path)), path)


def _text(path: Path) -> list[ReadPage]:
    text = _text_in(path)
    pages = pages_of_html(html_of_meeting(text)) if is_meeting(text) else pages_of_text(text)
    return _with_text(pages, path)


def _with_text(pages: list[ReadPage], path: Path) -> list[ReadPage]:
    if not any(page.text for page in pages):
        raise Unreadable(f"{path.name} has no text in it.")
    return pages


def _decoded(content: bytes, name: str) -> str:
    for beginning, kind in NO_TEXT.items():
        if content.startswith(beginning):
            raise Unreadable(f"{name} is {kind} file, which cannot be read: please save it as PDF or Word (.docx).")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if content.count(b"\x00") or _controls(content[:4096]) > 40:
        raise Unreadable(f"{name} is not text: it holds bytes that no text has.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _controls(head: bytes) -> int:
    return sum(byte < 32 and byte not in b"\t\n\v\f\r" for byte in head)
