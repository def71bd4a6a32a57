"""References such as P2019/1234/FUL: found whole, and by the part that people leave standing."""

import re

# Letters that run into the number after them: the rest is looked for without them, “2019/1234”
LEADING = re.compile(r"\b[A-Za-z]{1,4}(?P<rest>\d{2,}(?:[/.-][A-Za-z0-9]+)+)")


def shorter_references(text: str) -> list[str]:
    """Of each reference that begins with letters, what follows them; each once."""
    return list(dict.fromkeys(match["rest"] for match in LEADING.finditer(text)))
