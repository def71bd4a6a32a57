"""What the pages of a paper are called in a pack. Pure. A label that the public has seen never moves."""

from collections.abc import Sequence
from string import ascii_lowercase


def page_labels(first: int | None, last: int | None, pages: int, blank: Sequence[int] = ()) -> dict[int, str]:
    """The label of each page of a paper (from 1) that is no blank one; none where the paper has no numbers.

    first and last are as numbered: with blank pages counted, as packs made elsewhere are, or without. A corrected
    paper that has grown goes on with letters after its last number: 18, 18a, 18b.
    """
    if first is None or last is None:
        return {}
    counted = [page for page in range(1, pages + 1) if page not in blank]
    if last - first + 1 == pages:
        return {page: str(first + page - 1) for page in counted}
    return {page: _label(first, last, place) for place, page in enumerate(counted)}


def _label(first: int, last: int, place: int) -> str:
    if first + place <= last:
        return str(first + place)
    return f"{last}{_letters(first + place - last - 1)}"


def _letters(number: int) -> str:
    """a to z, then aa to az and on."""
    head, tail = divmod(number, len(ascii_lowercase))
    return (_letters(head - 1) if head else "") + ascii_lowercase[tail]
