"""Each pack, written as a PDF, read back, and taken through the steps of a clerk's upload."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from committees.models import Meeting
from documents.actions import papers, uploads
from documents.models import PackUpload
from portal.sample_council.facts import SampleCouncil
from portal.sample_council.loading.calendar import Calendar, morning
from portal.sample_council.loading.held_back import add_withheld_papers, schedule_papers, weigh_exempt_items
from portal.sample_council.pack_facts import Pack, packs
from portal.sample_council.writing import write_pack


@dataclass(frozen=True, slots=True)
class LoadedPack:
    pack: Pack
    meeting: Meeting


def load_packs(council: SampleCouncil, meetings: Calendar, tell: Callable[[str], object]) -> dict[str, LoadedPack]:
    """The packs by their names, such as "cabinet -1"."""
    loaded: dict[str, LoadedPack] = {}
    with tempfile.TemporaryDirectory() as folder:
        for pack in packs(council):
            loaded[pack.name] = _load(pack, meetings, Path(folder), tell)
    return loaded


def _load(pack: Pack, meetings: Calendar, folder: Path, tell: Callable[[str], object]) -> LoadedPack:
    written = write_pack(pack, folder)
    plan, text = uploads.read_file(written.path)
    with written.path.open("rb") as content:
        upload = uploads.upload_pack(file=content, name=written.path.name, by=None, queue=False)
    upload.stored_file.page_count = plan.pdf_pages
    upload.stored_file.save(update_fields=["page_count"])
    committee = meetings[pack.committee.key, pack.meeting.date].committee
    meeting = uploads.write_drafts(upload=upload, plan=plan, committee=committee, by=None, text=text)
    if pack.state == "published":
        _publish(pack, upload, meeting, folder)
    warnings = f", {len(plan.warnings)} warnings" if plan.warnings else ""
    tell(f"{meeting}: {len(plan.items)} items, {plan.pdf_pages} pages, {upload.get_state_display().lower()}{warnings}")
    return LoadedPack(pack, meeting)


def _publish(pack: Pack, upload: PackUpload, meeting: Meeting, folder: Path) -> None:
    """As on the day it was despatched, so that the newest papers are those of the newest meetings."""
    add_withheld_papers(pack, meeting, folder)
    weigh_exempt_items(pack, meeting)
    schedule_papers(pack, meeting)
    papers.publish_agenda(meeting=meeting, by=None, at=morning(pack.despatched))
    upload.refresh_from_db()
    uploads.publish(upload=upload, by=None)
