"""Text from PDF files made fit for reading: ligatures, soft hyphens, odd spaces and wrapped lines."""

import re
from collections.abc import Iterable
from functools import lru_cache

LIGATURES = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
        "\u00ad": None,
        "\u200b": None,
        "\u200c": None,
        "\u200d": None,
        "\u2060": None,
        "\ufeff": None,
        # The library's own sign for a hyphen at a line end; whether it was soft cannot be known there.
        "\ufffe": "-",
        "\u2010": "-",
        "\u2011": "-",
    }
)
SPACES = re.compile(r"\s+")
BULLET = re.compile(r"^[•·▪●◦‣\uf0b7\uf0a7]\s*")


def clean(text: str) -> str:
    """The text on one line, with single spaces and plain letters."""
    return SPACES.sub(" ", text.translate(LIGATURES)).strip()


def joined(lines: Iterable[str]) -> str:
    """Wrapped lines as one text: a hyphen at a line end joins without a space."""
    text = ""
    for line in lines:
        if not text:
            text = line
        elif text.endswith("-") and not text.endswith(" -") and line[:1].islower():
            text += line
        else:
            text += " " + line
    return text.strip()


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """The text as it is compared: lower case, letters and digits only, single spaces."""
    return SPACES.sub(" ", re.sub(r"[^\w]+|_", " ", clean(text).replace("'", "").replace("’", "").lower())).strip()


def likeness(one: str, other: str) -> float:
    """From 0 to 1, how many words two titles share; a title cut short is like the whole one."""
    first, second = key(one), key(other)
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) >= 12 and longer.startswith(shorter):
        return 0.95
    words, others = set(first.split()), set(second.split())
    return len(words & others) / max(len(words), len(others))
