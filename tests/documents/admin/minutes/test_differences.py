"""What one clerk changed of the minutes that another has open."""

from documents.admin.minutes.content import Content, entry
from documents.admin.minutes.differences import differences, passages


def minutes_of(*entries: dict[str, str], chair: str = "Ada Byrne") -> Content:
    return {"chair": chair, "closed_at": "", "entries": list(entries)}


POOL = entry(item="1", number="143", title="Pool", text="It was discussed.")
PARKS = entry(item="2", number="144", title="Parks")


def told(then: Content, now: Content) -> list[tuple[str, str, str, str]]:
    return [(one.row, one.what, one.before, one.after) for one in differences(then, now)]


def test_same_minutes_differ_in_nothing() -> None:
    assert told(minutes_of(POOL, PARKS), minutes_of(POOL, PARKS)) == []


def test_each_field_is_named_as_the_page_names_it() -> None:
    now = minutes_of({**POOL, "votes_for": "Ada"}, {**PARKS, "title": "Parks of the town"}, chair="Bo Chan")

    assert told(minutes_of(POOL, PARKS), now) == [
        ("The meeting", "in the chair", "Ada Byrne", "Bo Chan"),
        ("143 Pool", "named votes for", "nothing", "Ada"),
        ("144 Parks of the town", "title", "Parks", "Parks of the town"),
    ]


def test_minutes_added_and_taken_out_are_told() -> None:
    assert told(minutes_of(POOL, PARKS), minutes_of({**POOL, "DELETE": "on"}, PARKS, entry(title="Thanks"))) == [
        ("Thanks", "minute", "not there", "added: "),
        ("143 Pool", "minute", "It was discussed.", "taken out"),
    ]


def test_that_minutes_were_moved_is_told() -> None:
    assert told(minutes_of(POOL, PARKS), minutes_of(PARKS, POOL)) == [("The minutes", "order", "as it was", "moved")]


def test_of_a_long_text_only_what_differs_is_shown() -> None:
    words = [f"w{number}" for number in range(100)]
    now = [*words[:50], "new", *words[51:]]

    before, after = passages(" ".join(words), " ".join(now))

    assert before == "… w42 w43 w44 w45 w46 w47 w48 w49 w50 w51 w52 w53 w54 w55 w56 w57 w58 …"
    assert after == before.replace("w50", "new")
