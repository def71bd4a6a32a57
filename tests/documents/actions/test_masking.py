"""Where a council does not publish officers' contact details they are masked in text, picture and file alike."""

from io import BytesIO

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob
from reportlab.pdfgen.canvas import Canvas

from committees.models import Council
from documents import files, pdf
from documents.actions import papers
from documents.actions.rereading import READ_AGAIN, read_again
from documents.models import Document, DocumentVersion, Page, Paragraph
from tests.builders import make_item

pytestmark = pytest.mark.django_db

EMAIL = "dana.marsh@thornmere.example"


@pytest.fixture
def council() -> Council:
    return Council.objects.create(name="Thornmere", email="hello@thornmere.example", publishes_officer_contacts=False)


def add(*lines: str) -> Document:
    file = BytesIO()
    canvas = Canvas(file, invariant=True)
    for place, line in enumerate(lines):
        canvas.drawString(72, 720 - 30 * place, line)
    canvas.save()
    item = make_item()
    document = papers.add_paper(
        meeting=item.meeting, item=item, file=file, name="pool.pdf", title="Pool", kind="report", by=None
    )
    return papers.publish_document(document=document, by=None)


def version_of(document: Document) -> DocumentVersion:
    return DocumentVersion.objects.select_related("served", "original", "document").get(document=document)


def words_of(version: DocumentVersion) -> str:
    return " ".join(f"{page.text} {page.raw_text} {page.blocks}" for page in Page.objects.filter(version=version))


def file_text(version: DocumentVersion) -> str:
    assert version.served is not None
    with files.local_path(version.served) as path:
        return " ".join(page.text for page in pdf.read(path).pages)


def test_contacts_are_nowhere_in_a_paper(council: Council) -> None:
    version = version_of(add(f"4.1 Report author: Dana Marsh, {EMAIL}", "4.2 The works cost little."))

    assert EMAIL not in words_of(version)
    assert EMAIL not in file_text(version)
    assert not Paragraph.objects.filter(text__contains=EMAIL).exists()
    assert version.contacts_masked


def test_original_stays_as_it_was_for_staff(council: Council) -> None:
    version = version_of(add(f"Report author: {EMAIL}"))

    with files.local_path(version.original) as path:
        assert EMAIL in pdf.read(path).pages[0].text


def test_the_councils_own_address_is_shown(council: Council) -> None:
    version = version_of(add("Write to hello@thornmere.example"))

    assert "hello@thornmere.example" in words_of(version)
    assert not version.contacts_masked


def test_contacts_are_published_where_the_council_says_so() -> None:
    version = version_of(add(f"Report author: {EMAIL}"))

    assert EMAIL in words_of(version)
    assert EMAIL in file_text(version)


def test_changing_the_rule_masks_papers_when_they_are_read_again() -> None:
    document = add(f"Report author: {EMAIL}")
    Council.objects.create(name="Thornmere", publishes_officer_contacts=False)

    read_again(version=version_of(document), by=None)

    version = version_of(document)
    assert EMAIL not in words_of(version)
    assert EMAIL not in file_text(version)


def test_changing_the_rule_back_shows_them_again(council: Council) -> None:
    document = add(f"Report author: {EMAIL}")
    Council.objects.update(publishes_officer_contacts=True)

    read_again(version=version_of(document), by=None)

    version = version_of(document)
    assert EMAIL in words_of(version)
    assert EMAIL in file_text(version)
    assert not version.contacts_masked


def test_changing_the_rule_has_the_worker_read_every_paper_again(council: Council) -> None:
    council.publishes_officer_contacts = True
    council.save()

    assert ProcrastinateJob.objects.filter(task_name=READ_AGAIN).exists()
