from documents.reading import read_pages
from tests.documents.reading.pages import line, page, paragraph

WORDS = "The Committee considered the report and asked officers to return with the figures for each ward."


def test_page_stamp_becomes_the_label_and_leaves_the_text() -> None:
    [read] = read_pages([page(*paragraph(WORDS, top=90), line("Page 27", top=810, left=280))])
    assert read.label == "27"
    assert read.text == WORDS
    assert "Page 27" in read.raw_text


def test_pack_stamp_is_preferred_to_the_papers_own_number() -> None:
    stamps = line("3", top=795, left=295), line("Page 27", top=810, left=280)
    [read] = read_pages([page(*paragraph(WORDS, top=90), *stamps)])
    assert (read.label, read.text) == ("27", WORDS)


def test_bare_number_at_the_foot_is_the_label() -> None:
    [read] = read_pages([page(*paragraph(WORDS, top=90), line("- 4 -", top=800, left=280))])
    assert (read.label, read.text) == ("4", WORDS)


def test_agenda_item_stamp_is_removed() -> None:
    [read] = read_pages([page(line("Agenda Item 4", top=15, left=490), *paragraph(WORDS, top=90))])
    assert read.text == WORDS


def test_number_in_a_table_at_the_head_of_a_page_stays() -> None:
    lines = line("27 -", top=59, left=490), line("50", top=74, left=490), *paragraph(WORDS, top=100)
    [read] = read_pages([page(*lines)])
    assert read.label == ""
    assert "50" in read.text


def test_words_that_only_mention_a_page_stay() -> None:
    [read] = read_pages([page(line("Page 27 of the plan says otherwise.", top=790))])
    assert read.text == "Page 27 of the plan says otherwise."


def test_running_header_of_many_pages_is_removed_from_each() -> None:
    pages = [page(line(f"Borough of Thornby - page {n} of 4", top=30), *paragraph(WORDS, top=90)) for n in range(1, 5)]
    assert [read.text for read in read_pages(pages)] == [WORDS] * 4


def test_line_repeated_inside_the_page_stays() -> None:
    pages = [page(line("Recommendation", top=400), *paragraph(WORDS, top=430)) for _ in range(4)]
    assert all("Recommendation" in read.text for read in read_pages(pages))


def test_blank_page_says_so() -> None:
    [read] = read_pages([page(line("This page is intentionally left blank", top=412, left=206))])
    assert read.blocks == [{"kind": "blank", "text": "This page is intentionally left blank"}]


def test_page_without_text_has_no_blocks() -> None:
    [read] = read_pages([page()])
    assert (read.number, read.label, read.raw_text, read.text, read.blocks) == (1, "", "", "", [])
