"""Everything that is measured at one size: `python -m tests.benchmarks.search.one_size PAGES`, with DATA_DIR set.

The product's settings are read once in a process, so each size has a process and a folder of its own.
"""

import argparse
import json
import os
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402

from committees.models import Committee  # noqa: E402
from documents.search import search  # noqa: E402
from documents.search.index.folder import current_name, is_of_this_version  # noqa: E402
from portal.local_postgres.server import Server  # noqa: E402
from tests.benchmarks.search import building, corpus, memory, rival, tables  # noqa: E402
from tests.benchmarks.search.building import Built  # noqa: E402
from tests.benchmarks.search.floor import Floor  # noqa: E402
from tests.benchmarks.search.goals import Measured, goals  # noqa: E402
from tests.benchmarks.search.measuring import Figures, Times, figures, processor, rounds  # noqa: E402
from tests.benchmarks.search.overlap import Overlap, mean, overlap  # noqa: E402
from tests.benchmarks.search.queries import Chooser, Kind, Query  # noqa: E402

ROUNDS = 5
RIVAL_ROUNDS = 3  # it is slow
ASKED_ONCE = 200_000  # pages from which the rival is asked each query once, and not warmed
FIGURES = "figures.json"


def main(arguments: Sequence[str] | None = None) -> None:
    options = argparse.ArgumentParser()
    options.add_argument("pages", type=int)
    options.add_argument("--without-rival", action="store_true")
    options.add_argument("--only-corpus", action="store_true")
    options.add_argument("--rebuild", action="store_true")
    asked = options.parse_args(arguments)
    try:
        _prepare(asked.pages, with_rival=not asked.without_rival)
        if not asked.only_corpus:
            _measure(asked.pages, with_rival=not asked.without_rival, rebuild=asked.rebuild)
    finally:
        connections.close_all()
        Server(Path(settings.DATABASES["default"]["OPTIONS"]["local_root"])).stop_if_unused()


def _prepare(pages: int, *, with_rival: bool) -> None:
    """What an earlier run has kept is not made again."""
    call_command("migrate", verbosity=0)
    papers = -(-pages // corpus.PAGES)
    if not tables.hold(papers):
        start = time.perf_counter()
        tables.load(papers)
        rival.remove()
        say(f"corpus of {pages:,} pages made in {time.perf_counter() - start:.0f} s")
    if with_rival and not rival.exists():
        start = time.perf_counter()
        rival.build()
        say(f"rival's index built in {time.perf_counter() - start:.0f} s")


def say(line: str) -> None:
    print(line, flush=True)


def _measure(pages: int, *, with_rival: bool, rebuild: bool) -> None:
    ours, library = _built(rebuild=rebuild)
    floor = Floor.open()
    committees = dict(Committee.objects.values_list("pk", "name"))
    queries = Chooser(pages, floor.frequency, committees).queries()
    product, least = rounds(queries, [_search, floor.search], count=ROUNDS)
    times = {"ours": product, "floor": least}
    worked = rounds(queries, [_search, floor.search], count=ROUNDS, clock=processor)
    if with_rival:
        once = pages >= ASKED_ONCE
        (times["rival"],) = rounds(queries, [rival.search], count=1 if once else RIVAL_ROUNDS, warm=not once)
    private = memory.of_searching(query.typed for query in queries)
    alike = {query: found for query in queries if (found := overlap(query))}
    measured = Measured(
        pages=pages,
        ours=_overall(product),
        floor=_overall(least),
        rival=_overall(times["rival"]) if with_rival else None,
        overlap=mean(list(alike.values())).with_equals,
        size=ours.size,
        rebuild=ours.pages,
        library_build=library.pages,
        memory=private.total,
    )
    _print_times(queries, times, floor)
    if stopped := sum(time >= rival.LIMIT * 1000 for time in times.get("rival", {}).values()):
        say(f"the rival was stopped {stopped} times after {rival.LIMIT} s, and would have taken more")
    say("\nthe same in processor time, all threads together, without the database's")
    _print_times(queries, dict(zip(("ours", "floor"), worked, strict=True)), floor)
    _print_overlap(alike)
    say(f"\nindex {ours.size / 1e6:,.0f} MB, {ours.size / pages:,.0f} bytes a page")
    say(f"the library's own {library.size / 1e6:,.0f} MB")
    say(f"rebuild {ours.pages:,.0f} pages a second; the library's bulk build {library.pages:,.0f}")
    say(f"private memory {private.total:.0f} MB, of which altered {private.dirty:.0f} MB\n")
    for goal in goals(measured):
        say(str(goal))
    measured.write(settings.DATA_DIR / FIGURES)


def _search(query: Query) -> int:
    return search(query=query.typed).pages


def _built(*, rebuild: bool) -> tuple[Built, Built]:
    """The index, and the library's; an index kept from an earlier run with the figures of its building."""
    kept: Path = settings.DATA_DIR / "building.json"
    name = current_name()
    if kept.exists() and not rebuild and name and is_of_this_version(name):
        say("The index is the one kept from an earlier run; --rebuild builds it again.")
        ours, library = (Built(**found) for found in json.loads(kept.read_text()))
        return ours, library
    kept.unlink(missing_ok=True)
    built = building.rebuild(), building.library_build(settings.DATA_DIR / "library-index")
    kept.write_text(json.dumps([asdict(one) for one in built]))
    return built


def _overall(times: Times) -> Figures:
    return figures(list(times.values()))


def _print_times(queries: list[Query], times: dict[str, Times], floor: Floor) -> None:
    say(f"facets of the floor: {', '.join(floor.facets) or 'none'}")
    columns = "".join(f"{name:>10} median     p95   worst" for name in times)
    say(f"milliseconds   {columns}   ours to floor: median, p95")
    for kind in Kind:
        of_kind = [query for query in queries if query.kind == kind]
        say(_line(kind, {name: figures([of[query] for query in of_kind]) for name, of in times.items()}))
    say(_line("all", {name: _overall(of) for name, of in times.items()}))
    slowest = sorted(queries, key=lambda query: times["ours"][query], reverse=True)[:5]
    say("slowest of ours: " + "; ".join(f"{query.typed} {times['ours'][query]:.1f}" for query in slowest))


def _line(name: str, columns: dict[str, Figures]) -> str:
    cells = (f"{of.median:17.2f}{of.p95:8.2f}{of.worst:8.2f}" for of in columns.values())
    ours, floor = columns["ours"], columns["floor"]
    return f"{name:15}{''.join(cells)}{ours.median / floor.median:24.1f}{ours.p95 / floor.p95:6.1f}"


def _print_overlap(alike: dict[Query, Overlap]) -> None:
    say("\noverlap of the first ten with exact BM25 (of the very pages; with those as good, which is judged)")
    for kind in Kind:
        if of_kind := [found for query, found in alike.items() if query.kind == kind]:
            say(_overlap_line(kind, mean(of_kind)))
    say(_overlap_line("all", mean(list(alike.values()))))
    worst = sorted(alike, key=lambda query: alike[query].with_equals)[:5]
    say("least alike: " + "; ".join(f"{query.typed} {alike[query].with_equals:.1f}" for query in worst))


def _overlap_line(name: str, found: Overlap) -> str:
    return f"{name:15}{found.strict:6.3f}{found.with_equals:8.3f}"


if __name__ == "__main__":
    main()
