"""How well the checks before publication find what should not go out, and how seldom they cry wolf.

Run as `python -m tests.findings [PACK…] [--show]`. It makes papers with seeded problems of every kind and prints how
many of each are found; then it looks at the packs, those of ../shared/samples where none is named, and prints what is
found in each and how many findings that is for 20 pages. Whether one of those is true only a reader can tell: `--show`
prints each with its page. The status is 1 below 95% of the seeds.
"""

import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from documents.findings import KINDS
from documents.pdf import PdfError
from tests.findings.hard_pages import HARD_PAGES
from tests.findings.measuring import by_kind, try_agendas, try_pack, try_pages, try_seeds
from tests.findings.seeds import seeds

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
LEAST = 0.95
PAGES = 20


def main(arguments: Sequence[str]) -> int:
    parser = ArgumentParser(prog="python -m tests.findings", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("packs", nargs="*", type=Path, metavar="PACK")
    parser.add_argument("--show", action="store_true", help="print every finding in the packs")
    options = parser.parse_args(arguments)
    share = _tell_seeds()
    for path in options.packs or sorted(SAMPLES.glob("*/*.pdf")):
        _tell_pack(path, show=options.show)
    return int(share < LEAST)


def _tell_seeds() -> float:
    outcomes = [*try_seeds(seeds()), *try_pages(HARD_PAGES), *try_agendas()]
    for kind, found, count in by_kind(outcomes):
        print(f"{KINDS[kind].title}: {found} of {count}")
    for outcome in outcomes:
        if not outcome.found:
            print(f"  missed: {outcome.seed.kind}, {outcome.seed.what}")
        for one in outcome.besides:
            print(f"  besides ({outcome.seed.kind}, {outcome.seed.what}): {one.kind}, {one.words}")
    share = sum(outcome.found for outcome in outcomes) / len(outcomes)
    print(f"Seeded problems found: {share:.1%} of {len(outcomes)}\n")
    return share


def _tell_pack(path: Path, *, show: bool) -> None:
    try:
        outcome = try_pack(path)
    except PdfError as error:
        print(f"{path.name}: {error}")
        return
    kinds = Counter(one.kind for _title, one in outcome.found)
    stopping = sum(count for kind, count in kinds.items() if KINDS[kind].blocks)
    rate = len(outcome.found) * PAGES / max(outcome.pages, 1)
    told = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()) or "nothing"
    print(f"{outcome.name}: {outcome.pages} pages, {told}; {stopping} stop, {rate:.2f} findings in {PAGES} pages")
    for title, one in outcome.found if show else ():
        print(f"  {one.kind}, page {one.page or '–'} ({title[:40]}): {one.words[:140]}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
