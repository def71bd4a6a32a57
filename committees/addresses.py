"""Addresses of the site's pages, by the names that the site map gives them."""

from functools import cache, lru_cache

from django.urls import get_script_prefix, reverse
from django.utils.text import slugify

NUMBER, WORDS = 1 << 40, "words-that-stand-in"  # which no pattern has


def address_of(name: str, *parts: int | str) -> str:
    """As `reverse` gives it for numbers and slugs, which need no quoting; lists ask for hundreds of the same kind."""
    return _form(get_script_prefix(), name, tuple(type(part) for part in parts)) % parts


@lru_cache(maxsize=4096)
def slug_of(name: str) -> str:
    """Of a name that many pages link to."""
    return slugify(name)


@cache
def _form(prefix: str, name: str, kinds: tuple[type, ...]) -> str:
    """The address with a place for each of its parts, in their order."""
    stand_ins = [NUMBER + place if kind is int else f"{WORDS}-{place}" for place, kind in enumerate(kinds)]
    form = reverse(name, args=stand_ins).replace("%", "%%")
    for stand_in in stand_ins:
        form = form.replace(str(stand_in), "%s", 1)
    return form
