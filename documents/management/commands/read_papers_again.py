from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from documents.actions.rereading import read_again, read_all_again
from documents.docx import DocxError
from documents.models import DocumentVersion
from documents.pdf import PdfError


class Command(BaseCommand):
    help = "Read stored papers again from their files, after the reader has improved or contact details are (un)masked."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--paper", type=int, help="Only the paper of this number, as in its address.")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["paper"]:
            self._tell(read_all_again())
            return
        versions = DocumentVersion.objects.select_related("document", "original", "served")
        version = versions.filter(document=options["paper"]).order_by("-number").first()
        if version is None:
            raise CommandError("There is no such paper.")
        try:
            read_again(version=version, by=None)
        except (PdfError, DocxError) as error:
            raise CommandError(str(error)) from error

    def _tell(self, unread: list[str]) -> None:
        for reason in unread:
            self.stderr.write(reason)
        self.stdout.write(f"Read {DocumentVersion.objects.count() - len(unread)} versions again.")
