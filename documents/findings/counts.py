"""Tables that count people in numbers so small that somebody may be recognised."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from documents.findings.subjects import Found, Paper

FEWEST = 5  # what is below is not published by the usual rule
PEOPLE = re.compile(
    r"\b(?:people|persons?|pupils?|students?|children|child|young people|residents?|clients?|patients?|victims?|"
    r"carers?|adults?|service users?|tenants?|households?|famil(?:y|ies)|employees?|staff|headcount|applicants?|"
    r"complainants?|claimants?|looked after|care leavers?|refugees?|offenders?|deaths?|suicides?|women|men|girls?|"
    r"boys?|females?|males?|ethnicit(?:y|ies)|ethnic group|disab(?:led|ility)|religion|sexual orientation|gender|"
    r"cases|referrals|exclusions)\b",
    re.IGNORECASE,
)
COUNT = re.compile(r"\b(?:number|no\.?|count|total|headcount|how many|all|20\d\d(?:[/-]\d\d)?)\b|#", re.IGNORECASE)
NO_COUNT = re.compile(
    r"%|per ?cent|rate|£|score|rank|rating|average|days|weeks|months|age\b|year group|fte|ratio|target|meetings?|"
    r"likelihood|impact|risk|priority|councillors?|members?|places|seats|quorum|phase|stage|level|page|item",
    re.IGNORECASE,
)
SENSITIVE = re.compile(
    r"\b(?:ethnicit|ethnic|disab|religio|sexual|gender|pregnan|marital|illness|offen[cs]|victim|suicid|exclu(?:ded|sion)|"
    r"looked after|child protection|safeguard|dismiss|grievance|sickness|refugee|abuse)",
    re.IGNORECASE,
)
WHOLE = re.compile(r"^\(?(\d{1,5}|\d{1,3}(?:,\d{3})+)\)?\*?$")


def small_counts(paper: Paper) -> Iterator[Found]:
    for page in paper.pages:
        heading = ""
        for block in page.blocks:
            if block.get("kind") == "table":
                for words in _small_in(block.get("rows") or [], heading):
                    yield Found("small_count", words, page.number)
            elif block.get("text"):
                heading = str(block["text"])


def _small_in(rows: Sequence[Sequence[Any]], heading: str) -> Iterator[str]:
    """“Asian: 2 (Number of pupils)” for each cell that counts fewer than five people."""
    if len(rows) < 2:
        return
    cells = [[str(cell).strip() for cell in row] for row in rows]
    head, body = cells[0], cells[1:]
    for column in range(1, len(head)):
        values = [_whole(row[column]) for row in body if column < len(row)]
        numbers = [value for value in values if value is not None]
        scores = max(numbers, default=0) < FEWEST and not COUNT.search(head[column])
        if len(numbers) * 2 <= len(values) or scores or not _counts_people(head, column, heading, body):
            continue
        for row in body:
            value = _whole(row[column]) if column < len(row) else None
            if value is not None and 0 < value < FEWEST:
                yield f"{row[0]}: {value} ({head[column] or head[0]})"


def _whole(cell: str) -> int | None:
    match = WHOLE.match(cell)
    return int(match[1].replace(",", "")) if match else None


def _counts_people(head: Sequence[str], column: int, heading: str, body: Sequence[Sequence[str]]) -> bool:
    """Whether a column is a number of people: by its own head, or by what the table is of and what it tells apart."""
    own = head[column]
    if NO_COUNT.search(own):
        return False
    if PEOPLE.search(own):
        return True
    whose = PEOPLE.search(head[0]) or (len(heading) < 160 and PEOPLE.search(heading) and not NO_COUNT.search(heading))
    apart = SENSITIVE.search(" ".join([head[0], heading[:160], *(row[0] for row in body)]))
    return bool(COUNT.search(own) and (whose or apart))
