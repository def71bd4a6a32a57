"""The committees, and the ward, that are meant by a name in a query."""

from collections.abc import Iterable

from django.utils.text import slugify

from committees.models import Committee, Ward
from documents.search.words import exact_words


def committees_named(name: str) -> tuple[int, ...]:
    """The public committee of this name or slug; else all whose names have words that begin so. Empty for none."""
    return _named(name, Committee.objects.public().values_list("pk", "slug", "name")) if name else ()


def ward_named(name: str) -> int | None:
    """The ward of this name or slug, “Ward” left out or not; else the one whose name has words that begin so."""
    found = _named(name.lower().removesuffix(" ward"), Ward.objects.values_list("pk", "slug", "name")) if name else ()
    return found[0] if len(found) == 1 else None


def _named(name: str, rows: Iterable[tuple[int, str, str]]) -> tuple[int, ...]:
    wanted, words = slugify(name), exact_words(name)
    if not words:
        return ()
    rows = list(rows)
    exact = tuple(pk for pk, slug, title in rows if wanted in (slug, slugify(title)))
    return exact or tuple(pk for pk, _, title in rows if _has_all(exact_words(title), words))


def _has_all(title: Iterable[str], words: Iterable[str]) -> bool:
    return all(any(of_title.startswith(word) for of_title in title) for word in words)
