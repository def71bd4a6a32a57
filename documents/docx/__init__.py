"""Word documents as pages of blocks, in the form of `documents.reading`.

A Word document has no pages until it is printed, so it becomes one page. The file is unfolded and converted in a
child process with limits, for it is as hostile as any upload; the HTML that comes back is sanitised before it is
taken apart.
"""

import json
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from typing import Any

import nh3

from documents.docx.blocks import HEADINGS, blocks_of, text_of
from documents.pdf.facts import Comment, FileFacts, HiddenText, PageFacts, Picture
from documents.reading import ReadPage

WORKER = Path(__file__).with_name("worker.py")
LOOKER = Path(__file__).parent.parent / "docx_worker" / "__main__.py"
NOWHERE = (0.0, 0.0, 0.0, 0.0)
LARGEST_UNFOLDED = 50 << 20
WALL_SECONDS = 30
XML_PARTS = (".xml", ".rels")
DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
TAGS = {"a", "br", "li", "ol", "p", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul", *HEADINGS}
SPANS = {tag: {"colspan", "rowspan"} for tag in ("td", "th")}
ATTRIBUTES = {**SPANS, "a": {"href"}}
SCHEMES = {"http", "https", "mailto"}


class DocxError(Exception):
    """A file that cannot be used; str(error) is one clear sentence for a clerk."""


def read(path: Path) -> list[ReadPage]:
    """The document as one page. Raises DocxError."""
    _refuse_what_is_no_docx(path)
    blocks = blocks_of(nh3.clean(_html(path), tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES))
    text = text_of(blocks)
    if not text:
        raise DocxError("The Word document has no text in it.")
    return [ReadPage(number=1, label="", raw_text=text, text=text, blocks=blocks)]


def inspect(path: Path) -> FileFacts:
    """What the document holds besides the words that are read in it, on the one page it becomes. Raises DocxError."""
    answer = _look("inspect", path)
    hidden = tuple(HiddenText(words, NOWHERE) for words in answer.pop("hidden"))
    # A picture by words of signing is told as one, though a document that is not laid out has no places
    pictures = (Picture(NOWHERE, 0.0, ink=0.1),) * answer.pop("pictures")
    signing = (("Signed", NOWHERE),) if pictures else ()
    comments = tuple(Comment(*one) for one in answer.pop("comments"))
    changes = tuple(Comment(*one) for one in answer.pop("changes"))
    others = tuple((name, words) for name, words in answer.pop("others"))
    page = PageFacts(1, pictures=pictures, hidden=hidden, signing=signing)
    return FileFacts(**answer, others=others, comments=comments, changes=changes, pages=(page,))


def strip(path: Path, target: Path, *, title: str = "") -> None:
    """Write a copy without properties, comments and tracked changes, all of them accepted.

    Raises DocxError where that cannot be done safely; then nothing is to be served.
    """
    _look("strip", path, str(target), title)


def _look(task: str, path: Path, *arguments: str) -> Any:
    _refuse_what_is_no_docx(path)
    command = [sys.executable, "-I", "-S", str(LOOKER), task, str(path), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, timeout=WALL_SECONDS, check=True, env={})
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise DocxError("The Word document took too long to look through and was given up.") from error
    except (subprocess.CalledProcessError, ValueError) as error:
        raise DocxError("The Word document could not be looked through: it is damaged.") from error
    if "error" in answer:
        raise DocxError(answer["error"])
    return answer["result"]


def _refuse_what_is_no_docx(path: Path) -> None:
    """Look at the list of contents alone: what it would unfold to, and whether it is a Word document."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        raise DocxError("The file is not a Word document, or it is damaged.") from error
    if not any(part.filename == "word/document.xml" for part in parts):
        raise DocxError("The file is not a Word document (.docx).")
    if sum(part.file_size for part in parts) > LARGEST_UNFOLDED:
        raise DocxError(f"The Word document unfolds to more than {LARGEST_UNFOLDED >> 20} MB and was refused.")
    if _declares_entities(path, parts):
        raise DocxError("The Word document says how it is to be read, as none that Word writes does, and was refused.")


def _declares_entities(path: Path, parts: list[zipfile.ZipInfo]) -> bool:
    """Names that stand for other text, each for ten of the next, unfold to more than any limit of size sees."""
    try:
        with zipfile.ZipFile(path) as archive:
            return any(
                sign in content
                for part in parts
                if part.filename.lower().endswith(XML_PARTS)
                for content in [archive.read(part)]
                for sign in DOCTYPES
            )
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise DocxError("The Word document could not be read: it is damaged.") from error


def _html(path: Path) -> str:
    command = [sys.executable, "-I", str(WORKER), str(path)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=WALL_SECONDS, check=True, env={})
    except subprocess.TimeoutExpired as error:
        raise DocxError("The Word document took too long to read and was given up.") from error
    except subprocess.CalledProcessError as error:
        raise DocxError("The Word document could not be read: it is damaged, or made to overload.") from error
    return done.stdout.decode("utf-8", "replace")
