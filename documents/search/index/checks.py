"""Whether the files of a generation are what was written."""

import json
import struct
import time
import zlib
from pathlib import Path

from documents.search.index.errors import Damaged

MAGIC = 1337  # ends every file the library writes, after the length of a footer that holds a checksum
PARTS = {"idx", "term", "pos", "fast", "fieldnorm", "store"}  # of each segment
TRIES = 3  # the library's own tidying may remove a file while we look


def check_sums(folder: Path) -> None:
    """Raise Damaged where a file does not have the content it was written with."""
    for path in segment_files(folder):
        _check_sum(path)


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """The size and time of each file of the segments in force; cheap enough for every look. Raises Damaged."""
    for tries_left in reversed(range(TRIES)):
        try:
            return {path.name: _stamp(path) for path in segment_files(folder)}
        except (OSError, Damaged) as error:
            if not tries_left:
                raise Damaged(str(error)) from error
            time.sleep(0.05)
    raise AssertionError("unreachable")


def _stamp(path: Path) -> tuple[int, int]:
    stat = path.stat()
    return stat.st_size, stat.st_mtime_ns


def segment_files(folder: Path) -> list[Path]:
    """The files of every segment in force. The library writes each once and never alters it. Raises Damaged."""
    try:
        meta = json.loads((folder / "meta.json").read_text())
        segments = {segment["segment_id"].replace("-", "") for segment in meta["segments"]}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Damaged(str(error)) from error
    found = [path for path in folder.iterdir() if path.name.split(".")[0] in segments]
    names = {path.name for path in found}
    for segment in segments:
        for part in PARTS:
            if f"{segment}.{part}" not in names:
                raise Damaged(f"{segment}.{part} is missing.")
    return found


def _check_sum(path: Path) -> None:
    """The library ends each file with a footer of JSON that holds the CRC-32 of what comes before it."""
    try:
        content = path.read_bytes()
        length, magic = struct.unpack("<II", content[-8:])
        footer = json.loads(content[-8 - length : -8])
        whole = magic == MAGIC and zlib.crc32(content[: -8 - length]) == footer["crc"]
    except (OSError, ValueError, KeyError, struct.error) as error:
        raise Damaged(f"{path.name}: {error}") from error
    if not whole:
        raise Damaged(f"{path.name} is not what was written.")
