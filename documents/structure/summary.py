"""What was understood, in a few lines for a person."""

from collections.abc import Iterator, Sized

from documents.structure.packs import UnderstoodPack
from documents.structure.understood import ReadMinutes, ReadReport, Understood


def summary_of(understood: Understood | UnderstoodPack) -> str:
    if isinstance(understood, Understood):
        return "\n".join(_paper(understood))
    lines = [f"A pack of {len(understood.papers)} papers"]
    for paper in understood.papers:
        pages = f"page {paper.first_page}" if paper.first_page == paper.last_page else ""
        lines.append(f"\n{paper.title} ({pages or f'pages {paper.first_page}-{paper.last_page}'})")
        lines += _paper(paper.understood)
    return "\n".join(lines)


def _paper(understood: Understood) -> Iterator[str]:
    yield f"Kind: {understood.kind.replace('_', ' ')}"
    if understood.report:
        yield from _report(understood.report)
    if understood.minutes:
        yield from _minutes(understood.minutes)
    counts: dict[str, Sized] = {
        "responses": understood.responses,
        "reports of progress": understood.progress,
        "planned actions": understood.actions,
        "meetings in the work programme": understood.programme,
    }
    yield from (f"{len(found)} {name}" for name, found in counts.items() if len(found))
    if understood.review:
        yield f"Review: {'; '.join(understood.review.titles)}, {len(understood.review.witnesses)} witnesses"
    if understood.warnings:
        yield f"{len(understood.warnings)} things to check:"
        yield from (f"  page {warning.page or '?'}: {warning.message}" for warning in understood.warnings)


def _report(report: ReadReport) -> Iterator[str]:
    yield f"Subject: {report.subject or 'not told'}"
    yield f"Report of: {report.report_of or 'not told'}"
    yield f"Meeting of: {report.meeting_of or 'not told'}, {report.date or 'no date'}"
    paragraphs = sum(len(section.paragraphs) for section in report.sections)
    yield f"{len(report.sections)} sections, {paragraphs} paragraphs, {len(report.recommendations)} recommendations"
    if report.implications:
        yield f"Implications: {', '.join(implication.kind for implication in report.implications)}"


def _minutes(minutes: ReadMinutes) -> Iterator[str]:
    yield f"Minutes of: {minutes.committee or 'no committee named'}, {minutes.date or 'no date'}"
    yield f"{len(minutes.present)} present, {len(minutes.apologies)} apologies, {len(minutes.entries)} minutes"
    yield from (f"  {entry.number or '-'} {entry.title}" for entry in minutes.entries)
