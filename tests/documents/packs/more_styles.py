"""Further front sheets: other ways of heading, numbering and listing, and packs that lack a witness."""

from tests.documents.packs.house_styles import MINUTES, REPORT
from tests.documents.packs.making import Made, Paper, pack, row, rows


def lettered_parts() -> Made:
    """Part A and Part B, members in a column with parties in brackets, a Chair and Vice-Chair by label."""
    front = [
        row((60, "Brackley"), size=9),
        row((60, "Borough Council"), size=9),
        row("LICENSING COMMITTEE", bold=True, size=15, above=12),
        row("Thursday 6th February 2025", bold=True, above=6),
        row("10.00 am", bold=True),
        row("Committee Rooms 2 & 3, Town Hall", bold=True),
        row("The Members of the Committee are:-", above=12),
        row("Chair: Councillor Lena Ford (Lab)", above=4),
        row("Vice Chair: Councillor K. Singh (Lab)"),
        row("Councillor Oliver Stone (Con)"),
        row("Councillor Mrs. Edna March (LD)"),
        row("Councillor Wm. Tate (Ind)"),
        row("Reserves: Councillors P Day (Con) and R Night (Lab)"),
        row("(Quorum = 3)", above=6),
        row("NOTE: There will be a pre-meeting for members at 9.30 am.", above=8),
        row("Declarations of interest should be sent to the Monitoring Officer."),
        row("PART A - ITEMS OPEN TO THE PUBLIC", bold=True, above=14),
        row("1", (85, "APOLOGIES FOR ABSENCE"), bold=True, above=8),
        row("2", (85, "DECLARATIONS OF INTEREST"), bold=True, above=8),
        row("3", (85, "MINUTES"), (480, "(Pages 3 - 6)"), bold=True, above=8),
        row((85, "To approve as a correct record the minutes of the meeting held on 9 January 2025.")),
        row("4", (85, "HACKNEY CARRIAGE FARES"), (480, "(Pages 7 - 14)"), bold=True, above=8),
        row((85, "To consider the report of the Head of Regulatory Services.")),
        row((85, "Ward: All Wards")),
        row("PART B - ITEMS FROM WHICH THE PUBLIC MAY BE EXCLUDED", bold=True, above=14),
        row("5", (85, "REVIEW OF A DRIVER'S LICENCE"), (480, "(Pages 15 - 20)"), bold=True, above=8),
        row((85, "Not for publication by virtue of paragraphs 1 and 2 of Part 1 of Schedule 12A of the")),
        row((85, "Local Government Act 1972.")),
    ]
    back = rows(
        "Issued on Wednesday 29th January 2025\n"
        "For further information about this agenda please contact Jo Bright on 01555 111222"
    )
    return pack(
        [front, back],
        [
            Paper("MINUTES", 4, "3", ("Minutes of the Licensing Committee held on Thursday 9th January 2025",)),
            Paper("HACKNEY CARRIAGE FARES", 8, "4", REPORT),
            Paper(
                "REVIEW OF A DRIVER'S LICENCE",
                6,
                "5",
                ("NOT FOR PUBLICATION", "Report of the Head of Regulatory Services"),
            ),
        ],
        first_number=3,
    )


def minute_book_numbers() -> Made:
    """Items carry the running numbers of the minute book, in one run with their titles."""
    front = [
        row("Agenda", bold=True, size=20),
        row("Kingsbridge Neighbourhood Forum", bold=True, size=13, above=6),
        row("Date: Tuesday 14 January 2025", above=8),
        row("Time: 7:30 pm"),
        row("Place: St. Mark's Church Hall, Abbey Road"),
        row("Forum Members", bold=True, above=10),
        row("Cllr Ivy Dean", (230, "Cllr Max Owusu"), (400, "Cllr Lee Park")),
        row("Cllr Una Reid (C)", (230, "Cllr Zoe Hall (VC)"), (400, "Cllr Ron Bush")),
        row("Contact Democratic Services: 020 7000 0000", above=8),
        row("54. Public question time", bold=True, above=12),
        row("A period of up to 30 minutes for residents' questions."),
        row("55. Petitions", bold=True, above=8),
        row("56. Apologies and declarations of interest", bold=True, above=8),
        row("57. Minutes", (500, "1 - 4"), bold=True, above=8),
        row("To confirm the minutes of the meeting held on 12 November 2024."),
        row(
            "58. Abbey Road crossing: result of the consultation with residents and the next",
            (500, "5 - 12"),
            bold=True,
            above=8,
        ),
        row("steps", bold=True),
        row("59. Urgent items authorised by the Chair", bold=True, above=8),
    ]
    return pack(
        [front],
        [
            Paper("Minutes", 4, "57", ("Minutes of the Kingsbridge Neighbourhood Forum held on 12 November 2024",)),
            Paper("Abbey Road crossing: result of the consultation with residents and the next steps", 6, "58", REPORT),
            Paper("Annex 1 - Plan", 2, level=1),
        ],
    )


def without_bookmarks() -> Made:
    """Stamps and printed ranges alone; a contact block in a right-hand column; a mayor in the chair."""
    front = [
        row("EXECUTIVE", (350, "Our ref: DS/1"), bold=True, size=14),
        row("MONDAY, 27 JANUARY 2025 - 1400 HOURS", (350, "Direct line: 01222 333444"), above=8),
        row("CABINET ROOM, COUNTY BUILDINGS", (350, "Please ask for: Mr. Colin Frost")),
        row("Members: Councillors Gale (Chairman), Heath, Mrs Ince, Judd and Keane", above=12),
        row("B U S I N E S S", bold=True, above=14),
        row("1.", (90, "To receive apologies for absence"), above=8),
        row("2.", (90, "To confirm the minutes of the meeting held on 16 December 2024 (pages 1 to 3)"), above=8),
        row("3.", (90, "Capital Programme 2025/26 to 2027/28 (pages 4 to 9) - report of the Section 151"), above=8),
        row((90, "Officer")),
        row("4.", (90, "Waste Collection Policy (page 10)"), above=8),
        row("5.", (90, "Any other items which the Chairman decides are urgent"), above=8),
    ]
    made = pack(
        [front],
        [
            Paper("Minutes", 3, "2", ("Minutes of a meeting of the Executive held on 16 December 2024",)),
            Paper("Capital Programme", 6, "3", REPORT),
            Paper("Waste Collection Policy", 1, "4", REPORT),
        ],
        marks=False,
        number_form="- {} -",
    )
    # This house does not pad its papers, so the blank pages and their numbers are taken out again.
    made.pages = [page for page in made.pages if not page[0].cells[0][1].startswith("This page is")]
    made.stamps = {page: [(270.0, 815.0, f"Page {page - 1}")] for page in range(2, 12)}
    for page, label in ((2, "2"), (5, "3"), (11, "4")):
        made.stamps[page].append((470.0, 20.0, f"Agenda Item {label}"))
    return made


def without_stamps() -> Made:
    """Bookmarks and printed ranges alone."""
    front = [
        row("Agenda for Audit and Governance Committee on Wednesday, 5th March, 2025, 2.00 pm", bold=True, size=12),
        row("Venue: Virtual Meeting via Teams", above=6),
        row("Contact: Erin Fay, 01234 000111", above=6),
        row("Councillors", bold=True, above=10),
        row("Ada Birch (Chair)", above=2),
        row("Carl Dunn"),
        row("Eve Frith"),
        row("Independent Persons", bold=True, above=6),
        row("Greta Holm", above=2),
        row("1 vacancy"),
        row("1.", (90, "Apologies"), above=14),
        row("2.", (90, "Minutes of the previous meeting"), (480, "3 - 8"), above=6),
        row("3.", (90, "Internal Audit Progress Report"), (480, "9 - 20"), above=6),
        row("4.", (90, "Risk Register"), (480, "Verbal Report"), above=6),
    ]
    contents = rows("Access\nThe building is open from 8.30 am.")
    return pack(
        [front, contents],
        [
            Paper(
                "Minutes of the previous meeting",
                6,
                "2",
                ("Minutes of the Audit and Governance Committee held on 8 January 2025",),
            ),
            Paper("Internal Audit Progress Report", 8, "3", REPORT),
            Paper("Appendix 1", 4, level=1),
        ],
        numbers=False,
        stamps=False,
        first_number=3,
    )


def wrong_range() -> Made:
    """The front sheet prints 7 - 12 for papers that start on page 9, and a range past the end of the file."""
    front = [
        row("Standards Committee", bold=True, size=15),
        row("Friday 28 March 2025 at 11am in Room 3, Civic Offices", above=6),
        row("AGENDA", bold=True, above=10),
        row("1.", (90, "Apologies for absence"), above=8),
        row("2.", (90, "Minutes of 10 January 2025 (Pages 1 - 8)"), above=8),
        row("3.", (90, "Annual Complaints Report (Pages 7 - 12)"), above=8),
        row("4.", (90, "Code of Conduct (Pages 13 - 30)"), above=8),
    ]
    return pack(
        [front],
        [
            Paper("Minutes of 10 January 2025", 8, "2", MINUTES),
            Paper("Annual Complaints Report", 4, "3", REPORT),
            Paper("Code of Conduct", 6, "4", REPORT),
        ],
    )


def scanned_front() -> Made:
    """No text on the front sheet at all: the bookmarks alone tell of the items."""
    return pack(
        [[]],
        [Paper("Minutes", 2, "2", MINUTES), Paper("Budget 2025/26", 4, "3", REPORT), Paper("Appendix A", 2, level=1)],
    )


def two_tables() -> Made:
    """Labels with brackets and dashes, an item that needs no pages, italics of guidance between, two front pages."""
    front = [
        row("Joint Committee for Waste Services", bold=True, size=14),
        row(
            "NOTICE IS HEREBY GIVEN that a meeting of the Joint Committee for Waste Services will be held on Monday,",
            above=10,
        ),
        row("10 February 2025 commencing at 2.15 pm in the Wren Suite, Shire Hall, Estley."),
        row("Membership", bold=True, above=10),
        row("Avon District Council", bold=True, above=4),
        row("Councillor Bill Cox and Councillor Fay Gunn"),
        row("Severn Borough Council", bold=True, above=4),
        row("Councillor Hal Ives (Chair) and Councillor Jo Kemp"),
        row("Substitute members:", bold=True, above=6),
        row("Councillor Ken Lowe"),
    ]
    second = [
        row("Order of Business", bold=True, size=13),
        row("Item 1", (110, "Welcome and introductions"), above=10),
        row("Item 2", (110, "Apologies and substitutions"), above=6),
        row("Item 3", (110, "Minutes of the last meeting"), (490, "1 - 2"), above=6),
        row("Item 4", (110, "Depot project: exempt appendix"), (490, "3 - 8"), above=6),
        row((110, "The report is open; Appendix B is exempt under paragraph 3 of Schedule 12A.")),
        row("Item 5", (110, "Performance"), (490, "9 - 10"), above=6),
        row("This agenda was issued on 31 January 2025 by the Clerk to the Joint Committee.", above=40),
    ]
    return pack(
        [front, second],
        [
            Paper(
                "Minutes of the last meeting",
                2,
                "3",
                ("Minutes of the Joint Committee for Waste Services held on 4 November 2024",),
            ),
            Paper("Depot project: exempt appendix", 4, "4", REPORT),
            Paper("Appendix A - Plan", 2, level=1),
            Paper("Performance", 2, "5", REPORT),
        ],
    )


MORE_STYLES = {
    "lettered parts": lettered_parts,
    "minute book numbers": minute_book_numbers,
    "without bookmarks": without_bookmarks,
    "without stamps": without_stamps,
    "wrong range": wrong_range,
    "scanned front": scanned_front,
    "two tables": two_tables,
}
