"""Write the sample council's agenda packs as PDF files, to try an upload with."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from portal.sample_council.facts import sample_council
from portal.sample_council.pack_facts import packs
from portal.sample_council.writing import write_pack


class Command(BaseCommand):
    help = "Write the sample council's agenda packs into a folder. The database is not touched."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--today", type=date.fromisoformat, default=None, help="count meetings from this day")

    def handle(self, *args: Any, folder: Path, today: date | None, **options: Any) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        for pack in packs(sample_council(today or date.today())):
            written = write_pack(pack, folder)
            self.stdout.write(f"{written.path}: {written.pdf_pages} pages")
