"""Everyday words beside the official ones, as UK councils use them: what any council can begin its own list with."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from documents.search.terms import stems_of, terms_typed

LIST = Path(__file__).with_suffix(".toml")


@cache
def everyday_words() -> tuple[tuple[str, ...], ...]:
    """Sets of terms that mean the same, no term in two of them."""
    rows = tomllib.loads(LIST.read_text(encoding="utf-8"))["synonyms"]
    return tuple(terms_typed("\n".join(row["terms"])) for row in rows)


def not_yet_kept(kept: Iterable[Iterable[str]]) -> list[tuple[str, ...]]:
    """The sets of which a clerk's `kept` synonyms have no term yet: what a clerk says goes before the list."""
    taken = {stems_of(term) for terms in kept for term in terms}
    return [terms for terms in everyday_words() if taken.isdisjoint(map(stems_of, terms))]
