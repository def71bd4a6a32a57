import pytest

from portal.sample_council.markup import Bullets, Chart, Directive, Heading, Paragraph, Table, blocks, sources


def test_paragraphs_are_numbered_under_their_heading() -> None:
    assert blocks("# Synopsis\n\nOne.\n\nTwo.\n\n# Recommendations\n\nThree.") == [
        Heading("Synopsis", 1),
        Paragraph("One.", "1.1"),
        Paragraph("Two.", "1.2"),
        Heading("Recommendations", 2),
        Paragraph("Three.", "2.1"),
    ]


def test_plain_headings_and_quoted_paragraphs_take_no_number() -> None:
    assert blocks("# One\n\n## Costs\n\n> Aside.\n\nNext.") == [
        Heading("One", 1),
        Heading("Costs", None),
        Paragraph("Aside."),
        Paragraph("Next.", "1.1"),
    ]


def test_bullets_follow_their_paragraph() -> None:
    assert blocks("> Appendices:\n- One\n- Two") == [Paragraph("Appendices:"), Bullets(("One", "Two"))]


def test_table_keeps_empty_cells() -> None:
    assert blocks("| | Now | Then |\n| Boats | 3 | |") == [Table((("", "Now", "Then"), ("Boats", "3", "")))]


def test_chart_has_a_title_and_bars() -> None:
    assert blocks("chart: Visits; Monday=3; Tuesday=4.5") == [Chart("Visits", (("Monday", 3.0), ("Tuesday", 4.5)))]


def test_directive_stands_alone() -> None:
    assert blocks("[landscape]") == [Directive("landscape")]


def test_each_document_of_a_file_has_its_front_matter() -> None:
    first, second = sources('+++\ntitle = "A"\n+++\nText.\n+++\ntitle = "B"\nkind = "appendix"\n+++\n')
    assert (first.title, first.kind, second.title, second.kind) == ("A", "report", "B", "appendix")


def test_text_before_front_matter_is_refused() -> None:
    with pytest.raises(ValueError, match="front matter"):
        sources("Text.")
