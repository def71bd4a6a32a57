from pathlib import Path

import pytest

from documents.structure.sources import Unreadable, pages_of_file

ITEM = """<agendaitem><agendaitemtitle>{title}</agendaitemtitle>
<fulldisplaynumberformat>{label}</fulldisplaynumberformat>
<agendatext>&lt;p&gt;To note.&lt;/p&gt;</agendatext><isrestricted>{restricted}</isrestricted>
<isminutepublished>{published}</isminutepublished><refertocommittee>Parks Board</refertocommittee>
<minutesnonemptyhtmlbody>&lt;p&gt;Noted &amp;amp; agreed.&lt;/p&gt;</minutesnonemptyhtmlbody></agendaitem>"""


def words(folder: Path, items: str) -> list[str]:
    path = folder / "meeting.xml"
    path.write_text(
        f'<?xml version="1.0" encoding="utf-8"?><meeting><meetingdate>10/02/2026</meetingdate>'
        f"<meetingtime>10.00 am</meetingtime><agendaitems>{items}</agendaitems></meeting>"
    )
    return pages_of_file(path)[0].text.split("\n")


def test_meeting_of_the_web_service_is_read_as_its_page(tmp_path: Path) -> None:
    items = ITEM.format(title="Trees", label="1.", restricted="False", published="True")

    assert words(tmp_path, items) == [
        "Agenda and minutes",
        "Parks Board - Tuesday 10 February 2026 10.00 am",
        "1 Trees",
        "To note.",
        "Minutes:",
        "Noted & agreed.",
    ]


def test_minutes_that_are_not_published_are_left_out(tmp_path: Path) -> None:
    items = ITEM.format(title="Trees", label="1.", restricted="False", published="False")

    assert words(tmp_path, items)[-1] == "To note."


def test_restricted_item_shows_its_title_alone(tmp_path: Path) -> None:
    items = ITEM.format(title="Lease", label="2.", restricted="True", published="True")

    assert words(tmp_path, items)[-1] == "2 Lease"


@pytest.mark.parametrize(("items", "reason"), [("<broken", "damaged"), ("<!ENTITY x 'y'>", "defines words")])
def test_xml_that_cannot_be_read_is_refused(tmp_path: Path, items: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        words(tmp_path, items)
