from documents.structure.recommendations.parts import parts_of


def labels(text: str) -> list[str]:
    return [part.label for part in parts_of(text)]


def test_parts_within_a_sentence_are_cut_at_their_letters() -> None:
    parts = parts_of("That the Council (a) plan; (b) build; and (c) tell residents.")

    assert [(part.label, part.text) for part in parts] == [
        ("a", "plan;"),
        ("b", "build; and"),
        ("c", "tell residents."),
    ]


def test_smaller_parts_stay_within_theirs() -> None:
    parts = parts_of("That:\n(a) homes be built\n(i) in the north; and\n(ii) in the south;\n(b) roads be mended.")

    assert [part.label for part in parts] == ["a", "b"]
    assert parts[0].text == "homes be built\n(i) in the north; and\n(ii) in the south;"


def test_letter_i_after_h_is_a_letter() -> None:
    assert labels(" ".join(f"({letter}) one;" for letter in "abcdefghij")) == list("abcdefghij")


def test_single_letter_is_no_part() -> None:
    assert labels("As paragraph (a) of the Act says.") == []


def test_letters_out_of_order_are_no_parts() -> None:
    assert labels("See (b) and then (d).") == []


def test_paragraph_below_the_last_part_is_of_the_whole() -> None:
    parts = parts_of("That:\n(a) one;\n(b) two.\n\nThe Council should report back.")

    assert parts[1].text == "two."


def test_last_part_of_several_paragraphs_is_whole_where_others_are() -> None:
    parts = parts_of("(a) one.\n\nMore of one.\n(b) two.\n\nMore of two.")

    assert parts[1].text == "two.\n\nMore of two."


def test_marks_without_end_are_read_in_time() -> None:
    assert len(parts_of("(a) " * 20_000)) <= 1
