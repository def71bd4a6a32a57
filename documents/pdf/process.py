"""Starts the child process that alone touches the PDF library, holds it to its limits, and reads its answer."""

import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from documents.pdf.text import PdfError

WORKER = Path(__file__).parent.parent / "pdf_worker" / "__main__.py"
MEBIBYTE = 1 << 20
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one child process may use; sizes in bytes, times in seconds."""

    memory: int = 1024 * MEBIBYTE
    processor_seconds: int = 40
    wall_seconds: int = 50
    written: int = 1024 * MEBIBYTE
    file_size: int = 500 * MEBIBYTE
    pages: int = 5_000
    characters: int = 20_000_000
    bookmarks: int = 20_000


def run(task: str, limits: Limits | None = None, **arguments: Any) -> Any:
    """The answer of the worker's task; PdfError if the file or the worker fails."""
    limits = limits or Limits()
    job = json.dumps({"task": task, "limits": asdict(limits), "arguments": arguments})
    with tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as complaint:
        status = _run(job.encode(), answer.fileno(), complaint.fileno(), limits.wall_seconds)
        if status == 0:
            answer.seek(0)
            return _reply(answer.read())
        complaint.seek(0)
        logger.warning("PDF task %s ended with %s: %r", task, status, complaint.read(4_000))
    raise PdfError(_failure(status, limits))


def _run(job: bytes, output: int, complaint: int, wall_seconds: int) -> int | None:
    """The child's exit status, or None if it ran out of wall time; nothing of its process group is left."""
    command = [sys.executable, "-I", "-S", str(WORKER), _library_folder()]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=output, stderr=complaint, env={}, start_new_session=True
    ) as child:
        try:
            child.communicate(job, wall_seconds)
        except subprocess.TimeoutExpired:
            return None
        finally:
            if child.poll() is None:
                os.killpg(child.pid, signal.SIGKILL)
        return child.returncode


@cache
def _library_folder() -> str:
    """The folder that holds the PDF library, so that the child need not look through the environment."""
    spec = find_spec("pypdfium2_raw")
    if spec is None or spec.origin is None:
        raise RuntimeError("pypdfium2 is not installed")
    return str(Path(spec.origin).parent.parent)


def _reply(answer: bytes) -> Any:
    try:
        reply = json.loads(answer)
    except ValueError as error:
        raise PdfError("The file could not be read: the PDF in it is damaged.") from error
    if "error" in reply:
        raise PdfError(reply["error"])
    return reply["result"]


def _failure(status: int | None, limits: Limits) -> str:
    if status is None or -status == signal.SIGXCPU:
        return "The file took too long to read and was given up: it may be damaged, or made to overload."
    if -status == signal.SIGXFSZ:
        return "The file unfolds to more than can be kept: it may be damaged, or made to overload."
    if -status in (signal.SIGABRT, signal.SIGKILL, signal.SIGTRAP, signal.SIGILL):
        return f"The file needs more than {limits.memory // MEBIBYTE} MB of memory to read and was given up."
    return "The file could not be read: the PDF in it is damaged."
