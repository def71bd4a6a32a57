"""The words of the emails: plain text, what is quoted read through `.public()` at the moment of writing."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.text import Truncator

from committees.business import is_formal
from committees.models import AgendaItem, AgendaSection, Council, Decision, Meeting
from documents.alerts.occasions import Occasion
from documents.models import AlertSent, Subscription

DAY = "l j F Y"
QUOTED = 300  # characters of one decision
MOST_QUOTED = 60  # items or decisions; the page has the rest


@dataclass(frozen=True, slots=True)
class Message:
    """Of one occasion, the same to everybody but for the end."""

    subject: str
    text: str


def confirmation(subscription: Subscription) -> EmailMessage:
    """The message that asks whether the address was given by who reads it."""
    council, address = Council.objects.current().name, _absolute(subscription.get_absolute_url())
    name = _one_line(subscription.committee.name if subscription.committee else "")
    if subscription.confirmed_at:
        text = f"You get emails about {name} already.\n\nTo stop them:\n{address}\n"
        return EmailMessage(f"You get emails about {name} already", f"{text}\n{council}\n", to=[subscription.email])
    text = (
        f"Somebody, we think you, asked {council} to send emails to this address when an agenda or decisions of "
        f"{name} are published.\n\nTo confirm, open this page and choose “Yes, send me emails”:\n{address}\n\n"
        "If you did not ask, you need do nothing: no more emails are sent, and the address is forgotten in a week.\n"
    )
    return EmailMessage(f"Confirm: emails about {name}", f"{text}\n{council}\n", to=[subscription.email])


def message(occasion: Occasion) -> Message:
    if occasion.kind == AlertSent.Occasion.AGENDA:
        return _of_agenda(occasion.meeting)
    return _of_decisions(occasion.meeting)


def addressed(written: Message, subscription: Subscription) -> EmailMessage:
    """To one address, with how to stop: by its page, or by the one click that mail programs offer (RFC 8058)."""
    own = _absolute(subscription.get_absolute_url())
    stop = _absolute(reverse("alert_stop", args=[subscription.key]))
    ending = f"You asked for emails about {_one_line(str(subscription.committee))}. To stop them:\n{own}\n"
    return EmailMessage(
        written.subject,
        f"{written.text}\n\n--\n{ending}",
        to=[subscription.email],
        headers={
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )


def _of_agenda(meeting: Meeting) -> Message:
    name, day = _one_line(meeting.name), date_format(meeting.date, DAY)
    at = f" at {time_format(meeting.time, 'g.i a')}" if meeting.time else ""
    facts = [name, f"{day}{at}", _one_line(meeting.venue)]
    business = list(_business(meeting))
    parts = [
        "The agenda of a meeting is published.",
        "\n".join(filter(None, facts)),
        "\n".join(["The business:", *business]) if business else "",
        f"Read the agenda and its papers:\n{_absolute(meeting.get_absolute_url())}",
        _questions(meeting),
    ]
    return Message(f"Agenda: {name}, {day}", "\n\n".join(filter(None, parts)))


def _business(meeting: Meeting) -> Iterator[str]:
    letters = dict(AgendaSection.objects.public().filter(meeting=meeting).values_list("pk", "letter"))
    items = AgendaItem.objects.public().filter(meeting=meeting, state=AgendaItem.State.LISTED).order_by("order")
    business = [item for item in items if not is_formal(item.title)]
    for item in business[:MOST_QUOTED]:
        yield f"  {letters.get(item.section_id or 0, '')}{item.label} {_one_line(item.title)}".rstrip()
    if len(business) > MOST_QUOTED:
        yield f"  and {len(business) - MOST_QUOTED} more"


def _questions(meeting: Meeting) -> str:
    if meeting.questions_by is None or meeting.questions_by < timezone.localdate():
        return ""
    to = f" to {_one_line(meeting.questions_to)}" if meeting.questions_to else ""
    return f"Questions to the meeting: by {date_format(meeting.questions_by, DAY)}{to}."


def _of_decisions(meeting: Meeting) -> Message:
    name, day = _one_line(meeting.name), date_format(meeting.date, DAY)
    parts = [
        f"Decisions of {name} on {day} are published.",
        *_decided(meeting),
        f"All that was decided, and the papers:\n{_absolute(meeting.get_absolute_url())}",
    ]
    return Message(f"Decisions: {name}, {day}", "\n\n".join(parts))


def _decided(meeting: Meeting) -> Iterator[str]:
    decisions = Decision.objects.public().filter(Q(meeting=meeting) | Q(item__meeting=meeting))
    shown = [one for one in decisions.order_by("item__order", "pk") if not is_formal(one.title)]
    for decision in shown[:MOST_QUOTED]:
        words = Truncator(_one_line(" ".join(decision.parts))).chars(QUOTED)
        yield f"{_one_line(decision.title)}\n{words}\n{_absolute(decision.get_absolute_url())}"
    if len(shown) > MOST_QUOTED:
        yield f"And {len(shown) - MOST_QUOTED} more."


def _absolute(path: str) -> str:
    return urljoin(f"{settings.SITE_ADDRESS}/", path)


def _one_line(words: str) -> str:
    """Words from papers: a line break in a subject would be a header of its own."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())
