"""The council's wards that a paper names."""

from collections.abc import Iterable

from committees.models import Ward
from documents.search.words import folded


def wards_named(names: Iterable[str]) -> dict[str, int]:
    """The ward of each name that is one of the council's, “Ward” left out; the others are not in the answer."""
    wanted = set(names)
    if not wanted:
        return {}
    known = {_bare(name): pk for pk, name in Ward.objects.values_list("pk", "name")}
    return {name: known[_bare(name)] for name in wanted if _bare(name) in known}


def _bare(name: str) -> str:
    return folded(name).removesuffix(" ward").removesuffix(" division").removesuffix(" electoral")
