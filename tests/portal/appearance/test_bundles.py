from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as site_settings
from django.contrib.staticfiles import finders
from django.test import Client

from portal.appearance.bundles import BUNDLES, BundleFinder, bundle
from tests.benchmarks.pages.weighing import Fetched
from tests.builders import make_paper


def test_bundle_is_found_as_a_static_file_and_made_afresh_when_a_part_alters(settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    finder = BundleFinder()
    found = Path(finder.find("css/pages.css"))
    assert ".govuk-body" in found.read_text()
    assert ".reading" in found.read_text()
    found.write_text("old")
    assert [name for name, _storage in finder.list(None)] == list(BUNDLES)
    assert found.read_text() == bundle("css/pages.css")
    assert finder.find("css/site.css") == []


def test_parts_can_stand_in_one_file() -> None:
    """Addresses in them are relative to css/, charsets and imports stand nowhere but first."""
    for name, parts in BUNDLES.items():
        text = bundle(name)
        assert not any(word in text for word in ("@charset", "@import", "\nimport ", "\nexport "))
        elsewhere = [part for part in parts if Path(part).parent != Path(name).parent]
        assert not any("url(" in (site_settings.BASE_DIR / "static" / part).read_text() for part in elsewhere)
    assert finders.find("css/pages.css")


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["", "?q=words"])
def test_first_visit_asks_for_six_files_at_most(client: Client, query: str) -> None:
    paper = make_paper()
    for address in ("/", "/search/", f"{paper.get_absolute_url()}{query}", "/recommendations/", "/about/"):
        page = Fetched()
        page.feed(client.get(address).text)
        assert 1 + len(page.addresses) <= 6, (address, page.addresses)
