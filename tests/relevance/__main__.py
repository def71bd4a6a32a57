"""How well search answers the questions of the kept set.

Run as `python -m tests.relevance [--keep FOLDER] [--worst N]`. It loads the sample council, imports the sample packs
where ../shared/samples has them, builds the index, asks every question and prints nDCG@10 and the share with an
answer among the first three hits (tests/relevance/judging.py has the formulas), over all, by body of papers and by
kind of question, with the worst cases and what was found instead. The status is 1 below nDCG 0.85 or 90%.

A kept folder saves loading again on the same day; the papers move with the day, so on another it is refused.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.relevance import corpus
from tests.relevance.report import WORST, is_good_enough, lines


def main(arguments: Sequence[str]) -> int:
    options = _options(arguments)
    with ExitStack() as stack:
        folder = options.keep or Path(stack.enter_context(TemporaryDirectory(prefix="relevance-")))
        folder.mkdir(parents=True, exist_ok=True)
        corpus.settle_in(folder)
        stack.callback(corpus.let_go)
        return _run(folder, options.worst)


def _options(arguments: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m tests.relevance", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the loaded site here, and use it again")
    parser.add_argument("--worst", type=int, default=WORST, metavar="N", help="how many of the worst cases to show")
    return parser.parse_args(arguments)


def _run(folder: Path, worst: int) -> int:
    from tests.relevance.asking import ask_all
    from tests.relevance.questions import BODIES, SAMPLE_COUNCIL

    try:
        today = corpus.build(folder, print)
    except corpus.Stale as error:
        print(error)
        return 2
    bodies = [SAMPLE_COUNCIL, *corpus.present_packs()]
    for absent in [body for body in BODIES if body not in bodies]:
        print(f"Left out: the questions about {absent}, whose pack ../shared/samples does not have.")
    results = ask_all(bodies, today)
    print("\n".join(lines(results, worst=worst)))
    return int(not is_good_enough(results))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
