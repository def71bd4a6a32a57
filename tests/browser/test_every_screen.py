"""Every screen of the clerk's desk in a real browser, as it is routed: a new one is looked at by itself.

None has a fault of accessibility. At 320 pixels (a window of 1,280 at 400%) and at 640 (the same at 200%) nothing
scrolls sideways, and whatever can be used lies within the screen.
"""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.contrib.admin import site
from django.test import Client
from django.urls import URLPattern, reverse
from playwright.sync_api import Error, Page, ViewportSize
from pytest_django.live_server_helper import LiveServer

from committees.models import Role, User
from documents.admin.guides.screens import GUIDES
from tests.browser.desk_scene import Kept, make_desk_scene, registered, site_first
from tests.browser.test_every_page import Checker
from tests.builders import make_clerk, make_role
from tests.portal.test_role_matrix import AUTHORS, patterns_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("EVERY_SCREEN" not in os.environ, reason="takes minutes: set EVERY_SCREEN=1"),
]

# Files and answers for scripts; what is only sent to; elsewhere's pages; the jobs of whoever runs the site

NO_SCREENS = {
    *("login", "logout", "autocomplete", "jsi18n", "view_on_site", "password_change_done", "audit_head"),
    *("meeting_front_sheet", "meeting_open_pack", "meeting_members_pack", "meeting_proof_html", "meeting_proof_json"),
    *("pack_upload_status", "pack_upload_file", "pack_upload_page", "paper_version_page", "findings_page"),
    *("findings_accept", "finding_reopen", "release_send_back", "pack_upload_again", "paper_read_again"),
    *("paper_proposals_accept", "proposal", "search_rebuild", "empty_search_forget", "synonyms_delete"),
    *("deleted_draft_restore", "problem_report_dealt_with", "meeting_minutes_set_aside", "meeting_summons"),
    *("response_verdict", "recommendation_correct", "recommendation_not_done"),
    *("recommendation_publish", "proposal_publish"),
    "auth_group_add",  # is its change form, with every permission there is
}
WCAG = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
NARROW, ZOOMED = ViewportSize(width=320, height=700), ViewportSize(width=640, height=400)
WIDTHS = """() => ({
  wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  outside: [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
    .filter((one) => {
      const box = one.getBoundingClientRect();
      if (!box.width || !box.height || !one.checkVisibility({visibilityProperty: true})) return false;
      if (box.left >= -1 && box.right <= document.documentElement.clientWidth + 1) return false;
      for (let up = one.parentElement; up; up = up.parentElement)
        if (["auto", "scroll"].includes(getComputedStyle(up).overflowX)) return false;
      return !one.closest(".skip-to-content-link") && box.right > 0;
    })
    .map((one) => one.outerHTML.slice(0, 120)),
})"""


def addresses(kept: Kept) -> Iterator[str]:
    """Each screen of the desk, about the rows of the scene."""
    models = registered()
    alike = {f"{name}_{page}" for name in list(models)[1:] for page in ("history", "delete")}  # Django's own, all one
    for pattern in patterns_in(site.get_urls()):
        name = pattern.name or ""
        if not name or name in NO_SCREENS or name.startswith("procrastinate_") or name in alike:
            continue
        of = next((prefix for prefix in models if name.startswith(f"{prefix}_")), None)
        about = site_first(of) if of else _about(name, kept)
        yield reverse(f"admin:{name}", kwargs=_filled(pattern, about))
    yield f"{reverse('admin:desk_find')}?q=garages"


def _about(name: str, kept: Kept) -> Any:
    """The row whose kind of address this is: the longest beginning that the scene knows."""
    known = [prefix for prefix in kept if name.startswith(prefix)]
    return kept[max(known, key=len)] if known else None


def _filled(pattern: URLPattern, about: Any) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for part in pattern.pattern.regex.groupindex:
        if part in {"pk", "object_id", "id"}:
            assert about is not None, f"No row for “{pattern.name}”: name one in the scene of the desk."
            values[part] = about.pk
        else:
            values[part] = OTHERS[part]
    return values


OTHERS = {"slug": next(iter(GUIDES)), "duty": "deposit", "app_label": "committees", "number": 1}


def look_at(page: Page, address: str) -> list[str]:
    """Everything wrong with one screen; nothing of what is only sent to."""
    page.set_viewport_size(NARROW)
    try:
        response = page.goto(address)
    except Error as error:
        return [str(error)]
    if response is None or response.status in (403, 405):
        return []
    faults = Checker(page).faults(runOnly=WCAG) if response.status == 200 else [f"answered {response.status}"]
    for size in (NARROW, ZOOMED):
        page.set_viewport_size(size)
        seen = page.evaluate(WIDTHS)
        faults += [f"{seen['wide']} pixels too wide at {size['width']}"] if seen["wide"] > 0 else []
        faults += [f"out of the screen at {size['width']}: {one}" for one in seen["outside"][:3]]
    return faults


def sign_in(page: Page, client: Client, server: LiveServer, user: User) -> None:
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": server.url}])


def test_every_screen_is_without_fault(page: Page, client: Client, live_server: LiveServer) -> None:
    clerk = make_clerk()
    kept = make_desk_scene(clerk)
    sign_in(page, client, live_server, clerk)
    faults = [
        f"{address}: {fault}"
        for address in dict.fromkeys(addresses(kept))
        for fault in look_at(page, live_server.url + address)
    ]

    assert not faults, "\n".join(faults)


def test_screens_that_other_roles_see_otherwise_are_without_fault(
    page: Page, client: Client, live_server: LiveServer
) -> None:
    kept = make_desk_scene(make_clerk())
    authors = [_address(name, kept) for name in sorted(AUTHORS - {"login", "logout", "jsi18n", "guide", "guides"})]
    seen = {
        Role.REPORT_AUTHOR: authors,
        Role.CLERK: ["/admin/", f"/admin/committees/council/{site_first('committees_council').pk}/change/"],
    }
    faults: list[str] = []
    for role, looked_at in seen.items():
        sign_in(page, client, live_server, make_role(role))
        faults += [f"{role} {at}: {fault}" for at in looked_at for fault in look_at(page, live_server.url + at)]

    assert not faults, "\n".join(faults)


def _address(name: str, kept: Kept) -> str:
    about = _about(name, kept) if name.startswith("meeting_") else None
    return reverse(f"admin:{name}", args=[about.pk] if about else [])
