"""The kinds of findings: what each is called, whether it stops publication until accepted, and what to do about it.

What stops is what would harm somebody once it is public and is still in the file or the text that the public gets.
What is taken out of the served file by itself, and what is only untidy, is told and stops nothing.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """advice says how it is put right."""

    name: str
    title: str
    blocks: bool
    advice: str


_KINDS = (
    Kind(
        "unchecked",
        "Could not be checked",
        True,
        "A check failed on this paper. Look through it yourself, then accept with what you saw.",
    ),
    Kind(
        "scan",
        "Scanned page without text",
        True,
        "Nobody can search it or have it read out, and nothing in it was checked. Put in a file that has text.",
    ),
    Kind("signature", "Signature", True, "A signature can be copied and misused. Replace it with the typed name."),
    Kind(
        "hidden_text",
        "Hidden text",
        True,
        "Whoever copies or searches the page can read it. Take the words out, then make the file again.",
    ),
    Kind("outside_text", "Text outside the page", True, "It can be read by whoever copies it. Take it out."),
    Kind(
        "changes",
        "Tracked changes",
        True,
        "The public file has them all accepted. Accept or reject them in Word, or accept here that this is meant.",
    ),
    Kind("email", "Personal email address", True, "Take it out, unless its owner agreed that it be public."),
    Kind("phone", "Personal telephone number", True, "Take it out, unless its owner agreed that it be public."),
    Kind("address", "Home address", True, "Take it out, or keep the street alone where the place matters."),
    Kind("birth", "Date of birth", True, "Take it out: an age or a year does nearly always."),
    Kind("nhs_number", "NHS number", True, "Take it out."),
    Kind("insurance_number", "National Insurance number", True, "Take it out."),
    Kind(
        "marking",
        "Marked as exempt or confidential",
        True,
        "The paper is open, and says that it is not. Withhold it, or take out the marking.",
    ),
    Kind(
        "exempt_appendix",
        "Speaks of an exempt appendix",
        False,
        "Look that the appendix is withheld, and that its matter is not told in this paper.",
    ),
    Kind("form_text", "Leftover form text", True, "Fill it in, or take it out."),
    Kind("file_name", "Name that gives away", True, "Name the file for what the public may know."),
    Kind("attachment", "File attached within", False, "It is taken out of the file that the public gets."),
    Kind("script", "Script or program call", False, "It is taken out of the file that the public gets."),
    Kind("comment", "Comment", False, "It is taken out of the file that the public gets. Is the paper final?"),
    Kind("metadata", "Author or computer named", False, "It is taken out of the file that the public gets."),
    Kind("no_title", "File without a title", False, "Screen readers announce it. The paper’s title takes its place."),
    Kind("no_language", "File without a language", False, "Screen readers need it to pronounce the words."),
    Kind("date", "Weekday and date disagree", False, "Ask the author which is meant."),
    Kind("label_gap", "Gap in the item labels", False, "Is an item missing, or is the numbering wrong?"),
    Kind("range", "Printed pages disagree", False, "Correct the pages on the agenda, or the paper."),
    Kind("appendix", "Appendix named but missing", False, "Add it, withhold it, or have the report corrected."),
    Kind(
        "small_count",
        "Small count of people",
        False,
        "People may be recognised where fewer than five are counted. Join rows, or write “fewer than 5”.",
    ),
)
KINDS: dict[str, Kind] = {kind.name: kind for kind in _KINDS}
BLOCKING: tuple[str, ...] = tuple(kind.name for kind in _KINDS if kind.blocks)
