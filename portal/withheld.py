"""How a withheld or withdrawn thing is told of: that it exists, why it may not be read, and nothing of what it says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from committees.models import Access, AgendaItem, Council
from documents.models import Document, Notice

# Local Government Act 1972, Schedule 12A: paragraphs 1-7 of Part 1 in England, 12-18 of Part 4 in Wales
SUBJECTS = (
    "an individual",
    "what is likely to reveal an individual’s identity",
    "financial or business affairs",
    "labour relations",
    "legal professional privilege",
    "notices, orders or directions to be made",
    "preventing, investigating or prosecuting crime",
)
SCHEDULES = {
    Council.Jurisdiction.ENGLAND: (1, "Part 1 of Schedule 12A to the Local Government Act 1972"),
    Council.Jurisdiction.WALES: (12, "Part 4 of Schedule 12A to the Local Government Act 1972"),
}


@dataclass(frozen=True, slots=True)
class Withheld:
    """`state` is one word such as “Exempt”; `law` and `reason` are sentences, either may be empty."""

    title: str
    state: str
    law: str
    reason: str
    kind: str = ""
    withdrawn_at: datetime | None = None


def withheld_item(item: AgendaItem, council: Council) -> Withheld | None:
    """None for an open item."""
    if item.access == Access.OPEN:
        return None
    law = access_in_law(item.access, item.exempt_paragraphs, council)
    return Withheld(item.title, item.get_access_display(), law, item.withheld_reason)


def withheld_paper(notice: Notice, council: Council) -> Withheld:
    kind = Document.Kind(notice.kind).label
    if notice.is_withdrawn:
        return Withheld(notice.title, _("Withdrawn"), "", notice.reason, kind, notice.withdrawn_at)
    law = access_in_law(notice.access, notice.exempt_paragraphs, council)
    return Withheld(notice.title, Access(notice.access).label, law, notice.reason, kind)


def access_in_law(access: str, paragraphs: Iterable[int], council: Council) -> str:
    """Why the public may not read it, as the law describes it: the paragraphs are told with what they cover."""
    if access == Access.CONFIDENTIAL:
        return _("Not for publication: the law requires this to be kept confidential.")
    numbers = sorted(set(paragraphs))
    first, schedule = SCHEDULES.get(Council.Jurisdiction(council.jurisdiction), (0, ""))
    if not numbers or not schedule:
        return _("Not for publication: exempt information.")
    told = _join(_paragraph(number, first) for number in numbers)
    named = ngettext("paragraph", "paragraphs", len(numbers))
    return _("Not for publication: exempt under %(named)s %(told)s of %(schedule)s.") % {
        "named": named,
        "told": told,
        "schedule": schedule,
    }


def _paragraph(number: int, first: int) -> str:
    place = number - first
    return f"{number} ({SUBJECTS[place]})" if 0 <= place < len(SUBJECTS) else str(number)


def _join(words: Iterable[str]) -> str:
    *rest, last = words
    return f"{', '.join(rest)} {_('and')} {last}" if rest else last
