"""Papers that the public does not see with the rest of a pack: exempt ones, and those whose time is to come."""

from datetime import timedelta
from pathlib import Path

from committees.actions import Grounds, restrict_item
from committees.models import Access, AgendaItem, Meeting
from documents.actions import papers
from documents.actions.grounds import share_grounds
from documents.models import Document
from portal.sample_council.facts import HERE
from portal.sample_council.loading.calendar import morning
from portal.sample_council.markup import Source, read_sources
from portal.sample_council.pack_facts import Pack
from portal.sample_council.writing import write_paper

WITHHELD_REASON = "It gives the financial and business affairs of the council and of the operator."
# The pack and the title of the paper that follows it two days from now
SCHEDULED = {"cabinet 0": "Appendix A: Collection days by ward"}
REVIEWED_AFTER = timedelta(days=182)
SCHEDULED_AFTER = timedelta(days=2)
LATE_REASON = "The collection rounds were still being checked with the contractor when the agenda was sent out."


def add_withheld_papers(pack: Pack, meeting: Meeting, folder: Path) -> None:
    """An exempt appendix is no page of the public pack: a clerk adds it by hand, as a file of its own."""
    for item in pack.items:
        if item.paper:
            for source in read_sources(HERE / "papers" / f"{item.paper}.md"):
                if source.matter.get("access") == "exempt":
                    _add(source, pack, meeting, AgendaItem.objects.get(meeting=meeting, title=item.title), folder)


def _add(source: Source, pack: Pack, meeting: Meeting, item: AgendaItem, folder: Path) -> None:
    path = folder / "withheld.pdf"
    write_paper(source, pack, path)
    with path.open("rb") as content:
        document = papers.add_paper(
            meeting=meeting, item=item, file=content, name=path.name, title=source.title, kind=source.kind, by=None
        )
    papers.restrict_document(
        document=document,
        by=None,
        access="exempt",
        paragraphs=source.matter["paragraphs"],
        reason=WITHHELD_REASON,
        grounds=grounds(pack),
    )
    document.notice_title = source.title
    document.save(update_fields=["notice_title"])


def weigh_exempt_items(pack: Pack, meeting: Meeting) -> None:
    """A pack says which paragraph applies; that it was weighed, and when it is looked at again, the clerk adds."""
    for item in AgendaItem.objects.filter(meeting=meeting, access=Access.EXEMPT):
        restrict_item(
            item=item,
            by=None,
            access=item.access,
            paragraphs=item.exempt_paragraphs,
            reason=item.withheld_reason,
            grounds=grounds(pack),
        )
        share_grounds(item=item, by=None)


def grounds(pack: Pack) -> Grounds:
    return Grounds(
        public_interest="The council could not obtain the best terms if other bidders knew them.",
        decided_by="Monitoring Officer",
        review_on=pack.council.today + REVIEWED_AFTER,
    )


def schedule_papers(pack: Pack, meeting: Meeting) -> None:
    title = SCHEDULED.get(pack.name)
    if title:
        document = Document.objects.get(title=title, listings__meeting=meeting)
        at = morning(pack.council.today + SCHEDULED_AFTER)
        papers.publish_document(document=document, by=None, at=at, late_reason=LATE_REASON)
