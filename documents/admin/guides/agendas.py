from documents.admin.guides.guide import Guide, Step

AGENDAS = [
    Guide(
        "build-an-agenda",
        "Build an agenda",
        "From the committee’s template to the summons and the packs, without a file made elsewhere.",
        [
            Step("Open the meeting from the desk, and choose “Begin the agenda”."),
            Step(
                "Choose “Begin from the template”: its sections, standing texts and formal items are put in, with the "
                "members, quorum and contact of the day. Or choose “Begin with an empty agenda”.",
                "Nothing, until you publish.",
                pictured=True,
            ),
            Step(
                "Enter the title of a “New item in” the section where it belongs, and choose “Add”. At each item you "
                "can “Add a paper”, “Ask for a report”, which its author then adds, or “Promise a paper”, "
                "which the agenda names with its day.",
                pictured=True,
            ),
            Step(
                "Under “Summons and packs”, choose “Make the summons”. It numbers the pages of all papers and sets the "
                "front sheet with its page ranges. Make it again when items or papers change."
            ),
            Step(
                "Look at the “Summons (PDF)”, the “Public pack (PDF)” and the “Restricted pack for members (PDF)”.",
                pictured=True,
            ),
            Step(
                "Choose “Check and publish”, look at what will become public, then publish.",
                "The agenda and its open papers at once, and the public pack, made from them alone.",
            ),
        ],
        [
            "“Order and number the items” moves items by buttons or by dragging.",
            "No template yet? “Make the committee’s template from this” makes one from a meeting that has an agenda.",
            "Once the agenda is public, what you add comes as a supplement, and page numbers stay as they are.",
        ],
    ),
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
        "publish-at-a-set-time",
        "Publish at a set time",
        "An agenda made ready today becomes public tomorrow at nine, to the minute, with nobody there.",
        [
            Step("Open the meeting, and choose “Check and publish”."),
            Step(
                "Look at what will become public and decide about what was found. Under “Publish at” enter the day and "
                "the time, then choose “Publish”.",
                "Nothing before that minute. From it on, the agenda and its open papers.",
                pictured=True,
            ),
            Step(
                "The page of the meeting’s agenda and papers now says “The agenda is set to be published at”, with the "
                "day and time. Look there when in doubt.",
                pictured=True,
            ),
            Step("To call it off, choose “Take it back” on that page, and once more on the next.", "Nothing."),
        ],
        [
            "The time is that of the council’s clocks. In the hour that comes twice when the clocks go back, you are "
            "asked which of the two you mean.",
            "It holds even if the part of the system that does the work in the background stands still.",
            "A time inside the clear days asks for the reason, as publishing then would.",
            "Corrections and supplements are set in the same way, on the page that publishes them. What is set stands "
            "on the desk, and so does whatever could no longer be published when its time came.",
            "A new committee becomes public with its first agenda, and not before.",
        ],
    ),
    Guide(
        "keep-the-proof-of-publication",
        "Keep the proof of publication",
        "What was made public of a meeting, when, by whom and with which files: for the record, or a complaint.",
        [
            Step("Open the meeting, and choose “Proof of publication”."),
            Step(
                "Read “Files served”, each with its digest, and “What happened”, each with its time and who did it.",
                "None of this page: it is for staff, and names withheld papers.",
                pictured=True,
            ),
            Step("Choose “Download the record (PDF)”, and keep the file with the records of the meeting."),
        ],
        [
            "Whoever asks from outside gets the copy to give out: it names what the public may read, and tells of what "
            "is withheld only that it is.",
            "A file on your disk is the one that was served if its SHA-256 digest is the one in the record.",
            "What was done at the offices, such as the copy laid out for inspection, is recorded on the clock of the "
            "meeting, and stands in the proof too.",
            "An administrator can take the head of the audit trail away from this machine: with it anybody can find "
            "out whether the record was altered since.",
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
            "An item that a corrected pack no longer lists stands here too, with its papers.",
            "What was ever public is never deleted: a paper is withdrawn, a meeting cancelled, a committee ended.",
        ],
    ),
]
