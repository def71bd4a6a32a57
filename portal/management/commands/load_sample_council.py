"""Load the fictional council: committees, members, meetings and papers that move with today."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand

from portal.sample_council.loading import load


class Command(BaseCommand):
    help = "Load the fictional council into an empty site. A site that has a council is left as it is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--today", type=date.fromisoformat, default=None, help="count meetings from this day")

    def handle(self, *args: Any, today: date | None, verbosity: int, **options: Any) -> None:
        def tell(line: str) -> None:
            if verbosity:
                self.stdout.write(line)

        loaded = load(today or date.today(), tell)
        tell("The sample council is loaded." if loaded else "There is a council already: nothing was changed.")
