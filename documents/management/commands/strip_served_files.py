"""Strip what is already served of metadata, comments, attachments and scripts, as new files are when they are added."""

from typing import Any

from django.core.management.base import BaseCommand

from documents.actions.stripping import strip_served
from documents.models import DocumentVersion


class Command(BaseCommand):
    help = "Serve, of every paper, a copy without metadata, comments, attachments and scripts. The originals are kept."

    def handle(self, *args: Any, **options: Any) -> None:
        stripped, unserved = 0, []
        versions = DocumentVersion.objects.filter(served__isnull=False).select_related("document", "served")
        for version in versions.iterator(chunk_size=200):
            before = version.served_id
            strip_served(version=version)
            stripped += version.served_id not in (None, before)
            unserved += [str(version)] if version.served_id is None else []
        self.stdout.write(f"{stripped} files are served anew.")
        for name in unserved:
            self.stdout.write(f"Not served any more, for it could not be stripped, and read as text: {name}")
