"""What a file holds besides the words that are seen: hidden text, comments, changes, attachments, scripts, metadata."""

import re
from collections.abc import Iterator

from documents.findings.subjects import Found, Paper
from documents.pdf.facts import LINK, TYPED, FileFacts

# Names that programs put where a person's would be
NOBODY = re.compile(
    r"^\W*(?:\(?anonymous\)?|unknown|user|users?\d*|admin\w*|owner|author|default|microsoft(?: office)?(?: user)?|"
    r"office|word|acrobat|adobe.*|canon.*|xerox.*|ricoh.*|konica.*|scanner|python-docx|libreoffice|none|n/?a|pc|"
    r"\(?unspecified\)?)?\W*$",
    re.IGNORECASE,
)
BODY = re.compile(
    r"\b(?:council|borough|county|authority|services?|team|department|committee|ltd|llp|plc|limited)\b", re.I
)
PEOPLE = re.compile(
    r"^(?:author|manager|owner|reviewer|editor|last ?(?:changed|modified|saved) ?by|checked ?by)\b", re.I
)
PATH = re.compile(r"[A-Za-z]:\\[^\s]|\\\\\w|file:/|/(?:Users|home)/\w")
NO_TITLE = re.compile(
    r"^\W*(?:untitled.*|\(?untitled\)?|document\d*|microsoft word\b.*|microsoft powerpoint\b.*|slide \d+|"
    r"presentation\d*|.*\.(?:docx?|pdf|pptx?|xlsx?|rtf|indd|tmp))?\W*$",
    re.IGNORECASE,
)
WORDS = 200
PART_OF_PAGE = (TYPED, LINK)


def hidden_text(paper: Paper) -> Iterator[Found]:
    """Each run of hidden words; what lies outside one page is told together: mostly it is a table too wide for it."""
    for page in paper.file.pages if paper.file else ():
        for hidden in page.hidden:
            if not hidden.outside:
                yield Found("hidden_text", hidden.words[:WORDS], page.number, hidden.box)
        if outside := " … ".join(hidden.words for hidden in page.hidden if hidden.outside):
            yield Found("outside_text", outside[:WORDS], page.number)


def changes(paper: Paper) -> Iterator[Found]:
    for change in paper.file.changes if paper.file else ():
        yield Found("changes", f"{change.sort}: {change.words[:WORDS] or 'layout'}{_by(change.author)}")


def comments(paper: Paper) -> Iterator[Found]:
    if paper.file is None:
        return
    for comment in paper.file.comments:
        yield Found("comment", f"{comment.words[:WORDS] or comment.sort}{_by(comment.author)}", None)
    for page in paper.file.pages:
        for comment in page.comments:
            if comment.sort in PART_OF_PAGE:
                continue
            words = f"{comment.words[:WORDS] or comment.sort}{_by(comment.author)}"
            yield Found("comment", words, page.number, comment.box)


def _by(author: str) -> str:
    return f" ({author})" if author else ""


def attachments(paper: Paper) -> Iterator[Found]:
    for name in paper.file.attachments if paper.file else ():
        yield Found("attachment", name or "A file without a name")


def scripts(paper: Paper) -> Iterator[Found]:
    for name in paper.file.scripts if paper.file else ():
        yield Found("script", name)


def metadata(paper: Paper) -> Iterator[Found]:
    """Who made the file, if that is a person, and paths on somebody's computer."""
    if paper.file is None:
        return
    for what, words in _named(paper.file):
        if PATH.search(words) or (PEOPLE.match(what) and not NOBODY.match(words) and not BODY.search(words)):
            yield Found("metadata", f"{what}: {words[:WORDS]}")


def _named(file: FileFacts) -> Iterator[tuple[str, str]]:
    yield "Title", file.title
    yield "Author", file.author
    yield from file.others


def title_and_language(paper: Paper) -> Iterator[Found]:
    """Only of a file that was made for the paper: what is cut out of a pack is given a title of its own."""
    if not paper.title.strip() or paper.title.casefold() in ("untitled paper", "untitled"):
        yield Found("no_title", "The paper has no title.")
    if paper.file is None or not paper.whole_file:
        return
    if NO_TITLE.match(paper.file.title):
        yield Found("no_title", paper.file.title or "The file has no title.")
    if not paper.file.language:
        yield Found("no_language", "The file does not say which language it is in.")
