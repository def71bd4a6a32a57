"""Papers, the files they are in, and their paragraphs."""

import hashlib
from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from committees.models import AgendaItem, Meeting
from documents.actions.checking import FORM
from documents.models import Document, DocumentVersion, Listing, Page, Paragraph, StoredFile, VersionCheck
from tests.builders.bodies import WEIGHED, numbers
from tests.builders.meetings import make_item, make_meeting


def make_file(*, content: bytes = b"%PDF-1.4\n%%EOF\n", name: str = "paper.pdf", **fields: Any) -> StoredFile:
    content += f"% {next(numbers)}".encode()
    return StoredFile.objects.create(
        **{
            "file": ContentFile(content, name=name),
            "name": name,
            "sha256": hashlib.sha256(content).hexdigest(),
            "size": len(content),
            "kind": StoredFile.Kind.PDF,
            "page_count": 1,
            **fields,
        }
    )


def make_paper(
    *,
    item: AgendaItem | None = None,
    meeting: Meeting | None = None,
    pages: tuple[str, ...] = ("Words of the first page.",),
    served: StoredFile | None = None,
    checked: bool = True,
    **fields: Any,
) -> Document:
    """An open, published paper, listed at the item, or at the meeting, or at an item made for it.

    It is taken as checked, with nothing found; `checked=False` leaves that to the publication.
    """
    item = item or (None if meeting else make_item())
    at = meeting or (item.meeting if item else make_meeting())
    published_at = fields.get("withdrawn_at", timezone.now()) - timedelta(days=1)
    document = Document.objects.create(
        **{"title": f"Paper {next(numbers)}", "kind": Document.Kind.REPORT, "published_at": published_at, **fields}
    )
    Listing.objects.create(document=document, meeting=at, item=item, order=1)
    stored = served or make_file(page_count=len(pages))
    version = DocumentVersion.objects.create(
        document=document, original=stored, served=stored, first_page=1, last_page=len(pages)
    )
    Page.objects.bulk_create(
        Page(
            version=version,
            number=number,
            label=str(number),
            raw_text=text,
            text=text,
            blocks=[{"kind": "paragraph", "text": text}],
        )
        for number, text in enumerate(pages, start=1)
    )
    if checked:
        VersionCheck.objects.create(version=version, form=FORM)
    document.current_version = version
    document.save()
    return document


def weigh_exempt(meeting: Meeting) -> None:
    """As the clerk does after reading in a pack, which says no more than “exempt, paragraph 3”."""
    AgendaItem.objects.filter(meeting=meeting, access="exempt").update(**WEIGHED)
    Document.objects.filter(listings__meeting=meeting, access="exempt").update(**WEIGHED)


def make_paragraph(*, document: Document | None = None, **fields: Any) -> Paragraph:
    """A numbered paragraph of the version in force of the paper."""
    version = (document or make_paper()).current_version
    order = Paragraph.objects.filter(version=version).count() + 1
    label = fields.pop("label", f"4.{order}")
    return Paragraph.objects.create(
        **{
            "version": version,
            "order": order,
            "label": label,
            "anchor": f"p{label}",
            "text": f"Words of paragraph {label}.",
            "page": 1,
            **fields,
        }
    )
