"""The offices and seats that stand beside a name in a list, and say nothing of who it is."""

import re

OFFICE = r"(?:lord |deputy |vice |town |city )*"
MAYOR = re.compile(
    rf"\b(?:the )?(?:right )?(?:worshipful )?(?:the )?{OFFICE}(?:mayor|provost|president),?\s*(?:\(\s*)?"
    r"(?=(?:councillor|cllr|alderman)\b)",
    re.IGNORECASE,
)
# "the Deputy Lord Mayor (Councillor Ash)": the office, and in brackets who holds it.
HELD = re.compile(
    rf"\b(?:the )?(?:right )?(?:worshipful |honourable )?(?:the )?{OFFICE}(?:mayor|provost|leader|convener)\s*"
    r"\(\s*(?P<who>(?:councillor|cllr\.?|alderman|bailie)\s+[^()]{2,60})\)",
    re.IGNORECASE,
)
ALONE = re.compile(rf"(?:the )?{OFFICE}(?:mayor|provost|leader)", re.IGNORECASE)
# "Tenant Representative Jo Ash", "Jo Ash Co-opted Member": what they sit as, without a comma.
SEAT = re.compile(
    r"(?:tenant|leaseholder|resident|parent governor|church|diocesan|youth|union|staff)\s+"
    r"(?:representatives?|members?)\s+(?=[A-Z][a-z])|"
    r"(?<=[a-z])\s+(?:co-?\s?opted|independent|lay)\s+(?:members?|representatives?)\s*$",
    re.IGNORECASE,
)
# "Mr W Grove Clerk to the Council": a person with a courtesy title, and a post without a comma.
POSTED = re.compile(
    r"^(?P<name>(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s+(?:[A-Z]\.?\s?){0,3}(?:[A-Z][\w’'-]+\s+){1,2}?)"
    r"(?P<post>(?:(?:Assistant|Deputy|Town|Parish|Interim|Acting|Senior|Principal|Proper|Responsible|Finance|"
    r"Democratic|Committee|Monitoring|Chief|Executive|Services)\s+)*"
    r"(?:Clerk|Officer|Director|Executive|Solicitor|Manager|Head of|Administrator|Engineer|Treasurer)\b.*)$"
)


def without_offices(text: str) -> str:
    """The list without offices and seats; a post without a comma gets one."""
    text = SEAT.sub("", MAYOR.sub("", HELD.sub(lambda held: held["who"].strip(), text)))
    return POSTED.sub(lambda person: f"{person['name'].strip()}, {person['post']}", text)


def is_office(text: str) -> bool:
    """Whether a part of a list is only an office: "Councillor Ash, Mayor"."""
    return bool(ALONE.fullmatch(text.strip(" .")))
