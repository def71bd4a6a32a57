"""Front sheets that are harder to read: broken ranges, guidance before the items, tables, items without labels."""

from tests.documents.packs.house_styles import REPORT
from tests.documents.packs.making import Made, Paper, pack, row, rows


def guidance_first() -> Made:
    """Numbered guidance on a page between the heading and the items."""
    front = [
        row("Children and Families Scrutiny Panel", bold=True, size=15),
        row("Monday, 10th March, 2025 at 6.30 pm", above=6),
        row("Meeting Room 1, The Forum, Exham", above=2),
        row("PLEASE NOTE:", bold=True, above=10),
        row("1. This meeting will be filmed.", above=4),
        row("2. Members of the public may speak for three minutes on any item on this agenda.", above=4),
        row("3. Please switch mobile telephones to silent.", above=4),
        row("4. In the event of fire, leave by the nearest exit.", above=4),
    ]
    second = [
        row("AGENDA", bold=True, size=13),
        row("1", (90, "Election of Chair"), above=8),
        row("2", (90, "Apologies for Absence"), above=8),
        row("3", (90, "Declarations of Interest"), above=8),
        row((90, "1. A Member with a disclosable pecuniary interest must:"), above=4),
        row((105, "a) disclose it at the meeting; and"), above=2),
        row((105, "b) take no part."), above=2),
        row((90, "2. Other interests are to be declared as the code sets out."), above=4),
        row("4", (90, "Minutes of the Meeting held on 13 January 2025"), (480, "5 - 10"), above=8),
        row("5", (90, "Fostering Service Annual Report"), (480, "11 - 30"), above=8),
        row("6", (90, "Work Programme"), (480, "31 - 34"), above=8),
    ]
    blank = [row((200.0, "This page is intentionally left blank"), above=300)]
    return pack(
        [front, second, blank, blank],
        [
            Paper(
                "Minutes of the Meeting held on 13 January 2025",
                6,
                "4",
                ("Minutes of the Children and Families Scrutiny Panel held on Monday, 13th January, 2025",),
            ),
            Paper("Fostering Service Annual Report", 20, "5", REPORT),
            Paper("Work Programme", 4, "6"),
        ],
        first_number=5,
    )


def broken_ranges() -> Made:
    """The range is broken over lines in every way: in brackets, after its dash, after the word."""
    front = [
        row("Cabinet", bold=True, size=16),
        row("Wednesday 12 March 2025 at 2.00 pm in the Board Room, Shire Hall", above=6),
        row("1.", (90, "Apologies for Absence"), above=12),
        row("2.", (90, "Minutes"), (480, "(Pages 1 -"), above=8),
        row((480, "4)")),
        row("3.", (90, "Annual Plan"), (480, "(Pages"), above=8),
        row((480, "5 - 10)")),
        row(
            "4.",
            (90, "A Very Long Title about the Local Transport Plan and its Delivery by the County (Pages"),
            above=8,
        ),
        row((90, "11 - 16)")),
        row("5.", (90, "Reserves"), (480, "17 -"), above=8),
        row((480, "18")),
        row("6.", (90, "Care Homes (Pages 19 -"), above=8),
        row((90, "20)")),
    ]
    return pack(
        [front],
        [
            Paper("Minutes", 4, "2", ("Minutes of the Cabinet held on 12 February 2025",)),
            Paper("Annual Plan", 6, "3", REPORT),
            Paper("A Very Long Title about the Local Transport Plan and its Delivery by the County", 6, "4", REPORT),
            Paper("Reserves", 2, "5", REPORT),
            Paper("Care Homes", 2, "6", REPORT),
        ],
    )


def scottish() -> Made:
    """Every item is a decimal below a heading item; a long text follows the title after a dash."""
    front = [
        row("Finance and Resources Committee", bold=True, size=18),
        row("10.00am, Thursday 6 March 2025", bold=True, above=8),
        row("Dean of Guild Court Room, City Chambers", above=4),
        row("This is a public meeting and members of the public are welcome to attend", above=8),
        row("Contacts: Email: ann.muir@alba.example", above=8),
        row("1.", (100, "Order of Business"), bold=True, above=14),
        row("1.1", (100, "Including any notices of motion and any other items of business submitted as"), above=6),
        row((100, "urgent for consideration at the meeting.")),
        row("2.", (100, "Declaration of Interests"), bold=True, above=10),
        row("3.", (100, "Deputations"), bold=True, above=10),
        row("3.1", (100, "If any."), above=6),
        row("4.", (100, "Minutes"), bold=True, above=10),
        row("4.1", (100, "Finance and Resources Committee of 6 February 2025 - submitted"), (500, "7 - 12"), above=6),
        row((100, "for approval as a correct record")),
        row("5.", (100, "Executive Decisions"), bold=True, above=10),
        row("5.1", (100, "Revenue Monitoring - Report by the Director of Resources"), (500, "13 - 20"), above=6),
        row("5.2", (100, "Workforce Dashboard - Report by the Director of Resources"), (500, "21 - 28"), above=6),
    ]
    second = rows(
        "Nick Smith\nService Director\nCommittee Members\n"
        "Councillor Mandy Watt (Convener), Councillor Phil Doggart and Councillor Alys Mumford"
    )
    return pack(
        [front, second],
        [
            Paper(
                "Finance and Resources Committee of 6 February 2025",
                6,
                "4.1",
                ("Minutes", "Finance and Resources Committee", "10.00am, Thursday 6 February 2025"),
            ),
            Paper("Revenue Monitoring", 8, "5.1", REPORT),
            Paper("Workforce Dashboard", 8, "5.2", REPORT),
        ],
        first_number=7,
    )


def letters_after_numbers() -> Made:
    """Labels 7a and 7b of their own column, and two papers whose bookmarks are on the outer level."""
    front = [
        row("Agenda for the Planning Sub-Committee", bold=True, size=14),
        row("Thursday, 13 March 2025, 6.00pm", above=4),
        row("Location: The Great Hall, Old Town", above=4),
        row("6", (90, "Minutes of the previous meeting (Pages 3 - 4)"), bold=True, above=12),
        row("7", (90, "Applications for determination"), bold=True, above=8),
        row("7a", (90, "12 High Street, Old Town (Pages 5 - 10)"), bold=True, above=8),
        row((90, "Ward: Castle")),
        row("7b", (90, "The Maltings (Pages 11 - 14)"), bold=True, above=8),
        row("8", (90, "Exempt items"), bold=True, above=8),
        row((90, "There are none.")),
    ]
    return pack(
        [
            front,
            rows(
                "Speaking at the meeting\nRequests to speak should be received by 12 noon on Wednesday 12 March 2025."
            ),
        ],
        [
            Paper(
                "Minutes of the previous meeting",
                2,
                "6",
                ("Minutes of the Planning Sub-Committee held on 13 February 2025",),
            ),
            Paper("12 High Street, Old Town", 4, "7a", REPORT),
            Paper("Site plan", 2),
            Paper("The Maltings", 4, "7b", REPORT),
        ],
        first_number=3,
    )


def without_labels() -> Made:
    """Titles and ranges alone, without any numbers."""
    front = [
        row("Cabinet Agenda", bold=True, size=16),
        row("Monday 17 March 2025, 5.30 p.m., Council Chamber, Civic Hall", above=6),
        row("Apologies", above=14),
        row("Minutes of the last meeting (Pages 1 - 4)", above=8),
        row("Housing Strategy (Pages 5 - 12)", above=8),
        row("Parking Charges (Pages 13 - 16)", above=8),
    ]
    return pack(
        [front],
        [
            Paper("Minutes of the last meeting", 4, lines=("Minutes of the Cabinet held on 17 February 2025",)),
            Paper("Housing Strategy", 8, lines=REPORT),
            Paper("Parking Charges", 4, lines=REPORT),
        ],
        stamps=False,
    )


def two_languages() -> Made:
    """Welsh and English side by side in one heading, stamps in both."""
    front = [
        row("Dogfen ar y Cyd / Public Document Pack", size=9),
        row("PWYLLGOR CRAFFU / SCRUTINY COMMITTEE", bold=True, size=14, above=8),
        row("Dyddiad: Dydd Iau, 6 Mawrth 2025", (320, "Date: Thursday, 6 March 2025"), above=8),
        row("Amser: 2.00 pm", (320, "Time: 2.00 pm")),
        row("Lleoliad: Siambr y Cyngor", (320, "Venue: Council Chamber, Shire Hall")),
        row("AGENDA", bold=True, above=12),
        row("1.", (90, "YMDDIHEURIADAU / APOLOGIES"), above=8),
        row("2.", (90, "DATGAN BUDDIANT / DECLARATIONS OF INTEREST"), above=8),
        row("3.", (90, "COFNODION / MINUTES (Tudalennau 3 - 8)"), above=8),
        row("4.", (90, "CYLLIDEB / BUDGET (Tudalennau 9 - 14)"), above=8),
    ]
    return pack(
        [front, rows("Gwybodaeth / Information")],
        [
            Paper("COFNODION / MINUTES", 6, "3", ("Minutes of the Scrutiny Committee held on 6 February 2025",)),
            Paper("CYLLIDEB / BUDGET", 6, "4", REPORT),
        ],
        first_number=3,
        number_form="Tudalen {}",
    )


ODD_STYLES = {
    "guidance first": guidance_first,
    "broken ranges": broken_ranges,
    "scottish": scottish,
    "letters after numbers": letters_after_numbers,
    "without labels": without_labels,
    "two languages": two_languages,
}
