from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from documents.actions.rereading import read_again
from documents.docx import DocxError
from documents.models import DocumentVersion
from documents.pdf import PdfError


class Command(BaseCommand):
    help = "Read stored papers again from their files, after the reader has improved or contact details are (un)masked."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--paper", type=int, help="Only the paper of this number, as in its address.")

    def handle(self, *args: Any, **options: Any) -> None:
        versions = DocumentVersion.objects.select_related("document", "original", "served").order_by("pk")
        if options["paper"]:
            versions = versions.filter(document=options["paper"])
        if not versions.exists():
            raise CommandError("There is no such paper.")
        unread = 0
        for version in versions.iterator():
            try:
                read_again(version=version, by=None)
            except (PdfError, DocxError) as error:
                unread += 1
                self.stderr.write(f"{version}: {error}")
        self.stdout.write(f"Read {versions.count() - unread} versions again; {unread} could not be read.")
