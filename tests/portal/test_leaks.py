"""Nothing hidden shows at any public address.

A row for every address, a row for every way of hiding: each address is asked for what is hidden in each way, and
a secret word that stands in its title, text, file and file name is nowhere in the answer.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, reverse
from django.utils import timezone

from committees.models import Access, AgendaItem, Committee, Meeting, PublicChange, record_change
from documents import pdf
from documents.models import Document, DocumentVersion, Listing, Page, StoredFile
from portal import urls
from portal.sitemaps import sections
from portal.views.about import PAGES
from tests.builders import (
    make_clerk,
    make_committee,
    make_item,
    make_meeting,
    make_minute,
    make_paper,
    make_person,
    make_section,
    make_subscription,
)
from tests.indexes import follow
from tests.portal.hidden_records import Records, make_records
from tests.portal.stored_files import make_pdf

pytestmark = pytest.mark.django_db
indexed = pytest.mark.django_db(transaction=True)  # followers read what is committed

SECRET = "glockenspiel"
ASKED = "xylophone"  # stands beside the secret; it alone is typed into the search box, and shown back
OPEN = "Marimba"


@dataclass(frozen=True)
class Scene:
    """A meeting with an open paper beside one that is hidden; the hidden one's every word is the secret."""

    committee: Committee
    meeting: Meeting
    item: AgendaItem
    hidden: Document
    beside: Document
    records: Records


def make_scene() -> Scene:
    committee = make_committee(name="Committee of the scene")
    meeting = make_meeting(committee=committee)
    section = make_section(meeting=meeting, letter="B")
    item = make_item(meeting=meeting, section=section, title="Neutral title", text="Neutral words")
    beside = make_paper(
        item=make_item(meeting=meeting, title="Open item"),
        title=f"{OPEN} report",
        pages=(f"{OPEN} words",),
        served=make_pdf(f"{OPEN} file", name="open.pdf"),
    )
    hidden = make_paper(
        item=item,
        title=f"{SECRET} {ASKED} report",
        pages=(f"{SECRET} {ASKED} words", f"more {SECRET} {ASKED}"),
        served=make_pdf(f"{SECRET} file", f"more {SECRET}", name=f"{SECRET}.pdf"),
        minutes_of=meeting,
    )
    correct(hidden, f"{SECRET} {ASKED} words, corrected")
    make_minute(item=item, title="Neutral minute")
    return Scene(committee, meeting, item, hidden, beside, make_records(hidden, beside, item, f"{SECRET} {ASKED}"))


def correct(paper: Document, words: str) -> None:
    """A second version, which the public may read beside the first."""
    first = paper.current_version
    assert first
    second = DocumentVersion.objects.get(pk=first.pk)
    second.pk, second.number, second.in_force_at, second.compared_with = None, 2, timezone.now(), first
    second.save()
    for page in Page.objects.filter(version=first):
        page.pk, page.version, page.text = None, second, words
        page.save()
    paper.current_version = second
    paper.save()


def update(thing: Any, **fields: Any) -> None:
    type(thing).objects.filter(pk=thing.pk).update(**fields)


def later() -> Any:
    return timezone.now() + timedelta(hours=1)


def exempt(scene: Scene) -> None:
    update(scene.hidden, access=Access.EXEMPT, exempt_paragraphs=[3], withheld_reason="It names a bidder.")


def withdrawn(scene: Scene) -> None:
    update(scene.hidden, withdrawn_at=timezone.now(), withdrawn_by=make_clerk(), withdrawal_reason="An address.")


def exempt_draft(scene: Scene) -> None:
    exempt(scene)
    update(scene.hidden, published_at=None)


def withdrawn_while_exempt(scene: Scene) -> None:
    exempt(scene)
    withdrawn(scene)


def listed_nowhere(scene: Scene) -> None:
    Listing.objects.filter(document=scene.hidden).delete()


def item_exempt(scene: Scene) -> None:
    update(scene.item, access=Access.EXEMPT, exempt_paragraphs=[3], text=f"{SECRET} {ASKED} text")


def elsewhere_exempt(scene: Scene) -> None:
    """Open where it is seen, but also taken under an exempt item of another meeting."""
    other = make_item(access=Access.EXEMPT, exempt_paragraphs=[1])
    Listing.objects.create(document=scene.hidden, meeting=other.meeting, item=other)


@dataclass(frozen=True)
class Hiding:
    """How the paper is hidden, the status its page then has, and whether the meeting itself is hidden with it."""

    hide: Callable[[Scene], None]
    status: int = 404
    hides_meeting: bool = False
    hides_agenda: bool = False


HIDINGS = {
    "draft": Hiding(lambda scene: update(scene.hidden, published_at=None)),
    "scheduled": Hiding(lambda scene: update(scene.hidden, published_at=later())),
    "exempt": Hiding(exempt, status=200),
    "confidential": Hiding(lambda scene: update(scene.hidden, access=Access.CONFIDENTIAL), status=200),
    "exempt draft": Hiding(exempt_draft),
    "withdrawn": Hiding(withdrawn, status=410),
    "withdrawn while exempt": Hiding(withdrawn_while_exempt, status=410),
    "without a version": Hiding(lambda scene: update(scene.hidden, current_version=None)),
    "listed nowhere": Hiding(listed_nowhere),
    "item draft": Hiding(lambda scene: update(scene.item, published_at=None, title=f"{SECRET} {ASKED} item")),
    "item scheduled": Hiding(lambda scene: update(scene.item, published_at=later(), title=f"{SECRET} {ASKED} item")),
    "item exempt": Hiding(item_exempt),
    "another item exempt": Hiding(elsewhere_exempt),
    "agenda not published": Hiding(lambda scene: update(scene.meeting, agenda_published_at=None), hides_agenda=True),
    "agenda scheduled": Hiding(lambda scene: update(scene.meeting, agenda_published_at=later()), hides_agenda=True),
    "meeting not announced": Hiding(
        lambda scene: update(scene.meeting, agenda_published_at=None, published_at=None, venue=SECRET),
        hides_meeting=True,
        hides_agenda=True,
    ),
    "committee not public": Hiding(
        lambda scene: update(scene.committee, is_public=False, name=f"{SECRET} {ASKED} committee", purpose=SECRET),
        hides_meeting=True,
        hides_agenda=True,
    ),
}

# Each address by its name: the addresses to ask for, most of them twice: as a list, and as the hidden thing's own
ADDRESSES: dict[str, Callable[[Scene], list[str]]] = {
    "home": lambda scene: ["/"],
    "search": lambda scene: [
        f"/search/?q={ASKED}",
        f'/search/?q="{ASKED}+report"',
        "/search/?q=report",
        f"/search/?q={ASKED[:-1]}a",  # nearly the word: it is neither corrected to it nor suggested
        f"/search/?q={ASKED}&committee={scene.committee.slug}",
        f"/search/?q=report&meeting={scene.meeting.pk}",
        f"/search/?q=report&paper={scene.hidden.pk}",
        f"/search/?q=report&person={make_person(name='Ann Open').pk}",
        f"/search/?q=B1+{scene.meeting.date}",
    ],
    "search_suggestions": lambda scene: [
        f"/search/suggestions/?q={words}" for words in (SECRET[:5], ASKED[:5], ASKED, f"report {ASKED[:5]}", "report")
    ],
    "committees": lambda scene: ["/committees/"],
    "committee": lambda scene: [scene.committee.get_absolute_url()],
    "alert_ask": lambda scene: [f"{scene.committee.get_absolute_url()}emails/"],
    "alert_asked": lambda scene: ["/emails/asked/"],
    "alert": lambda scene: [make_subscription(committee=scene.committee).get_absolute_url(), "/emails/no-such-key/"],
    "alert_confirm": lambda scene: [f"{make_subscription(committee=scene.committee).get_absolute_url()}confirm/"],
    "alert_stop": lambda scene: [f"{make_subscription(committee=scene.committee).get_absolute_url()}stop/"],
    "meetings": lambda scene: ["/meetings/", f"/meetings/?words={ASKED}", "/meetings/?words=neutral"],
    "calendar": lambda scene: ["/meetings/calendar/"],
    "calendar_month": lambda scene: [f"/meetings/calendar/{scene.meeting.date.year}/{scene.meeting.date.month}/"],
    "meeting_short": lambda scene: [f"/meetings/{scene.meeting.pk}/"],
    "meeting": lambda scene: [scene.meeting.get_absolute_url()],
    "pack": lambda scene: [f"/meetings/{scene.meeting.pk}/pack.pdf"],
    "minutes": lambda scene: [
        f"{scene.meeting.get_absolute_url()}minutes/",
        f"/meetings/{scene.meeting.pk}/x/minutes/",
    ],
    "item": lambda scene: [
        f"/meetings/{scene.meeting.pk}/items/{scene.item.pk}/neutral-title/",
        f"/meetings/{scene.meeting.pk}/items/{scene.item.pk}/x/",
    ],
    "papers": lambda scene: ["/papers/", "/papers/?words=report", "/papers/?kind=report"],
    "paper_short": lambda scene: [f"/papers/{scene.hidden.pk}/"],
    "paper": lambda scene: [f"/papers/{scene.hidden.pk}/report/"],
    "paper_changes": lambda scene: [f"/papers/{scene.hidden.pk}/{slug}/changes/2/" for slug in ("report", "x")],
    "paper_file": lambda scene: [f"/papers/{scene.hidden.pk}/file/report.{ending}" for ending in ("pdf", "docx")],
    "page_image": lambda scene: [f"/papers/{scene.hidden.pk}/pages/{number}.webp" for number in (1, 2, 3)],
    "decisions": lambda scene: ["/decisions/", f"/decisions/?words={ASKED}", "/decisions/?words=open"],
    "decisions_csv": lambda scene: ["/decisions.csv"],
    "decision": lambda scene: [scene.records.decision.get_absolute_url(), f"/decisions/{scene.records.decision.pk}/x/"],
    "recommendations": lambda scene: [
        "/recommendations/",
        f"/recommendations/?words={ASKED}",
        f"/recommendations/?review={scene.records.review.pk}",
        "/recommendations/?status=answered",
    ],
    "recommendations_csv": lambda scene: ["/recommendations.csv"],
    "recommendations_summary": lambda scene: ["/recommendations/summary/"],
    "recommendation": lambda scene: [
        f"/recommendations/{row.pk}/"
        for row in (
            scene.records.recommendation,
            scene.records.part,
            scene.records.open,
            scene.records.asked_of_meeting,
        )
    ],
    "reviews": lambda scene: ["/reviews/"],
    "review": lambda scene: [scene.records.review.get_absolute_url()],
    "work_programme": lambda scene: [f"{scene.committee.get_absolute_url()}work-programme/"],
    "action_plan": lambda scene: [f"/papers/{scene.hidden.pk}/{slug}/actions/" for slug in ("report", "x")],
    "people": lambda scene: ["/people/"],
    "person": lambda scene: [make_person(name="Ann Open").get_absolute_url()],
    "wards": lambda scene: ["/wards/"],
    "ward": lambda scene: ["/wards/no-such-ward/"],
    "problem": lambda scene: [f"/papers/{scene.hidden.pk}/x/problem/"],
    "problem_reported": lambda scene: [f"/papers/{scene.hidden.pk}/x/problem/reported/"],
    "about": lambda scene: ["/about/"],
    "about_page": lambda scene: [f"/about/{page.slug}/" for page in PAGES],
    "crest": lambda scene: ["/crest-none.svg", "/crest-0123456789abcdef.png"],
    "council_css": lambda scene: ["/council.css"],
    "members": lambda scene: ["/members/"],
    "member_paper": lambda scene: [f"/members/papers/{scene.hidden.pk}/"],
    "member_file": lambda scene: [f"/members/papers/{scene.hidden.pk}/file/report.pdf"],
    "member_pack": lambda scene: [f"/members/meetings/{scene.meeting.pk}/pack.pdf"],
    "robots": lambda scene: ["/robots.txt"],
    "sitemap_index": lambda scene: ["/sitemap.xml"],
    "sitemap": lambda scene: [f"/sitemap-{section}.xml" for section in sections()],
}
OWN = ("paper_short", "paper")
SECRET_SHOWS = (
    *("home", "search", "search_suggestions", "meeting", "minutes", "pack", "item", "papers", "paper", "sitemap"),
    *("decision", "recommendations", "recommendations_csv", "recommendation", "review", "work_programme"),
    "action_plan",
)
FILES = ("paper_file", "page_image")


def public_names() -> Iterator[str]:
    for pattern in urls.urlpatterns:
        if isinstance(pattern, URLPattern):
            yield pattern.name or str(pattern.pattern)


def read(response: Any) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else bytes(response.content)


def status_of(client: Client, address: str, **headers: str) -> int:
    response: Any = client.get(address, headers={name.replace("_", "-"): value for name, value in headers.items()})
    read(response)
    return int(response.status_code)


def everything_said(client: Client, address: str, folder: Path) -> str:
    """Headers and words of the answer, those of a PDF read out of it, and of where it moves to, in lower case."""
    response: Any = client.get(address)
    content = read(response)
    words = content.decode("utf-8", "replace")
    if content.startswith(b"%PDF"):
        (folder / "said.pdf").write_bytes(content)
        text = pdf.read(folder / "said.pdf")
        words += "\n".join([page.text for page in text.pages] + [bookmark.title for bookmark in text.bookmarks])
    if response.status_code in (301, 302):
        words += everything_said(client, response["Location"], folder)
    return f"{response.headers}{words}".lower()


@pytest.fixture
def scene() -> Scene:
    return make_scene()


def keep_pages(client: Client, scene: Scene) -> None:
    """Asks for each page that shows the secret, so that this process of the site has it in its cache."""
    for name in SECRET_SHOWS:
        for address in ADDRESSES[name](scene):
            read(client.get(address))


def hide(scene: Scene, hiding: Hiding) -> None:
    hiding.hide(scene)
    record_change(PublicChange.Subject.DOCUMENT, scene.hidden.pk)
    record_change(PublicChange.Subject.MEETING, scene.meeting.pk)


def test_every_public_address_has_a_row() -> None:
    assert set(public_names()) == set(ADDRESSES)


@indexed
def test_secret_shows_where_nothing_is_hidden(client: Client, scene: Scene, tmp_path: Path) -> None:
    """Or the tests below would prove nothing."""
    follow()
    for name in SECRET_SHOWS:
        said = [everything_said(client, address, tmp_path) for address in ADDRESSES[name](scene)]
        assert any(SECRET in words for words in said), name
    images = [status_of(client, address) for address in ADDRESSES["page_image"](scene)[:2]]
    assert images == [200, 200]


@indexed
@pytest.mark.parametrize("hiding", HIDINGS.values(), ids=HIDINGS)
def test_secret_shows_nowhere(client: Client, scene: Scene, tmp_path: Path, hiding: Hiding) -> None:
    """In the very next answer, though every page is in the cache as it was a moment before."""
    follow()  # the index has it, and must not find what has just been hidden
    keep_pages(client, scene)
    hide(scene, hiding)
    assert client.get(f"/search/?q={ASKED}").context["search"].results.pages == 0
    for name, addresses in ADDRESSES.items():
        for address in addresses(scene):
            said = everything_said(client, address, tmp_path)
            place = said.find(SECRET)
            assert place < 0, (name, address, said[max(0, place - 200) : place + 200])
    follow()
    assert client.get(f"/search/?q={ASKED}").context["search"].results.pages == 0
    assert SECRET not in everything_said(client, "/search/?q=report", tmp_path)


@pytest.mark.parametrize("hiding", HIDINGS.values(), ids=HIDINGS)
def test_hidden_things_have_the_right_status(client: Client, scene: Scene, hiding: Hiding) -> None:
    hide(scene, hiding)
    statuses = {
        name: {status_of(client, address) for address in ADDRESSES[name](scene)}
        for name in (*OWN, *FILES, "pack", "meeting", "minutes")
    }
    assert [statuses[name] for name in OWN] == [{hiding.status}] * len(OWN)
    assert [statuses[name] for name in FILES] == [{410 if hiding.status == 410 else 404}] * len(FILES)
    assert (statuses["pack"] == {404}) == hiding.hides_agenda
    assert (statuses["meeting"] == {404}) == (statuses["minutes"] == {404}) == hiding.hides_meeting


@pytest.mark.parametrize("hiding", HIDINGS.values(), ids=HIDINGS)
def test_hidden_file_is_not_sent_to_who_had_it(client: Client, scene: Scene, hiding: Hiding) -> None:
    """Neither called still good, nor sent in part."""
    version = scene.hidden.current_version
    assert version
    assert version.served
    address = reverse("paper_file", args=[scene.hidden.pk, scene.hidden.slug, "pdf"])
    hide(scene, hiding)
    assert status_of(client, address, If_None_Match=f'"{version.served.sha256}"') in (404, 410)
    assert status_of(client, address, If_Modified_Since="Fri, 01 Jan 2100 00:00:00 GMT") in (404, 410)
    assert status_of(client, address, Range="bytes=0-9") in (404, 410)
    assert client.head(address).status_code in (404, 410)


@indexed
def test_replaced_version_is_not_shown(client: Client, scene: Scene, tmp_path: Path) -> None:
    replaced = make_paper(
        item=scene.item, title="Corrected", pages=(f"{SECRET} {ASKED} words",), served=make_pdf(SECRET)
    )
    corrected = make_paper(title="Spare", served=make_pdf("Corrected"))
    Document.objects.filter(pk=corrected.pk).update(current_version=None)
    version = corrected.current_version
    assert version
    update(version, document=replaced, number=2)
    update(replaced, current_version=version)
    update(scene.hidden, published_at=None)
    record_change(PublicChange.Subject.DOCUMENT, scene.hidden.pk, replaced.pk, corrected.pk)
    follow()
    addresses = [replaced.get_absolute_url(), reverse("paper_file", args=[replaced.pk, "corrected", "pdf"])]
    for address in [*addresses, *ADDRESSES["search"](scene), *ADDRESSES["pack"](scene)]:
        assert SECRET not in everything_said(client, address, tmp_path), address


def test_uploaded_pack_is_never_what_is_served(client: Client, scene: Scene) -> None:
    """A paper whose pages have not been cut out of their pack has no file to give."""
    version = scene.beside.current_version
    assert version
    update(version, original=make_pdf("The whole pack"), served=None)
    assert StoredFile.objects.count() > 1
    for name in FILES:
        address = ADDRESSES[name](replace(scene, hidden=scene.beside))[0]
        assert status_of(client, address) == 404
