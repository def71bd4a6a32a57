"""Sets reports, appendices and presentations: from the blocks of their markup to ReportLab flowables."""

from collections.abc import Sequence

from reportlab.graphics.charts.barcharts import HorizontalBarChart
from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, KeepTogether, NextPageTemplate, PageBreak, TableStyle
from reportlab.platypus import Table as FlowableTable

from portal.sample_council import markup
from portal.sample_council.letterhead import letterhead
from portal.sample_council.typesetting import (
    BODY,
    BULLET,
    CELL,
    CELL_FIGURE,
    CELL_HEADING,
    FIELD,
    GREEN,
    HEADING,
    LANDSCAPE,
    MARGIN,
    NUMBERED,
    PALE,
    PORTRAIT,
    RULE,
    SLIDE_BODY,
    SLIDE_BULLET,
    SLIDE_TITLE,
    SUBHEADING,
    TITLE,
    paragraph,
    space,
)
from portal.sample_council.words import Words

CELL_PADDING = 13
OPEN = "Open to the public"


def paper_story(source: markup.Source, words: Words) -> list[Flowable]:
    """The whole document, its head and its signatures included."""
    body = body_story(source, words)
    if "report_of" in source.matter:
        return [*report_head(source, words), *body, *clearance(source, words)]
    if source.kind == "presentation":
        return body[1:]  # the first slide needs no page break before it
    return [paragraph(words.fill(source.title), TITLE), *body]


def report_head(source: markup.Source, words: Words) -> list[Flowable]:
    """The standard form: who reports what to whom."""
    matter = source.matter
    committee = words.council.committees[words.meeting.committee]
    fields = [
        ("Report of", matter["report_of"]),
        ("Meeting of", committee.name),
        ("Date", words.fill("{meeting}")),
        ("Ward(s)", matter.get("wards", "All")),
        ("Access", matter.get("openness", OPEN)),
        ("Subject", matter["title"]),
    ]
    lines = [paragraph(f"**{name}:** {words.fill(value)}", FIELD) for name, value in fields]
    return [letterhead(words.council.council["name"]), space(2), *lines, space(5)]


def clearance(source: markup.Source, words: Words) -> list[Flowable]:
    matter = source.matter
    email = matter["author"].split(",")[0].lower().replace(" ", ".") + "@thornmere.example"
    lines = [
        f"**Signed by:** {matter.get('signed_by', matter['report_of'])}",
        words.fill("**Date:** {date:-10}"),
        f"**Report author:** {matter['author']}",
        f"**Telephone:** {matter.get('phone', '01632 960200')}",
        f"**Email:** {email}",
        f"**Financial implications author:** {matter['finance']}",
        f"**Legal implications author:** {matter['legal']}",
    ]
    heading = paragraph("Final report clearance:", SUBHEADING)
    return [space(4), KeepTogether([heading, *(paragraph(line, FIELD) for line in lines)])]


def body_story(source: markup.Source, words: Words) -> list[Flowable]:
    slides = source.kind == "presentation"
    wide = slides or source.matter.get("page") == "landscape"
    story: list[Flowable] = []
    for block in source.blocks:
        if isinstance(block, markup.Directive) and block.word != "page":
            wide = block.word == "landscape"
        story += _slide_block(block, words) if slides else _block(block, words, wide=wide)
    return story


def _block(block: markup.Block, words: Words, *, wide: bool) -> list[Flowable]:
    match block:
        case markup.Heading(text, None):
            return [paragraph(words.fill(text), SUBHEADING)]
        case markup.Heading(text, number):
            return [paragraph(f"{number}. {words.fill(text)}", HEADING)]
        case markup.Paragraph(text, label):
            return [paragraph(words.fill(text), NUMBERED if label else BODY, label)]
        case markup.Bullets(texts):
            return [*(paragraph(words.fill(text), BULLET, "•") for text in texts), space(1)]
        case markup.Table(rows):
            return [data_table([[words.fill(cell) for cell in row] for row in rows], wide=wide), space(4)]
        case markup.Chart(title, bars):
            return [KeepTogether([paragraph(words.fill(title), SUBHEADING), _bar_chart(words, bars)]), space(4)]
        case markup.Directive(word):
            return [PageBreak()] if word == "page" else [NextPageTemplate(word), PageBreak()]
    raise ValueError(f"{block} has no place outside a presentation")


def _slide_block(block: markup.Block, words: Words) -> list[Flowable]:
    match block:
        case markup.Slide(title):
            return [PageBreak(), space(6), paragraph(words.fill(title), SLIDE_TITLE)]
        case markup.Paragraph(text, _):
            return [paragraph(words.fill(text), SLIDE_BODY)]
        case markup.Bullets(texts):
            return [paragraph(words.fill(text), SLIDE_BULLET, "•") for text in texts]
    return _block(block, words, wide=True)


def data_table(rows: Sequence[Sequence[str]], *, wide: bool = False) -> FlowableTable:
    """A ruled table with its first row as heading, repeated where it breaks over a page."""
    heading, *body = rows
    cells = [[paragraph(cell, CELL_HEADING) for cell in heading]]
    cells += [[paragraph(cell, CELL_FIGURE if is_figure(cell) else CELL) for cell in row] for row in body]
    width = (LANDSCAPE if wide else PORTRAIT)[0] - 2 * MARGIN
    return FlowableTable(cells, colWidths=column_widths(rows, width), repeatRows=1, style=TableStyle(_rules()))


def is_figure(cell: str) -> bool:
    """Money, percentages and counts stand to the right."""
    return bool(cell) and all(character in "0123456789.,£%()-+–m" for character in cell.strip("*"))


def column_widths(rows: Sequence[Sequence[str]], width: float) -> list[float]:
    """In points: each column holds its longest word, and what is left is shared by the length of the texts."""
    columns = list(zip(*rows, strict=True))
    least = [max(_word_width(cell) for cell in column) + CELL_PADDING for column in columns]
    weights = [min(max(len(cell) for cell in column), 60) for column in columns]
    spare = max(width - sum(least), 0)
    return [low + spare * weight / sum(weights) for low, weight in zip(least, weights, strict=True)]


def _word_width(cell: str) -> float:
    return max((stringWidth(word, CELL_HEADING.fontName, CELL.fontSize) for word in cell.split()), default=0)


def _rules() -> list[tuple[object, ...]]:
    return [
        ("GRID", (0, 0), (-1, -1), 0.5, RULE),
        ("BACKGROUND", (0, 0), (-1, 0), PALE),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ]


def _bar_chart(words: Words, bars: Sequence[tuple[str, float]]) -> Drawing:
    height = len(bars) * 9 * mm
    drawing = Drawing(PORTRAIT[0] - 2 * MARGIN, height + 10 * mm)
    chart = HorizontalBarChart()
    chart.x, chart.y, chart.width, chart.height = 52 * mm, 8 * mm, 100 * mm, height
    chart.data = [[value for _, value in reversed(bars)]]
    chart.categoryAxis.categoryNames = [words.fill(label) for label, _ in reversed(bars)]
    chart.categoryAxis.labels.fontName = chart.valueAxis.labels.fontName = "Helvetica"
    chart.categoryAxis.labels.fontSize = chart.valueAxis.labels.fontSize = 9
    chart.valueAxis.valueMin = 0
    chart.bars[0].fillColor, chart.bars[0].strokeColor = GREEN, None
    drawing.add(chart)
    return drawing
