"""What is kept of the site's own pages, in the real database."""

import time
from datetime import datetime, timedelta

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from committees.models import Council, Meeting, Ward
from documents.models import Document
from portal.page_cache.edition import EditionReader
from tests.builders import make_clerk, make_committee, make_item, make_meeting, make_paper, make_person, make_ward

pytestmark = pytest.mark.django_db(transaction=True)


def cost(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_kept_page_asks_for_the_edition_alone() -> None:
    client = Client()
    meeting = make_meeting()
    item = make_item(meeting=meeting)
    paper = make_paper(item=item)
    things = (meeting.committee, meeting, item, paper, make_person(), make_ward())
    addresses = ["/", *(thing.get_absolute_url() for thing in things), "/meetings/", "/papers/", "/decisions/"]
    for address in addresses:
        assert cost(client, address) > 1, address
        assert cost(client, address) == 1, address


def test_change_shows_at_once_and_what_was_rolled_back_never() -> None:
    client = Client()
    make_committee(name="Planning")
    client.get("/")
    with transaction.atomic():
        Council.objects.create(name="Never")
        assert "Never" in client.get("/").text  # as this transaction alone has it
        transaction.set_rollback(True)
    assert "Never" not in client.get("/").text
    Council.objects.create(name="Borough of Ashby")
    assert "Borough of Ashby" in client.get("/").text
    Council.objects.update(name="Borough of Selby")
    assert "Borough of Selby" in client.get("/").text


def test_every_process_takes_down_what_another_has_hidden() -> None:
    """Each keeps pages of its own, and asks the database which edition holds."""
    first, second = Client(), Client()
    paper = make_paper(title="Report of a leak")
    for process in (first, second):
        assert "Report of a leak" in process.get("/papers/").text
        assert cost(process, "/papers/") == 1
    withdrawn = {"withdrawn_at": timezone.now(), "withdrawn_by": make_clerk(), "withdrawal_reason": "It names a child."}
    Document.objects.filter(pk=paper.pk).update(**withdrawn)
    for process in (second, first):
        assert "Report of a leak" not in process.get("/papers/").text
        assert process.get(paper.get_absolute_url()).status_code == 410


def read_before_its_time(client: Client) -> tuple[str, datetime]:
    """A page read, and kept, before the paper's time came; a machine that was too slow for a second is given more."""
    for seconds in (1, 4, 16, 64):
        due = timezone.now() + timedelta(seconds=seconds)
        Document.objects.update(published_at=due)
        text = client.get("/papers/").text + client.get("/papers/").text
        if timezone.now() < due:
            return text, due
    raise AssertionError("no page is made within a minute")


def test_paper_shows_when_its_time_comes_though_nothing_is_written() -> None:
    client = Client()
    paper = make_paper(title="Scheduled paper")
    before, due = read_before_its_time(client)
    assert "Scheduled paper" not in before
    time.sleep(max(0, (due - timezone.now()).total_seconds()) + 0.1)
    assert "Scheduled paper" in client.get("/papers/").text
    assert client.get(paper.get_absolute_url()).status_code == 200


def test_day_that_turns_makes_pages_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client()
    make_meeting(date=timezone.localdate())
    assert client.get("/").text.count("meeting-row") == client.get("/").text.count("meeting-row")
    tomorrow = timezone.localdate() + timedelta(days=1)
    with monkeypatch.context() as clock:
        clock.setattr(timezone, "localdate", lambda: tomorrow)
        assert cost(client, "/") > 1


def test_clerk_sees_nothing_kept_and_leaves_nothing() -> None:
    desk, reader = Client(), Client()
    make_ward(name="Hill")
    reader.get("/wards/")
    desk.force_login(make_clerk())
    assert cost(desk, "/wards/") > 1
    assert desk.get("/wards/")["Cache-Control"] == "private, no-cache"
    assert cost(reader, "/wards/") == 1


def test_edition_is_asked_in_one_query_of_what_is_due_next(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    reader = EditionReader()
    ward = make_ward()
    soon = timezone.now() + timedelta(minutes=5)
    make_meeting()
    Meeting.objects.update(agenda_published_at=soon)
    with django_assert_num_queries(1):
        edition = reader.now()
    assert edition
    assert edition.due_at == soon
    with django_assert_num_queries(1):
        assert reader.now() is edition
    Ward.objects.filter(pk=ward.pk).update(name="Dale")
    assert reader.now() != edition
