"""Whole minutes in the house styles of different kinds of council."""

from datetime import date, time

import pytest

from documents.structure.understood import Present, ReadDeclaration, ReadSubstitute, ReadVote
from tests.documents.structure.minutes.reading import PAPERS, headings, minutes_of, names, paper, posts, read


def test_borough_with_numbered_paragraphs() -> None:
    minutes = paper("borough_numbered")

    assert minutes.committee == "Health and Adult Social Care Scrutiny Panel"
    assert (minutes.date, minutes.time, minutes.closed) == (date(2025, 10, 14), time(18, 30), time(20, 47))
    assert minutes.chair == "Precious Adeyemi"
    assert minutes.present == [
        Present("Precious Adeyemi", "chair"),
        Present("Liam Brook"),
        Present("Mina Costa"),
        Present("Otis Grant", capacity="substitute"),
        Present("Yusuf Rahman", virtually=True),
    ]
    assert posts(minutes.also_present) == [
        ("Helen Sharpe", "Cabinet Member for Adult Social Care"),
        ("Dr Peter Lang", "Chief Medical Officer, Northgate Hospital"),
    ]
    assert posts(minutes.officers) == [
        ("Sian Powell", "Director of Adult Social Care"),
        ("Raj Anand", "Scrutiny Officer"),
    ]
    assert minutes.apologies == ["Zoe Field"]
    assert minutes.substitutes == [ReadSubstitute("Otis Grant", "Zoe Field")]
    assert minutes.confirms == date(2025, 9, 9)
    assert headings(minutes)[4] == ("5", "5", "WINTER PRESSURES")
    winter = minutes.entries[4]
    assert winter.resolved == [
        "1. That the presentation be noted.",
        "2. That a further report be submitted to the Panel in February 2026.",
    ]
    assert winter.requests == ["The Panel requested that figures on delayed discharge be provided by ward."]
    assert winter.text.startswith("5.1 Dr Lang gave a presentation")
    assert "• Vaccination of staff stood at 52%." in winter.text
    assert minutes.entries[1].declarations[0].item == "5"


def test_minutes_with_officers_in_columns() -> None:
    minutes = paper("city_common")

    assert minutes.committee == "Port Health and Environment Committee"
    assert (minutes.time, minutes.venue, minutes.closed) == (time(11, 30), "Guildhall", time(12, 5))
    assert names(minutes.present) == ["John Garland", "Ruth Hask", "Ed Moyle", "Sir Giles Penrose", "Henrietta Vane"]
    assert [person.role for person in minutes.present[:2]] == ["chair", "vice-chair"]
    assert posts(minutes.officers) == [
        ("Jane Ashdown", "Town Clerk's Department"),
        ("Colin Bryce", "Executive Director, Environment"),
    ]
    assert minutes.apologies == ["Peter Lisle", "Wendy Mott"]
    assert [number for number, _item, _title in headings(minutes)] == ["1", "2", "3", "4", "5", "6"]
    assert minutes.entries[1].title.endswith("IN RESPECT OF ITEMS ON THE AGENDA")
    assert minutes.entries[1].text == "There were none."
    assert minutes.entries[3].resolved == [
        "That, Members:",
        "i. note the report; and",
        "ii. agree that risk ENV-04 be closed.",
    ]


def test_board_with_attendees_in_columns() -> None:
    minutes = paper("combined_authority")

    assert minutes.committee == "Skills Advisory Board"
    assert minutes.venue == "Conference Room 1, 3 Redcliffe Wharf"
    assert minutes.closed == time(11, 55)
    assert posts(minutes.present)[0] == ("Dominic Hale", "Thornford Council")
    assert minutes.chair == "Dominic Hale"
    assert minutes.present[-1] == Present("Prof Ruth Zammit", representing="University of Aven", virtually=True)
    assert minutes.apologies == ["Ian Mott", "Gwen Parry"]
    assert headings(minutes)[2] == ("3", "3", "Adult skills fund")
    assert minutes.entries[2].requests == [
        "The Board asked for a breakdown by local authority area to be circulated after the meeting."
    ]
    assert [part[:3] for part in minutes.entries[2].resolved] == ["(a)", "(b)"]
    assert minutes.entries[1].resolved == ["That the minutes be approved as a correct record."]


def test_council_with_a_named_vote() -> None:
    minutes = paper("council_budget")

    assert (minutes.committee, minutes.closed) == ("Council", time(21, 16))
    assert minutes.present[0] == Present("Roger Tallis", "chair")
    assert names(minutes.present[1:4]) == ["Anne Bright", "Ahmed", "Barlow"]
    assert minutes.apologies == ["Ives", "Jupp"]
    budget = minutes.entries[2]
    assert [vote.name for vote in budget.votes if vote.cast == "for"] == [
        "Tallis",
        "Bright",
        "Ahmed",
        "Barlow",
        "Cole",
        "Dench",
        "Fox",
    ]
    assert [vote.name for vote in budget.votes if vote.cast == "against"] == ["Grieve", "Hassan"]
    assert budget.votes[-1] == ReadVote("Ellery", "abstained")
    assert budget.vote.splitlines() == [
        "On being put to the vote, the amendment was LOST (3 for, 7 against).",
        "The motion was declared CARRIED.",
    ]
    assert budget.resolved == [
        "(1) That the revenue budget of £14.2 million be approved.",
        "(2) That the council tax for a Band D property be £214.65, an increase of 2.99 per cent.",
    ]
    assert "(Councillor Dench left the meeting at 8.40 pm.)" in budget.text
    assert minutes.entries[3].text == ""


def test_county_that_marks_who_was_present() -> None:
    minutes = paper("county")

    assert minutes.committee == "Highways and Transport Select Committee"
    assert minutes.venue == "Woodhatch House, Stoneleigh Road"
    assert names(minutes.present) == [
        "Mr Alan Whitcombe",
        "Mrs Bridget Okafor",
        "Mr C J Pell",
        "Dr Ewan Stott",
        "Mr F G de Souza",
    ]
    assert posts(minutes.also_present) == [("Mr Matt Lorne", "Cabinet Member for Highways")]
    assert minutes.substitutes == [ReadSubstitute("Mr F G de Souza", "Ms Dinah Frome")]
    assert minutes.confirms == date(2024, 11, 7)
    assert headings(minutes)[3] == ("4/25", "4", "LANE RENTAL SCHEME")
    assert minutes.entries[3].requests == [
        "The Committee requested that a map of the streets concerned be sent to Members.",
        "Executive Director for Environment to circulate a map of lane rental streets.",
    ]
    assert minutes.entries[3].resolved[0] == "That the Select Committee:"
    assert minutes.closed == time(12, 17)


def test_district_with_attendance_in_a_table() -> None:
    minutes = paper("district_tables")

    assert (minutes.time, minutes.closed) == (time(18), time(20, 12))
    assert minutes.venue == "The Barn, Market Street, Stowbridge"
    assert names(minutes.present) == [
        "Clive Parrott",
        "Ann Swale",
        "John Teal",
        "Mary Wren",
        "Rosa Finch",
        "Iqbal Crane",
    ]
    assert minutes.present[-1].capacity == "substitute"
    assert minutes.substitutes == [ReadSubstitute("Iqbal Crane", "Peter Dove")]
    assert minutes.apologies == ["Peter Dove"]
    assert [(one.name, one.item) for one in minutes.entries[1].declarations] == [("John Teal", "6"), ("Mary Wren", "7")]
    assert minutes.entries[2].vote == "By 6 votes to 0"
    assert minutes.entries[3].resolved == [
        "That authority be delegated to the Chief Planning Officer to grant permission subject to:",
        "• the completion of a planning obligation; and",
        "• conditions on drainage, materials and landscaping.",
    ]
    assert minutes.entries[3].vote == "lost by 2 votes to 4"


def test_licensing_sub_committee_with_its_decision() -> None:
    minutes = paper("licensing")

    assert minutes.chair == "Sunita Rao"
    assert names(minutes.present) == ["Sunita Rao", "Emmanuel Clegg", "Vicky Thorne"]
    assert names(minutes.also_present) == ["Mr Ali Demir", "Ms Hilary Penn"]
    assert posts(minutes.officers) == [("Daniel Firth", "legal officer"), ("Maria Esposito", "licensing officer")]
    assert [title for _number, _item, title in headings(minutes)] == [
        "ELECTION OF CHAIR",
        "APOLOGIES",
        "LICENSING ACT 2003: DEMIR FOOD AND WINE, 14 CANAL STREET",
    ]
    decided = minutes.entries[2]
    assert decided.resolved[0] == "That the application for a premises licence be granted as follows:"
    assert decided.resolved[-1] == "2. No super-strength beer shall be sold."
    assert "The sub-committee heard that the police had withdrawn their representation." in decided.text
    assert minutes.closed == time(11, 32)


def test_parish_with_title_and_text_on_one_line() -> None:
    minutes = paper("parish")

    assert names(minutes.present) == ["J. Hartnoll", "P. Attwell", "Mrs S. Dunne", "K. Osei", "R. Yates"]
    assert posts(minutes.officers) == [("Mrs L. Prior", "Clerk")]
    assert names(minutes.also_present) == ["Ann Fell"]
    assert [number for number, _item, _title in headings(minutes)] == [f"24/0{number}" for number in range(88, 96)]
    assert minutes.entries[1].declarations == [
        ReadDeclaration(
            "Yates", "Cllr Yates declared a pecuniary interest in item 24/094 (payment to R Yates Fencing).", "24/094"
        )
    ]
    assert minutes.entries[3].requests == ["The Clerk would report it to the county council. ACTION: Clerk"]
    assert minutes.entries[4].resolved == [
        "a) 24/01233/HOU 3 Orchard Close – rear extension. RESOLVED: no objection (4 for, 1 abstention).",
        "b) 24/01301/FUL Barn at Hill Farm – change of use. RESOLVED: to object on the grounds of access.",
    ]
    assert minutes.entries[5].resolved == ["to accept the quotation of £1,840 plus VAT from Swift Play."]
    assert (minutes.confirms, minutes.closed) == (date(2024, 7, 1), time(21, 5))


def test_scottish_minute_with_a_division() -> None:
    minutes = paper("scottish")

    assert (minutes.chair, minutes.time) == ("Fraser", time(10))
    assert minutes.substitutes == [ReadSubstitute("Brodie", "Innes")]
    assert names(minutes.also_present) == ["Tait"]
    assert minutes.entries[0].resolved == ["To note that item 7.3 would be taken before item 6.1."]
    assert minutes.entries[1].declarations[0].item == "4"
    libraries = minutes.entries[3]
    assert [part[:2] for part in libraries.resolved] == ["1)", "2)", "3)"]
    assert [vote.name for vote in libraries.votes if vote.cast == "against"] == ["Gunn", "Rae", "Sim"]
    assert libraries.text.endswith("submitted.)")
    assert minutes.confirms == date(2025, 4, 3)


def test_minutes_set_as_a_table() -> None:
    minutes = paper("table")

    assert minutes.committee == "Town Centre Partnership Board"
    assert minutes.venue == "Market House, High Street"
    assert posts(minutes.present)[1:3] == [
        ("Tom Pike", "Chamber of Trade"),
        ("Rev'd Alice Moor", "Churches Together"),
    ]
    assert posts(minutes.officers) == [("Kay Lunn", "Town Centre Manager"), ("PC Owen Hart", "Police")]
    assert headings(minutes)[2] == ("3", "3", "Christmas lights")
    assert minutes.entries[2].requests == ["It was agreed that three quotes be sought. Action by: KL"]
    assert (minutes.confirms, minutes.closed) == (date(2025, 3, 6), time(10, 45))


def test_welsh_minutes_in_two_languages() -> None:
    minutes = paper("welsh_bilingual")

    assert (minutes.committee, minutes.time, minutes.closed) == ("Planning Committee", time(14), time(15, 40))
    assert names(minutes.present)[:3] == ["Eleri Vaughan", "Huw ap Rhys", "D. Lewis"]
    assert posts(minutes.officers)[1] == ("Ms Nia Bowen", "Solicitor")
    assert minutes.apologies == ["T. Hughes", "R. Sadler"]
    assert minutes.entries[0].declarations[0].item == "48"
    assert minutes.entries[1].resolved[0].startswith("That the minutes of the meeting held on 14 January 2025")
    assert minutes.entries[3].resolved == [
        "that the application be APPROVED subject to:",
        "(1) the conditions set out in the report; and",
        "(2) a legal agreement under section 106 for:",
        "(i) an education contribution of £18,400; and",
        "(ii) a footway along the frontage.",
    ]
    assert minutes.entries[3].vote == "5 votes for, 1 against and no abstentions"


def test_plain_minutes_without_numbers() -> None:
    minutes = paper("word_plain")

    assert (minutes.committee, minutes.venue) == ("Wexcombe Health and Wellbeing Board", "Mill Room, County Offices")
    assert posts(minutes.present)[1:3] == [
        ("Dr Imran Sadiq", "Wexcombe Integrated Care Board"),
        ("Sheila Crane", "Healthwatch Wexcombe"),
    ]
    assert minutes.apologies == ["Frank Moss", "Paula Gill"]
    assert minutes.substitutes == [ReadSubstitute("Janet Ovens", "Frank Moss")]
    assert [title for _number, _item, title in headings(minutes)] == [
        "Apologies for absence",
        "Declarations of interest",
        "Minutes of the last meeting",
        "Better Care Fund plan",
        "Pharmacy needs assessment",
        "Any other business",
    ]
    assert minutes.entries[3].resolved == ["to approve the plan."]
    assert minutes.entries[3].requests == ["The Board asked officers to bring a progress report in March 2026."]
    assert minutes.confirms == date(2025, 9, 25)


def test_cabinet_with_reasons_and_alternatives() -> None:
    minutes = paper("cabinet_reasons")

    assert posts(minutes.present) == [("Paul Ridley", "Leader"), ("Nadia Khan", "Deputy Leader"), ("Bill Stokes", "")]
    assert names(minutes.also_present) == ["Carew", "D'Arcy"]
    assert names(minutes.officers) == ["Chief Executive", "Director of Finance"]
    contract = minutes.entries[3]
    assert contract.resolved == [
        "Cabinet:",
        "(1) approved the award of the contract to Bidder B; and",
        "(2) delegated authority to the Director of Finance to sign it.",
    ]
    assert "Running the centre in house, which would cost £90,000 a year more." in contract.text
    assert (minutes.confirms, minutes.closed) == (date(2025, 11, 10), time(17, 42))


def test_northern_irish_minutes_of_a_hybrid_meeting() -> None:
    minutes = paper("northern_ireland")

    assert minutes.chair == "J McClurg"
    assert [person.name for person in minutes.present if person.virtually] == ["L Hamill", "P Toner"]
    assert posts(minutes.officers) == [("M Agnew", "Director of Regeneration"), ("C Kyle", "Member Services Officer")]
    assert minutes.entries[1].declarations[0] == ReadDeclaration(
        "Orr", "Alderman Orr - Item 4 (member of the Harbour Trust).", "4"
    )
    assert minutes.entries[2].resolved == ["that the scheme be opened in January 2026."]
    assert minutes.entries[3].resolved == ["that the lease be renewed for ten years."]
    assert minutes.entries[3].votes == [ReadVote("Toner", "against")]


def test_town_council_with_grants_in_a_table() -> None:
    minutes = paper("town_council")

    assert minutes.venue == "Corn Exchange, Brackenford"
    assert names(minutes.present) == ["M Abel", "S Birch", "T Crook", "Mrs E Dale", "P Eaves"]
    assert posts(minutes.officers) == [("H Frost", "Town Clerk"), ("J Gill", "Deputy Town Clerk")]
    assert headings(minutes)[5] == ("C25/006", "", "GRANTS")
    assert minutes.entries[2].declarations[0].item == "C25/006"
    assert "Youth Band | £250 | £250" in minutes.entries[5].text
    assert minutes.entries[5].vote == "3 in favour, 1 abstention"
    assert minutes.closed == time(20, 25)


def test_council_with_a_vote_in_a_table() -> None:
    minutes = paper("recorded_table")

    assert headings(minutes)[1] == ("102", "", "Council tax resolution")
    assert minutes.entries[1].votes == [
        ReadVote("Roy Ash", "for"),
        ReadVote("Tina Box", "for"),
        ReadVote("Luke Cray", "against"),
        ReadVote("Olive Dunn", "abstained"),
        ReadVote("Ian Fell", "for"),
        ReadVote("Gail Moss", "for"),
    ]
    assert minutes.entries[2].vote == "fell by 2 votes to 4"
    assert minutes.closed == time(19, 10)


def test_scrutiny_with_a_resolution_in_one_line() -> None:
    minutes = paper("overview")

    assert posts(minutes.also_present)[0] == ("E. Otto", "Leader of the Council")
    assert minutes.apologies == ["J. Tran"]
    assert minutes.substitutes == [ReadSubstitute("D. Nash", "J. Tran")]
    parks = minutes.entries[4]
    assert parks.resolved == [
        "(1) to support the Parks Strategy;",
        "(2) to ask the Cabinet to reconsider the closure of the pavilion; and",
        "(3) to receive an update in six months.",
    ]
    assert parks.requests == ["Action: G. Quayle to circulate the pavilion survey by 1 December 2025."]
    assert parks.vote == "CARRIED by 5 votes to 1 with 2 abstentions"
    assert minutes.entries[5].resolved == ["that the public be excluded."]


def test_executive_board_with_numbers_beside_its_titles() -> None:
    minutes = paper("executive_board")

    assert headings(minutes) == [("EXB1", "", "MINUTES"), ("EXB2", "", "SCHOOL ADMISSIONS")]
    assert minutes.entries[1].resolved == ["That the report be noted."]
    assert names(minutes.officers) == ["S. Young", "I. Lightfoot", "M. Rowe", "A. Scott"]
    assert minutes.closed == time(14, 25)


def test_city_with_the_day_run_into_the_hour() -> None:
    minutes = paper("city_policy")

    assert (minutes.committee, minutes.date, minutes.time) == (
        "Policy & Resources Committee",
        date(2021, 7, 1),
        time(16),
    )
    assert minutes.venue == "Hythe Town Hall - Council Chamber"
    assert posts(minutes.present) == [
        ("Mack Caffrey", ""),
        ("Appleby", "Joint Opposition Spokesperson"),
        ("Bellamy", "Group Spokesperson"),
    ]
    assert headings(minutes)[0] == ("1", "1", "Procedural Business")
    assert minutes.entries[0].text.startswith("(a) Declarations of Substitutes\n\n1.1 There were no")
    assert minutes.entries[0].resolved[0].startswith("That the press and public be excluded")
    assert (minutes.confirms, minutes.closed) == (date(2021, 5, 13), time(18, 45))


def test_parish_whose_titles_say_what_is_to_be_done() -> None:
    minutes = paper("parish_to_accept")

    assert minutes.venue == "Station House"
    assert minutes.apologies == ["K Hawks", "C Beer"]
    assert [number for number, _item, _title in headings(minutes)] == ["20", "21", "22", "23", "24", "25"]
    assert minutes.entries[0].title == "To accept apologies for absence"
    assert minutes.entries[5].text.startswith("(i) To report on account 2015/16.")
    assert minutes.confirms == date(2015, 5, 18)


def test_parish_with_its_attendance_as_a_minute() -> None:
    minutes = paper("parish_coded")

    assert minutes.chair == "P Batt"
    assert names(minutes.present) == ["P Batt", "J Batt", "Hollis", "Jones", "Yarrow"]
    assert headings(minutes)[3] == ("Cou/288/07-08", "", "Minutes of the last meeting")
    assert minutes.entries[2].declarations[0].item == "7"


@pytest.mark.parametrize("name", ["agenda_only", "report_quoting"])
def test_what_is_no_minutes(name: str) -> None:
    assert read((PAPERS / f"{name}.txt").read_text()) is None


def test_notice_below_those_present_names_nobody() -> None:
    minutes = minutes_of("""Minutes of the meeting of the Cabinet held on Wednesday 30 January 2019

Present: Councillors Ash (Chair), Box and Cray

Also in attendance: Councillor Dunn

Publication and Call in Arrangements

NB All decisions may be called in.

320 Minutes of Previous Meeting

RESOLVED that the minutes be confirmed.

321 Have Your Say!

Jo Elm spoke.
""")

    assert names(minutes.also_present) == ["Dunn"]


def test_numbers_stand_below_titles_in_capitals() -> None:
    minutes = minutes_of("""MINUTES OF A MEETING OF THE CABINET HELD ON TUESDAY 14 MAY 2024 AT 1000 HOURS

PRESENT: - Councillor Jo Ash in the Chair

Councillor Tom Box, Cabinet Member for Children, Young People and Families

APOLOGIES

312. Apologies were submitted on behalf of Councillor Cray.

MINUTES

314. RESOLVED:-

That the minutes be confirmed.
""")

    assert headings(minutes) == [("312", "", "APOLOGIES"), ("314", "", "MINUTES")]
    assert minutes.entries[1].resolved == ["That the minutes be confirmed."]
    assert posts(minutes.present)[1:] == [("Tom Box", "Cabinet Member for Children, Young People and Families")]


def test_numbers_stand_before_a_colon_set_with_tabs() -> None:
    minutes = minutes_of("""MINUTES

SCHOOLS SCRUTINY COMMITTEE

16 JANUARY 2024

Present:\tCouncillor Ash (Chairperson)
\tCouncillors Box and Cray

41\t:\tAPOLOGIES FOR ABSENCE

Apologies for absence were received from Councillor Dunn.

42\t:\tMINUTES

The minutes were approved by the Committee.

The meeting terminated at 7.25 pm
""")

    assert headings(minutes) == [("41", "", "APOLOGIES FOR ABSENCE"), ("42", "", "MINUTES")]
    assert (minutes.committee, minutes.date) == ("Schools Scrutiny Committee", date(2024, 1, 16))


def test_minutes_without_numbers_that_are_resolved_in_small_letters() -> None:
    minutes = minutes_of("""Parks Committee

Tuesday, 9th January, 2024

HYBRID MEETING OF THE PARKS COMMITTEE

Members present:\tCouncillor Ash (Chairperson);
\tThe Deputy Lord Mayor, Councillor Box;
\tAlderman Cray; and
\tCouncillors Dunn and Elm.

Apologies

An apology was reported for Councillor Fir.

Minutes

The minutes of the meeting of 5th December were taken as read.

Declarations of Interest

No declarations were reported.

Resolved – That the report be noted.
""")

    assert names(minutes.present) == ["Ash", "Box", "Cray", "Dunn", "Elm"]
    assert [entry.title for entry in minutes.entries] == ["Apologies", "Minutes", "Declarations of Interest"]
    assert minutes.entries[-1].resolved == ["That the report be noted."]


def test_those_attending_a_meeting_with_a_clerk_are_officers() -> None:
    minutes = minutes_of("""Minutes of Meeting of Parks City Policy Committee.

Hybrid meeting, 25th January 2024.

Present: Jo Ash (Chair), Tom Box and Di Cray.

Apology: Al Dunn.

Attending: K Elm (Clerk); and L Fir, Chief Officer.

1. Minutes of previous meeting noted

The minutes were submitted and noted.
""")

    assert names(minutes.present) == ["Jo Ash", "Tom Box", "Di Cray"]
    assert names(minutes.officers) == ["K Elm", "L Fir"]
