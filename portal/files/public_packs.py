"""The public pack of a meeting: the front sheet and the open papers in their order, made of what is public alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import IO

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from committees.models import AgendaSection, Meeting, PublicChange
from documents.models import Document, Listing, StoredFile
from documents.summons.packs import PackedPaper, pack_key, packed_papers, write_pack
from portal.files.kept import drop_others, is_kept, kept

PAPERS = ".papers"  # ends the name of the note of what a kept pack is made of
SINCE = timedelta(days=1)  # a worker that was stopped for so long still makes what changed meanwhile


@dataclass(frozen=True, slots=True)
class PublicPack:
    papers: list[PackedPaper]

    @property
    def key(self) -> str:
        """Changes with everything it is made of, so that nothing withdrawn is ever served."""
        return pack_key(self.papers)


def public_pack(meeting: Meeting) -> PublicPack:
    """Of a meeting whose agenda is public."""
    letters = dict(AgendaSection.objects.public().filter(meeting=meeting).values_list("pk", "letter"))
    return PublicPack(packed_papers(list(_listings(meeting)), letters))


def _listings(meeting: Meeting) -> "QuerySet[Listing]":
    return (
        Listing.objects.public()
        .filter(
            meeting=meeting,
            document__in=Document.objects.public(),
            document__current_version__served__kind=StoredFile.Kind.PDF,
        )
        .select_related("document__current_version__served", "item")
        .order_by(F("item__order").asc(nulls_first=True), "order", "pk")
    )


def place_of(meeting: Meeting, pack: PublicPack) -> tuple[str, str]:
    """The folder and the name under which the pack is kept."""
    return f"packs/{meeting.pk}", f"{pack.key}.pdf"


def make_ahead(meeting: Meeting) -> bool:
    """Make the pack before anybody asks for it; False where it is kept already, or there is none. Raises PdfError."""
    pack = public_pack(meeting)
    folder, name = place_of(meeting, pack)
    if not pack.papers:
        drop_others(folder, "")
        return False
    if is_kept(folder, name):
        return False
    made(meeting, pack).close()
    return True


def made(meeting: Meeting, pack: PublicPack) -> IO[bytes]:
    """The pack, open for reading, with a note beside it of the files it is made of. Raises PdfError."""
    folder, name = place_of(meeting, pack)
    noted = "\n".join(paper.served.sha256 for paper in pack.papers)
    content = kept(folder, name, lambda target: write_pack(pack.papers, target))
    kept(folder, f"{pack.key}{PAPERS}", lambda target: target.write_text(noted)).close()
    drop_others(folder, name)
    return content


def changed_lately() -> Iterator[Meeting]:
    """Meetings of which something changed for the public, or whose time of publication came, since yesterday."""
    since, now = timezone.now() - SINCE, timezone.now()
    changes = PublicChange.objects.filter(at__gte=since)
    of_meetings = changes.filter(subject=PublicChange.Subject.MEETING).values("subject_id")
    of_papers = changes.filter(subject=PublicChange.Subject.DOCUMENT).values("subject_id")
    came = Document.objects.filter(published_at__gte=since, published_at__lte=now).values("pk")
    listed = Listing.objects.filter(Q(document__in=of_papers) | Q(document__in=came)).values("meeting")
    meetings = Meeting.objects.with_public_agenda().filter(
        Q(pk__in=of_meetings) | Q(pk__in=listed) | Q(agenda_published_at__gte=since)
    )
    yield from meetings.select_related("committee").order_by("-date")
