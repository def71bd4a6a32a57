"""Export the head of the audit trail's chain, to be kept where this database cannot reach it."""

import json
from typing import Any

from django.core.management.base import BaseCommand

from committees.trail import head_of, seal


class Command(BaseCommand):
    help = "Seal the audit trail and print its head as JSON. Keep it elsewhere: verify_audit --head compares with it."

    def handle(self, *args: Any, **options: Any) -> None:
        seal()
        self.stdout.write(json.dumps(head_of().to_json(), indent=2))
