"""What happened to single papers after publication: one is withdrawn, and one is taken at a second meeting."""

from committees.models import AgendaItem
from documents.actions import papers
from documents.models import Document
from portal.sample_council.loading.packs import LoadedPack

WITHDRAWN_PACK = "licensing -1"
WITHDRAWN_TITLE = "Appendix A: Noise-sensitive windows and measured levels"
WITHDRAWN_REASON = (
    "The appendix showed from which flats measurements were taken. A version without that detail will be published."
)
SHARED_TITLE = "Executive Response to the Youth Services Review"
SHARED_FROM, SHARED_WITH = "cabinet -8", "learning -1"
SHARED_ITEM = "Youth Services Review: 12 Month Report Back"


def change_single_papers(loaded: dict[str, LoadedPack]) -> None:
    _withdraw(loaded[WITHDRAWN_PACK])
    _share(loaded[SHARED_FROM], loaded[SHARED_WITH])


def _withdraw(loaded: LoadedPack) -> None:
    document = Document.objects.get(title=WITHDRAWN_TITLE, listings__meeting=loaded.meeting)
    papers.withdraw_document(document=document, by=None, reason=WITHDRAWN_REASON, notice_title=WITHDRAWN_TITLE)


def _share(first: LoadedPack, second: LoadedPack) -> None:
    """The Cabinet's answer is listed again where the committee hears, twelve months on, what came of it."""
    document = Document.objects.get(title=SHARED_TITLE, listings__meeting=first.meeting)
    item = AgendaItem.objects.get(meeting=second.meeting, title=SHARED_ITEM)
    papers.list_paper(document=document, meeting=second.meeting, item=item)
