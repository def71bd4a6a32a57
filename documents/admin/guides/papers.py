from documents.admin.guides.guide import Guide, Step

FIND = Step("Type words of its title under “Find a committee, meeting or paper”, choose “Find”, and choose the paper.")

PAPERS = [
    Guide(
        "add-a-paper",
        "Add a paper",
        "A paper that came by itself, as a PDF or a Word document.",
        [
            Step("Open the meeting, and choose “Add a paper”."),
            Step(
                "Choose the “File”, enter its “Title”, and choose the “Item” it belongs to. Then choose “Add the "
                "paper”.",
                "Nothing: the paper is a draft.",
                pictured=True,
            ),
            Step("Look at what will become public, then choose “Publish”.", "The paper, on its item and in search."),
        ],
        ["If something is amiss, all you typed and the file you chose are kept: you need not choose it again."],
    ),
    Guide(
        "withhold-a-paper",
        "Withhold a paper",
        "An exempt or confidential paper is listed, and cannot be read by the public.",
        [
            FIND,
            Step("Choose “Withhold”."),
            Step(
                "Choose its “Access” and enter the “Reason”. Where it is exempt, enter the “Exempt paragraphs” of "
                "Schedule 12A, why the public interest in withholding it is the greater, “Who decided it” and “When to "
                "look at it again”. Then choose “Withhold the paper”.",
                "That there is such a paper, and the reason. Neither its title, nor its file, nor a word of it.",
                pictured=True,
            ),
        ],
        ["Give a withheld paper a neutral title for its notice: the true title may tell too much."],
    ),
    Guide(
        "withdraw-a-paper",
        "Withdraw a paper",
        "It must not be read any more: it holds a name, a signature or a mistake.",
        [
            FIND,
            Step("Choose “Withdraw”."),
            Step(
                "Enter the “Reason”, then choose “Withdraw the paper”.",
                "A dated notice with your reason, at the paper’s address. It is gone from every page and from search "
                "in the same moment.",
                pictured=True,
            ),
        ],
        ["The file is kept for staff.", "“Reinstate” brings it back."],
    ),
    Guide(
        "correct-a-paper",
        "Correct a paper",
        "A new file takes the place of the old one, at the same address.",
        [
            FIND,
            Step("Choose “Correct the file”."),
            Step(
                "Choose the new “File”, say “What changed”, and answer “May the public still read the old version, "
                "beside the new one?” with no where it holds what should not have been public. Then choose “Use this "
                "file”.",
                "The new file at the same address, at once, with what changed.",
                pictured=True,
            ),
        ],
        [
            "The old file is kept for staff.",
            "Where something is found in the new file, or a second person releases what you publish, the old file "
            "stays public until the new one is published. Until then it waits on the desk, under Corrections to go on "
            "with.",
        ],
    ),
    Guide(
        "release-a-paper",
        "Release a paper: the second person",
        "Where your council asks for a second person: look with fresh eyes, then release, or send it back.",
        [
            Step("On the desk, choose what stands under “Waiting for release”."),
            Step(
                "Read the note of whoever asked, then “What was found”. Accept with a reason what may go out as it "
                "is; the rest is put right first. Then read every page under “Its pages”: signatures, and names of "
                "children, are seen by eyes alone.",
                "Nothing yet.",
                pictured=True,
            ),
            Step(
                "Choose “Release”. Or choose “Send it back instead”, and say why.",
                "The paper, once the agenda of its meeting is public too. A corrected file takes the place of the old.",
            ),
        ],
        [
            "Nobody releases what they added or changed themselves.",
            "Of a corrected paper the screen shows first, word by word, what the correction changes.",
            "Who asked, who released and what was accepted stand in the proof of publication.",
        ],
    ),
]
