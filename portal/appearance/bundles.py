"""The stylesheets and scripts of the public pages, each sort in one file: a first visit asks for few files.

A finder of static files, so that the development server, the tests and collectstatic have the same ones.
"""

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.files.storage import FileSystemStorage

from portal.appearance.components import kept

BUNDLES = {
    "css/pages.css": (
        "vendor/govuk-frontend/govuk-frontend.min.css",
        "css/site.css",
        "css/about.css",
        "css/minutes.css",
        "css/reading.css",
        "css/records.css",
        "css/search.css",
    ),
    "js/pages.js": ("js/suggest.js", "js/citations.js", "js/hits.js", "js/here.js"),
}
CHARSET = re.compile(r'^@charset "UTF-8";')


class BundleFinder(finders.BaseFinder):
    """Makes a bundle when it is asked for, in a folder beside the data, and afresh where a part has altered."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__()
        self.folder = Path(settings.DATA_DIR) / "bundles"
        self.storage = FileSystemStorage(location=self.folder)

    def check(self, **options: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **options: Any) -> Any:
        """The path of the bundle on disk, or a list of it; an empty list for what is none."""
        if path not in BUNDLES:
            return []
        made = str(self._made(path))
        return [made] if find_all else made

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        for name in BUNDLES:
            self._made(name)
            yield name, self.storage

    def _made(self, name: str) -> Path:
        target = self.folder / name
        content = bundle(name)
        if not target.exists() or target.read_text() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, fresh = tempfile.mkstemp(dir=target.parent)
            with os.fdopen(handle, "w") as file:
                file.write(content)
            os.chmod(fresh, 0o644)
            os.replace(fresh, target)
        return target


def bundle(name: str) -> str:
    """The parts one after another, what is used of the first style; each script in a block, for names of its own."""
    parts = [(settings.BASE_DIR / "static" / part).read_text() for part in BUNDLES[name]]
    if name.endswith(".js"):
        return "\n".join(f"{{\n{part}}}" for part in parts)
    return "\n".join([kept(CHARSET.sub("", parts[0])), *parts[1:]])
