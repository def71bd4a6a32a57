"""Names of files and titles in them that tell of what is withheld."""

import re
from collections.abc import Iterator

from documents.findings.subjects import Found, Paper

GIVES_AWAY = re.compile(
    r"(?<!non)(?<!non[ _.-])(?<!not[ _.-])(?<![a-z])(?:exempt|confidential|restricted|unredacted|"
    r"not[ _.-]?for[ _.-]?publication|"
    r"part[ _.-]?(?:2|ii|b)(?=[ _.)-]|$)|private(?![ _.-]?(?:hire|sector|rent|housing|landlord|tenan))|"
    r"pink[ _.-]?papers?|nfp|sensitive|internal[ _.-]?only|secret)(?![a-z])",
    re.IGNORECASE,
)


def names(paper: Paper) -> Iterator[Found]:
    """The name under which the file came, its own title, and the names of what is attached to it."""
    written = [paper.file_name] if paper.whole_file else []
    if paper.file is not None:
        written += [paper.file.title, *paper.file.attachments]
    for name in dict.fromkeys(written):
        if gives_away(name):
            yield Found("file_name", name)


def gives_away(name: str) -> bool:
    return bool(GIVES_AWAY.search(name.replace("_", " ")))
