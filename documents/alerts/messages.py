"""The words of the emails, as plain text and beside it as HTML (templates/emails), with the same links.

What is quoted is read through `.public()` at the moment of writing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator

from committees.business import is_formal
from committees.colours import readable_on
from committees.models import AgendaItem, AgendaSection, Council, Decision, Meeting
from committees.moments import spoken_time
from committees.moments import written as written_at
from documents.alerts.occasions import Occasion
from documents.models import AlertSent, Subscription, TimedPublication

DAY = "l j F Y"
QUOTED = 300  # characters of one decision
MOST_QUOTED = 60  # items or decisions; the page has the rest


@dataclass(frozen=True, slots=True)
class Message:
    """Of one occasion, the same to everybody but for the end; `letter` is the template that sets its `facts`."""

    subject: str
    text: str
    letter: str
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Quoted:
    """One decision: what it is about, its first words, and its page."""

    title: str
    words: str
    address: str


def confirmation(subscription: Subscription) -> EmailMultiAlternatives:
    """The message that asks whether the address was given by who reads it."""
    council, address = Council.objects.current().name, _absolute(subscription.get_absolute_url())
    name = _one_line(subscription.committee.name if subscription.committee else "")
    facts = {"name": name, "address": address, "is_confirmed": bool(subscription.confirmed_at)}
    if subscription.confirmed_at:
        text = f"You get emails about {name} already.\n\nTo stop them:\n{address}\n"
        subject = f"You get emails about {name} already"
    else:
        text = (
            f"Somebody, we think you, asked {council} to send emails to this address when an agenda or decisions of "
            f"{name} are published.\n\nTo confirm, open this page and choose “Yes, send me emails”:\n{address}\n\n"
            "If you did not ask, you need do nothing: no more emails are sent, and the address is forgotten in a "
            "week.\n"
        )
        subject = f"Confirm: emails about {name}"
    written = Message(subject, f"{text}\n{council}\n", "emails/confirm.html", facts)
    return _email(written, written.text, to=subscription.email)


def not_published(timed: TimedPublication, *, screen: str, to: str) -> EmailMultiAlternatives:
    """To the clerk who set it: it was not done when its moment came; `screen` is the address where it is published."""
    name, due = _one_line(str(timed)), written_at(timed.to_be_published_at)
    facts = {"name": name, "due": due, "failure": _one_line(timed.failure), "address": _absolute(screen)}
    text = (
        f"{name} was set to be published at {due}, and was not.\n\n{facts['failure']}\n\n"
        f"Nothing of it is public. Put it right and publish it, or take it back:\n{facts['address']}\n"
    )
    written = Message(f"Not published: {name}", text, "emails/not_published.html", facts)
    return _email(written, text, to=to)


def message(occasion: Occasion) -> Message:
    if occasion.kind == AlertSent.Occasion.AGENDA:
        return _of_agenda(occasion.meeting)
    return _of_decisions(occasion.meeting)


def addressed(written: Message, subscription: Subscription) -> EmailMultiAlternatives:
    """To one address, with how to stop: by its page, or by the one click that mail programs offer (RFC 8058)."""
    own = _absolute(subscription.get_absolute_url())
    stop = _absolute(reverse("alert_stop", args=[subscription.key]))
    why = f"You asked for emails about {_one_line(str(subscription.committee))}."
    email = _email(
        written,
        f"{written.text}\n\n--\n{why} To stop them:\n{own}\n",
        to=subscription.email,
        ending={"why": why, "address": own},
    )
    email.extra_headers = {
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }
    return email


def _email(written: Message, text: str, *, to: str, ending: Mapping[str, str] | None = None) -> EmailMultiAlternatives:
    """Both forms of a message; all that is quoted is escaped in its HTML."""
    council = Council.objects.current()
    look = {
        "council": council.name,
        "brand": council.brand_colour,
        "accent": council.accent_colour,
        "on_brand": readable_on(council.brand_colour),
    }
    email = EmailMultiAlternatives(written.subject, text, to=[to])
    letter = render_to_string(written.letter, {**look, **written.facts, "subject": written.subject, "ending": ending})
    email.attach_alternative(letter, "text/html")
    return email


def _of_agenda(meeting: Meeting) -> Message:
    name, day = _one_line(meeting.name), date_format(meeting.date, DAY)
    at = f" at {spoken_time(meeting.time)}" if meeting.time else ""
    business = list(_business(meeting))
    facts = {
        "name": name,
        "when": f"{day}{at}".replace(" pm", "\u00a0pm").replace(" am", "\u00a0am"),
        "venue": _one_line(meeting.venue),
        "business": business[:MOST_QUOTED],
        "more": len(business[MOST_QUOTED:]),
        "questions": _questions(meeting),
        "address": _absolute(meeting.get_absolute_url()),
    }
    lines = [f"  {item['label']} {item['title']}".rstrip() for item in business[:MOST_QUOTED]]
    if facts["more"]:
        lines.append(f"  and {facts['more']} more")
    parts = [
        "The agenda of a meeting is published.",
        "\n".join(filter(None, (name, f"{day}{at}", _one_line(meeting.venue)))),
        "\n".join(["The business:", *lines]) if lines else "",
        f"Read the agenda and its papers:\n{facts['address']}",
        _questions(meeting),
    ]
    return Message(f"Agenda: {name}, {day}", "\n\n".join(filter(None, parts)), "emails/agenda.html", facts)


def _business(meeting: Meeting) -> Iterator[dict[str, str]]:
    letters = dict(AgendaSection.objects.public().filter(meeting=meeting).values_list("pk", "letter"))
    items = AgendaItem.objects.public().filter(meeting=meeting, state=AgendaItem.State.LISTED).order_by("order")
    for item in items:
        if not is_formal(item.title):
            yield {"label": f"{letters.get(item.section_id or 0, '')}{item.label}", "title": _one_line(item.title)}


def _questions(meeting: Meeting) -> str:
    if meeting.questions_by is None or meeting.questions_by < timezone.localdate():
        return ""
    to = f" to {_one_line(meeting.questions_to)}" if meeting.questions_to else ""
    return f"Questions to the meeting: by {date_format(meeting.questions_by, DAY)}{to}."


def _of_decisions(meeting: Meeting) -> Message:
    name, day = _one_line(meeting.name), date_format(meeting.date, DAY)
    decided = list(_decided(meeting))
    facts = {
        "name": name,
        "when": day,
        "decided": decided[:MOST_QUOTED],
        "more": len(decided[MOST_QUOTED:]),
        "address": _absolute(meeting.get_absolute_url()),
    }
    parts = [
        f"Decisions of {name} on {day} are published.",
        *(f"{one.title}\n{one.words}\n{one.address}" for one in decided[:MOST_QUOTED]),
        f"And {facts['more']} more." if facts["more"] else "",
        f"All that was decided, and the papers:\n{facts['address']}",
    ]
    text = "\n\n".join(filter(None, parts))
    return Message(f"Decisions: {name}, {day}", text, "emails/decisions.html", facts)


def _decided(meeting: Meeting) -> Iterator[Quoted]:
    decisions = Decision.objects.public().filter(Q(meeting=meeting) | Q(item__meeting=meeting))
    for one in decisions.order_by("item__order", "pk"):
        if not is_formal(one.title):
            words = Truncator(_one_line(" ".join(one.parts))).chars(QUOTED)
            yield Quoted(_one_line(one.title), words, _absolute(one.get_absolute_url()))


def _absolute(path: str) -> str:
    return urljoin(f"{settings.SITE_ADDRESS}/", path)


def _one_line(words: str) -> str:
    """Words from papers: a line break in a subject would be a header of its own."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())
