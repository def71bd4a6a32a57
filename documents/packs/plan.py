"""Makes the plan of a pack: what a clerk checks, and what `import_pack --json` prints."""

from collections.abc import Sequence
from dataclasses import replace

from documents.packs.access import (
    access_of,
    is_exclusion,
    item_is_withheld,
    opens_meeting,
    paragraphs_in,
    reopens,
    section_is_private,
)
from documents.packs.agenda import Agenda, AgendaItem, read_agenda
from documents.packs.blocks import text_of
from documents.packs.cleaning import clean
from documents.packs.date_checks import check_dates
from documents.packs.front_fields import FrontFields, read_fields
from documents.packs.members import read_members
from documents.packs.papers import Pack, ends, left_over, papers_of
from documents.packs.planned import (
    Access,
    NotAPack,
    PackPlan,
    PlannedDocument,
    PlannedItem,
    PlannedMeeting,
    PlannedMember,
    PlannedMinutes,
    PlannedSection,
    PlanWarning,
)
from documents.packs.previous_minutes import find_previous
from documents.packs.questions import Questions, read_questions
from documents.packs.recognition import front_pages_of, refuse_what_is_no_pack, shorter_front
from documents.packs.rows import Row, rows_of
from documents.packs.starts import Placed, place, section_letter
from documents.packs.supplements import says_supplement
from documents.packs.witnesses import Witnesses, hear, is_stamp
from documents.pdf import PdfPage, PdfText

__all__ = [
    "NotAPack",
    "PackPlan",
    "PlanWarning",
    "PlannedDocument",
    "PlannedItem",
    "PlannedMeeting",
    "PlannedMember",
    "PlannedMinutes",
    "PlannedSection",
    "plan_pack",
]

# A front sheet is a few pages: more rows than these are not read as one, so that a hostile file is soon done with.
MOST_ROWS = 2_000


def plan_pack(text: PdfText) -> PackPlan:
    """The plan of the pack; NotAPack, with one sentence, if the file is no readable pack."""
    witnesses = hear(text)
    front = front_pages_of(text, witnesses)
    rows, agenda = _read_front(text, front, witnesses)
    if (shorter := shorter_front(front, agenda, witnesses)) < front:
        front = shorter
        rows, agenda = _read_front(text, front, witnesses)
    refuse_what_is_no_pack(text, witnesses, agenda, rows)
    placed, offset, warnings = place(agenda, witnesses, len(text.pages))
    pack = Pack(text.pages, witnesses, offset)
    fields, members, questions = _front_sheet(rows, agenda)
    items, item_warnings = _items(placed, agenda, pack)
    documents = [document for item in items for document in item.documents]
    others, other_warnings = left_over(documents, front, pack)
    said = says_supplement([row.text for row in rows[: agenda.first_row]])
    plan = PackPlan(
        meeting=_meeting(fields, questions),
        members=members,
        sections=[PlannedSection(section.letter, section.title, section.text) for section in agenda.sections],
        items=items,
        previous_minutes=find_previous(items, text.pages, fields.committee, fields.day),
        warnings=[*warnings, *item_warnings, *other_warnings, *check_dates(text.pages, fields.day)],
        other_documents=others,
        front_pages=front,
        pdf_pages=len(text.pages),
        is_supplement=bool(said),
        kind_reason=f"The front sheet says “{said}”." if said else "",
    )
    return replace(plan, warnings=[*_missing(plan), *_silent(witnesses), *plan.warnings])


def _read_front(text: PdfText, front: int, witnesses: Witnesses) -> tuple[list[Row], Agenda]:
    rows = [row for page in text.pages[:front] for row in _front_rows(page)][:MOST_ROWS]
    return rows, read_agenda(rows, [entry.title for entry in witnesses.outline])


def _front_rows(page: PdfPage) -> list[Row]:
    """The rows of a front page, less its stamps: a number in the column of page ranges is none."""
    lines = tuple(
        line
        for line in page.lines
        if not is_stamp(page, clean(line.text), line.top, line.bottom)
        or (line.text.strip().isdigit() and abs(line.left + line.right - page.width) > 0.24 * page.width)
    )
    return rows_of(replace(page, lines=lines))


def _front_sheet(rows: Sequence[Row], agenda: Agenda) -> tuple[FrontFields, list[PlannedMember], Questions]:
    outside = [*rows[: agenda.first_row], *rows[agenda.end_row :]]
    members, _ = read_members(rows, range(agenda.first_row, agenda.end_row))
    fields = read_fields(rows, rows[: agenda.first_row], outside)
    texts = [f"{item.title}. {item.text}" for item in agenda.items] + [section.text for section in agenda.sections]
    texts.append(text_of(outside))
    return fields, members, read_questions(texts, fields.day, fields.email)


def _meeting(fields: FrontFields, questions: Questions) -> PlannedMeeting:
    return PlannedMeeting(
        committee=fields.committee,
        date=fields.day,
        time=fields.hour,
        venue=fields.venue,
        despatched=fields.despatched,
        quorum=fields.quorum,
        contact=fields.contact,
        next_meeting=fields.next_meeting,
        questions_to=questions.to,
        questions_by=questions.by,
        title=fields.title,
        time_text=fields.time_text,
        contact_phone=fields.phone,
        contact_email=fields.email,
        questions_text=questions.text,
    )


def _items(placed: Sequence[Placed], agenda: Agenda, pack: Pack) -> tuple[list[PlannedItem], list[PlanWarning]]:
    last_pages, warnings = ends(placed, pack)
    items: list[PlannedItem] = []
    excluded = False
    named: list[int] = []
    for one, last in zip(placed, last_pages, strict=True):
        motion = is_exclusion(one.item.title, one.item.text)
        if motion:
            excluded, named = True, paragraphs_in(one.item.text)
        excluded = excluded and not opens_meeting(one.item.title)
        private = not motion and (
            (excluded and not reopens(one.item.title) and one.start is None) or _in_private_section(one.item, agenda)
        )
        items.append(_item(one, last, agenda, pack, private=private, named=named))
    return items, warnings


def _in_private_section(item: AgendaItem, agenda: Agenda) -> bool:
    if item.section is None:
        return False
    section = agenda.sections[item.section]
    return section_is_private(section.title, section.text)


def _item(one: Placed, last: int | None, agenda: Agenda, pack: Pack, *, private: bool, named: list[int]) -> PlannedItem:
    item = one.item
    access, paragraphs = _access(item, agenda, private=private, named=named)
    documents = papers_of(one, last, pack, private=access != "open") if one.start and last else []
    documents = [_inherit(document, access, paragraphs) for document in documents]
    return PlannedItem(
        section=section_letter(item, agenda) or None,
        label=item.label,
        title=item.title,
        text=item.text,
        first_page=_first_page(one, pack),
        last_page=_last_page(one, last, pack),
        pdf_first=one.start,
        pdf_last=last,
        access=access,
        exempt_paragraphs=paragraphs,
        documents=documents,
        note=item.note,
        section_index=item.section,
        beside=item.beside,
    )


def _access(item: AgendaItem, agenda: Agenda, *, private: bool, named: list[int]) -> tuple[Access, list[int]]:
    if not private and not item_is_withheld(item.title, item.text):
        return "open", []
    section = agenda.sections[item.section] if item.section is not None and private else None
    heading = f"{section.title} {section.text}" if section else ""
    own = f"{item.title} {item.text}" + (" exempt" if private else "")
    paragraphs = paragraphs_in(own) or (paragraphs_in(heading) or named if private else [])
    access = access_of(f"{item.title} {item.text} {heading}", under=True)
    if access == "confidential" and paragraphs:
        access = "exempt"
    return access, paragraphs if access == "exempt" else []


def _inherit(document: PlannedDocument, access: Access, paragraphs: list[int]) -> PlannedDocument:
    """A paper of a withheld item is withheld as the item is, unless it names its own paragraphs."""
    if access == "open" or document.exempt_paragraphs:
        return document
    return replace(document, access=access, exempt_paragraphs=paragraphs)


def _first_page(one: Placed, pack: Pack) -> int | None:
    if one.start is not None:
        return pack.printed(one.start) or (one.item.printed.first if one.item.printed else None)
    return one.item.printed.first if one.item.printed else None


def _last_page(one: Placed, last: int | None, pack: Pack) -> int | None:
    if last is not None:
        return pack.printed(last) or (one.item.printed.last if one.item.printed else None)
    return one.item.printed.last if one.item.printed else None


def _missing(plan: PackPlan) -> list[PlanWarning]:
    """What every front sheet gives, and was not found on this one."""
    wanted = {
        "committee": "the committee's name",
        "date": "the date of the meeting",
        "time": "its time",
        "venue": "its place",
    }
    meeting = plan.meeting
    return [
        PlanWarning(
            1, f"The front sheet does not tell {words}, or not in a way that was understood.", f"meeting.{name}"
        )
        for name, words in wanted.items()
        if not getattr(meeting, name) and not (name == "time" and meeting.time_text)
    ]


def _silent(witnesses: Witnesses) -> list[PlanWarning]:
    """Scanned pages, which have no text to read."""
    if not witnesses.silent:
        return []
    pages = sorted(witnesses.silent)
    listed = ", ".join(map(str, pages[:12])) + (f" and {len(pages) - 12} more" if len(pages) > 12 else "")
    if len(pages) == 1:
        return [PlanWarning(pages[0], f"PDF page {listed} has no text: it is blank, a picture or a scan.")]
    return [PlanWarning(pages[0], f"PDF pages {listed} have no text: they are blank, pictures or scans.")]
