"""The committees that are meant by a name in a query."""

from django.utils.text import slugify

from committees.models import Committee
from documents.search.schema import EXACT


def committees_named(name: str) -> tuple[int, ...]:
    """The public committee of this name or slug; else all whose names have words that begin so. Empty for none."""
    wanted, words = slugify(name), EXACT.analyze(name)
    if not words:
        return ()
    rows = list(Committee.objects.public().values_list("pk", "slug", "name"))
    exact = tuple(pk for pk, slug, title in rows if wanted in (slug, slugify(title)))
    return exact or tuple(pk for pk, _, title in rows if _has_all(EXACT.analyze(title), words))


def _has_all(title: list[str], words: list[str]) -> bool:
    return all(any(of_title.startswith(word) for of_title in title) for word in words)
