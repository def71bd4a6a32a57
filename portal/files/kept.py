"""Derived files (page images, public packs) made once and kept under settings.IMAGES_DIR.

A name is a key that changes with whatever the file is made of, so a kept file is never out of date. Making one is
safe at any number of processes: each writes a file of its own and moves it into place.
"""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO

from django.conf import settings

MAKING = ".making-"  # begins the name of a file that is not whole yet


def kept(folder: str, name: str, make: Callable[[Path], object]) -> IO[bytes]:
    """The kept file, open for reading; where it is not there yet, `make` writes it to the path it is given."""
    place = Path(settings.IMAGES_DIR) / folder
    target = place / name
    try:
        return target.open("rb")
    except FileNotFoundError:
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, temporary = tempfile.mkstemp(dir=place, prefix=MAKING, suffix=target.suffix)
    os.close(handle)
    try:
        make(Path(temporary))
        content = Path(temporary).open("rb")  # noqa: SIM115 the caller closes it
        os.replace(temporary, target)
        return content
    finally:
        Path(temporary).unlink(missing_ok=True)


def is_kept(folder: str, name: str) -> bool:
    return (Path(settings.IMAGES_DIR) / folder / name).exists()


def drop_others(folder: str, name: str) -> None:
    """Deletes what else is kept in the folder but for its ending; a reader who has such a file open reads on."""
    place = Path(settings.IMAGES_DIR) / folder
    for path in place.iterdir() if place.exists() else ():
        if path.stem != Path(name).stem and not path.name.startswith(MAKING):
            path.unlink(missing_ok=True)
