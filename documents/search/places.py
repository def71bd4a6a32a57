"""In which numbered paragraph of its page a passage stands."""

import string
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from documents.search.passages import Fragment
from documents.search.prepared import fetched
from documents.search.words import composed

# Letters and digits beside the first marked word that have to be the paragraph's too: fewer near its ends
NEAR = (60, 40, 24, 12)
BETWEEN = str.maketrans("", "", f"{string.punctuation}{string.whitespace}“”‘’«»–—…•·\u00a0\u00ad\ufffe")


@dataclass(frozen=True, slots=True)
class Place:
    """A numbered paragraph: its label, “4.12”, and its anchor in the paper's page."""

    label: str
    anchor: str
    letters: str  # of its words, without all between them


ON_PAGES = """
SELECT paragraph.version_id, paragraph.page, paragraph.label, paragraph.anchor, paragraph.text
FROM documents_paragraph AS paragraph
JOIN unnest(%s::bigint[], %s::bigint[]) AS wanted(version, page)
  ON paragraph.version_id = wanted.version AND paragraph.page = wanted.page
WHERE paragraph.label <> '' AND paragraph.anchor <> ''
ORDER BY paragraph.version_id, paragraph."order"
"""


def places_on(pages: Iterable[tuple[int, int]]) -> dict[tuple[int, int], list[Place]]:
    """The paragraphs that begin on each of these pages, given by version and number, in one query.

    The versions have to be the current ones of public papers.
    """
    wanted = list(pages)
    found: dict[tuple[int, int], list[Place]] = {}
    rows = fetched(ON_PAGES, [[version for version, _ in wanted], [page for _, page in wanted]]) if wanted else []
    for version, page, label, anchor, text in rows:
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
    return composed(text).casefold().translate(BETWEEN)
