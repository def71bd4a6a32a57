"""Word documents made here, part by part, and read back as blocks."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents import docx
from documents.docx.blocks import blocks_of, text_of

CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def write(path: Path, body: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>')
    return path


def test_read_gives_headings_numbered_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("Cost", "£4,000"))
    body = paragraph("Background", "Heading1") + paragraph("3.1 The library opened in 1911.")
    path = write(tmp_path / "report.docx", f"{body}<w:tbl><w:tr>{cells}</w:tr></w:tbl>")

    (page,) = docx.read(path)

    assert page.blocks == [
        {"kind": "heading", "level": 2, "text": "Background", "anchor": "h-background"},
        {"kind": "numbered", "label": "3.1", "anchor": "p3.1", "text": "The library opened in 1911."},
        {"kind": "table", "header": False, "rows": [["Cost", "£4,000"]]},
    ]
    assert page.text == "Background\n3.1 The library opened in 1911.\nCost £4,000"


def test_read_keeps_markup_in_words_as_words(tmp_path: Path) -> None:
    path = write(tmp_path / "report.docx", paragraph("&lt;script&gt;alert(1)&lt;/script&gt; as typed"))

    (page,) = docx.read(path)

    assert page.blocks == [{"kind": "paragraph", "text": "<script>alert(1)</script> as typed"}]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"PK\x03\x04 and no more"])
def test_read_refuses_what_is_no_word_document(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(content)

    with pytest.raises(docx.DocxError, match="not a Word document"):
        docx.read(path)


def test_read_refuses_another_kind_of_archive(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("notes.txt", "words")

    with pytest.raises(docx.DocxError, match="not a Word document"):
        docx.read(path)


def test_read_refuses_a_document_that_unfolds_too_far(tmp_path: Path) -> None:
    path = write(tmp_path / "bomb.docx", " " * (51 << 20))

    with pytest.raises(docx.DocxError, match="unfolds"):
        docx.read(path)


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
def test_read_refuses_a_document_with_entities_before_they_unfold(code: str, tmp_path: Path) -> None:
    bomb = f'<?xml version="1.0" encoding="{code}"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    path = write(tmp_path / "report.docx", "<w:p/>")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/styles.xml", bomb.encode(code))

    with pytest.raises(docx.DocxError, match="says how it is to be read"):
        docx.read(path)


def test_read_refuses_a_damaged_document(tmp_path: Path) -> None:
    path = write(tmp_path / "report.docx", "<w:p>")

    with pytest.raises(docx.DocxError, match="could not be read"):
        docx.read(path)


def test_read_refuses_a_document_without_text(tmp_path: Path) -> None:
    with pytest.raises(docx.DocxError, match="no text"):
        docx.read(write(tmp_path / "report.docx", ""))


def test_short_rows_of_a_table_are_filled_up() -> None:
    html = "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"

    assert blocks_of(html)[0]["rows"] == [["a", "b"], ["c", ""]]


def test_short_rows_of_a_vast_table_are_left_short() -> None:
    html = f"<table><tr>{'<td>a</td>' * 1000}</tr>{'<tr><td>b</td></tr>' * 1000}</table>"

    assert sum(len(row) for row in blocks_of(html)[0]["rows"]) == 2000


def test_anchors_are_unique() -> None:
    blocks = blocks_of("<h1>Costs</h1><p>2.1 One</p><h1>Costs</h1><p>2.1 Two</p>")

    assert [block["anchor"] for block in blocks] == ["h-costs", "p2.1", "h-costs-2", "p2.1-2"]


def test_heading_levels_never_skip() -> None:
    blocks = blocks_of("<h1>One</h1><h5>Deep</h5>")

    assert [block["level"] for block in blocks] == [2, 3]


def test_numbered_lists_keep_their_numbers() -> None:
    (block,) = blocks_of("<ol><li>First</li><li>Second</li></ol>")

    assert [item["marker"] for item in block["items"]] == ["1.", "2."]


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<table>",
                "<tr>",
                "<td>",
                "</td>",
                "</tr>",
                "</table>",
                "<ul>",
                "<li>",
                "</li>",
                "</ul>",
                "<h1>",
                "</h1>",
                "word ",
            ]
        ),
        max_size=40,
    )
)
def test_no_word_is_lost_outside_tables_cut_short(parts: list[str]) -> None:
    html = "".join(parts)
    blocks = blocks_of(html)

    if "<table>" not in html:
        assert text_of(blocks).split().count("word") == html.count("word ")


def test_cell_over_several_rows_leaves_the_others_in_their_columns() -> None:
    rows = '<tr><td rowspan="2">1</td><td>Mend the roof</td></tr><tr><td>Paint the door</td></tr>'
    [block] = blocks_of(f"<table>{rows}</table>")
    assert block["rows"] == [["1", "Mend the roof"], ["", "Paint the door"]]


def test_cell_over_several_columns_leaves_the_others_in_their_columns() -> None:
    rows = '<tr><td colspan="2">Objective 1</td><td>Open</td></tr><tr><td>1</td><td>Paint</td><td>May</td></tr>'
    [block] = blocks_of(f"<table>{rows}</table>")
    assert block["rows"] == [["Objective 1", "", "Open"], ["1", "Paint", "May"]]


def test_cell_over_the_last_columns_of_two_rows_fills_both() -> None:
    rows = '<tr><td>1</td><td rowspan="2" colspan="2">Paint</td></tr><tr><td>2</td></tr><tr><td>3</td></tr>'
    [block] = blocks_of(f"<table>{rows}</table>")
    assert block["rows"] == [["1", "Paint", ""], ["2", "", ""], ["3", "", ""]]


def test_bullets_in_a_cell_stay_apart() -> None:
    [block] = blocks_of("<table><tr><td>Agree:<ul><li>a plan</li><li>a date</li></ul></td><td>May</td></tr></table>")
    assert block["rows"] == [["Agree: • a plan • a date", "May"]]


@pytest.mark.parametrize("reach", ["0", "-1", "x", "99999", "٣", ""])
def test_reach_of_a_cell_that_is_no_number_is_one(reach: str) -> None:
    [block] = blocks_of(f'<table><tr><td colspan="{reach}">Cost</td><td>£4</td></tr></table>')
    assert block["rows"] == [["Cost", "£4"]]


def test_read_keeps_merged_cells_of_a_table_in_their_columns(tmp_path: Path) -> None:
    merged = "<w:tcPr><w:vMerge{}/></w:tcPr>"
    first = f"<w:tc>{merged.format(chr(32) + 'w:val=' + chr(34) + 'restart' + chr(34))}{paragraph('1')}</w:tc>"
    rest = f"<w:tc>{merged.format('')}{paragraph('')}</w:tc>"
    rows = "".join(
        f"<w:tr>{cell}<w:tc>{paragraph(text)}</w:tc></w:tr>" for cell, text in [(first, "Mend"), (rest, "Paint")]
    )
    (page,) = docx.read(write(tmp_path / "plan.docx", f"<w:tbl>{rows}</w:tbl>"))
    assert page.blocks[0]["rows"] == [["1", "Mend"], ["", "Paint"]]


def test_links_are_kept_where_they_may_be_followed() -> None:
    (block,) = blocks_of(
        '<p>See <a href="https://example.org/"> the plan </a>now, not <a href="javascript:x">this</a>.</p>'
    )

    assert block["text"] == "See the plan now, not this."
    assert block["links"] == [[4, 12, "https://example.org/"]]


def test_links_are_kept_in_headings_lists_numbered_paragraphs_and_tables() -> None:
    link = '<a href="https://example.org/">plan</a>'
    html = f"<h1>A {link}</h1><p>4.1 The {link}</p><ul><li>No {link}</li></ul>"

    heading, numbered, listed, table = blocks_of(f"{html}<table><tr><td>x</td><td>b {link}</td></tr></table>")

    assert (heading["anchor"], heading["links"]) == ("h-a-plan", [[2, 6, "https://example.org/"]])
    assert (numbered["text"], numbered["links"]) == ("The plan", [[4, 8, "https://example.org/"]])
    assert listed["items"][0]["links"] == [[3, 7, "https://example.org/"]]
    assert (table["rows"], table["links"]) == ([["x", "b plan"]], [[0, 1, 2, 6, "https://example.org/"]])


def test_link_around_nothing_is_no_block() -> None:
    assert blocks_of('<p><a href="https://example.org/"> </a></p>') == []


def test_signs_of_links_in_the_text_itself_are_dropped() -> None:
    assert blocks_of("<p>\ue0209\ue021x\ue022</p>") == [{"kind": "paragraph", "text": "9x"}]


def test_read_keeps_the_links_of_a_word_document(tmp_path: Path) -> None:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    instruction = '<w:r><w:instrText xml:space="preserve"> HYPERLINK "https://example.org/" </w:instrText></w:r>'
    begin, separate, end = (field.format(kind) for kind in ("begin", "separate", "end"))
    words = "<w:r><w:t>the plan</w:t></w:r>"
    path = write(tmp_path / "report.docx", f"<w:p>{begin}{instruction}{separate}{words}{end}</w:p>")

    (page,) = docx.read(path)

    assert page.blocks == [{"kind": "paragraph", "text": "the plan", "links": [[0, 8, "https://example.org/"]]}]


def test_cells_that_another_covers_are_told() -> None:
    rows = '<tr><td>1</td><td rowspan="2">May</td></tr><tr></tr><tr><td>2</td></tr>'
    [block] = blocks_of(f"<table>{rows}</table>")
    assert block["under"] == [[1, 1]]
