import pytest

from documents.structure.paper import understand
from documents.structure.sources import pages_of_text
from documents.structure.understood import ReadReport
from tests.documents.structure.reports.house_styles import STYLES, Style
from tests.documents.structure.reports.more_styles import MORE_STYLES

ALL_STYLES = STYLES | MORE_STYLES
pytestmark = pytest.mark.parametrize("style", ALL_STYLES.values(), ids=ALL_STYLES.keys())


def read(style: Style) -> ReadReport:
    report = understand(pages_of_text(style.text)).report
    assert report is not None
    return report


def test_header_of_a_house_style_is_read(style: Style) -> None:
    report = read(style)

    assert {name: getattr(report, name) for name in style.told} == style.told


def test_numbered_paragraphs_of_a_house_style_are_read_in_order(style: Style) -> None:
    labels = [
        paragraph.label for section in read(style).sections for paragraph in section.paragraphs if paragraph.label
    ]

    assert labels == style.labels


def test_headings_of_a_house_style_are_told(style: Style) -> None:
    headings = [section.heading for section in read(style).sections]

    assert [heading for heading in style.headings if heading not in headings] == []


def test_implications_of_a_house_style_are_told_by_kind(style: Style) -> None:
    assert [implication.kind for implication in read(style).implications] == style.implications


def test_authors_of_a_house_style_are_read(style: Style) -> None:
    authors = read(style).clearance.authors

    assert [(author.role, author.name, author.email) for author in authors] == style.authors
