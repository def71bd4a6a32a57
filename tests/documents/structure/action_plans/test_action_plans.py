from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from documents.structure.action_plans import read_actions
from documents.structure.pieces import Piece
from documents.structure.understood import PaperWarning, ReadAction

HEADER = ("No.", "Action", "Owner", "Due", "RAG", "Progress")


def table(*rows: tuple[str, ...], page: int = 1, under: frozenset[tuple[int, int]] = frozenset()) -> Piece:
    return Piece("table", page, rows=rows, under=under)


def actions(*pieces: Piece) -> list[ReadAction]:
    return read_actions(pieces, [])


def warned(*pieces: Piece) -> list[tuple[int | None, str]]:
    warnings: list[PaperWarning] = []
    read_actions(pieces, warnings)
    return [(one.page, one.message) for one in warnings]


def test_row_that_goes_on_on_the_next_page_is_joined() -> None:
    first = table(HEADER, ("1", "Write to every", "Head of", "Dec 25", "R", "Letters are"), page=4)
    rest = table(("", "tenant", "Homes", "", "", "being printed"), ("2", "Visit", "Ann", "May 26", "G", ""), page=5)
    one, two = actions(first, rest)
    assert (one.action, one.owner, one.progress, one.page) == (
        "Write to every tenant",
        "Head of Homes",
        "Letters are being printed",
        4,
    )
    assert (two.number, two.action, two.page) == ("2", "Visit", 5)


def test_row_whose_words_all_stand_on_the_next_page_is_joined() -> None:
    first = table(HEADER, ("5.", "", "", "", "Amber", ""), page=1)
    rest = table(("", "Agree the rota", "Board", "June 26", "", "Held centrally"), page=2)
    [one] = actions(first, rest)
    assert (one.number, one.action, one.due, one.rag) == ("5", "Agree the rota", "June 26", "amber")


def test_bullets_broken_over_a_page_stay_lines() -> None:
    first = table(HEADER, ("1", "Agree: • a plan • a date", "Ann", "May 26", "G", ""))
    [one] = actions(first, table(("", "• a cost", "", "", "", ""), page=2))
    assert one.action == "Agree:\n• a plan\n• a date\n• a cost"


def test_word_broken_at_its_hyphen_is_joined() -> None:
    first = table(HEADER, ("1", "Fund after-", "Ann", "May 26", "G", ""))
    [one] = actions(first, table(("", "school clubs", "", "", "", ""), page=2))
    assert one.action == "Fund after-school clubs"


def test_header_again_on_a_new_page_is_no_row() -> None:
    first = table(HEADER, ("1", "Write", "Ann", "May 26", "G", ""))
    again = table(HEADER, ("", "to all", "", "", "", ""), ("2", "Visit", "Ann", "May 26", "G", ""), page=2)
    assert [one.action for one in actions(first, again)] == ["Write to all", "Visit"]


def test_header_broken_over_a_page_is_one() -> None:
    first = table((*HEADER[:4], "", ""), page=1)
    second = table(("", "", "", "", "RAG", "Progress"), ("1", "Write", "Ann", "May 26", "G", "Sent"), page=2)
    [one] = actions(first, second)
    assert (one.rag, one.progress) == ("green", "Sent")


def test_column_without_a_name_is_what_it_was_above() -> None:
    first = table(HEADER, ("1", "Write", "Ann", "May 26", "G", "Sent"))
    second = table((*HEADER[:5], ""), ("1", "Visit", "Ann", "May 26", "G", "Done"))
    heading = Piece("heading", 1, "Objective 2: Homes")
    assert [one.progress for one in actions(first, heading, second)] == ["Sent", "Done"]


def test_objective_set_over_several_lines_is_one() -> None:
    lines = ["Objective 3:", "By August", "2026, to ensure the", "Board has what it needs"]
    headings = [Piece("heading", 1, line) for line in lines]
    [one] = actions(*headings, table(HEADER, ("1", "Write", "Ann", "May 26", "G", "")))
    assert one.objective == "Objective 3: By August 2026, to ensure the Board has what it needs"


def test_new_part_ends_objective_and_champion() -> None:
    row = ("1", "Write", "Ann", "May 26", "G", "")
    headings = ["Part A: Board", "Objective 1: Members", "Board Champion: Jo Hale"]
    before = [Piece("heading", 1, line) for line in headings]
    one, two = actions(*before, table(HEADER, row), Piece("heading", 1, "Part B: Team"), table(HEADER, row))
    assert (one.part, one.objective, one.champion) == ("Part A: Board", "Objective 1: Members", "Jo Hale")
    assert (two.part, two.objective, two.champion) == ("Part B: Team", "", "")


def test_champion_named_at_the_end_of_a_heading_is_told_from_it() -> None:
    heading = Piece("paragraph", 1, "Part 2: Places and times. Champion: Councillor Jo Hale-Reed")
    [one] = actions(heading, table(HEADER, ("1", "Write", "Ann", "May 26", "G", "")))
    assert (one.part, one.champion) == ("Part 2: Places and times", "Councillor Jo Hale-Reed")


def test_row_of_its_own_without_a_number_is_an_action() -> None:
    rows = [("1", "Write", "Ann", "May 26", "G", ""), ("", "Visit all", "Bob", "June 26", "R", "")]
    assert [(one.number, one.action) for one in actions(table(HEADER, *rows))] == [("1", "Write"), ("", "Visit all")]


def test_number_that_reaches_over_two_actions_is_that_of_both() -> None:
    rows = [("1", "Write", "Ann", "May 26", "G", ""), ("", "Visit all", "Bob", "June 26", "R", "")]
    plan = table(HEADER, *rows, under=frozenset({(2, 0)}))
    assert [(one.number, one.owner) for one in actions(plan)] == [("1", "Ann"), ("1", "Bob")]


def test_empty_owner_that_no_cell_covers_stays_empty() -> None:
    rows = [("1", "Write", "Ann", "May 26", "G", ""), ("2", "Visit", "", "June 26", "R", "")]
    assert [one.owner for one in actions(table(HEADER, *rows))] == ["Ann", ""]


def test_status_that_is_no_colour_is_part_of_the_progress() -> None:
    header = ("Action", "Lead", "Deadline", "Status", "Update")
    rows = [("Write", "Ann", "May 26", "Complete", "Sent."), ("Visit", "Ann", "May 26", "Green", "Begun.")]
    assert [(one.rag, one.progress) for one in actions(table(header, *rows))] == [
        ("", "Complete\n\nSent."),
        ("green", "Begun."),
    ]


def test_lines_whose_columns_are_not_told_apart_are_warned_of() -> None:
    lines = Piece("lines", 7, rows=(("No. Action By whom By when RAG",), ("1 Write Ann May 26 Green",)))
    assert warned(lines) == [(7, "The columns of the action plan could not be told apart, and its rows were not read.")]


def test_plan_that_goes_on_in_other_columns_is_warned_of() -> None:
    first = table(HEADER, ("1", "Write", "Ann", "May 26", "G", ""))
    other = table(("2", "Visit Bob", "June 26"), page=2)
    assert warned(first, other) == [(2, "The action plan goes on here in other columns, and its rows were not read.")]


def test_action_without_words_is_warned_of() -> None:
    [(page, message)] = warned(table(HEADER, ("4", "", "Ann", "May 26", "G", ""), page=3))
    assert (page, message) == (3, "Action 4 of the action plan has no words that say what is to be done.")


def test_table_after_a_text_is_another_table() -> None:
    plan = table(HEADER, ("1", "Write", "Ann", "May 26", "G", ""))
    other = table(("a", "b", "c", "d", "e", "f"))
    assert len(actions(plan, Piece("paragraph", 1, "The costs are below."), other)) == 1


def test_field_of_each_action_below_the_other() -> None:
    rows = (("Action", "Write to all"), ("Responsible officer", "Ann Lee"), ("Deadline", "31/03/2027"))
    more = (("Action", "Visit all"), ("Responsible officer", "Bob Roe"), ("Deadline", "Ongoing"))
    one, two = actions(table(*rows, *more))
    assert (one.action, one.owner, one.due_month) == ("Write to all", "Ann Lee", date(2027, 3, 1))
    assert (two.action, two.owner, two.due_month) == ("Visit all", "Bob Roe", None)


CELLS = st.sampled_from(
    [
        *HEADER,
        "",
        "1",
        "2.",
        "Write to all",
        "to everyone",
        "Dec 25",
        "Green",
        "Objective 1: Homes",
        "• a date",
        "Part B",
    ]
)
ROWS = st.lists(st.tuples(*[CELLS] * 6), max_size=6)
PIECES = st.one_of(
    st.builds(
        lambda rows, page: Piece("table", page, rows=tuple(rows), under=frozenset({(1, 2)})), ROWS, st.integers(1, 3)
    ),
    st.builds(lambda text, page: Piece("heading", page, text), CELLS, st.integers(1, 3)),
    st.builds(lambda text, page: Piece("paragraph", page, text), CELLS, st.integers(1, 3)),
    st.builds(lambda rows: Piece("lines", 1, rows=tuple((" ".join(row),) for row in rows)), ROWS),
)


@given(st.lists(PIECES, max_size=8))
def test_any_pieces_are_read_without_a_fault(pieces: list[Piece]) -> None:
    assert all(action.page for action in read_actions(pieces, []))


@given(st.lists(st.tuples(*[st.text(st.characters(categories=["Lu", "Ll"]), min_size=3, max_size=9)] * 3), min_size=1))
def test_no_word_of_a_row_is_lost(rows: list[tuple[str, str, str]]) -> None:
    plan = [
        (str(number), action, owner, "May 26", "Red", progress)
        for number, (action, owner, progress) in enumerate(rows, start=1)
    ]
    found = read_actions([table(HEADER, *plan)], [])
    assert [(one.number, one.action, one.owner, one.progress) for one in found] == [
        (number, action, owner, progress) for number, action, owner, _, _, progress in plan
    ]


def test_two_columns_of_what_is_done_are_one_action() -> None:
    header = ("What we will do", "How we will do it", "Who", "When", "Outcome", "Measure")
    [one] = actions(table(header, ("Help tenants", "Open a desk", "Ann", "May 26", "Fewer debts", "Ten fewer")))
    assert (one.action, one.success) == ("Help tenants\n\nOpen a desk", "Fewer debts\n\nTen fewer")


def test_urgency_is_no_objective() -> None:
    header = ("Action", "Priority", "Owner", "Due")
    [one] = actions(table(header, ("Write", "High", "Ann", "May 26")))
    assert one.objective == ""


def test_colours_without_words_are_warned_of() -> None:
    rows = [(str(number), "Write", "Ann", "May 26", "", "Sent") for number in (1, 2)]
    assert warned(table(HEADER, *rows, page=6)) == [
        (6, "The RAG column of the action plan has no words: colours alone are not read.")
    ]


def test_owner_and_date_in_one_column_are_told_apart() -> None:
    header = ("Finding", "Agreed action", "Responsible officer and target date")
    rows = [("Invoices", "Pay them", "Head of Finance, 31 March 2026"), ("Cards", "Count them", "Head of Finance")]
    assert [(one.owner, one.due) for one in actions(table(header, *rows))] == [
        ("Head of Finance", "31 March 2026"),
        ("Head of Finance", ""),
    ]


def test_status_beside_a_rag_is_progress() -> None:
    header = ("Action", "Lead", "End date", "Status", "RAG")
    [one] = actions(table(header, ("Write", "Ann", "May 26", "In progress", "A")))
    assert (one.rag, one.progress) == ("amber", "In progress")
