"""Whether two names of a committee mean the same one."""

import re

LEFT_OUT = re.compile(r"\b(?:the|of|and|meeting|minutes)\b|[^a-z0-9 ]")


def same_committee(one: str, other: str) -> bool:
    return _plain(one) == _plain(other) != ""


def _plain(name: str) -> str:
    lower = name.casefold().replace("’", "'").replace("'s", "s").replace("&", " and ")
    return " ".join(LEFT_OUT.sub(" ", lower).split())
