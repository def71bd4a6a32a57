from dataclasses import replace

import pytest

from documents.pdf import Line, Link
from documents.reading import ReadPage, read_pages
from documents.reading.links import links_in, links_in_cells, safe_address
from documents.reading.masking import mask_pages
from tests.documents.reading.pages import line, page, paragraph, ruled_page, stacked

PLAN = "https://example.org/plan"


def linked(one: Line, *words: str, address: str = PLAN) -> Line:
    return replace(one, links=tuple(Link(each, address) for each in words))


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTP://EXAMPLE.ORG/", "HTTP://EXAMPLE.ORG/"),
        (" https://example.org/a b.pdf ", "https://example.org/a%20b.pdf"),
        ("mailto:ann@example.org?subject=Hello&body=x", "mailto:ann@example.org"),
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2F&data=x",
            "https://example.org/",
        ),
        ("https://eur01.safelinks.protection.outlook.com/?url=javascript%3Aalert(1)", ""),
        ("javascript:alert(1)", ""),
        ("JavaScript:alert(1)", ""),
        ("data:text/html,<script>", ""),
        ("file:///etc/passwd", ""),
        ("//example.org", ""),
        ("/papers/1/", ""),
        ("https://", ""),
        ("https://bank.example@evil.example/", ""),
        ("https://example.org:port/", ""),
        ("https://example.org/\n", "https://example.org/"),
        ("https://example.org/\nx", ""),
        ('https://example.org/"onclick', ""),
        ("mailto:nobody", ""),
        ("https://example.org/" + "a" * 2_000, ""),
    ],
)
def test_safe_address_is_of_the_web_or_of_email(given: str, safe: str) -> None:
    assert safe_address(given) == safe


def test_link_is_found_where_its_line_is() -> None:
    first, second = line("Read it here, or else", top=0), linked(line("ask for it here now", top=12), "here")
    ((start, end, address),) = links_in("Read it here, or else ask for it here now", [first, second])
    assert (start, end, address) == (33, 37, PLAN)


def test_link_is_found_after_the_label_that_was_taken_off_its_line() -> None:
    assert links_in("See the plan", [linked(line("4.1 See the plan", top=0), "plan")]) == [[8, 12, PLAN]]


def test_link_over_two_lines_is_one() -> None:
    runs = [linked(line("See the new", top=0), "the new"), linked(line("cycle plan.", top=12), "cycle plan")]
    assert links_in("See the new cycle plan.", runs) == [[4, 22, PLAN]]


def test_link_over_a_word_broken_at_the_end_of_a_line_is_one() -> None:
    runs = [linked(line("See the sur-", top=0), "sur-"), linked(line("vey now.", top=12), "vey")]
    assert links_in("See the survey now.", runs) == [[8, 14, PLAN]]


def test_links_with_the_same_words_are_told_apart() -> None:
    runs = [replace(line("here and here", top=0), links=(Link("here", PLAN), Link("here", "https://example.org/b")))]
    assert links_in("here and here", runs) == [[0, 4, PLAN], [9, 13, "https://example.org/b"]]


def test_link_whose_words_are_not_in_the_text_is_left_out() -> None:
    assert links_in("Other words", [linked(line("See the plan", top=0), "plan")]) == []


def test_link_in_a_table_is_in_its_cell() -> None:
    cells = [["Plan", "See here"], ["Survey", "Look here"]]
    assert links_in_cells(cells, [linked(line("Look here", top=0), "here")]) == [[1, 1, 5, 9, PLAN]]


def test_links_are_kept_with_paragraphs_lists_and_headings() -> None:
    lines = [
        linked(line("The plan", top=100, size=16, bold=True), "plan"),
        *[
            linked(one, "survey") if "survey" in one.text else one
            for one in paragraph("See the survey of it.", top=140)
        ],
        linked(line("• a note", top=180), "note"),
    ]
    (read,) = read_pages([page(*lines)])
    found = [
        (part["text"], part["links"])
        for block in read.blocks
        for part in (block, *block.get("items", []))
        if "links" in part
    ]
    assert found == [
        ("The plan", [[4, 8, PLAN]]),
        ("See the survey of it.", [[8, 14, PLAN]]),
        ("a note", [[2, 6, PLAN]]),
    ]


def test_links_of_a_ruled_table_name_their_cells() -> None:
    cells = [
        line("Paper", top=103, left=65, bold=True),
        line("Where", top=103, left=205, bold=True),
        line("The plan", top=123, left=65),
        linked(line("the website", top=123, left=205), "website"),
    ]
    (read,) = read_pages([ruled_page(*cells, columns=(60, 200, 400), rows=(100, 120, 140))])
    (table,) = read.blocks
    assert table["links"] == [[1, 1, 4, 11, PLAN]]


def test_page_without_links_has_no_word_of_them() -> None:
    (read,) = read_pages([page(*stacked(["One.", "Two."], top=100))])
    assert all("links" not in block for block in read.blocks)


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.org/plan", True),
        ("mailto:desk@example.org", True),
        ("mailto:ann.lee@example.org", False),
        ("https://example.org/?to=ann.lee@example.org", False),
        ("https://example.org/?to=ann.lee%40example.org", False),
    ],
)
def test_links_to_masked_contacts_are_dropped(address: str, kept: bool) -> None:
    block = {"kind": "paragraph", "text": "See here", "links": [[4, 8, address]]}
    (masked,) = mask_pages([ReadPage(1, "", "", "", [block])], {"desk@example.org"})
    assert masked.blocks[0]["links"] == (block["links"] if kept else [])
