"""What a clerk is told of a report: what its beginning does not say, and numbers that are missing."""

from collections.abc import Sequence

from documents.structure.reports.header import Header
from documents.structure.sequences import is_next
from documents.structure.understood import PaperWarning, ReadSection, warn


def warn_of_report(header: Header, sections: Sequence[ReadSection], page: int, warnings: list[PaperWarning]) -> None:
    """page is the report's first."""
    fields = {
        "whose it is": header.report_of,
        "its meeting": header.meeting_of,
        "its date": header.date,
        "its subject": header.subject,
    }
    if missing := [words for words, value in fields.items() if not value]:
        warn(warnings, f"The report does not tell {' or '.join(missing)}, or not in a way that was understood.", page)
    _warn_of_gaps(sections, warnings)


def _warn_of_gaps(sections: Sequence[ReadSection], warnings: list[PaperWarning]) -> None:
    """Numbers such as 4.4 that are left out between two others: skipped in print, or not told from their text."""
    last: dict[str, str] = {}
    for label, page in _numbers(sections):
        head, _, number = label.rpartition(".")
        before = last.get(head, "")
        last[head] = label
        step = int(number) - int(before.rpartition(".")[2]) if before else 1
        if step == 2 and not is_next(before, label):
            missing = f"{head}.{int(number) - 1}"
            warn(warnings, f"Paragraph {missing} was not found between {before} and {label}.", page)


def _numbers(sections: Sequence[ReadSection]) -> list[tuple[str, int]]:
    """Every number with a full stop in it, in order, with its page."""
    found = []
    for section in sections:
        found.append((section.label, section.page))
        found += [(paragraph.label, paragraph.page) for paragraph in section.paragraphs]
    return [(label, page) for label, page in found if label.replace(".", "").isdecimal() and label.count(".") == 1]
