"""Hyperlinks within a text of HTML: marked in it while it is taken apart, then told apart from it."""

import re
from typing import Any

from documents.reading.links import safe_address

# Characters that no paper prints: a link's beginning, the end of its number, and the link's end.
BEGINS, NUMBERED, ENDS = "\ue020", "\ue021", "\ue022"
SIGN = re.compile(f"{BEGINS}([0-9]+){NUMBERED}|{ENDS}")
SIGNS = re.compile(f"[{BEGINS}{NUMBERED}{ENDS}]")


class Links:
    """The addresses of one document's links, which may all be followed."""

    def __init__(self) -> None:
        self.addresses: list[str] = []

    def begin(self, address: str | None) -> str:
        """What stands in the text where a link begins; nothing for one that may not be followed."""
        if not (safe := safe_address(address or "")):
            return ""
        self.addresses.append(safe)
        return f"{BEGINS}{len(self.addresses) - 1}{NUMBERED}"

    def apart(self, marked: str) -> tuple[str, list[list[Any]]]:
        """The text without the signs, its spaces single, and its links: [start, end, address]."""
        text, links, address, begun, place = "", [], "", 0, 0
        for sign in [*SIGN.finditer(marked), None]:
            text = _run_on(text, marked[place : sign.start() if sign else None])
            if address and text[begun:].strip():
                begun += len(text[begun:]) - len(text[begun:].lstrip())
                links.append([begun, len(text.rstrip()), address])
            if sign:
                place, begun = sign.end(), len(text)
                address = self.addresses[int(sign[1])] if sign[1] else ""
        return text.rstrip(), links


def without_signs(text: str) -> str:
    return SIGNS.sub("", text)


def _run_on(text: str, more: str) -> str:
    more = re.sub(r"\s+", " ", more)
    return text + (more.lstrip() if not text or text.endswith(" ") else more)
