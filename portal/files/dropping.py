"""Deletes kept files of what the public may no longer read: pictures of pages, and packs.

What lies on the disk is compared with what is public now, so it matters neither by which door something was hidden nor
for how long the worker was stopped. Originals, and the served copies that members and staff read, stay in the store.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from time import time

from django.conf import settings

from committees.models import Meeting
from documents.models import Document
from portal.files.kept import MAKING
from portal.files.public_packs import PAPERS

LEFT_BEHIND = 3600.0  # seconds
ASKED_AT_ONCE = 5_000


def drop_hidden() -> int:
    """How many files were deleted. A reader who has one open reads on."""
    hidden = [*_hidden_images(), *_hidden_packs()]
    for path in hidden:
        path.unlink(missing_ok=True)
    return len(hidden)


def _hidden_images() -> list[Path]:
    by_file: dict[str, list[Path]] = defaultdict(list)
    for path in _whole(_kept("pages").glob("*/*.webp")):
        by_file[path.name.partition("-")[0]].append(path)
    public = public_files(by_file)
    return [path for digest, paths in by_file.items() if digest not in public for path in paths]


def _hidden_packs() -> list[Path]:
    """Those with a paper, or of a meeting, that is not public, and those that do not say what is in them."""
    made_of = {path: _papers_of(path) for path in _whole(_kept("packs").glob("*/*.pdf"))}
    public = public_files({digest for papers in made_of.values() for digest in papers})
    meetings = {int(path.parent.name) for path in made_of if path.parent.name.isdigit()}
    shown = {
        str(pk) for pk in Meeting.objects.with_public_agenda().filter(pk__in=meetings).values_list("pk", flat=True)
    }
    hidden = [
        path for path, papers in made_of.items() if not papers or not papers <= public or path.parent.name not in shown
    ]
    return [*hidden, *(path.with_suffix(PAPERS) for path in hidden)]


def _whole(paths: Iterable[Path]) -> Iterator[Path]:
    """But for those in the making; what a process that was killed has left is as good as whole."""
    for path in paths:
        if not path.name.startswith(MAKING) or time() - path.stat().st_mtime > LEFT_BEHIND:
            yield path


def _papers_of(pack: Path) -> set[str]:
    """The digests of the files that it was made of."""
    try:
        return set(pack.with_suffix(PAPERS).read_text().split())
    except FileNotFoundError:
        return set()


def public_files(digests: Collection[str]) -> set[str]:
    """Those of the files, by their digests, that the public gets now."""
    found: set[str] = set()
    for some in _in_parts(digests):
        papers = Document.objects.public().filter(current_version__served__sha256__in=some)
        found |= set(papers.values_list("current_version__served__sha256", flat=True))
    return found


def _in_parts(digests: Collection[str]) -> Iterable[list[str]]:
    ordered = sorted(digests)
    return (ordered[start : start + ASKED_AT_ONCE] for start in range(0, len(ordered), ASKED_AT_ONCE))


def _kept(folder: str) -> Path:
    return Path(settings.IMAGES_DIR) / folder
