import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from documents.structure.sources import pages_of_text


def blocks(text: str) -> list[dict[str, Any]]:
    return [block for page in pages_of_text(text) for block in page.blocks]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block["kind"], block.get("text", "")) for block in blocks(text)]


def test_numbers_of_paragraphs_are_told_with_and_without_a_dash() -> None:
    found = blocks("- 1.1 The bridge is closed.\n\n1.2 It opens in May.\n\n1. Synopsis")

    assert [(block["kind"], block["label"], block["text"]) for block in found] == [
        ("numbered", "1.1", "The bridge is closed."),
        ("numbered", "1.2", "It opens in May."),
        ("numbered", "1", "Synopsis"),
    ]


def test_bullets_of_every_form_are_one_list() -> None:
    (block,) = blocks("·         first\n\n• second\n\n- third\n\n* fourth")

    assert [item["text"] for item in block["items"]] == ["first", "second", "third", "fourth"]


def test_headings_marked_by_hashes_keep_their_number() -> None:
    found = blocks("## **5. The local offer**\n\nIt is small.")

    assert (found[0]["kind"], found[0]["label"], found[0]["text"]) == ("heading", "5", "The local offer")


def test_short_bold_line_is_a_heading_and_a_bold_sentence_is_not() -> None:
    assert kinds("**Background**\n\n**The fund must be spent by March.**") == [
        ("heading", "Background"),
        ("paragraph", "The fund must be spent by March."),
    ]


def test_bold_over_several_lines_is_told_in_each() -> None:
    assert kinds("**Youth Plan  \nFirst Year**") == [("heading", "Youth Plan"), ("heading", "First Year")]


def test_lines_broken_to_fit_a_width_are_joined() -> None:
    text = (
        "The council has an extensive programme of\nrepairs, which it reviews each year with the\n"
        "help of tenants and of their own association in every\nward of the borough."
    )

    assert kinds(text) == [("paragraph", text.replace("\n", " "))]


def test_lines_ended_by_hand_stay_apart() -> None:
    assert kinds("Town Hall\nCastle Street\nTel: 01632 960001") == [
        ("paragraph", "Town Hall"),
        ("paragraph", "Castle Street"),
        ("paragraph", "Tel: 01632 960001"),
    ]


def test_table_of_upright_lines_loses_its_divider() -> None:
    assert blocks("| Ward | Trees |\n|---|---:|\n| Abbey | **12** |") == [
        {"kind": "table", "header": False, "rows": [["Ward", "Trees"], ["Abbey", "12"]]}
    ]


def test_table_parted_by_tabs_keeps_empty_cells() -> None:
    assert blocks("<b>Ward</b>\tTrees\tPlanted\nAbbey\t\t3")[0]["rows"] == [
        ["Ward", "Trees", "Planted"],
        ["Abbey", "", "3"],
    ]


def test_lists_in_cells_keep_their_bullets() -> None:
    (block,) = blocks("1.\tPlan:<br><ul><li>• agree</li><li>review</li></ul>\tChair")

    assert block["rows"] == [["1.", "Plan: • agree • review", "Chair"]]


def test_number_before_a_tab_is_no_cell() -> None:
    assert [block["kind"] for block in blocks("3.\tDeclaration of substitute members")] == ["numbered"]


def test_marks_of_links_and_italics_go_and_their_words_stay() -> None:
    assert kinds(r"See [the plan](https://example.org/a_(b)) and *self-awareness*; grades A\*-C &amp; 3 * 4.") == [
        ("paragraph", "See the plan and self-awareness; grades A*-C & 3 * 4.")
    ]


def test_form_feed_begins_a_page() -> None:
    assert [page.number for page in pages_of_text("One.\fTwo.")] == [1, 2]


def test_heading_that_comes_again_on_every_page_is_left_out() -> None:
    text = "## Parks Board - Tuesday, 4 May 2021\n\nFirst.\n\n## Parks Board - 4 May 2021\n\nSecond."

    assert [text for _, text in kinds(text)] == ["Parks Board - Tuesday, 4 May 2021", "First.", "Second."]


def test_rules_and_skip_links_are_dropped() -> None:
    assert kinds("Skip to content\n\n---\n\nMinutes:") == [("paragraph", "Minutes:")]


def test_number_of_a_minute_begins_a_paragraph() -> None:
    text = (
        "Cllr Ash (arrived at 7.01pm), Cllr Box (arrived at 7.03pm) and Cllr Cray.\nFC/286/07-08 Apologies for Absence"
    )

    assert len(kinds(text)) == 2


def test_number_on_a_line_of_its_own_belongs_to_the_words_below() -> None:
    found = blocks("**153**\n\n### **WORK PROGRAMME**")

    assert [(block["label"], block["text"]) for block in found] == [("153", "WORK PROGRAMME")]


@settings(deadline=None)
@given(st.lists(st.lists(st.from_regex(r"[a-z]{3,9}", fullmatch=True), min_size=1, max_size=9), max_size=20))
def test_no_word_of_a_text_is_lost(lines: list[list[str]]) -> None:
    text = "\n".join(" ".join(words) for words in lines)

    found = re.findall(r"\w+", "\n".join(page.text for page in pages_of_text(text)))
    assert found == [word for words in lines for word in words]


@settings(deadline=None)
@given(st.text(max_size=400))
def test_no_text_is_too_odd_to_read(text: str) -> None:
    pages_of_text(text)
