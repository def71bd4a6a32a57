"""The people a report names: their names, posts, telephones and addresses, from lines in any order."""

import re
from dataclasses import dataclass

from documents.structure.understood import Author

EMAIL = re.compile(r"(?:e-?mail(?: address)?\s*[:–-]?\s*)?(?P<email>[\w.+'-]+@[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
PHONE = re.compile(
    r"(?:(?:tel(?:ephone)?|phone|mobile|ext(?:ension)?)\b\.?(?: (?:no\.?|number))?\s*[:–.-]?\s*)?"
    r"(?P<phone>\(?\+?\(?0[\d() -]{8,16}\d|(?<=ext )\d{3,6}|(?<=ext: )\d{3,6})(?!\d)",
    re.IGNORECASE,
)
LABEL_ONLY = re.compile(
    r"(?:e-?mail|tel(?:ephone)?|phone|mobile|contact)(?: (?:no\.?|number|address))?\s*[:–-]?", re.IGNORECASE
)
POST = re.compile(r"(?:post|position|job title|designation|title)\s*[:–-]\s*(?P<post>.+)", re.IGNORECASE)
POST_WORDS = re.compile(
    r"\b(?:director|officer|head|manager|leader|member|chief|executive|assistant|lead|principal|solicitor|lawyer|"
    r"accountant|advisor|adviser|councillor for|secretary|engineer|planner|analyst|coordinator|services?|department|"
    r"finance|legal|chair|mayor|commissioner|consultant|team|holder)\b",
    re.IGNORECASE,
)
# Where a post begins right behind a name of two words or three, with nothing between them.
POST_BEGINS = re.compile(
    r"(?<=[a-z]) (?=(?:Senior|Head|Director|Deputy|Chief|Principal|Assistant|Corporate|Executive|Service|Strategic|"
    r"Interim|Group|Finance|Legal|Policy|Democratic|Divisional|Programme|Project|Manager|Officer|Lead)\b)"
)
SPLIT = re.compile(r"\s+[–—-]\s+|,\s*|\s*\(\s*|\n")
ENDS = " ,;:.–—-"


@dataclass(slots=True)
class Person:
    """Whoever the last label named, while the lines below add to them."""

    role: str
    name: str = ""
    post: str = ""
    phone: str = ""
    email: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.name or self.post or self.email or self.phone)

    def take(self, text: str) -> None:
        """A line about the person: telephone and email wherever they stand, then the name, then the post."""
        text, email = _cut(EMAIL, "email", text)
        text, phone = _cut(PHONE, "phone", text)
        self.email, self.phone = self.email or email, self.phone or phone
        if LABEL_ONLY.fullmatch(text.strip(" ,;.")):
            return
        if post := POST.fullmatch(text.strip()):
            self.post = _joined(self.post, post["post"])
            return
        if words := text.strip(ENDS):
            self._take_words(words)

    def _take_words(self, words: str) -> None:
        """The name as far as the first mark behind it, or as far as the post begins; then the post, as printed."""
        if self.name or (self.post and POST_WORDS.search(words)):
            self.post = _joined(self.post, words)
            return
        behind = SPLIT.search(words) or POST_BEGINS.search(words)
        if behind is None:
            self.name = words
            return
        post = words[behind.end() :].strip(ENDS)
        self.name = words[: behind.start()].strip(ENDS)
        self.post = _joined(self.post, post.removesuffix(")").strip() if "(" in behind.group() else post)

    def author(self) -> Author:
        return Author(self.role, self.name, self.post, self.phone, self.email)


def _joined(post: str, words: str) -> str:
    return f"{post}, {words}" if post and words else post or words


def _cut(pattern: re.Pattern[str], group: str, text: str) -> tuple[str, str]:
    """The text without the first match, and what it found."""
    match = pattern.search(text)
    if match is None:
        return text, ""
    return f"{text[: match.start()]} {text[match.end() :]}".strip(), match[group].strip()
