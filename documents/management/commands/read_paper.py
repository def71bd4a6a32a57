"""Read one paper from the command line and show what was understood. Reads no database and writes nothing."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from documents.structure.paper import understand
from documents.structure.sources import Unreadable, pages_of_file


class Command(BaseCommand):
    help = "Show what is understood of a paper (PDF, Word, HTML or plain text), without writing anything."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the paper: .pdf, .docx, .html or .txt")
        parser.add_argument("--json", action="store_true", help="print all that was understood, as JSON")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            understood = understand(pages_of_file(file))
        except Unreadable as error:
            self.stderr.write(str(error))
            sys.exit(1)
        self.stdout.write(json.dumps(understood.to_json(), indent=2, ensure_ascii=False))
