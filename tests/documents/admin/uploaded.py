"""A small pack, its plan, and its upload in each state."""

from dataclasses import replace
from datetime import date, time
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from reportlab.pdfgen.canvas import Canvas

from committees.models import Committee, User
from documents.actions import uploads
from documents.models import PackUpload
from documents.packs.plan import (
    PackPlan,
    PlannedDocument,
    PlannedItem,
    PlannedMeeting,
    PlannedMember,
    PlannedMinutes,
    PlannedSection,
    PlanWarning,
)
from tests.builders import weigh_exempt

PAGES = ("Agenda for the Scrutiny Committee", "The swimming pool will close", "The terms of the sale", "Parks")

PLAN = PackPlan(
    meeting=PlannedMeeting(
        committee="Scrutiny Committee",
        date=date(2026, 12, 22),
        time=time(19, 30),
        venue="Council Chamber",
        quorum=4,
        contact="Rosa Lind",
        questions_text="Send questions to the clerk.\nBy Friday.",
    ),
    members=[PlannedMember("Ada Byrne", "chair"), PlannedMember(None, "vacancy", "Parent governors")],
    sections=[PlannedSection("A", "Formal matters"), PlannedSection("B", "Business", "For decision.\nTwo lines.")],
    items=[
        PlannedItem("A", "1", "Apologies"),
        PlannedItem(
            *("B", "1", "Swimming pool", "Questions welcome.", 1, 2, 2, 3),
            documents=[
                PlannedDocument("Pool", "report", 1, 1, 2, 2),
                PlannedDocument("Terms of the sale", "appendix", 2, 2, 3, 3, "exempt", [3]),
            ],
        ),
        PlannedItem("B", "2", "Parks", "", 3, 3, 4, 4, documents=[PlannedDocument("Parks", "report", 3, 3, 4, 4)]),
    ],
    previous_minutes=PlannedMinutes("Scrutiny Committee", date(2026, 11, 3), 3, 3, 4, 4),
    warnings=[
        PlanWarning(1, "The printed date was a Monday.", "meeting.date"),
        PlanWarning(2, "The bookmark says another title.", "items.1.title"),
        PlanWarning(4, "“31 June” is no date."),
    ],
    front_pages=1,
    pdf_pages=4,
)


def pdf_of(*pages: str) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, invariant=True)
    for words in pages:
        canvas.drawString(72, 720, words)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def chosen_file(content: bytes | None = None, name: str = "pack.pdf") -> SimpleUploadedFile:
    """A file as a browser sends it; the small pack unless told otherwise."""
    return SimpleUploadedFile(name, pdf_of(*PAGES) if content is None else content, "application/pdf")


def upload_of(*pages: str, by: User | None = None) -> PackUpload:
    """An upload that waits for the worker."""
    content = BytesIO(pdf_of(*(pages or PAGES)))
    return uploads.upload_pack(file=content, name="pack.pdf", by=by, queue=False)


def ready_upload(plan: PackPlan = PLAN, *pages: str, **fields: Any) -> PackUpload:
    """An upload that was read: its plan waits for the clerk."""
    upload = upload_of(*pages)
    upload.state, upload.plan = PackUpload.State.READY, plan.to_json()
    for name, value in fields.items():
        setattr(upload, name, value)
    upload.save()
    return upload


def drafted_upload(committee: Committee, plan: PackPlan = PLAN, *pages: str) -> PackUpload:
    upload = ready_upload(plan, *pages)
    weigh_exempt(uploads.write_drafts(upload=upload, plan=plan, committee=committee, by=None))
    return upload


def with_venue(venue: str) -> PackPlan:
    return replace(PLAN, meeting=replace(PLAN.meeting, venue=venue))
