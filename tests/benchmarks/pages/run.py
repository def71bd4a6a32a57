"""The process that loads and measures, started with DATA_DIR set: settings are read once in a process."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402
from django.test import override_settings  # noqa: E402
from django.utils import timezone  # noqa: E402

from committees.models import AgendaItem, Committee, Decision, Meeting, Person, Ward  # noqa: E402
from documents.models import Document, Recommendation, Review  # noqa: E402
from portal.local_postgres.server import Server  # noqa: E402
from tests.benchmarks.pages import floors  # noqa: E402
from tests.benchmarks.pages.asking import Cost, Site, rounds  # noqa: E402
from tests.benchmarks.pages.council import Size, is_loaded, load  # noqa: E402
from tests.benchmarks.pages.goals import PEERS, Floors, Measured, goals  # noqa: E402
from tests.benchmarks.pages.weighing import weigh  # noqa: E402

ONLY_LOAD = "--only-load"


def main(arguments: Sequence[str]) -> int:
    part, count, *names = arguments
    try:
        prepare(Size.of_part(float(part)))
        if ONLY_LOAD in names:
            return 0
        return int(not measure(int(count), [(name, at) for name, at in addresses() if not names or name in names]))
    finally:
        connections.close_all()
        Server(Path(settings.DATABASES["default"]["OPTIONS"]["local_root"])).stop_if_unused()


def prepare(size: Size) -> None:
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    if not is_loaded(size):
        print(f"Loading {size}", flush=True)
        print(f"  in {load(size):.0f} s")


def addresses() -> Iterator[tuple[str, str]]:
    """Of each kind of page the middle one, so that it is neither the smallest nor the largest."""
    today = timezone.localdate()
    held = Meeting.objects.filter(date__lt=today, date__gt=today.replace(year=today.year - 1))
    meeting = held.order_by("date")[held.count() // 2]
    item = AgendaItem.objects.filter(meeting=meeting).order_by("order")[5]
    paper = Document.objects.filter(listings__item=item).get()
    yield "home", "/"
    yield "committee", Committee.objects.order_by("pk")[12].get_absolute_url()
    yield "meeting", meeting.get_absolute_url()
    coming = Meeting.objects.filter(date__gte=today).order_by("date")[3]
    yield "coming meeting", coming.get_absolute_url()
    yield "item", item.get_absolute_url()
    yield "paper", paper.get_absolute_url()
    yield "people", "/people/"
    yield "search", "/search/?q=housing+repairs"
    yield "search form", "/search/"
    yield "person", Person.objects.order_by("pk")[20].get_absolute_url()
    yield "committees", "/committees/"
    yield "meetings", "/meetings/"
    yield "calendar", "/meetings/calendar/"
    yield "papers", "/papers/"
    yield "decisions", "/decisions/"
    yield "decision", Decision.objects.filter(meeting=meeting).order_by("pk")[1].get_absolute_url()
    yield "minutes", f"{meeting.get_absolute_url()}minutes/"
    yield "recommendations", "/recommendations/"
    yield "recommendation", Recommendation.objects.to_executive().order_by("pk")[9].get_absolute_url()
    yield "reviews", "/reviews/"
    yield "review", Review.objects.order_by("pk")[9].get_absolute_url()
    yield "wards", "/wards/"
    yield "ward", Ward.objects.order_by("pk")[4].get_absolute_url()


@dataclass(frozen=True, slots=True)
class Sites:
    keeping: Site
    making: Site


def sites() -> Sites:
    with override_settings(ROOT_URLCONF="tests.benchmarks.pages.floors"):
        keeping = Site()
        with override_settings(PAGE_CACHE_BYTES=0):
            return Sites(keeping, Site())


def measure(count: int, pages: Sequence[tuple[str, str]]) -> bool:
    """Prints the figures; whether every goal is met."""
    with override_settings(ROOT_URLCONF="tests.benchmarks.pages.floors"):
        return _measure(count, pages, sites())


def _measure(count: int, pages: Sequence[tuple[str, str]], both: Sites) -> bool:
    asked = [both.making.queries(address) for _name, address in pages]
    actions: list[Callable[[], object]] = [
        partial(both.making.get, floors.EMPTY),
        partial(both.making.get, floors.BASE),
    ]
    for (_name, address), statements in zip(pages, asked, strict=True):
        actions += [
            partial(both.making.get, address),
            partial(both.keeping.get, address),
            floors.queries_alone(statements),
        ]
    empty, base, *costs = rounds(actions, count=count)
    lowest = Floors(empty, base)
    measured = [
        _measured(both, page, len(statements), costs[3 * place : 3 * place + 3])
        for place, (page, statements) in enumerate(zip(pages, asked, strict=True))
    ]
    show(measured, lowest)
    found = [goal for page in measured for goal in goals(page, lowest)]
    print("\nGoals")
    for goal in found:
        print(goal)
    return all(goal.met for goal in found)


def _measured(both: Sites, page: tuple[str, str], queries: int, costs: Sequence[Cost]) -> Measured:
    name, address = page
    tag = both.keeping.get(address).headers.get("ETag", "")
    again = both.keeping.get(address, If_None_Match=tag)
    made, kept, alone = costs
    return Measured(name, address, queries, made, kept, alone, weigh(both.keeping, address), again.status_code)


def show(measured: Sequence[Measured], lowest: Floors) -> None:
    title, figures = PEERS
    print(f"\n{title}: " + "; ".join(f"{size} kB, {time} ms, {queries} queries" for size, time, queries in figures))
    print("\nProcessor time in ms, application + database; bytes compressed, without headers")
    print(f"floor: an empty view    {_told(lowest.empty)}")
    print(f"floor: base.html alone  {_told(lowest.base)}")
    heads = ("queries", "made", "x base", "queries alone", "kept", "x base", "page B", "first B", "later B", "requests")
    print(f"\n{'':16}" + "".join(f"{head:>{width}}" for head, width in zip(heads, WIDTHS, strict=True)))
    for page in measured:
        weight, base = page.weight, lowest.base.both
        cells = (
            str(page.queries),
            _told(page.made),
            f"{page.made.both / base:.1f}",
            _told(page.queries_alone),
            f"{page.kept.both:.2f}",
            f"{page.kept.both / base:.2f}",
            f"{weight.page:,}",
            f"{weight.first:,}",
            f"{weight.later:,}",
            str(weight.requests),
        )
        print(f"{page.name:16}" + "".join(f"{cell:>{width}}" for cell, width in zip(cells, WIDTHS, strict=True)))


WIDTHS = (8, 21, 8, 21, 7, 8, 8, 9, 9, 10)


def _told(cost: Cost) -> str:
    return f"{cost.application:.1f} + {cost.database:.1f} = {cost.both:.1f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
