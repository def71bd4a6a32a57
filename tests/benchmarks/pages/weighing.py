"""What a browser fetches for a page, as it is sent: compressed bytes of the answers, without their headers."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from django.http import HttpResponseBase

from tests.benchmarks.pages.asking import Site

LASTING = re.compile(r"max-age=(\d+)")
YEAR = 60 * 60 * 24 * 300


@dataclass(frozen=True, slots=True)
class Weight:
    """`later` is of a visit that has what lasts from another page of this kind; `requests` are of the first visit."""

    page: int
    first: int
    later: int
    requests: int


class Fetched(HTMLParser):
    """The addresses that a browser asks for as soon as it has read the page."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        relation = given.get("rel") or ""
        found = {"link": given.get("href") if relation in ("stylesheet", "icon", "preload") else None}
        if tag in ("script", "img") and given.get("loading") != "lazy":
            found[tag] = given.get("src")
        address = found.get(tag)
        if address and not address.startswith("data:") and address not in self.addresses:
            self.addresses.append(address)


def weigh(site: Site, address: str) -> Weight:
    page = site.get(address)
    words = Fetched()
    words.feed(_text(site, address))
    parts = [site.get(part) for part in words.addresses]
    sizes = [_size(site, part) for part in words.addresses]
    page_size = len(page.content)  # type: ignore[attr-defined]
    anew = sum(size for part, size in zip(parts, sizes, strict=True) if not _lasts(part))
    return Weight(page_size, page_size + sum(sizes), page_size + anew, 1 + len(parts))


def _text(site: Site, address: str) -> str:
    return str(site.get(address, Accept_Encoding="identity").text)  # type: ignore[attr-defined]


def _size(site: Site, address: str) -> int:
    response = site.handler.get_response(site.requests.get(address))
    if response.status_code != 200:
        raise ValueError(f"{address} answers {response.status_code}")
    content = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
    response.close()
    return len(content)


def _lasts(response: HttpResponseBase) -> bool:
    """Whether a browser keeps it for about a year without asking."""
    found = LASTING.search(response.headers.get("Cache-Control", ""))
    return found is not None and int(found[1]) >= YEAR
