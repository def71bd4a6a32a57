"""Days of the week that are not those of their date: what `packs.date_checks` warns of."""

from collections.abc import Iterator

from documents.findings.subjects import Found, Paper
from documents.packs.date_checks import check_dates


def dates(paper: Paper) -> Iterator[Found]:
    for warning in check_dates(paper.pages, None):
        yield Found("date", warning.message, warning.page)
