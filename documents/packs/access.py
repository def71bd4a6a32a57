"""Tells what is withheld from the public, and under which paragraphs of Schedule 12A."""

import re
from collections.abc import Sequence

from documents.packs.planned import Access

WITHHELD = re.compile(
    r"(?<!non-)(?<!non )(?<!un)\b(?:exempt|confidential|not for publication|restricted|"
    r"private(?! (?:hire|sector|rent|hous|landlord|tenan|car |school|street|road))|"
    r"closed (?:session|part|items?)|press and public (?:are )?excluded)\b",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"\b(?:non-?\s?exempt|non-?\s?confidential|unrestricted|open|public (?:items|session|part)|part (?:1|i|a))\b", re.I
)
EXCLUSION = re.compile(
    r"exclusion of (?:the )?(?:press|public)|exclude (?:the )?(?:press|public)|(?:press|public)[^.]{0,20} be excluded|"
    r"excluding (?:the )?(?:press|public)|local government \(access to information\)|private session",
    re.IGNORECASE,
)
# In the text of a motion whose title only speaks of exempt business.
MOTION = re.compile(
    r"(?:resol\w+|recommended|asked to consider|moved)\b.*\b(?:press|public)\b.{0,40}\bbe excluded|"
    r"\bexclude the (?:press|public)",
    re.IGNORECASE | re.DOTALL,
)
OPENING_BUSINESS = re.compile(
    r"apolog|(?:declaration|disclosure)s? of |code of conduct|late items|public (?:question|participation)",
    re.IGNORECASE,
)
NONE_LISTED = re.compile(
    r"^\W*(?:there (?:are|were) (?:no|none)\b|none\b|nil\b|no (?:exempt|confidential|items?)\b)", re.IGNORECASE
)
REOPENED = re.compile(r"date of (?:the )?next|next meeting|work programme|forward plan|urgent business|any other", re.I)
PARAGRAPHS = re.compile(
    r"\bpara(?:graph)?s?\.?\s*(?:number|no\.?)?\s*\(?s?\)?\s*(?P<list>\d{1,2}[a-z]?\b(?:\s*(?:,|and|&|or|to|-|"
    r"–)\s*(?:paragraphs?\s*)?\d{1,2}[a-z]?\b)*)",
    re.IGNORECASE,
)
SCHEDULE = re.compile(r"12\s?\(?A\)?|exempt", re.IGNORECASE)
MARKED = re.compile(
    r"^\W*(?:not for publication|exempt\b|strictly confidential|confidential\b|restricted\b|"
    r"private and confidential|part (?:2|ii|b)\b.*(?:exempt|confidential|private))",
    re.IGNORECASE,
)
NOT_MARKED = re.compile(
    r"appendi|annex|^\W*(?:exempt|confidential|restricted)[^:]{0,20}:\s*(?:no\b|none|n/a|not |open)|non-?\s?exempt|"
    r"exempt (?:or|/|and) (?:open|public)|\bopen to the public\b",
    re.IGNORECASE,
)
_word = r"(?:exempt|confidential|restricted|private|not for publication|part (?:2|ii|b))"
_thing = r"(?:appendi(?:x|ces)|annex(?:es)?|reports?|papers?|minutes|items?|information|part|version|document|business)"
MARKED_TITLE = re.compile(
    rf"[(\[]\s*{_word}\b[^)\]]*[)\]]|^\W*(?:exempt|confidential|restricted)\s*(?:[-–—:]|{_thing}\b|$)|"
    rf"(?<!non-)(?<!non )\b(?:exempt|confidential|restricted)\s+{_thing}\b|"
    r"[-–—:]\s*(?:exempt|confidential|restricted|part 2|part ii)\W*$|\bnot for publication\b",
    re.IGNORECASE,
)
MARKED_TEXT = re.compile(
    r"\bnot for publication\b|\b(?:report|item|paper) (?:is|contains|will be) (?:\w+ )?(?:exempt|confidential)",
    re.IGNORECASE,
)
# A longer list than this is the law's own, quoted whole, and says nothing of one item.
LONGEST_LIST = 4


def paragraphs_in(text: str) -> list[int]:
    """The numbers of the paragraphs of Schedule 12A that the text names, without lists of them all."""
    if not SCHEDULE.search(text):
        return []
    found: set[int] = set()
    for match in PARAGRAPHS.finditer(text):
        numbers = _numbers(match["list"])
        if len(numbers) <= LONGEST_LIST:
            found |= {number for number in numbers if 1 <= number <= 21}
    return sorted(found)


def access_of(text: str, *, under: bool = False) -> Access:
    """The access that a title or marking gives: exempt needs a paragraph or the word, confidential is the rest.

    under says that the thing stands among business taken in private.
    """
    if not under and not WITHHELD.search(text):
        return "open"
    if paragraphs_in(text) or re.search(r"(?<!non-)(?<!non )\bexempt|part (?:2|ii|b)\b|private", text, re.IGNORECASE):
        return "exempt"
    if re.search(r"(?<!non-)(?<!non )\bconfidential", text, re.IGNORECASE):
        return "confidential"
    return "exempt"


def is_exclusion(title: str, text: str = "") -> bool:
    """Whether an item is the motion to exclude the public, rather than business taken without them."""
    return bool(EXCLUSION.search(title) or (WITHHELD.search(title) and MOTION.search(text)))


def opens_meeting(title: str) -> bool:
    """Whether an item is of the kind that begins a meeting: a motion to exclude that stands above it is only notice."""
    return bool(OPENING_BUSINESS.search(title)) and not WITHHELD.search(title)


def reopens(title: str) -> bool:
    """Whether an item is of a kind that is taken in public, even when it stands after private business."""
    return bool(REOPENED.search(title)) and not WITHHELD.search(title)


def section_is_private(title: str, text: str) -> bool:
    """Whether the heading of a section says that its items are taken in private."""
    if is_exclusion(title):
        return True
    if OPEN.search(title) and not WITHHELD.search(OPEN.sub("", title)):
        return False
    if WITHHELD.search(OPEN.sub("", title)):
        return True
    return bool(re.match(r"part (?:2|ii|b|two)\b", title, re.IGNORECASE) and WITHHELD.search(text))


def title_is_marked(title: str) -> bool:
    """Whether a title says that the thing itself is withheld: not that it deals with private hire or such."""
    return bool(MARKED_TITLE.search(title))


def item_is_withheld(title: str, text: str) -> bool:
    """Whether an item's own words say so: not those that only ask whether the public should be excluded."""
    if is_exclusion(title, text) or NONE_LISTED.match(text):
        return False
    if title_is_marked(title) and not re.search(r"\bappendi(?:x|ces)\b|\bannex", title, re.IGNORECASE):
        return True
    return bool(MARKED_TEXT.search(text) and not re.search(r"\bappendi(?:x|ces)\b|\bannex", text, re.IGNORECASE))


def page_marking(lines: Sequence[str]) -> str:
    """The marking at the head of a paper's first page that withholds it whole, or an empty text."""
    for number, line in enumerate(lines[:8]):
        if MARKED.match(line):
            whole = " ".join(lines[number : number + 3])
            return "" if NOT_MARKED.search(whole) else whole
    return ""


def _numbers(text: str) -> list[int]:
    numbers: list[int] = []
    for match in re.finditer(r"(\d{1,2})(?:\s*(?:-|–|to)\s*(\d{1,2}))?", text):
        first, last = int(match[1]), int(match[2] or match[1])
        numbers += range(first, last + 1) if last - first < 30 else [first, last]
    return numbers
