"""Find tampering with the audit trail, or with the rows it tells of."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from committees.trail import Head, parse_head, verify


class Command(BaseCommand):
    help = "Verify the audit trail. Exits with 1 where something was tampered with; changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--head", metavar="FILE-OR-DIGEST", help="a head exported before: finds a cut or rewritten chain too"
        )

    def handle(self, *args: Any, head: str | None, **options: Any) -> None:
        found = verify(_head(head) if head else None)
        for reason in found.unchecked:
            self.stdout.write(f"Cannot be checked: {reason}")
        for problem in found.problems:
            self.stderr.write(str(problem))
        waiting = f"; {found.waiting} events are not sealed yet" if found.waiting else ""
        if not found.is_sound:
            self.stderr.write(f"Tampering found: {len(found.problems)} problems in {found.links} links{waiting}.")
            sys.exit(1)
        self.stdout.write(f"Sound: {found.links} links{waiting}.")
        if not head:
            self.stdout.write("Not compared with an exported head: a chain rewritten whole would not show.")


def _head(told: str) -> Head:
    path = Path(told)
    try:
        return parse_head(path.read_text(encoding="utf-8") if path.is_file() else told)
    except (ValueError, OSError) as error:
        raise CommandError(str(error)) from error
