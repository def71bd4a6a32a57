"""Words of a form that its author should have filled in or taken out."""

import re
from collections.abc import Iterator

from documents.findings.subjects import Found, Paper

LEFT_OVER = re.compile(
    r"delete as (?:appropriate|applicable|necessary|required)|lorem ipsum|"
    r"(?:click|tap)(?: or (?:click|tap))?(?: here)? to (?:enter|add|insert|type)\b.{0,12}|"
    r"choose an item\b|choose a (?:building )?block\b|type (?:text|your \w+) here|"
    r"error! (?:reference source|bookmark) not (?:found|defined)|"
    r"[\[<{]\s*(?:please )?(?:insert|enter|add|type|state|specify|complete|delete|select)\b[^\]>}]{0,80}[\]>}]|"
    r"\(\s*(?:please )?insert\b[^)]{0,80}\)|"
    r"[\[<{]\s*(?:(?:name|date|title|address|officer|author|job title|telephone|tel|ward|amount|figure|number|"
    r"x+|tb[cd]|"
    r"to (?:be )?(?:confirmed|complete|follow|add\w*))(?: (?:of|here|and)\b[^\]>}]{0,30})?)\s*[\]>}]|"
    r"\binsert (?:text|name|date|title|details|figure|table|image|picture|logo|here)\b(?: here)?|"
    r"\b(?:guidance|note)s? (?:notes? )?(?:for|to) (?:report )?authors?\b|\bplease delete\b.{0,30}|"
    r"\btext to (?:follow|be inserted)\b|\bx{4,}\b|\bdummy text\b|\bplaceholder\b(?= text| only|$)",
    re.IGNORECASE,
)


def form_text(paper: Paper) -> Iterator[Found]:
    for page in paper.pages:
        for match in LEFT_OVER.finditer(" ".join(page.lines)):
            yield Found("form_text", match[0].strip(), page.number)
