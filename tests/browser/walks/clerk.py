"""A clerk who walks, and the meeting that most walks are about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.utils import timezone
from playwright.sync_api import Locator, Page

from committees.models import (
    Meeting,
)
from tests.builders import make_committee, make_meeting
from tests.documents.admin.uploaded import pdf_of

Walk = Iterator[Locator | None]


@dataclass(frozen=True, slots=True)
class Clerk:
    """A clerk who stands on the desk; `folder` is for files to choose."""

    page: Page
    address: str
    folder: Path

    def goes_to(self, path: str) -> None:
        self.page.goto(f"{self.address}{path}")

    def link(self, name: str) -> Locator:
        return self.page.get_by_role("link", name=name).first

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True).first

    def pdf(self, name: str, words: str) -> Path:
        path = self.folder / name
        path.write_bytes(pdf_of(words))
        return path


def scrutiny(**fields: object) -> Meeting:
    """A coming meeting of a committee with a name of its own."""
    committee = make_committee(name="Scrutiny Committee")
    coming = timezone.localdate() + timedelta(days=10)
    return make_meeting(**{"committee": committee, "date": coming, **fields})  # type: ignore[arg-type]
