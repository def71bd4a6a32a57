import re
from datetime import date, timedelta
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from committees.models import Access, Council, Meeting
from documents.alerts.sending import send_due
from documents.models import AlertSent, Subscription
from tests.builders import (
    make_committee,
    make_decision,
    make_item,
    make_meeting,
    make_minute,
    make_minutes,
    make_section,
    make_subscription,
)

pytestmark = pytest.mark.django_db


def ago(**passed: float) -> Any:
    return timezone.now() - timedelta(**passed)


def follow(meeting: Meeting, **fields: Any) -> Subscription:
    return make_subscription(committee=meeting.committee, **fields)


def sent() -> list[str]:
    send_due()
    return [str(message.subject) for message in mail.outbox]


def test_published_agenda_is_told_once_with_its_business() -> None:
    meeting = make_meeting(committee=make_committee(name="Planning Committee"))
    make_item(meeting=meeting, title="Apologies for absence")
    section = make_section(meeting=meeting, letter="B")
    make_item(meeting=meeting, section=section, label="2", title="School places")
    subscription = follow(meeting)
    send_due()
    send_due()
    (message,) = mail.outbox
    assert message.subject.startswith("Agenda: Planning Committee, ")
    assert message.to == [subscription.email]
    assert "B2 School places" in message.body
    assert "Apologies" not in message.body
    assert meeting.get_absolute_url() in message.body


def test_message_can_be_stopped_by_one_click() -> None:
    meeting = make_meeting()
    subscription = follow(meeting)
    send_due()
    headers = mail.outbox[0].extra_headers
    assert headers["List-Unsubscribe"].endswith(f"/emails/{subscription.key}/stop/>")
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def html_of(message: Any) -> str:
    ((html, kind),) = message.alternatives
    assert kind == "text/html"
    return str(html)


def test_html_stands_beside_the_text_with_the_same_links() -> None:
    meeting = make_meeting(date=timezone.localdate() - timedelta(days=3))
    item = make_item(meeting=meeting, title="School places")
    make_decision(meeting=meeting, item=item, title="School places", parts=["That the plan be agreed."])
    follow(meeting)
    send_due()
    (message,) = mail.outbox
    html = html_of(message)
    assert "That the plan be agreed." in html
    assert set(re.findall(r'href="([^"]+)"', html)) == set(re.findall(r"^http\S+$", str(message.body), re.M))


def test_quoted_words_are_no_markup() -> None:
    meeting = make_meeting(committee=make_committee(name="<b>Parks</b>"), venue="<img src=x>")
    make_item(meeting=meeting, title="<script>alert(1)</script> Trees")
    follow(meeting)
    send_due()
    html = html_of(mail.outbox[0])
    assert "&lt;script&gt;alert(1)&lt;/script&gt; Trees" in html
    assert not re.search("<(b>|img|script)", html)


def test_html_loads_nothing_and_carries_the_name_and_colour_of_the_council() -> None:
    Council.objects.create(name="Marlbridge & Vale", brand_colour="#123456")
    meeting = make_meeting()
    make_item(meeting=meeting, title="Trees")
    follow(meeting)
    send_due()
    html = html_of(mail.outbox[0])
    assert "Marlbridge &amp; Vale" in html
    assert "background:#123456;color:#ffffff" in html
    assert not re.search(r"<(img|link|script|style)|url\(|src=", html)


def test_decisions_are_told_with_their_words() -> None:
    meeting = make_meeting(date=timezone.localdate() - timedelta(days=3))
    item = make_item(meeting=meeting, title="School places")
    make_decision(meeting=meeting, item=item, title="School places", parts=["That the plan be agreed."])
    follow(meeting)
    assert [subject.split(":")[0] for subject in sent()] == ["Decisions"]
    assert "That the plan be agreed." in mail.outbox[0].body


@pytest.mark.parametrize(
    "fields",
    [
        {"agenda_published_at": None},
        {"agenda_published_at": timezone.now() + timedelta(hours=1)},
        {"state": Meeting.State.CANCELLED},
        {"date": date(2016, 9, 22)},
    ],
    ids=["no agenda", "scheduled", "cancelled", "of an archive"],
)
def test_nothing_is_told_of(fields: dict[str, Any]) -> None:
    follow(make_meeting(**fields))
    assert sent() == []


def test_agenda_published_this_minute_waits_for_a_mistake_to_be_noticed() -> None:
    meeting = make_meeting(agenda_published_at=ago(minutes=5))
    follow(meeting)
    assert sent() == []
    Meeting.objects.filter(pk=meeting.pk).update(agenda_published_at=ago(minutes=11))
    assert len(sent()) == 1


def test_who_confirmed_later_is_not_told_of_what_was_there() -> None:
    follow(make_meeting(), confirmed_at=ago(minutes=1))
    assert sent() == []


def test_who_has_not_confirmed_is_told_nothing() -> None:
    follow(make_meeting(), confirmed=False)
    assert sent() == []


def test_hidden_committee_is_told_of_to_nobody() -> None:
    follow(make_meeting(committee=make_committee(is_public=False)))
    assert sent() == []


def test_decision_on_an_exempt_item_is_not_quoted() -> None:
    meeting = make_meeting(date=timezone.localdate() - timedelta(days=3))
    secret = make_item(meeting=meeting, title="Contract", access=Access.EXEMPT, exempt_paragraphs=[3])
    minutes = make_minutes(meeting=meeting)
    make_decision(
        meeting=meeting,
        item=secret,
        title="Contract",
        parts=["That Acme be paid."],
        minute=make_minute(minutes=minutes, item=secret),
    )
    make_decision(meeting=meeting, title="Open business", parts=["That it be noted."])
    follow(meeting)
    send_due()
    assert "That it be noted." in mail.outbox[0].body
    assert "Acme" not in mail.outbox[0].body


def test_line_breaks_in_a_title_are_no_headers() -> None:
    follow(make_meeting(title="Extraordinary\r\nBcc: all@example.org"))
    assert sent()
    assert "\n" not in str(mail.outbox[0].subject)


def test_address_refused_three_times_in_a_row_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: EmailBackend, messages: Any) -> int:
        raise SMTPRecipientsRefused({messages[0].to[0]: (550, b"unknown")})

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)
    committee = make_committee()
    make_subscription(committee=committee)
    for days in (1, 2):
        make_meeting(committee=committee, date=timezone.localdate() + timedelta(days=days))
    send_due()
    assert Subscription.objects.get().refused == 2
    make_meeting(committee=committee, date=timezone.localdate() + timedelta(days=3))
    send_due()
    assert not Subscription.objects.exists()


def test_server_that_is_away_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(_self: EmailBackend, messages: Any) -> int:
        raise ConnectionError("away")

    follow(make_meeting())
    with monkeypatch.context() as patched:
        patched.setattr(EmailBackend, "send_messages", away)
        with pytest.raises(ConnectionError):
            send_due()
    assert not AlertSent.objects.exists()
    assert len(sent()) == 1
