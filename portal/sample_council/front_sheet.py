"""Sets front sheets in the council's two styles: lettered sections, and items numbered straight through."""

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, TableStyle
from reportlab.platypus import Table as FlowableTable

from portal.sample_council.bodies import Seat
from portal.sample_council.letterhead import letterhead
from portal.sample_council.pack_facts import Pack, WrittenItem, standing
from portal.sample_council.typesetting import (
    BODY,
    CENTRED,
    CENTRED_HEADING,
    CENTRED_TITLE,
    FIELD,
    HEADING,
    NUMBERED,
    SUBHEADING,
    TITLE,
    paragraph,
    space,
)
from portal.sample_council.words import clock, full_date, long_date

SMALL = BODY.clone("small", fontSize=10, leading=13, spaceAfter=5)
ITEM = NUMBERED.clone("item", spaceAfter=7)
ITEM_TEXT = BODY.clone("item-text", leftIndent=12 * mm, fontSize=10.5, leading=14)
NO_BREAK = "\u00a0"
SUMMONS = TITLE.clone("summons", spaceAfter=0)
PAGE_COLUMN = 22 * mm
TEXT_COLUMN = 138 * mm


def front_sheet(pack: Pack, items: Sequence[WrittenItem]) -> list[Flowable]:
    return lettered_front_sheet(pack, items) if pack.lettered else straight_front_sheet(pack, items)


def lettered_front_sheet(pack: Pack, items: Sequence[WrittenItem]) -> list[Flowable]:
    committee = pack.committee
    when = f"**{long_date(pack.meeting.date)} at {clock(pack.meeting)}**"
    council = pack.council.council
    return [
        letterhead(council["name"]),
        paragraph("Law and Governance", FIELD),
        paragraph(council["address"]),
        paragraph("AGENDA FOR THE", SUMMONS),
        paragraph(committee.name.upper(), TITLE),
        paragraph(
            f"Members of the {committee.name} are summoned to a meeting on {when}, which will be held in "
            f"{committee.venue}."
        ),
        paragraph(f"**{council['monitoring_officer']}**", FIELD),
        paragraph(f"**{council['monitoring_officer_title']}**"),
        *_contact_lines(pack),
        *_membership(pack),
        *_sections(pack, items),
        *_closing(pack),
    ]


def _contact_lines(pack: Pack) -> list[Flowable]:
    pairs = [
        ("Enquiries to", pack.committee.clerk),
        ("Tel", pack.committee.phone),
        ("E-mail", pack.committee.email),
        ("Despatched", long_date(pack.despatched)),
    ]
    return [*(paragraph(f"{name} : {value}", FIELD) for name, value in pairs), space(3)]


def _membership(pack: Pack) -> list[Flowable]:
    roles = {"chair", "vice-chair", "member"}
    groups = [
        ("Membership", "Councillors:", [seat for seat in pack.seats if seat.role in roles and _is_councillor(seat)]),
        (
            "",
            "Co-opted Members:",
            [seat for seat in pack.seats if seat.role != "substitute" and not _is_councillor(seat)],
        ),
    ]
    lines = [line for heading, name, seats in groups if seats for line in _group(heading, name, seats)]
    lines.append(paragraph(f"**Quorum is {pack.committee.quorum} Councillors**"))
    substitutes = [seat for seat in pack.seats if seat.role == "substitute"]
    return lines + (_group("Substitute Members", "Substitutes:", substitutes) if substitutes else [])


def _group(heading: str, name: str, seats: Sequence[Seat]) -> list[Flowable]:
    opening = [paragraph(heading, HEADING)] if heading else []
    return [*opening, paragraph(name, SUBHEADING), *(paragraph(_seat(seat), FIELD) for seat in seats), space(3)]


def _is_councillor(seat: Seat) -> bool:
    return seat.person is not None and seat.person.is_councillor


def _seat(seat: Seat) -> str:
    if seat.person is None:
        return f"*Vacancy, {seat.representing}*"
    mark = {"chair": " (Chair)", "vice-chair": " (Vice-Chair)"}.get(seat.role, "")
    body = f", {seat.representing}" if seat.representing else ""
    return f"{seat.person.formal_name}{mark}{body}"


def _sections(pack: Pack, items: Sequence[WrittenItem]) -> list[Flowable]:
    story: list[Flowable] = []
    for section in standing()["section"]:
        listed = [item for item in items if item.planned.section == section["letter"]]
        heading = f"**{section['letter']}. {section['title']}**"
        rows = [(heading, "**Page**" if any(item.pages for item in listed) else "")]
        heading_row = _columns(rows)
        heading_row.keepWithNext = True
        story += [space(2), heading_row]
        if section.get("text"):
            story.append(paragraph(section["text"]))
        story += [part for item in listed for part in _lettered_item(item)]
    return story


def _lettered_item(item: WrittenItem) -> list[Flowable]:
    pages = f"{item.pages[0]} - {item.pages[1]}" if item.pages else ""
    texts = [paragraph(text, ITEM_TEXT) for text in item.planned.printed_texts]
    return [KeepTogether([_columns([(f"{item.planned.label}. {item.planned.title}", pages)]), *texts])]


def _columns(rows: Sequence[tuple[str, str]]) -> FlowableTable:
    cells = [[paragraph(left, FIELD), paragraph(right, FIELD)] for left, right in rows]
    style = TableStyle(
        [
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
        ]
    )
    return FlowableTable(cells, colWidths=[TEXT_COLUMN, PAGE_COLUMN], style=style)


def _closing(pack: Pack) -> list[Flowable]:
    lines = [space(4)]
    if pack.next_meeting:
        when = long_date(pack.next_meeting)
        lines.append(paragraph(f"The next meeting of the {pack.committee.name} will be on {when}"))
    return [*lines, paragraph(f"**{standing()['website']}**", SMALL)]


def straight_front_sheet(pack: Pack, items: Sequence[WrittenItem]) -> list[Flowable]:
    words = standing()
    open_items = [item for item in items if not item.planned.exempt]
    exempt = [item for item in items if item.planned.exempt]
    return [
        letterhead(pack.council.council["name"]),
        paragraph("AGENDA", CENTRED_TITLE),
        paragraph(pack.committee.name.upper(), CENTRED_TITLE),
        *_when_and_who(pack),
        *_straight_membership(pack),
        paragraph(words["unrestricted"], CENTRED_HEADING),
        paragraph(f"*{words['unrestricted_note']}*", CENTRED),
        *(part for item in open_items for part in _straight_item(item)),
        paragraph(words["exempt"], CENTRED_HEADING),
        paragraph(f"*{words['exempt_note'] if exempt else words['no_exempt_note']}*", CENTRED),
        *(part for item in exempt for part in _straight_item(item)),
        *_signature(pack),
    ]


def _when_and_who(pack: Pack) -> list[Flowable]:
    committee = pack.committee
    return [
        paragraph(f"**{full_date(pack.meeting.date)} at {clock(pack.meeting)}**", SUBHEADING),
        paragraph(f"Venue: {committee.venue}", FIELD),
        paragraph(f"Ask for: {committee.clerk}", FIELD),
        paragraph(f"Telephone: {committee.phone}", FIELD),
        paragraph(f"Email: {committee.email}", FIELD),
    ]


def _straight_membership(pack: Pack) -> list[Flowable]:
    if pack.committee.everybody:
        lines = [
            paragraph("To: the Mayor and all Members of the Council"),
            paragraph(f"**Quorum is {pack.committee.quorum} Councillors**"),
        ]
        return [space(3), *lines]
    return [space(3), *_membership(pack)]


def _straight_item(item: WrittenItem) -> list[Flowable]:
    pages = f"(Pages {item.pages[0]} - {item.pages[1]})".replace(" ", NO_BREAK) if item.pages else ""
    texts = [paragraph(text, ITEM_TEXT) for text in item.planned.printed_texts]
    title = paragraph(f"{item.planned.title} {pages}", ITEM, f"{item.planned.label}.")
    return [KeepTogether([title, *texts])]


def _signature(pack: Pack) -> list[Flowable]:
    council = pack.council.council
    lines = [council["monitoring_officer"], council["monitoring_officer_title"], council["phone"]]
    closing = [space(16), *(paragraph(line, FIELD) for line in lines), space(3)]
    closing.append(paragraph(f"**{full_date(pack.despatched)}**"))
    if pack.next_meeting:
        closing.append(paragraph(f"Date of the next meeting: {full_date(pack.next_meeting)}"))
    return closing
