from documents.admin.guides.guide import Guide, Step

MEETINGS = [
    Guide(
        "set-up-a-committee",
        "Set up a committee",
        "Its page for the public, its members, and what every one of its agendas begins with.",
        [
            Step("On the desk, choose “All records”."),
            Step("Beside “Committees”, choose “Add”."),
            Step(
                "Enter the “Name” and the “Kind”, its quorum, and whom to ask. Under “Memberships” enter each member, "
                "with their role and the day on which their term began; leave the person empty for a vacancy. "
                "Untick “The public sees it” while nobody is to know of it yet. Then choose “Save”.",
                "Where it is ticked, at once: the committee with its purpose, members and contact.",
                pictured=True,
            ),
            Step(
                "For its agendas, go to “All records” again, and beside “Agenda templates” choose “Add”.",
            ),
            Step(
                "Choose the “Committee”, and enter where and when it usually meets. Add each section with its letter, "
                "and the items that stand on every agenda, such as apologies. Then choose “Save”.",
                "Nothing: agendas begin with it, and can be altered.",
                pictured=True,
            ),
        ],
        [
            "Members must be there as people first: an administrator adds them under All records.",
            "An agenda that is made already does not change with its template.",
            "A committee that comes to an end is given the day under “Ended on”: its papers stay.",
        ],
    ),
    Guide(
        "make-a-year-of-meetings",
        "Make a year of meetings",
        "From a pattern such as the third Thursday of each month but August. Bank holidays and closure days are "
        "avoided.",
        [
            Step("On the desk, choose “A year of meetings”."),
            Step(
                "Choose the “Committee”, say “How often it meets”, and tick the months it does not meet in under “But "
                "not in”. Then choose “Show the dates”.",
                pictured=True,
            ),
            Step(
                "Look at each date. Untick “Make this meeting” to leave one out, or type another “Date”. Then choose "
                "“Make these meetings”.",
                "Nothing, unless you tick the box for the public calendar: then the committee, date, time and place of "
                "each meeting.",
                pictured=True,
            ),
        ],
        [
            "A date on a bank holiday or closure day is moved to the next working day, and says so.",
            "An administrator enters the council’s closure days under All records.",
        ],
    ),
    Guide(
        "record-attendance",
        "Record attendance",
        "Who was there, who sent apologies, and who stood in for whom.",
        [
            Step("On the desk, choose the meeting under “Coming meetings”, or find it by its name and date."),
            Step("Choose “Record attendance”.", pictured=True),
            Step(
                "Say of each member whether they were “Present”, there “Remotely”, sent “Apologies” or were “Absent”. "
                "“Mark everybody else as present” fills in the rest."
            ),
            Step(
                "Enter substitutes, officers and visitors under “Others”, then choose “Save the attendance”.",
                "Nothing yet.",
                pictured=True,
            ),
            Step(
                "When it is right, choose “Publish the attendance”.",
                "On the meeting’s page, and on the pages of those who were there, who attended and who sent apologies.",
            ),
        ],
        [
            "By keyboard: Tab goes to the next member, the arrow keys choose.",
            "Publishing the minutes publishes the attendance too.",
        ],
    ),
    Guide(
        "record-minutes",
        "Record minutes",
        "Item by item, saved as you type, and published when you say so.",
        [
            Step("Open the meeting, and choose “Write minutes”."),
            Step(
                "Each item of the agenda has its minute. Write the “Text”, and the “Resolution” in its exact words. "
                "Choose “Save” now and then; with a modern browser it is saved as you type.",
                "Nothing.",
                pictured=True,
            ),
            Step("Choose “Go on to publish”."),
            Step(
                "Look at what becomes public, then choose “Publish as draft minutes”.",
                "The minutes, marked as draft minutes until a later meeting confirms them.",
            ),
        ],
    ),
]
