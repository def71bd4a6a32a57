"""In which numbered paragraph of its page a passage stands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from django.db.models import QuerySet

from documents.models import Paragraph
from documents.search.passages import Fragment
from documents.search.words import composed

# Letters and digits beside the first marked word that have to be the paragraph's too: fewer near its ends
NEAR = (60, 40, 24, 12)
SPACES = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Place:
    """A numbered paragraph: its label, “4.12”, and its anchor in the paper's page."""

    label: str
    anchor: str
    letters: str  # of its words, without all between them


@cache
def _public_paragraphs() -> QuerySet[Paragraph, tuple[int, int, str, str, str]]:
    """Built once: of a search that takes milliseconds it would be a large part."""
    rows = Paragraph.objects.order_by("version", "order")
    return rows.values_list("version", "page", "label", "anchor", "text")


def places_on(pages: Iterable[tuple[int | None, int]]) -> dict[tuple[int, int], list[Place]]:
    """The public paragraphs that begin on each of these pages, given by version and number, in one query."""
    wanted = set(pages)
    found: dict[tuple[int, int], list[Place]] = {}
    rows = _public_paragraphs().filter(
        version__in={version for version, _ in wanted}, page__in={number for _, number in wanted}
    )
    for version, page, label, anchor, text in rows:
        if (version, page) in wanted and label and anchor:
            found.setdefault((version, page), []).append(Place(label, anchor, _letters(text)))
    return found


def place_of(passage: tuple[Fragment, ...], places: Iterable[Place]) -> Place | None:
    """The one paragraph in which the passage's first marked word stands; None where that is not certain."""
    before = _letters("".join(fragment.text for fragment in takewhile(lambda part: not part.marked, passage)))
    words = _letters("".join(fragment.text for fragment in passage))[len(before) :]
    marked = _letters(next((fragment.text for fragment in passage if fragment.marked), ""))
    if not marked:
        return None
    places = list(places)
    for near in NEAR:
        for needle in (words[: len(marked) + near], before[-near:] + marked):
            within = [place for place in places if needle in place.letters]
            if within and len(needle) == len(marked) + near:
                return within[0] if len(within) == 1 else None
    return None


def _letters(text: str) -> str:
    return SPACES.sub("", composed(text).casefold())
