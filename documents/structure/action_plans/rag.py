"""Red, amber or green, as a word, a letter or a coloured mark."""

import re

from documents.structure.understood import Rag

RAGS: dict[str, Rag] = {
    "r": "red",
    "red": "red",
    "a": "amber",
    "amber": "amber",
    "yellow": "amber",
    "orange": "amber",
    "g": "green",
    "green": "green",
    "🔴": "red",
    "🟥": "red",
    "🟠": "amber",
    "🟧": "amber",
    "🟡": "amber",
    "🟨": "amber",
    "🟢": "green",
    "🟩": "green",
}
COLOUR = re.compile(r"\b(?:red|amber|yellow|orange|green)\b|[🔴🟥🟠🟧🟡🟨🟢🟩]", re.IGNORECASE)
FORMER = re.compile(r"\(?\b(?:previously|was|from|last quarter)\b[^()]*\)?", re.IGNORECASE)


def rag_of(text: str) -> Rag:
    """The one colour a cell names; "" where it names none, or several."""
    bare = re.sub(r"[^\w🔴🟥🟠🟧🟡🟨🟢🟩]", "", text).lower()
    if bare in RAGS:
        return RAGS[bare]
    colours = {RAGS[colour.lower()] for colour in COLOUR.findall(FORMER.sub(" ", text))}
    return colours.pop() if len(colours) == 1 else ""


def is_colour_alone(text: str) -> bool:
    return re.sub(r"[^\w🔴🟥🟠🟧🟡🟨🟢🟩]", "", text).lower() in RAGS
