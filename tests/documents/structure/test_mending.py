from documents.structure.mending import mended
from documents.structure.pieces import Piece


def paragraph(text: str, page: int = 1) -> Piece:
    return Piece("paragraph", page, text)


def numbered(label: str, text: str, page: int = 1) -> Piece:
    return Piece("numbered", page, text, label, anchor=f"p{label}")


def lines(*pieces: Piece) -> list[str]:
    return [piece.line for piece in mended(pieces)]


def test_text_broken_over_a_page_is_joined_to_where_it_began() -> None:
    (piece,) = mended([numbered("4.6", "The team should make sure to"), paragraph("ask every ward.", page=2)])

    assert (piece.page, piece.text) == (1, "The team should make sure to ask every ward.")


def test_word_broken_over_a_page_is_joined() -> None:
    assert lines(paragraph("It was a well-"), paragraph("known case.", page=2)) == ["It was a well-known case."]


def test_paragraph_that_has_ended_is_not_joined() -> None:
    assert len(lines(paragraph("It was known."), paragraph("and so on", page=2))) == 2


def test_short_lines_of_small_letters_on_one_page_stay_apart() -> None:
    assert len(lines(paragraph("apples"), paragraph("pears"))) == 2


def test_number_before_a_small_letter_is_told_where_a_colon_leads_to_it() -> None:
    found = mended(
        [paragraph("The committee is asked that:"), paragraph("1. the rent be set;"), paragraph("2. all agree.")]
    )

    assert [(piece.kind, piece.label, piece.text) for piece in found[1:]] == [
        ("numbered", "1", "the rent be set;"),
        ("numbered", "2", "all agree."),
    ]


def test_number_that_follows_nothing_stays_a_part_of_its_text() -> None:
    assert lines(paragraph("In all there were"), paragraph("7. of them closed.")) == [
        "In all there were",
        "7. of them closed.",
    ]


def test_number_set_tight_against_its_text_takes_the_rest_of_its_paragraph() -> None:
    found = mended(
        [
            numbered("9", "Section 17 applies."),
            paragraph("10.Section 18 of the constitution requires that it is published and sent to all"),
            paragraph("Members of the Council."),
        ]
    )

    assert (found[1].label, found[1].text[-39:]) == ("10", "and sent to all Members of the Council.")


def test_table_of_letters_beside_texts_is_a_list() -> None:
    table = Piece("table", 1, rows=(("A.", "The crossing is new."), ("B.", "It is safe.")))

    assert [(piece.kind, piece.label, piece.text) for piece in mended([table])] == [
        ("item", "A.", "The crossing is new."),
        ("item", "B.", "It is safe."),
    ]


def test_table_of_numbers_beside_texts_is_numbered_paragraphs() -> None:
    table = Piece("table", 1, rows=(("2.1", "Rents rise."), ("2.2", "Water is metered.")))

    assert [(piece.kind, piece.label) for piece in mended([table])] == [("numbered", "2.1"), ("numbered", "2.2")]


def test_table_of_three_columns_stays_a_table() -> None:
    table = Piece("table", 1, rows=(("1.", "Plant trees", "Chair"),))

    assert mended([table]) == [table]


def test_page_that_begins_without_a_number_goes_on_where_all_paragraphs_are_numbered() -> None:
    before = [numbered(f"5.{number}", "It is so.") for number in range(1, 9)]
    rest = paragraph("Vacancies are open to all ages, and those who apply are often much younger than that.", page=2)

    found = mended([*before, rest, numbered("5.9", "They are.", page=2)])

    assert found[7].text == f"It is so. {rest.text}"


def test_page_that_begins_without_a_number_stands_alone_where_others_do_too() -> None:
    before = [numbered(f"5.{number}", "It is so.") for number in range(1, 9)]
    own = paragraph("Their input made sure that the voice of tenants was at the centre of what was decided.")
    rest = paragraph("Vacancies are open to all ages, and those who apply are often much younger than that.", page=2)

    found = mended([*before, own, numbered("5.9", "So."), rest, numbered("5.10", "They are.", page=2)])

    assert rest in found


def test_marks_of_a_committee_system_are_dropped() -> None:
    pieces = [paragraph("<AI1>"), paragraph("<AI2>45/24 Apologies"), paragraph("</AI2>"), paragraph("Rent < £5 > nil")]

    assert lines(*pieces) == ["45/24 Apologies", "Rent < £5 > nil"]


def test_day_is_no_numbered_heading() -> None:
    day = Piece("heading", 1, "March 2024", "12", level=2)

    assert [(piece.label, piece.text) for piece in mended([day])] == [("", "12 March 2024")]
