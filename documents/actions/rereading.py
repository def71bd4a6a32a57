"""Stored papers read again from their files: with a better reader, or under another rule about contact details."""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import transaction
from procrastinate.contrib.django import app as jobs

from committees.audit import recorded
from committees.models import Council, PublicChange, User, record_change
from documents import docx, files, pdf
from documents.actions.checking import check_later
from documents.actions.masking import as_shown, mask_files, shown_contacts
from documents.actions.stripping import stripped
from documents.actions.understanding import understand_version
from documents.actions.versions import create_pages, read_range
from documents.models import DocumentVersion, Page, StoredFile, VersionCheck

READ_AGAIN = "documents.tasks.read_papers_again"


def notice_rule(*, instance: Council, **_: object) -> None:
    """Before a council is saved: whether its rule about contact details changes, so that every paper is read again."""
    before = Council.objects.filter(pk=instance.pk).first()
    if before is not None and before.publishes_officer_contacts != instance.publishes_officer_contacts:
        jobs.configure_task(READ_AGAIN).defer()


def read_all_again() -> list[str]:
    """Read every stored version again; why each that failed could not be read."""
    unread = []
    for version in DocumentVersion.objects.select_related("document", "original", "served").iterator():
        try:
            read_again(version=version, by=None)
        except (pdf.PdfError, docx.DocxError) as error:
            unread.append(f"{version}: {error}")
    return unread


@transaction.atomic
def read_again(*, version: DocumentVersion, by: User | None) -> None:
    """Read the version's pages from its original file. Anchors stay; nothing a clerk decided is overwritten.

    Raises PdfError or DocxError, changing nothing.
    """
    with recorded(by=by, why="Read the paper again"), files.local_path(version.original) as path:
        shown = shown_contacts()
        if version.original.kind == StoredFile.Kind.PDF:
            pages = read_range(pdf.read(path).pages, version.first_page, version.last_page)
        else:
            pages = docx.read(path)
        kept = as_shown(pages, shown)
        version.served, version.contacts_masked = _unmasked(version, path), False
        version.save(update_fields=["served", "contacts_masked"])
        mask_files([(version, kept)], shown)
        before = list(version.pages.order_by("number").values_list("number", "text"))
        Page.objects.filter(version=version).delete()
        create_pages([(version, kept)])
        VersionCheck.objects.filter(version=version).delete()
        check_later([version])
        understand_version(version)
        if before != [(page.number, page.text) for page in kept]:
            record_change(PublicChange.Subject.DOCUMENT, version.document_id)


def _unmasked(version: DocumentVersion, original: Path) -> StoredFile | None:
    """The file to serve when nothing is masked: the version's own, or its pages cut out of the pack; stripped."""
    if version.served is not None and not version.contacts_masked:
        return version.served
    whole = version.first_page == 1 and version.last_page == version.original.page_count
    if version.original.kind != StoredFile.Kind.PDF or whole:
        return stripped(version.original, title=version.document.title)
    with TemporaryDirectory() as folder:
        target = Path(folder) / "paper.pdf"
        pdf.split(original, [(version.first_page, version.last_page)], [target], [version.document.title])
        name = f"{version.document.slug}.pdf"
        return files.store_path(target, name=name, by=None, page_count=version.page_count)
