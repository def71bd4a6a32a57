"""In which numbered paragraph of its page a passage stands."""

import string
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from documents.search.passages import Fragment
from documents.search.words import composed

# Letters and digits beside the first marked word that have to be the paragraph's too: fewer near its ends
NEAR = (60, 40, 24, 12)
BETWEEN_BYTES = f"{string.punctuation}{string.whitespace}".encode()
BETWEEN = str.maketrans("", "", f"{string.punctuation}{string.whitespace}“”‘’«»–—…•·\u00a0\u00ad\ufffe")


@dataclass(frozen=True, slots=True)
class Place:
    """A numbered paragraph: its label, “4.12”, and its anchor in the paper's page."""

    label: str
    anchor: str
    letters: str  # of its words, without all between them


def places_of(paragraphs: Iterable[tuple[str, str, str]]) -> list[Place]:
    """Given each as its label, its anchor and its text."""
    return [Place(label, anchor, _letters(text)) for label, anchor, text in paragraphs]


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
    if text.isascii():  # in a tenth of the time
        return text.encode().lower().translate(None, BETWEEN_BYTES).decode()
    return composed(text).casefold().translate(BETWEEN)
