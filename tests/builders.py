"""Rows for tests, public unless asked otherwise: each builder makes what its thing needs and no more."""

import hashlib
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from committees.models import AgendaItem, AgendaSection, Committee, Meeting, Membership, Person, User, Ward
from documents.models import Document, DocumentVersion, Listing, Page, StoredFile

numbers = count(1)


def long_ago() -> datetime:
    return timezone.now() - timedelta(days=1)


def make_user(**fields: Any) -> User:
    number = next(numbers)
    return User.objects.create_user(**{"username": f"clerk{number}", "password": "a long password", **fields})


def make_clerk(**fields: Any) -> User:
    return make_user(**{"is_staff": True, "is_superuser": True, **fields})


def make_ward(**fields: Any) -> Ward:
    number = next(numbers)
    return Ward.objects.create(**{"name": f"Ward {number}", "slug": f"ward-{number}", **fields})


def make_person(**fields: Any) -> Person:
    name = fields.pop("name", f"Person {next(numbers)}")
    return Person.objects.create(**{"name": name, "sort_key": name.casefold(), **fields})


def make_committee(**fields: Any) -> Committee:
    name = fields.pop("name", f"Committee {next(numbers)}")
    return Committee.objects.create(
        **{
            "name": name,
            "slug": name.lower().replace(" ", "-"),
            "sort_key": name.casefold(),
            "kind": Committee.Kind.SCRUTINY,
            **fields,
        }
    )


def make_membership(**fields: Any) -> Membership:
    fields.setdefault("committee", None)
    return Membership.objects.create(
        **{
            **fields,
            "committee": fields["committee"] or make_committee(),
            "started_on": fields.get("started_on", date(2020, 5, 20)),
        }
    )


def make_meeting(*, agenda: bool = True, **fields: Any) -> Meeting:
    """A meeting a week from now whose agenda is published; `agenda=False` leaves it announced only."""
    committee = fields.pop("committee", None) or make_committee()
    return Meeting.objects.create(
        **{
            "committee": committee,
            "date": timezone.localdate() + timedelta(days=7),
            "time": time(19, 30),
            "venue": "Council Chamber, Town Hall",
            "published_at": long_ago(),
            "agenda_published_at": long_ago() if agenda else None,
            **fields,
        }
    )


def make_section(**fields: Any) -> AgendaSection:
    meeting = fields.pop("meeting", None) or make_meeting()
    order = AgendaSection.objects.filter(meeting=meeting).count() + 1
    return AgendaSection.objects.create(
        **{"meeting": meeting, "order": order, "letter": "", "title": "Business", "published_at": long_ago(), **fields}
    )


def make_item(**fields: Any) -> AgendaItem:
    meeting = fields.pop("meeting", None) or make_meeting()
    order = AgendaItem.objects.filter(meeting=meeting).count() + 1
    return AgendaItem.objects.create(
        **{
            "meeting": meeting,
            "order": order,
            "label": str(order),
            "title": f"Item {order}",
            "published_at": long_ago(),
            **fields,
        }
    )


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
    **fields: Any,
) -> Document:
    """An open, published paper, listed at the item, or at the meeting, or at an item made for it."""
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
    document.current_version = version
    document.save()
    return document
