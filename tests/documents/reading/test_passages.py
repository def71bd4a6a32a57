from documents.reading import read_pages
from tests.documents.reading.pages import line, page, paragraph, stacked

LONG = (
    "The Committee considered the report of the Director and noted that the figures for each of the fifteen wards "
    "had been brought up to date since the last meeting, and that a further report would follow in the spring."
)


def kinds(blocks: list[dict[str, object]]) -> list[object]:
    return [block["kind"] for block in blocks]


def test_lines_of_a_paragraph_are_joined() -> None:
    [read] = read_pages([page(*paragraph(LONG, top=90))])
    assert read.blocks == [{"kind": "paragraph", "text": LONG}]


def test_paragraphs_are_parted_by_a_gap() -> None:
    [read] = read_pages([page(*paragraph(LONG, top=90), *paragraph(LONG, top=150))])
    assert read.blocks == [{"kind": "paragraph", "text": LONG}] * 2


def test_lines_ended_by_hand_stay_apart() -> None:
    names = stacked(["Councillor Ann Ashdown (Chair)", "Councillor Ben Okoro"], top=200)
    [read] = read_pages([page(*paragraph(LONG, top=90), *names)])
    assert [block["text"] for block in read.blocks[1:]] == ["Councillor Ann Ashdown (Chair)", "Councillor Ben Okoro"]


def test_numbered_paragraphs_keep_their_label_and_are_anchored() -> None:
    lines = [*paragraph(f"4.11 {LONG}", top=90), *paragraph(f"4.12 {LONG}", top=150)]
    [read] = read_pages([page(*lines)])
    assert read.blocks == [
        {"kind": "numbered", "text": LONG, "label": "4.11", "anchor": "p4.11"},
        {"kind": "numbered", "text": LONG, "label": "4.12", "anchor": "p4.12"},
    ]


def test_number_that_stands_apart_is_the_label() -> None:
    [read] = read_pages([page(line("3.1.4", top=90, left=40), *paragraph(LONG, top=90, left=95))])
    assert read.blocks == [{"kind": "numbered", "text": LONG, "label": "3.1.4", "anchor": "p3.1.4"}]


def test_label_used_twice_has_two_anchors() -> None:
    lines = [*paragraph(f"1. {LONG}", top=90), *paragraph(f"1. {LONG}", top=190)]
    pages = read_pages([page(*lines), page(*lines, number=2)])
    anchors = [block["anchor"] for read in pages for block in read.blocks]
    assert anchors == ["p1", "p1-2", "p1-3", "p1-4"]


def test_figure_that_begins_a_line_is_no_label() -> None:
    sentence = "The rate of young people who are not in education fell over the year from some"
    lines = stacked([sentence, "2.5 In all"], top=90)
    [read] = read_pages([page(*lines, *paragraph(LONG, top=200))])
    assert read.blocks[0]["text"].endswith("from some 2.5 In all")


def test_short_numbered_lines_are_each_their_own() -> None:
    lines = stacked(["1. Minutes of the last meeting", "2. Alternative provision", "3. Work programme"], top=90)
    [read] = read_pages([page(*lines)])
    assert [block["label"] for block in read.blocks] == ["1", "2", "3"]


def test_bullets_and_letters_are_a_list_with_depth() -> None:
    lines = [
        line("•", top=92, left=70),
        *paragraph(LONG, top=90, left=90, width=75),
        *stacked(["(a) first", "(b) second"], top=150, left=110),
        line("\uf0b7 last", top=190, left=70),
    ]
    [read] = read_pages([page(*lines)])
    assert read.blocks == [
        {
            "kind": "list",
            "items": [
                {"marker": "•", "depth": 0, "text": LONG},
                {"marker": "(a)", "depth": 1, "text": "first"},
                {"marker": "(b)", "depth": 1, "text": "second"},
                {"marker": "•", "depth": 0, "text": "last"},
            ],
        }
    ]


def headings_of(*sizes: float) -> list[int]:
    lines = [line("Heading words", top=60 + 80 * n, size=size, bold=True) for n, size in enumerate(sizes)]
    [read] = read_pages([page(*lines), page(*paragraph(LONG, top=90))])[:1]
    return [block["level"] for block in read.blocks]


def test_headings_have_levels_by_size() -> None:
    assert headings_of(18, 14, 12, 14, 12, 18, 18, 14) == [2, 3, 4, 3, 4, 2, 2, 3]


def test_heading_levels_never_skip() -> None:
    assert headings_of(12, 18, 12, 18, 18, 14, 14, 14) == [2, 2, 3, 2, 2, 3, 3, 3]


def test_large_lines_of_a_cover_are_of_one_level_with_the_first_headings() -> None:
    assert headings_of(30, 24, 16, 12, 16, 12, 16, 12) == [2, 2, 2, 3, 2, 3, 2, 3]


def test_numbered_heading_keeps_its_number() -> None:
    [read] = read_pages([page(line("3. Supporting young people", top=90, bold=True), *paragraph(LONG, top=120))])
    assert read.blocks[0] == {
        "kind": "heading",
        "level": 2,
        "text": "Supporting young people",
        "anchor": "p3",
        "label": "3",
    }


def test_minute_number_in_bold_is_a_heading() -> None:
    lines = line("143", top=90, bold=True), line("APOLOGIES (ITEM NO. A1)", top=90, left=100, bold=True)
    [read] = read_pages([page(*lines, *paragraph(LONG, top=120))])
    assert (read.blocks[0]["kind"], read.blocks[0]["label"]) == ("heading", "143")


def test_bold_words_that_introduce_are_strong_not_a_heading() -> None:
    [read] = read_pages([page(line("RESOLVED:", top=90, bold=True), *paragraph(LONG, top=120))])
    assert read.blocks[0] == {"kind": "paragraph", "text": "RESOLVED:", "strong": True}


def test_paragraph_over_a_page_end_belongs_to_the_first_page() -> None:
    first, _, second = LONG.partition(" been ")
    first += " been"
    pages = read_pages([page(*paragraph(first, top=700)), page(*paragraph(second, top=60), number=2)])
    [block] = pages[0].blocks
    assert block["text"] == LONG
    assert block["turns"] == [[LONG.index(second), 2]]
    assert pages[1].blocks == []
    assert [read.text for read in pages] == [first, second]


def test_word_broken_over_a_page_end_is_whole_in_its_block() -> None:
    pages = read_pages(
        [
            page(line("asked for the implemen\u00ad", top=780)),
            page(line("tation to be brought forward", top=60), number=2),
        ]
    )
    [block] = pages[0].blocks
    assert block["text"] == "asked for the implementation to be brought forward"
    assert block["text"][block["turns"][0][0] :] == "to be brought forward"


def test_new_sentence_on_the_next_page_is_its_own_paragraph() -> None:
    pages = read_pages([page(*paragraph(LONG, top=700)), page(*paragraph(LONG, top=60), number=2)])
    assert [len(read.blocks) for read in pages] == [1, 1]


def test_paragraph_may_run_over_a_whole_page() -> None:
    third = "and was agreed by all of the members present at that meeting of the Committee."
    texts = ["The report was long and", "went on and on", third]
    pages = read_pages([page(line(text, top=90), number=number) for number, text in enumerate(texts, start=1)])
    assert [len(read.blocks) for read in pages] == [1, 0, 0]
    assert [turn[1] for turn in pages[0].blocks[0]["turns"]] == [2, 3]
