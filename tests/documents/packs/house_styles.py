"""Front sheets in the styles of many councils, with what must be found in each; all names are invented."""

from tests.documents.packs.making import Made, Paper, pack, row, rows

LONG_TITLE = "Budget Monitoring Report for the Third Quarter of the Financial Year and the Outlook for the Year Ahead"
REPORT = ("Report of: Director of Places", "Subject: Something to decide", "1. Purpose of report")
MINUTES = ("Minutes of the meeting of the Planning Committee held on Tuesday, 4 February 2025 at 6.30 pm",)


def labelled_table() -> Made:
    """Date, time and venue in a table of labels; members in one sentence; titles bold, own text below."""
    front = [
        row("Public Document Pack", size=9),
        row("Millbrook District Council", bold=True, size=14, above=20),
        row("Overview and Scrutiny Committee", bold=True, size=18, above=8),
        row("Agenda", bold=True, size=14, above=8),
        row("Date:", (150, "Wednesday, 12 March 2025"), above=14),
        row("Time:", (150, "7.00 pm")),
        row("Venue:", (150, "Council Chamber, Civic Centre, High Street, Millbrook ML1 2AB")),
        row("For any further information please contact:", above=12),
        row("Alison Whitely, Democratic Services Officer"),
        row("Telephone: 01234 567890 Email: alison.whitely@millbrook.example"),
        row("Membership:", bold=True, above=12),
        row("Councillors: John Akroyd (Chair), Priya Nair (Vice-Chair), Tom Baldock, Sheila Carr MBE, Dafydd ap Rhys,"),
        row("Mary O'Dowd and Ahmed Yusuf"),
        row("Substitutes: Councillors Ann Fell and Peter Grubb", above=6),
        row("Quorum: 3", above=6),
        row("Published: Tuesday, 4 March 2025", above=6),
    ]
    second = [
        row("AGENDA", bold=True, size=14),
        row("1", (90, "Apologies for Absence"), bold=True, above=14),
        row((90, "To receive apologies for absence.")),
        row("2", (90, "Declarations of Interest"), bold=True, above=10),
        row((90, "Members are reminded to declare any interest in the items below, and to leave the room where the")),
        row((90, "code requires it.")),
        row("3", (90, "Minutes (Pages 1 - 4)"), bold=True, above=10),
        row((90, "To approve the minutes of the meeting held on 4 February 2025.")),
        row(
            "4",
            (90, "Budget Monitoring Report for the Third Quarter of the Financial Year and the Outlook"),
            bold=True,
            above=10,
        ),
        row((90, "for the Year Ahead (Pages 5 - 12)"), bold=True),
        row((90, "Report of the Director of Resources.")),
        row("5", (90, "Leisure Centre Contract (Pages 13 - 18)"), bold=True, above=10),
        row("6", (90, "Exclusion of the Press and Public"), bold=True, above=10),
        row((90, "To consider excluding the public from the meeting for the following item because exempt")),
        row((90, "information under paragraph 3 of Part 1 of Schedule 12A may be disclosed.")),
        row("7", (90, "Leisure Centre Contract - Financial Details"), bold=True, above=10),
        row("8", (90, "Date of Next Meeting"), bold=True, above=10),
        row((90, "To note that the next meeting will be held on Wednesday, 9 April 2025.")),
    ]
    return pack(
        [front, second],
        [
            Paper(
                "Minutes", 3, "3", ("Minutes of the Overview and Scrutiny Committee held on Tuesday, 4 February 2025",)
            ),
            Paper(
                LONG_TITLE,
                5,
                "4",
                REPORT,
            ),
            Paper("Appendix A - Tables", 2, level=1),
            Paper("Leisure Centre Contract", 6, "5", REPORT),
        ],
    )


def capitals_and_columns() -> Made:
    """A notice in capitals, members in two columns under their parties, a right-hand column of pages, two parts."""
    front = [
        row((200, "NOTICE OF MEETING"), bold=True, size=16),
        row((180, "PLANNING COMMITTEE"), bold=True, size=16, above=6),
        row((140, "TUESDAY, 11 MARCH 2025 AT 6.30PM"), bold=True, above=6),
        row((130, "COUNCIL CHAMBER, TOWN HALL, MARKET PLACE"), bold=True),
        row("MEMBERSHIP", bold=True, above=14),
        row("Conservative (3)", (300, "Labour (3)"), bold=True, above=4),
        row("Cllr Jane Archer (Chairman)", (300, "Cllr Bob Ridley")),
        row("Cllr Neil Patel", (300, "Cllr Grace Obi")),
        row("Cllr Rupert Wynn-Jones", (300, "Vacancy")),
        row("Liberal Democrat (1)", bold=True, above=4),
        row("Cllr Hugh Page (Vice-Chairman)"),
        row("Contact Officer: Sam Tilley, tel. 01999 123456", above=10),
        row("Agenda published on 3 March 2025", above=4),
        row((250, "A G E N D A"), bold=True, above=14),
        row((500, "Page No."), bold=True),
        row("PART 1 - PUBLIC", bold=True, above=8),
        row("1.", (90, "APOLOGIES"), above=8),
        row("2.", (90, "MINUTES OF THE MEETING HELD ON 4 FEBRUARY"), (505, "1 - 6"), above=8),
        row((90, "2025")),
        row("3.", (90, "DISCLOSURES OF INTEREST"), above=8),
        row("4.", (90, "APPLICATION 24/01234/FUL - LAND AT MILL LANE"), (505, "7 - 20"), above=8),
        row("5.", (90, "APPEALS RECEIVED"), (505, "21 - 22"), above=8),
        row("6.", (90, "ENFORCEMENT UPDATE"), (500, "TO FOLLOW"), above=8),
        row("PART 2 - PRIVATE", bold=True, above=10),
        row("The public are likely to be excluded from the meeting while these items are discussed.", above=2),
        row("7.", (90, "ENFORCEMENT CASE - LAND AT RIVER ROAD (Exempt - paragraphs 1 and 6a)"), above=8),
    ]
    return pack(
        [front],
        [
            Paper("MINUTES OF THE MEETING HELD ON 4 FEBRUARY 2025", 5, "2", MINUTES),
            Paper("APPLICATION 24/01234/FUL - LAND AT MILL LANE", 14, "4", REPORT),
            Paper("APPEALS RECEIVED", 2, "5"),
        ],
    )


def summons() -> Made:
    """A letter of summons to the full council, with lettered items below a numbered one."""
    front = [
        row("To: All Members of the Council", above=10),
        row("Dear Councillor,", above=10),
        row(
            "You are hereby summoned to attend a meeting of the Council to be held in the Great Hall, Guildhall,",
            above=10,
        ),
        row("Castle Street, Westford on Thursday, 17th July, 2025 at 6.30 p.m. for the transaction of the business"),
        row("set out below."),
        row("Yours sincerely,", above=10),
        row("R. Haworth", above=20),
        row("Chief Executive"),
        row("Dated: 9th July, 2025", above=6),
        row((260, "AGENDA"), bold=True, above=14),
        row("1.", (90, "Prayers"), above=8),
        row("2.", (90, "Apologies for absence"), above=8),
        row("3.", (90, "Minutes"), above=8),
        row((90, "To confirm the minutes of the annual meeting held on 15th May, 2025. (Pages 5 - 12)")),
        row("4.", (90, "Public questions"), above=8),
        row(
            (
                90,
                "Questions must be received in writing by the Clerk no later than 12 noon on Monday 14 July 2025",
            )
        ),
        row((90, "at questions@westford.example.")),
        row("5.", (90, "Recommendations from Cabinet"), above=8),
        row((90, "(a)"), (115, "Local Plan - adoption (Pages 13 - 40)"), above=4),
        row((90, "(b)"), (115, "Treasury Management Outturn (Pages 41 - 50)"), above=4),
        row("6.", (90, "Notices of motion"), above=8),
    ]
    guidance = rows(
        """
        Notes on attending
        1. The building has a hearing loop.
        2. In case of fire leave by the nearest exit and gather in the square.
        3. Filming is permitted.
        """
    )
    blank = [row((200.0, "This page is intentionally left blank"), above=300)]
    return pack(
        [front, guidance, blank, blank],
        [
            Paper("Minutes", 8, "3", ("Minutes of the annual meeting of the Council held on 15th May, 2025",)),
            Paper("Local Plan - adoption", 28, "5a", REPORT),
            Paper("Treasury Management Outturn", 10, "5b", REPORT),
        ],
        first_number=5,
    )


def board_with_bodies() -> Made:
    """A partnership board whose members are listed with their bodies in a second column."""
    front = [
        row("AGENDA FOR THE", bold=True, size=14),
        row("HEALTH AND WELLBEING BOARD", bold=True, size=14),
        row("Date: Monday 3 March 2025    Time: 14:00", above=10),
        row("Venue: Committee Room 1, Eastport Town Hall", above=2),
        row("Members of the Board", bold=True, above=12),
        row("Councillor Ruth Adeyemi (Chair)", (300, "Cabinet Member for Health"), above=2),
        row("Dr Imran Shah (Vice-Chair)", (300, "NHS Integrated Care Board")),
        row("Lucy Marsh", (300, "Healthwatch Eastport")),
        row("Vacancy", (300, "Voluntary Sector Forum")),
        row("The quorum for the Board is five members", above=10),
        row("Enquiries to: Owen Pryce", (300, "Email: owen.pryce@eastport.example"), above=6),
        row("Item", (110, "Title"), (400, "Lead"), (500, "Page"), bold=True, above=14),
        row("1", (110, "Welcome and apologies"), (400, "Chair"), above=6),
        row("2", (110, "Declarations of interest"), (400, "All"), above=6),
        row("3", (110, "Minutes and action log"), (400, "Chair"), (500, "1-8"), above=6),
        row("4", (110, "Joint Strategic Needs Assessment:"), (400, "Dr Shah"), (500, "9-30"), above=6),
        row((110, "refresh for 2025")),
        row("5", (110, "Better Care Fund"), (400, "Lucy Marsh"), (500, "31-40"), above=6),
        row("6", (110, "Any other business"), (400, "Chair"), above=6),
        row("Date of next meeting: Monday 2 June 2025, 2pm", above=16),
    ]
    return pack(
        [front],
        [
            Paper(
                "Minutes and action log", 7, "3", ("Minutes of the Health and Wellbeing Board held on 2 December 2024",)
            ),
            Paper("Joint Strategic Needs Assessment: refresh for 2025", 22, "4", REPORT),
            Paper("Better Care Fund", 9, "5", REPORT),
        ],
        number_form="{}",
    )


def decimal_labels() -> Made:
    """Items 5.1, 5.2 below a heading item, and minute-book numbers."""
    front = [
        row("Agenda for a meeting of the Development Control Committee on 6 May 2025", bold=True, size=13),
        row("to be held at 5.30pm in the Lesser Hall, Civic Offices, Northam", above=2),
        row("Councillors D Bell (Chair), A Crane, E Drew, F Ewart and G Finch", above=10),
        row("1.", (90, "Apologies"), above=14),
        row("2.", (90, "Declarations"), above=6),
        row("3.", (90, "Minutes of the last meeting (Pages 1 - 2)"), above=6),
        row("4.", (90, "Public speaking"), above=6),
        row("5.", (90, "Planning applications"), above=6),
        row("5.1", (90, "25/0001 - 1 Acacia Avenue (Pages 3 - 8)"), above=6),
        row("5.2", (90, "25/0002 - The Old Forge (Pages 9 - 12)"), above=6),
        row("6.", (90, "Urgent items"), above=6),
    ]
    return pack(
        [front],
        [
            Paper(
                "Minutes of the last meeting",
                2,
                "3",
                ("Minutes of the Development Control Committee held on 1 April 2025",),
            ),
            Paper("25/0001 - 1 Acacia Avenue", 6, "5.1", REPORT),
            Paper("25/0002 - The Old Forge", 4, "5.2", REPORT),
        ],
    )


def supplement() -> Made:
    """A later pack whose page numbers go on from the first one's."""
    front = [
        row("SUPPLEMENTARY AGENDA", bold=True, size=16),
        row("CABINET", bold=True, size=16, above=4),
        row("Wednesday, 19 March 2025 at 10.00 a.m.", above=8),
        row("Conference Room A, County Offices"),
        row("The following papers were marked to follow on the agenda already published.", above=14),
        row("7.", (90, "Highways Capital Programme (Pages 57 - 62)"), above=10),
        row("9.", (90, "School Place Planning (Pages 63 - 64)"), above=8),
        row("Published on 14 March 2025", above=30),
    ]
    return pack(
        [front],
        [Paper("Highways Capital Programme", 6, "7", REPORT), Paper("School Place Planning", 2, "9", REPORT)],
        first_number=57,
    )


STYLES = {
    "labelled table": labelled_table,
    "capitals and columns": capitals_and_columns,
    "summons": summons,
    "board with bodies": board_with_bodies,
    "decimal labels": decimal_labels,
    "supplement": supplement,
}
