"""Every kind of public page in a real browser, by the site map: a new address is looked at as soon as it has a row.

A page has no accessibility fault on a phone or a desk, in either scheme of colours; nothing to complain of in the
console; no link or picture that leads nowhere. It fits a screen of 320 pixels, also with the spacing that readers set,
shows where the focus is, also in forced colours, and nothing on it moves by itself.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urldefrag

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Error, Page, Response, ViewportSize
from pytest_django.live_server_helper import LiveServer

from committees.models import Attendance, Council, MeetingMember, Ward
from tests.browser.looks import FOCUS, LARGER, SHIFTS, faults_of
from tests.builders import long_ago, make_decision, make_membership, make_person, make_ward
from tests.indexes import follow
from tests.portal.test_leaks import ADDRESSES, Scene, make_scene

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LONG = "x" * 120  # a word that no line has room for
NARROW = ViewportSize(width=320, height=700)
NO_PAGES = {
    *("search_suggestions", "meeting_short", "pack", "paper_short", "paper_file", "page_image", "decisions_csv"),
    *("recommendations_csv", "council_css", "crest", "robots", "sitemap_index", "sitemap"),
    *("alert_confirm", "alert_stop"),  # are sent, not read
}
LOOK = """() => ({
  wide: document.documentElement.scrollWidth,
  h1: document.querySelectorAll("h1").length,
  language: document.documentElement.lang,
  pictures: [...document.images]
    .filter((image) => !image.hasAttribute("alt") || (image.complete && !image.naturalWidth))
    .map((image) => image.src),
  lost: [...document.querySelectorAll('a[href^="#"]')]
    .map((link) => decodeURIComponent(link.hash.slice(1)))
    .filter((id) => id && !document.getElementById(id)),
  links: [...document.querySelectorAll("a[href]")].map((link) => link.href),
})"""
WIDE = ViewportSize(width=1280, height=800)
# Of what is in order nothing is told, nor where in the page each fault lies: that took most of the time
FAULTS_ALONE = {"resultTypes": ["violations"], "selectors": False, "iframes": False, "preload": False}
TARGETS: dict[str, Any] = {"rules": {"target-size": {"enabled": True}}}


@pytest.fixture
def scene(live_server: LiveServer) -> Scene:
    """The scene of the leak matrix with nothing hidden, and all that a page may show besides."""
    scene = make_scene()
    Council.objects.create(name="Marlbridge", address="Town Hall", email="ask@council.example", phone="01632 960000")
    ward = make_ward(name="Abbey Fields")
    person = make_person(name="Sana Ahmed", ward=ward)
    make_membership(committee=scene.committee, person=person, role="chair")
    MeetingMember.objects.create(meeting=scene.meeting, order=1, name="Sana Ahmed", person=person, role="chair")
    Attendance.objects.create(meeting=scene.meeting, person=person)
    scene.meeting.attendance_published_at = long_ago()
    scene.meeting.save()
    make_decision(title="On the ward", wards=[ward], person=person)
    follow()
    return scene


def addresses(scene: Scene) -> Iterator[str]:
    """One of each kind, and those that show the most."""
    for name, rows in ADDRESSES.items():
        if name not in NO_PAGES:
            yield from [address for address in rows(scene) if "no-such" not in address][:1]
    yield from (ward.get_absolute_url() for ward in Ward.objects.all())
    yield f"{scene.committee.get_absolute_url()}?on=31/2/2024"
    yield f"/decisions/?date_from=soon&committee={LONG}&from={LONG}"
    yield f"/search/?q=B1+{scene.meeting.date}"
    yield f"/papers/{scene.hidden.pk}/?q=words"


class Checker:
    """The accessibility checker, put into a page once and asked as often as need be."""

    script = Axe().axe_script

    def __init__(self, page: Page) -> None:
        self.page = page
        page.evaluate(self.script)

    def faults(self, **options: Any) -> list[str]:
        found = self.page.evaluate("(options) => axe.run(document, options)", {**FAULTS_ALONE, **options})["violations"]
        return [f"{fault['id']}: {fault['nodes'][0]['html'][:200]}" for fault in found]


class Watch:
    """What goes wrong on the way: complaints of the console, and answers that are faults."""

    def __init__(self, page: Page) -> None:
        self.complaints: list[str] = []
        page.on("console", lambda message: self._note(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self._note(str(error)))
        page.on("response", self._answered)

    def _note(self, text: str) -> None:
        self.complaints.append(text)

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self._note(f"{response.status} for {response.url}")

    def taken(self) -> list[str]:
        taken, self.complaints = self.complaints, []
        return taken


def look_at(page: Page, watch: Watch, address: str, links: set[str]) -> list[str]:
    """Everything wrong with one page; its links are added to `links`."""
    page.set_viewport_size(NARROW)
    page.emulate_media(color_scheme="light", forced_colors="none")
    try:
        page.goto(address)
    except Error as error:
        return [str(error)]
    faults = watch.taken()
    seen = page.evaluate(LOOK)
    links.update(seen["links"])
    faults += [f"picture {source}" for source in seen["pictures"]] + [f"no place #{place}" for place in seen["lost"]]
    if seen["wide"] > NARROW["width"]:
        faults.append(f"{seen['wide']} pixels wide")
    if seen["h1"] != 1 or not seen["language"]:
        faults.append(f"{seen['h1']} first headings, language {seen['language']!r}")
    faults += faults_of(page, SHIFTS, LARGER, FOCUS)
    checker = Checker(page)
    faults += checker.faults(**TARGETS)
    page.set_viewport_size(WIDE)
    page.emulate_media(color_scheme="dark")
    faults += [f"wide and dark: {fault}" for fault in checker.faults(**TARGETS)]
    page.emulate_media(forced_colors="active")
    faults += [f"wide, in forced colours: {fault}" for fault in faults_of(page, LARGER, FOCUS)]
    watch.taken()  # of the checker's own
    return faults


def test_every_page_is_without_fault(page: Page, client: Client, live_server: LiveServer, scene: Scene) -> None:
    watch, links = Watch(page), set[str]()
    faults = {
        address: look_at(page, watch, live_server.url + address, links) for address in dict.fromkeys(addresses(scene))
    }

    assert not {address: found for address, found in faults.items() if found}
    assert not broken(client, links, live_server.url)


def broken(client: Client, links: set[str], server: str) -> list[str]:
    """Links within the site that lead to a fault. Those that only choose a citation on the same page are left out."""
    own = {urldefrag(link).url.removeprefix(server) for link in links if link.startswith(server)}
    return [link for link in sorted(own) if "cite=" not in link and status_of(client, link) >= 400]


def status_of(client: Client, link: str) -> int:
    response: Any = client.get(link, follow=True)
    response.close()  # of a file
    return int(response.status_code)
