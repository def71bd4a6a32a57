"""The summons made here: a front sheet set from the agenda's rows, as a draft paper of the meeting."""

from datetime import date
from io import BytesIO

from django.db import transaction

from committees.actions import NotAllowed
from committees.actions.agenda_building import is_public
from committees.audit import recorded
from committees.models import AgendaItem, AgendaSection, Council, Meeting, User
from documents.actions.drafts import FRONT_SHEET
from documents.actions.page_numbers import number_pages
from documents.actions.papers import list_paper
from documents.actions.understanding import understand_version
from documents.actions.versions import add_version_of_file
from documents.files import removed_if_undone
from documents.models import Document, Listing
from documents.summons.content import summons_of
from documents.summons.typesetting import set_front_sheet


@removed_if_undone()
@transaction.atomic
def make_summons(*, meeting: Meeting, by: User | None, despatched_on: date | None = None) -> Document:
    """Number the pages, and set the front sheet anew as a draft. Raises NotAllowed once the agenda is public."""
    items = list(AgendaItem.objects.filter(meeting=meeting).select_related("section").order_by("order"))
    if not items:
        raise NotAllowed("The agenda has no items yet.")
    if is_public(meeting):
        raise NotAllowed("The agenda is public: correct its front sheet as any other paper, or publish a supplement.")
    with recorded(by=by, why="Make summons"):
        if despatched_on is not None:
            meeting.despatched_on = despatched_on
            meeting.save(update_fields=["despatched_on"])
        number_pages(meeting, anew=True)
        keep_ranges(meeting, items)
        sections = list(AgendaSection.objects.filter(meeting=meeting).order_by("order"))
        content = set_front_sheet(summons_of(meeting, items, sections, Council.objects.current()))
        document = _front_sheet(meeting)
        name = f"{meeting.slug}-agenda.pdf"
        understand_version(add_version_of_file(document=document, file=BytesIO(content), name=name, by=by))
    return document


def keep_ranges(meeting: Meeting, items: list[AgendaItem]) -> None:
    """The pages of each item are those of its papers."""
    rows = list(Listing.objects.filter(meeting=meeting, first_page__isnull=False))
    for item in items:
        pages = [(row.first_page or 0, row.last_page or 0) for row in rows if row.item_id == item.pk]
        if item.published_at is None:
            item.first_page = min((first for first, _last in pages), default=None)
            item.last_page = max((last for _first, last in pages), default=None)
    AgendaItem.objects.bulk_update(items, ["first_page", "last_page"])


def _front_sheet(meeting: Meeting) -> Document:
    """The meeting's own, new where there is none."""
    listed = Listing.objects.filter(meeting=meeting, item=None, supplement=None).select_related("document")
    known = listed.filter(document__kind=Document.Kind.FRONT_SHEET).first()
    if known is not None:
        return known.document
    document = Document.objects.create(title=FRONT_SHEET, kind=Document.Kind.FRONT_SHEET)
    list_paper(document=document, meeting=meeting, item=None)
    return document
