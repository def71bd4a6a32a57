from documents.admin.guides.guide import Guide, Step

AGENDAS = [
    Guide(
        "publish-an-agenda-pack",
        "Publish an agenda pack",
        "From one PDF to a meeting page with every item and paper at its own address.",
        [
            Step("On the desk, choose “Upload a pack”."),
            Step("Choose the PDF as the “Agenda pack (PDF)”, then “Upload and read”.", pictured=True),
            Step(
                "Check the plan beside the pages: the “Meeting”, its “Members”, “Sections” and “Items”. Correct what "
                "was read wrongly, then choose “Confirm and write drafts”.",
                "Nothing: drafts are written, and not published.",
                pictured=True,
            ),
            Step(
                "Look at what will become public and at what to check first, then choose “Publish”.",
                "The agenda, and each open paper, at once. Withheld papers are listed with a notice.",
                pictured=True,
            ),
        ],
        [
            "A corrected pack of the same meeting is uploaded in the same way: the plan shows what it changes.",
            "What is found in the papers, such as a signature or a home address, is put right, or accepted "
            "with a reason that is kept, before they can be published.",
            "Where your council asks for a second person, you ask for release, and somebody else looks and releases.",
        ],
    ),
    Guide(
        "publish-a-supplement",
        "Publish a supplement",
        "Papers that come after the agenda, as a pack of their own.",
        [
            Step("On the desk, choose “Upload a pack”, and upload the supplement’s PDF as any pack."),
            Step(
                "Under “What this file is”, choose “A supplement”. Check the “Items” it adds papers to, then choose "
                "“Confirm and write drafts”.",
                "Nothing yet.",
                pictured=True,
            ),
            Step(
                "Look at “Agenda and papers”: what will become public, and what to check first. Then publish.",
                "The new papers on their items, listed as published later with the time and, where you give it, why.",
            ),
        ],
        [
            "Page labels that are published already never move.",
            "An item that is not on the agenda needs the chair’s opinion that it is urgent, with the reason.",
        ],
    ),
    Guide(
        "put-items-in-order",
        "Put items in order and number them",
        "Move items of an agenda, from one section into another too, and number each section afresh.",
        [
            Step("Open the meeting, and choose “Reorder and renumber items”."),
            Step("Move an item with its buttons “Up” and “Down”, or drag it by its handle.", pictured=True),
            Step("Choose “Number from 1” to number a section afresh. It is shown first, and not saved."),
            Step(
                "Choose “Save the order”.",
                "Nothing of an agenda that is not published. Of a published one, the new order at once.",
            ),
        ],
        ["Labels of a published agenda are quoted by residents: you are asked before one changes."],
    ),
    Guide(
        "restore-a-deleted-draft",
        "Put back a deleted draft",
        "A meeting, item, paper or committee that was deleted before it was ever public, for 30 days.",
        [
            Step("Choose “Deleted drafts” on the desk."),
            Step("Beside the draft, choose “Put it back”.", "Nothing: it is a draft again, as it was.", pictured=True),
        ],
        [
            "What was ever public is never deleted: a paper is withdrawn, a meeting cancelled, a committee ended.",
        ],
    ),
]
