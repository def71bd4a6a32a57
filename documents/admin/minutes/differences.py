"""What one clerk has saved of a meeting's minutes since another opened the page, as a list."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import takewhile

from committees.admin.basis import Difference
from documents.admin.minutes.content import HEAD, Content, Entry
from documents.admin.minutes.forms import EntryForm, HeadForm

NOT_COMPARED = {"ORDER", "DELETE", "item", "item_label"}
ACCORD = 8  # words that stand around what differs in a long text
SHORT = 30  # words of a text that is shown whole
Key = tuple[str, int]


def differences(then: Content, now: Content) -> list[Difference]:
    """In the order of the page: the head, minutes that are altered, added or gone, and that they were moved."""
    before, after = _by_item(then), _by_item(now)
    kept_then, kept_now = [key for key in before if key in after], [key for key in after if key in before]
    moved = [Difference("The minutes", "order", "as it was", "moved")] if kept_then != kept_now else []
    return [*_of_head(then, now), *_of_entries(before, after), *moved]


def _of_head(then: Content, now: Content) -> Iterator[Difference]:
    for name in HEAD:
        if (was := then.get(name, "")) != (now_is := now.get(name, "")):
            yield _difference("The meeting", _label(HeadForm, name), was, now_is)


def _of_entries(before: Mapping[Key, Entry], after: Mapping[Key, Entry]) -> Iterator[Difference]:
    for key in [*after, *(key for key in before if key not in after)]:
        was, now = before.get(key), after.get(key)
        if was is None and now is not None:
            yield _difference(_name(now), "minute", "not there", f"added: {now['text'] or now['resolution']}")
        elif now is None and was is not None:
            yield _difference(_name(was), "minute", was["text"] or was["resolution"], "taken out")
        elif was is not None and now is not None:
            names = [name for name in now if name not in NOT_COMPARED and was.get(name, "") != now[name]]
            yield from (
                _difference(_name(now), _label(EntryForm, name), was.get(name, ""), now[name]) for name in names
            )


def _by_item(content: Content) -> dict[Key, Entry]:
    """Minutes by the item they are of, and which they are of its minutes; those of no item among themselves."""
    seen: Counter[str] = Counter()
    found: dict[Key, Entry] = {}
    for one in content["entries"]:
        if not one.get("DELETE"):
            found[one["item"], seen[one["item"]]] = one
            seen[one["item"]] += 1
    return found


def _name(entry: Entry) -> str:
    return f"{entry['number']} {entry['title']}".strip() or "A minute without a title"


def _label(form: type[EntryForm | HeadForm], name: str) -> str:
    return str(form.base_fields[name].label or name.replace("_", " "))


def _difference(row: str, what: str, was: str, now: str) -> Difference:
    return Difference(row, what.lower(), *(text or "nothing" for text in passages(was, now)))


def passages(was: str, now: str) -> tuple[str, str]:
    """The words of either that differ, with a few around them; short texts whole."""
    one, other = was.split(), now.split()
    if max(len(one), len(other)) <= SHORT:
        return was, now
    start = _alike(one, other)
    end = min(_alike(one[::-1], other[::-1]), len(one) - start, len(other) - start)
    return _cut(one, start, end), _cut(other, start, end)


def _alike(one: list[str], other: list[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _cut(words: list[str], start: int, end: int) -> str:
    first, last = max(start - ACCORD, 0), len(words) - max(end - ACCORD, 0)
    return f"{'… ' if first else ''}{' '.join(words[first:last])}{' …' if last < len(words) else ''}"
