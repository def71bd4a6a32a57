"""Read a pack from the command line: show its plan, and write it as drafts."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, NoReturn

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import Error as DatabaseError
from django.db import transaction

from committees.actions import NotAllowed
from committees.models import Committee, Meeting
from documents.actions import uploads
from documents.actions.matching import find_committee
from documents.files import removed_if_undone
from documents.packs.plan import NotAPack, PackPlan
from documents.pdf import PdfError, PdfText


class Command(BaseCommand):
    help = "Read an agenda pack (PDF), and write it as drafts: nothing becomes public until a clerk publishes."
    requires_system_checks = []  # --dry-run works without a database

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the pack, a PDF")
        parser.add_argument("--committee", metavar="SLUG-OR-NAME", help="whose meeting it is, if not as printed")
        parser.add_argument("--dry-run", action="store_true", help="write nothing")
        parser.add_argument("--json", action="store_true", help="print the plan as JSON, and nothing else")

    def handle(self, *args: Any, file: Path, committee: str | None, dry_run: bool, **options: Any) -> None:
        plan, text = self._read(file)
        self.stdout.write(
            json.dumps(plan.to_json(), indent=2, ensure_ascii=False) if options["json"] else summary(plan)
        )
        if dry_run:
            return
        try:
            outcome = write(file, plan, text, committee)
        except (uploads.AlreadyUploaded, uploads.TooLarge) as error:
            outcome = f"{error} Nothing was changed."
        except (NotAllowed, PdfError, DatabaseError) as error:
            outcome = f"No drafts were written: {one_line(error)}"
            if not options["json"]:
                self._refuse(outcome)
        (self.stderr if options["json"] else self.stdout).write(outcome)

    def _read(self, file: Path) -> tuple[PackPlan, PdfText]:
        try:
            if file.stat().st_size > settings.UPLOAD_LIMIT:
                self._refuse(f"{file.name} is larger than {settings.UPLOAD_LIMIT >> 20} MB, the most that is accepted.")
            return uploads.read_file(file)
        except OSError as error:
            self._refuse(f"{file} cannot be opened: {error.strerror}.")
        except (PdfError, NotAPack) as error:
            self._refuse(one_line(error))

    def _refuse(self, message: str) -> NoReturn:
        self.stderr.write(message)
        sys.exit(1)


def one_line(error: Exception) -> str:
    return " ".join(str(error).split())


def write(file: Path, plan: PackPlan, text: PdfText, committee: str | None) -> str:
    """Write the plan as drafts, all or nothing; what to tell about it."""
    with removed_if_undone(), transaction.atomic(), file.open("rb") as content:
        upload = uploads.upload_pack(file=content, name=file.name, by=None, queue=False)
        upload.stored_file.page_count = plan.pdf_pages
        upload.stored_file.save(update_fields=["page_count"])
        meeting: Meeting = uploads.write_drafts(
            upload=upload, plan=plan, committee=chosen_committee(plan, committee), by=None, text=text
        )
    return f"Drafts written for {meeting}. Check and publish them at {upload.get_absolute_url()}"


def chosen_committee(plan: PackPlan, named: str | None) -> Committee:
    """The committee named on the command line, or the one printed in the pack, made as a draft where it is new."""
    if named is None:
        return find_committee(plan.meeting.committee) or uploads.draft_committee(plan.meeting.committee)
    if found := find_committee(named):
        return found
    raise NotAllowed(f"There is no committee “{named}”.")


def as_json(plan: PackPlan) -> str:
    return json.dumps(plan.to_json(), indent=2, ensure_ascii=False)


def summary(plan: PackPlan) -> str:
    """The plan in a few lines for a person."""
    meeting = plan.meeting
    papers = sum(len(item.documents) for item in plan.items) + len(plan.other_documents)
    lines = [
        f"{meeting.committee or 'No committee found'}, {meeting.date or 'no date found'} {meeting.time or ''}".rstrip(),
        f"{len(plan.items)} items, {papers} papers, {len(plan.members)} members, {plan.pdf_pages} pages",
        *(f"  {item.section or ''}{item.label} {item.title}" for item in plan.items),
    ]
    if plan.warnings:
        lines.append(f"{len(plan.warnings)} things to check:")
        lines += [f"  page {warning.page or '?'}: {warning.message}" for warning in plan.warnings]
    return "\n".join(lines)
