"""Every pack is understood by the import exactly as it was written, and without a warning."""

from datetime import date
from pathlib import Path

import pytest

from documents import pdf
from documents.packs.plan import PackPlan, plan_pack
from portal.sample_council.facts import sample_council
from portal.sample_council.pack_facts import Pack, WrittenPack, packs
from portal.sample_council.writing import write_pack

TODAY = date(2026, 11, 22)
PACKS = packs(sample_council(TODAY))

Understood = dict[str, tuple[WrittenPack, PackPlan]]


@pytest.fixture(scope="module")
def understood(tmp_path_factory: pytest.TempPathFactory) -> Understood:
    folder = tmp_path_factory.mktemp("packs")
    written = [write_pack(pack, folder) for pack in PACKS]
    return {one.pack.name: (one, plan_pack(pdf.read(one.path))) for one in written}


each_pack = pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)


@each_pack
def test_pack_gives_no_warnings(pack: Pack, understood: Understood) -> None:
    assert understood[pack.name][1].warnings == []


@each_pack
def test_meeting_of_a_pack_is_understood(pack: Pack, understood: Understood) -> None:
    meeting = understood[pack.name][1].meeting
    facts = pack.committee
    assert (meeting.committee, meeting.date, meeting.time) == (facts.name, pack.meeting.date, pack.meeting.time)
    assert (meeting.venue, meeting.quorum, meeting.contact) == (facts.venue, facts.quorum, facts.clerk)
    assert (meeting.despatched, meeting.next_meeting) == (pack.despatched, pack.next_meeting)
    assert meeting.questions_by == pack.questions_by


@each_pack
def test_members_of_a_pack_are_understood(pack: Pack, understood: Understood) -> None:
    found = [(member.name, member.role, member.representing) for member in understood[pack.name][1].members]
    assert found == [
        (seat.person.name, seat.role, seat.representing) if seat.person else (None, "vacancy", seat.representing)
        for seat in pack.seats
    ]


@each_pack
def test_items_of_a_pack_are_understood(pack: Pack, understood: Understood) -> None:
    written, plan = understood[pack.name]
    found = [(i.section, i.label, i.title, i.first_page, i.last_page, i.exempt_paragraphs) for i in plan.items]
    assert found == [
        (
            item.planned.section or None,
            item.planned.label,
            item.planned.title,
            *(item.pages or (None, None)),
            list(item.planned.exempt),
        )
        for item in written.items
    ]


@each_pack
def test_own_texts_of_items_are_understood(pack: Pack, understood: Understood) -> None:
    written, plan = understood[pack.name]
    printed = ["\n".join(item.planned.printed_texts).replace("**", "") for item in written.items]
    assert [item.text for item in plan.items] == printed


@each_pack
def test_documents_of_a_pack_are_understood(pack: Pack, understood: Understood) -> None:
    written, plan = understood[pack.name]
    found = [[(d.title, d.kind, d.first_page, d.last_page, d.access) for d in item.documents] for item in plan.items]
    assert found == [
        [(d.title, d.kind, d.first_page, d.last_page, "open") for d in item.documents] for item in written.items
    ]


@each_pack
def test_previous_minutes_of_a_pack_are_understood(pack: Pack, understood: Understood) -> None:
    minutes = understood[pack.name][1].previous_minutes
    assert minutes is not None
    assert (minutes.committee, minutes.date, minutes.first_page) == (pack.committee.name, pack.minutes_of.date, 1)


def test_packs_are_many_and_long_enough_to_browse(understood: Understood) -> None:
    assert len(understood) >= 12
    assert sum(written.pdf_pages for written, _ in understood.values()) >= 250


def test_pages_are_landscape_where_a_table_is_wide(understood: Understood) -> None:
    pages = pdf.read(understood["audit -1"][0].path).pages
    assert any(page.width > page.height for page in pages)


def test_same_day_gives_the_same_bytes(understood: Understood, tmp_path: Path) -> None:
    written = understood["cabinet 0"][0]
    again = write_pack(written.pack, tmp_path)
    assert again.path.read_bytes() == written.path.read_bytes()


def test_exempt_appendix_is_no_page_of_its_pack(understood: Understood) -> None:
    text = pdf.read(understood["cabinet -1"][0].path)
    assert "Hartnoll" not in "\n".join(line.text for page in text.pages for line in page.lines)


@each_pack
def test_no_brace_is_left_to_be_filled_in(pack: Pack, understood: Understood) -> None:
    text = " ".join(page.text for page in pdf.read(understood[pack.name][0].path).pages)
    assert "{" not in text
