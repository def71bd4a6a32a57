"""Read a paper from the command line and show what is understood of it. Reads no database and writes nothing."""

import json
import re
import sys
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from documents.structure.packs import UnderstoodPack, understand_file
from documents.structure.sources import Unreadable
from documents.structure.summary import summary_of
from documents.structure.understood import Understood


class Command(BaseCommand):
    help = "Show what is understood of a paper, or of every paper in a pack, without writing anything."
    requires_system_checks = []  # no database is asked

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="PDF, Word (.docx), HTML or plain text")
        parser.add_argument("--json", action="store_true", help="print all that was understood, as JSON")
        parser.add_argument(
            "--pages", type=page_range, metavar="FIRST-LAST", help="only these pages of a PDF, as one paper"
        )

    def handle(self, *args: Any, file: Path, pages: tuple[int, int] | None, **options: Any) -> None:
        try:
            understood = understand_file(file, pages)
        except Unreadable as error:
            self.stderr.write(str(error))
            sys.exit(1)
        self.stdout.write(as_json(understood) if options["json"] else summary_of(understood))


def page_range(text: str) -> tuple[int, int]:
    """ "23-30", or "23" for one page."""
    match = re.fullmatch(r"(\d{1,6})(?:-(\d{1,6}))?", text)
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    if not 1 <= first <= last:
        raise ArgumentTypeError(f"{text} is no range of pages, such as 23-30")
    return first, last


def as_json(understood: Understood | UnderstoodPack) -> str:
    return json.dumps(understood.to_json(), indent=2, ensure_ascii=False)
