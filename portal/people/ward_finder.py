"""Wards by a name as a resident types it: part of a word will do, and a letter may be wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from committees.models import Ward

LIKE = 0.72  # how alike a word must be to one of a name, from 0 to 1
LEFT_OUT = {"ward", "the", "of", "and"}


@dataclass(frozen=True, slots=True)
class FoundWards:
    """Where no name has the words, `wards` are those of names like them and `are_like` is true."""

    wards: Sequence[Ward]
    are_like: bool


def wards_named(wards: Sequence[Ward], asked: str) -> FoundWards:
    """By name first, then by description, then by likeness; every one where nothing was asked."""
    words = _words(asked)
    if not words:
        return FoundWards(wards if not asked.strip() else [], are_like=False)
    for told in (lambda ward: ward.name, lambda ward: f"{ward.name} {ward.description}"):
        if found := [ward for ward in wards if _has(told(ward), words)]:
            return FoundWards(found, are_like=False)
    return FoundWards([ward for ward in wards if all(_is_like(ward.name, word) for word in words)], are_like=True)


def _words(text: str) -> list[str]:
    plain = "".join(
        letter if letter.isalnum() else " " for letter in text.casefold().replace("’", "'").replace("'", "")
    )
    return [word for word in plain.split() if word not in LEFT_OUT]


def _has(text: str, words: Sequence[str]) -> bool:
    own = _words(text)
    return all(any(name.startswith(word) for name in own) for word in words)


def _is_like(text: str, word: str) -> bool:
    return any(SequenceMatcher(None, name, word).ratio() >= LIKE for name in _words(text))
