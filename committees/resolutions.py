"""The words of a resolution as a clerk types them: one text to a list of its parts, and back."""

import re
from collections.abc import Sequence

# "(a)", "a)", "(iv)", "2.", "2)" and a bullet begin a part
MARKER = re.compile(
    r"^\s*(?:\((?:[a-z]{1,2}|[ivxl]+|\d{1,2})\)|(?:[a-z]|[ivxl]+|\d{1,2})\)|\d{1,2}\.(?=\s)|[•●–-](?=\s))", re.I
)
OPENING = re.compile(r"^\s*(?:it was\s+)?(?:resolved|agreed)\s*:?\s*$", re.IGNORECASE)


def parts_of(text: str) -> list[str]:
    """The parts: an empty line or a marker such as “(a)” begins one. A line that says RESOLVED alone is no part."""
    parts: list[str] = []
    fresh = True
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        words = " ".join(line.split())
        if not words or OPENING.match(words):
            fresh = True
        elif fresh or MARKER.match(words):
            parts.append(words)
            fresh = False
        else:
            parts[-1] += f" {words}"
    return parts


def text_of_parts(parts: Sequence[str]) -> str:
    """What `parts_of` reads the same parts from."""
    return "\n\n".join(parts)
