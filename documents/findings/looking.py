"""Every check of one paper."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from documents.findings import (
    addresses,
    contacts,
    counts,
    dates,
    file_facts,
    form_text,
    markings,
    names,
    numbers,
    pictures,
)
from documents.findings.subjects import Found, Paper, PaperPage
from documents.pdf.facts import FIELD, LINK, TYPED

logger = logging.getLogger(__name__)
Check = Callable[[Paper], Iterable[Found]]

CHECKS: dict[str, Check] = {
    "scanned pages": pictures.scans,
    "signatures": pictures.signatures,
    "hidden text": file_facts.hidden_text,
    "tracked changes": file_facts.changes,
    "email addresses": contacts.emails,
    "telephone numbers": contacts.phones,
    "home addresses": addresses.home_addresses,
    "dates of birth": numbers.births,
    "NHS numbers": numbers.nhs_numbers,
    "National Insurance numbers": numbers.insurance_numbers,
    "markings": markings.markings,
    "form text": form_text.form_text,
    "names of files": names.names,
    "attachments": file_facts.attachments,
    "scripts": file_facts.scripts,
    "comments": file_facts.comments,
    "metadata": file_facts.metadata,
    "the title and language": file_facts.title_and_language,
    "dates": dates.dates,
    "counts of people": counts.small_counts,
}
# Those of words alone, which a record has that was typed here and is in no file
OF_WORDS = (
    *("email addresses", "telephone numbers", "home addresses", "dates of birth", "NHS numbers"),
    *("National Insurance numbers", "markings", "form text", "dates"),
)
# Of one kind on one page: further ones are told as a number, for a page that is full of them is one matter.
MOST_ALIKE = 12
LONGEST = 2000
READ_ON_PAGE = (FIELD, TYPED, LINK, "FreeText")


def look(paper: Paper, checks: dict[str, Check] | None = None) -> list[Found]:
    """What every check finds, none twice."""
    found: list[Found] = []
    paper = replace(paper, pages=[_with_notes(page, paper) for page in paper.pages])
    for what, check in (CHECKS if checks is None else checks).items():
        try:
            found += _bounded(list(check(paper)))
        except Exception:
            logger.exception("Looking for %s failed", what)
            found.append(Found("unchecked", f"A fault stopped the look for {what}."))
    return list(dict.fromkeys(found))


def look_at_words(paper: Paper) -> list[Found]:
    """What the checks of words find in what was typed."""
    return look(paper, {what: CHECKS[what] for what in OF_WORDS})


def _with_notes(page: PaperPage, paper: Paper) -> PaperPage:
    """The page, below it what the public may read on it that is no part of its text: fields filled in, addresses…"""
    facts = next((one for one in paper.file.pages if one.number == page.number), None) if paper.file else None
    words = [note.words for note in facts.comments if note.sort in READ_ON_PAGE] if facts else []
    new = [text for text in words if text and text not in page.text]
    return replace(page, text="\n".join([page.text, *new])) if new else page


def _bounded(found: Sequence[Found]) -> Iterator[Found]:
    seen: dict[tuple[str, int | None], int] = {}
    for one in dict.fromkeys(found):
        key = one.kind, one.page
        seen[key] = seen.get(key, 0) + 1
        if seen[key] <= MOST_ALIKE:
            yield Found(one.kind, one.words[:LONGEST], one.page, one.box)
    for (kind, page), number in seen.items():
        if number > MOST_ALIKE:
            yield Found(kind, f"and {number - MOST_ALIKE} more on this page", page)
