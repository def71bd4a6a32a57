"""How a withheld or withdrawn thing is told of: that it exists, why it may not be read, and nothing of what it says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from committees.exemption import paragraphs_of, schedule_of
from committees.models import Access, AgendaItem, Council
from documents.models import Document, Notice


@dataclass(frozen=True, slots=True)
class Withheld:
    """`state` is one word such as “Exempt”; `law`, `reason` and `taken` are sentences, each may be empty.

    `taken` says whether it is, or was, taken in private; `resolution` is what the meeting resolved, in its words.
    """

    title: str
    state: str
    law: str
    reason: str
    kind: str = ""
    withdrawn_at: datetime | None = None
    taken: str = ""
    resolution: str = ""


def withheld_item(item: AgendaItem, council: Council) -> Withheld | None:
    """None for an open item."""
    if item.access == Access.OPEN:
        return None
    law = access_in_law(item.access, item.exempt_paragraphs, council)
    return Withheld(
        item.title,
        item.get_access_display(),
        law,
        item.withheld_reason,
        taken=taken_in_private(item.access, item.private_resolved_on),
        resolution=item.private_resolution,
    )


def withheld_paper(notice: Notice, council: Council, resolved_on: date | None = None) -> Withheld:
    """`resolved_on` is when the meeting resolved to exclude the public for the item at which it was taken."""
    kind = Document.Kind(notice.kind).label
    if notice.is_withdrawn:
        return Withheld(notice.title, _("Withdrawn"), "", notice.reason, kind, notice.withdrawn_at)
    law = access_in_law(notice.access, notice.exempt_paragraphs, council)
    taken = taken_in_private(notice.access, resolved_on)
    return Withheld(notice.title, Access(notice.access).label, law, notice.reason, kind, taken=taken)


def taken_in_private(access: str, resolved_on: date | None) -> str:
    """Likely until the meeting has resolved it; what is confidential has to be, without a resolution (s100A(2))."""
    if resolved_on:
        return _("Taken in private: the meeting excluded the public on %(day)s.") % {
            "day": date_format(resolved_on, "j F Y")
        }
    if access == Access.CONFIDENTIAL:
        return _("The law requires this to be taken in private.")
    return _("Likely to be taken in private.")


def access_in_law(access: str, paragraphs: Iterable[int], council: Council) -> str:
    """Why the public may not read it, as the law describes it: the paragraphs are told with what they cover."""
    if access == Access.CONFIDENTIAL:
        return _("Not for publication: the law requires this to be kept confidential.")
    numbers, schedule = sorted(set(paragraphs)), schedule_of(council.jurisdiction)
    if not numbers or not schedule:
        return _("Not for publication: exempt information.")
    subjects = paragraphs_of(council.jurisdiction)
    told = _join(f"{number} ({subjects[number]})" if number in subjects else str(number) for number in numbers)
    named = ngettext("paragraph", "paragraphs", len(numbers))
    return _("Not for publication: exempt under %(named)s %(told)s of %(schedule)s.") % {
        "named": named,
        "told": told,
        "schedule": schedule,
    }


def _join(words: Iterable[str]) -> str:
    *rest, last = words
    return f"{', '.join(rest)} {_('and')} {last}" if rest else last
