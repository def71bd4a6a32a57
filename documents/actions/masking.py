"""Officers' contact details: published as they are, or masked in text, page image and file alike; never in one only."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from committees.models import Committee, Council, Meeting, Person
from documents import files, pdf
from documents.models import DocumentVersion, StoredFile
from documents.reading import ReadPage
from documents.reading.masking import mask_pages, pages_masked


def shown_contacts() -> list[str] | None:
    """None where the council publishes contact details; else those that are shown all the same: its own."""
    return None if Council.objects.current().publishes_officer_contacts else council_contacts()


def council_contacts() -> list[str]:
    """The council's own, and those of its committees, meetings and members that the site shows, in lower case."""
    council = Council.objects.current()
    committees = Committee.objects.values_list("contact_email", "contact_phone")
    meetings = Meeting.objects.values_list("contact_email", "contact_phone").distinct()
    people = Person.objects.public().values_list("email", "phone")
    pairs = [(council.email, council.phone), *committees, *meetings.order_by(), *people]
    return [detail.lower() for pair in pairs for detail in pair if detail]


def as_shown(pages: Sequence[ReadPage], shown: list[str] | None) -> list[ReadPage]:
    """The pages as they are kept: with contact details masked but those `shown`, unless all are (None)."""
    return list(pages) if shown is None else mask_pages(pages, shown)


def mask_files(versions: Iterable[tuple[DocumentVersion, Sequence[ReadPage]]], shown: list[str] | None) -> None:
    """Serve a masked copy of each version whose file, or whose pages as shown, had contact details.

    A file in which they cannot be masked is not served at all: its pages are read as text. Raises PdfError.
    """
    if shown is None:
        return
    for version, pages in versions:
        served = version.served
        if served is None:
            continue
        if served.kind == StoredFile.Kind.PDF:
            _mask_pdf(version, served, pages_masked(pages), shown)
        elif pages_masked(pages):
            version.served, version.contacts_masked = None, True
        version.save(update_fields=["served", "contacts_masked"])


def _mask_pdf(version: DocumentVersion, served: StoredFile, in_text: Sequence[int], shown: list[str]) -> None:
    with TemporaryDirectory() as folder, files.local_path(served) as path:
        target = Path(folder) / "masked.pdf"
        in_file = pdf.mask(path, target, allowed=shown)
        version.contacts_masked = bool(in_file or in_text)
        if not all({number, number + 1} & set(in_file) for number in in_text):
            version.served = None  # something in the text was not found on its page (a text may run on to the next)
        elif in_file:
            version.served = files.store_path(target, name=served.name, by=None, page_count=served.page_count)
