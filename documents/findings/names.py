"""Names of files and titles in them that tell of what is withheld."""

import re
from collections.abc import Iterator

from documents.findings.subjects import Found, Paper

_gap = r"[ _.-]?"
GIVES_AWAY = re.compile(
    rf"(?<!non)(?<!non[ _.-])(?<!not[ _.-])(?<![a-z])(?:exempt(?:ed)?|restricted|unredacted|embargo(?:ed)?|"
    rf"confidential(?!{_gap}waste)|not{_gap}for{_gap}publication|(?:not|non){_gap}public|"
    rf"part{_gap}(?:2|ii|b)(?=[ _.)-]|$)|private(?!{_gap}(?:hire|sector|rent|housing|landlord|tenan))|"
    rf"pink{_gap}papers?|nfp|sensitive|internal{_gap}only|secret|in{_gap}(?:confidence|camera)|"
    rf"sch(?:edule)?{_gap}12{_gap}a|para(?:graph)?s?{_gap}[1-7](?={_gap}(?:exempt|report|appendix|of))|"
    rf"(?:legal(?:ly)?|advice){_gap}privileged?|closed{_gap}(?:session|minutes|report|papers?|item|appendix)|"
    rf"(?:disciplinary|grievance|whistle-?blowing|safeguarding){_gap}(?:hearing|investigation|case|allegation)s?|"
    rf"settlement{_gap}agreement)(?![a-z])|"
    # Run together with what it is: "ExemptReport"
    r"(?<![a-z])(?:exempt|confidential|restricted|private)(?:report|appendix|annex|paper|minutes)",
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
