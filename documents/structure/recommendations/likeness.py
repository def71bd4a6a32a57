"""How alike the wording of two recommendations is."""

import re
from difflib import SequenceMatcher
from functools import lru_cache

# What nearly every recommendation says tells none from another.
COMMON = frozenset(
    re.findall(
        r"\w+",
        "a an and are as at be been by can for from has have in into is it its of on or our that the "
        "their them they this to was we were which will with would should could also any such other all "
        "ensure consider council executive cabinet committee recommend recommendation recommended report ",
    )
)
FEWEST_FOR_EXTRACT = 6
EXTRACT = 0.92
# Letters of a text that are compared.
LONGEST = 4000


def likeness(one: str, other: str) -> float:
    """From 0 (nothing in common) to 1 (the same words in the same order).

    Letters' case, punctuation, endings and the words that all recommendations have do not count. The beginning of a
    longer text, or a piece of it, is nearly like the whole.
    """
    first, second = _words(one), _words(other)
    if not first or not second:
        return 1.0 if one.strip() and one.strip() == other.strip() else 0.0
    if first == second:
        return 1.0
    in_order = SequenceMatcher(None, first, second, autojunk=False)
    common = sum(block.size for block in in_order.get_matching_blocks())
    ratio = 2 * common / (len(first) + len(second))
    shorter = min(len(first), len(second))
    extract = EXTRACT * common / shorter if shorter >= FEWEST_FOR_EXTRACT else 0.0
    overlap = 2 * len(set(first) & set(second)) / (len(set(first)) + len(set(second)))
    return round(min(0.99, max((2 * ratio + overlap) / 3, extract)), 3)


def covered(text: str, others: str) -> float:
    """From 0 to 1, how many of a text's words some others have, in whatever order."""
    words = set(_words(text))
    return len(words & set(_words(others))) / len(words) if words else 0.0


@lru_cache(maxsize=2048)
def _words(text: str) -> tuple[str, ...]:
    words = re.findall(r"\w+", text[:LONGEST].lower().replace("’", "'").replace("'s", "").replace("'", ""))
    return tuple(_stem(word) for word in words if word not in COMMON)


def _stem(word: str) -> str:
    """A word without the commonest endings, so that "noted" is like "note"."""
    for ending in ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
