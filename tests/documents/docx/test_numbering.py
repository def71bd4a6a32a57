"""Numbers that Word counts by itself, which stand nowhere in the text of the file."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents import docx
from documents.docx.numbering import figure_of, with_numbers
from documents.structure.paper import understand
from tests.documents.docx.test_docx import CONTENT_TYPES, NAMESPACE, RELATIONS

LEVELS = (("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), ("bullet", "·"))
DOCUMENT_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" '
    'Target="numbering.xml"/><Relationship Id="rId2" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>'
    "</Relationships>"
)


def paragraph(text: str, depth: int | None = None, *, style: str = "", bold: bool = False, number: str = "1") -> str:
    listed = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>' if depth is not None else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    run = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:p><w:pPr>{styled}{listed}</w:pPr><w:r>{run}<w:t>{text}</w:t></w:r></w:p>"


def write(path: Path, *body: str) -> Path:
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(LEVELS)
    )
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = (
        f'<w:numbering xmlns:w="{NAMESPACE}"><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{restart}</w:num></w:numbering>'
    )
    styles = (
        f'<w:styles xmlns:w="{NAMESPACE}"><w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Wide"><w:name w:val="Wide"/><w:basedOn w:val="Clause"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>'
    )
    document = f'<w:document xmlns:w="{NAMESPACE}"><w:body>{"".join(body)}</w:body></w:document>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/_rels/document.xml.rels", DOCUMENT_RELATIONS)
        archive.writestr("word/document.xml", document)
        archive.writestr("word/numbering.xml", numbering)
        archive.writestr("word/styles.xml", styles)
    return path


def labels(path: Path) -> list[tuple[str, str]]:
    found = []
    for block in docx.read(path)[0].blocks:
        if block["kind"] == "list":
            found += [(item["marker"], item["text"]) for item in block["items"]]
        else:
            found.append((block.get("label", ""), block["text"]))
    return found


def test_numbers_are_counted_level_by_level(tmp_path: Path) -> None:
    path = write(
        tmp_path / "report.docx",
        paragraph("Synopsis", 0, style="Heading1"),
        paragraph("Rents rise.", 1),
        paragraph("Water is metered.", 1),
        paragraph("Recommendations", 0, style="Heading1"),
        paragraph("That rents be set:", 1),
        paragraph("at £60;", 2),
        paragraph("for a year.", 2),
    )

    assert labels(path) == [
        ("1", "Synopsis"),
        ("1.1", "Rents rise."),
        ("1.2", "Water is metered."),
        ("2", "Recommendations"),
        ("2.1", "That rents be set:"),
        ("(a)", "at £60;"),
        ("(b)", "for a year."),
    ]


def test_numbered_heading_keeps_its_level_and_gets_an_anchor(tmp_path: Path) -> None:
    path = write(tmp_path / "report.docx", paragraph("Synopsis", 0, style="Heading1"))

    assert docx.read(path)[0].blocks == [
        {"kind": "heading", "level": 2, "text": "Synopsis", "anchor": "p1", "label": "1"}
    ]


def test_bullets_stay_bullets(tmp_path: Path) -> None:
    path = write(tmp_path / "report.docx", paragraph("Plots:", 1), paragraph("full", 3), paragraph("half", 3))

    assert labels(path) == [("1.1", "Plots:"), ("•", "full"), ("•", "half")]


def test_numbers_of_a_style_and_of_those_based_on_it_are_counted(tmp_path: Path) -> None:
    path = write(tmp_path / "report.docx", paragraph("First.", style="Clause"), paragraph("Second.", style="Wide"))

    assert labels(path) == [("1.1", "First."), ("1.2", "Second.")]


def test_list_that_begins_anew_is_counted_from_its_start(tmp_path: Path) -> None:
    path = write(
        tmp_path / "report.docx", paragraph("One.", 0), paragraph("Two.", 0), paragraph("Again.", 0, number="2")
    )

    assert [label for label, _ in labels(path)] == ["1", "2", "1"]


def test_list_that_the_file_does_not_define_is_left_as_text(tmp_path: Path) -> None:
    path = write(tmp_path / "report.docx", paragraph("Words.", 0, number="99"))

    assert labels(path) == [("", "Words.")]


def test_number_in_a_cell_stays_with_its_words(tmp_path: Path) -> None:
    cells = f"<w:tc>{paragraph('Plant trees', 0)}</w:tc><w:tc>{paragraph('Chair')}</w:tc>"
    path = write(tmp_path / "plan.docx", f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")

    assert docx.read(path)[0].blocks[0]["rows"] == [["1. Plant trees", "Chair"]]


def test_bold_paragraph_is_told_from_a_plain_one(tmp_path: Path) -> None:
    path = write(tmp_path / "report.docx", paragraph("Background", bold=True), paragraph("It is old."))

    assert [block.get("strong", False) for block in docx.read(path)[0].blocks] == [True, False]


def test_signs_typed_into_a_file_are_not_taken_for_labels(tmp_path: Path) -> None:
    path = write(tmp_path / "report.docx", paragraph("\ue0109.9\ue011 Words.", 1))

    assert labels(path) == [("1.1", "9.9 Words.")]


def test_file_that_counts_nothing_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "plain.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")

    assert with_numbers(path.read_bytes()) == path.read_bytes()


def test_report_that_word_numbers_is_understood_by_its_numbers(tmp_path: Path) -> None:
    path = write(
        tmp_path / "report.docx",
        paragraph("Report of: Director of Parks"),
        paragraph("Meeting of: Open Spaces Committee"),
        paragraph("Date: 4 May 2023"),
        paragraph("Subject: Allotment rents"),
        paragraph("Recommendations", 0, bold=True),
        paragraph("That the rents be frozen.", 1),
        paragraph("Financial implications", 0, bold=True),
        paragraph("There are none.", 1),
    )

    report = understand(docx.read(path)).report

    assert report is not None
    assert [(section.label, section.heading) for section in report.sections] == [
        ("1", "Recommendations"),
        ("2", "Financial implications"),
    ]
    assert [paragraph.label for section in report.sections for paragraph in section.paragraphs] == ["1.1", "2.1"]
    assert [recommendation.text for recommendation in report.recommendations] == ["That the rents be frozen."]


@pytest.mark.parametrize(
    ("count", "form", "printed"),
    [
        (3, "decimal", "3"),
        (3, "lowerLetter", "c"),
        (28, "upperLetter", "BB"),
        (4, "lowerRoman", "iv"),
        (19, "upperRoman", "XIX"),
        (7, "decimalZero", "07"),
        (9, "cardinalText", "Nine"),
    ],
)
def test_count_is_printed_in_its_form(count: int, form: str, printed: str) -> None:
    assert figure_of(count, form) == printed


@given(st.integers(-5, 100_000), st.sampled_from(["decimal", "lowerLetter", "upperRoman", "cardinalText", "hex"]))
def test_every_count_has_a_short_figure(count: int, form: str) -> None:
    assert len(figure_of(count, form)) <= 20
