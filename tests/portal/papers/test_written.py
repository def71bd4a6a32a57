from hypothesis import given
from hypothesis import strategies as st

from portal.papers.written import Line, lines_of, marked_line, written


def test_written_keeps_paragraphs() -> None:
    assert written("One\nline.\n\nTwo.") == "<p>One line.</p><p>Two.</p>"


def test_written_sets_bullets_and_letters_as_points() -> None:
    text = "That it:\n\n• be open;\n\n(a) be free\nof charge"
    assert list(lines_of(text)) == [Line("", "That it:"), Line("•", "be open;"), Line("(a)", "be free of charge")]
    assert written(text).count("<li>") == 2


def test_written_escapes_everything() -> None:
    assert "<script>" not in written("• <script>\n\n<script>")


def test_marked_line_tells_a_marker_from_a_word() -> None:
    assert [marked_line(text).mark for text in ("(iv) x", "b) x", "2. x", "(the) x", "4.12 x", "I agree")] == [
        *("(iv)", "b)", "2."),
        *("", "", ""),
    ]


@given(st.text())
def test_written_loses_no_word(text: str) -> None:
    said = " ".join(f"{line.mark if line.mark != '•' else ''} {line.words}" for line in lines_of(text))
    kept = set("".join(said.split()))
    assert {letter for letter in "".join(text.split()) if letter.isalnum()} <= kept
