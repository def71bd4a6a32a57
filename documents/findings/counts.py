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
    r"cases|referrals|exclusions|appointe(?:d|es)|shortlisted|starters|leavers|recruits|detainees|prisoners)\b",
    re.IGNORECASE,
)
COUNT = re.compile(r"\b(?:number|no\.?|count|total|headcount|how many|all)\b|#", re.IGNORECASE)
TIME = re.compile(
    r"^\W*(?:(?:autumn|spring|summer|winter)(?: term)?|q(?:uarter|tr)? ?[1-4]|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?=\W|$)|.*\b20\d\d\b)",
    re.IGNORECASE,
)
# Numbers of things, in a table about people
THINGS = re.compile(
    r"\b(?:units|homes|houses|dwellings|properties|bedrooms|sessions|events|visits|licen[cs]es|boroughs|schools|vehicles|"
    r"contracts|posts|vacancies|sites|bids|projects|complaints|hours|calls|actions|reports|providers|centres)\b",
    re.IGNORECASE,
)
NO_COUNT_ROW = re.compile(r"%|per ?cent|\brate\b|£|\bscore|\baverage|\bdays\b|\bweeks\b|\bratio\b|\btarget\b", re.I)
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


Cell = tuple[str, int, str]  # the head of its row, the number, the head of its column


def small_counts(paper: Paper) -> Iterator[Found]:
    """One for each table, with every cell of it that is small."""
    for page in paper.pages:
        heading = ""
        for block in page.blocks:
            if block.get("kind") == "table":
                if cells := list(_small_in(block.get("rows") or [], heading)):
                    yield Found("small_count", told(cells), page.number)
            elif block.get("text"):
                heading = str(block["text"])


def told(cells: Sequence[Cell]) -> str:
    """“2 cells: Asian: 2 (Pupils); Mixed: 4 (Pupils)”."""
    listed = "; ".join(f"{row}: {value} ({column})" for row, value, column in cells)
    return f"{len(cells)} cell{'s' if len(cells) > 1 else ''}: {listed}"


def rows_told(words: str) -> list[str]:
    """The heads of the rows that `told` names."""
    return [cell.partition(": ")[0] for cell in words.partition(": ")[2].split("; ")]


def _small_in(rows: Sequence[Sequence[Any]], heading: str) -> Iterator[Cell]:
    """The cells that count fewer than five people, however the table lies."""
    cells = [[str(cell).strip() for cell in row] for row in rows]
    width = max(map(len, cells), default=0)
    if len(cells) < 2 or width < 2:
        return
    head, body = _head_and_body(cells)
    found = list(_small_below(head, body, heading, (COUNT, TIME)))
    across = [list(row) for row in zip(*(row + [""] * (width - len(row)) for row in cells), strict=True)]
    if not found and any(COUNT.search(head) for head in across[0][1:]):
        found = [one for one in _small_below(across[0], across[1:], heading, (COUNT,)) if COUNT.search(one[2])]
    yield from found


def _small_below(
    head: Sequence[str], body: Sequence[Sequence[str]], heading: str, counts: Sequence[re.Pattern[str]]
) -> Iterator[Cell]:
    """Of each column that is a number of people, its small cells."""
    for column in range(1, len(head)):
        values = [_whole(row[column]) for row in body if column < len(row) and row[column]]
        numbers = [value for value in values if value is not None]
        names_count = any(pattern.search(head[column]) for pattern in counts)
        if len(numbers) * 2 <= len(values) or not _counts_people(head, column, heading, body, names_count):
            continue
        for row in body:
            value = _whole(row[column]) if column < len(row) else None
            if value is not None and 0 < value < FEWEST and not NO_COUNT_ROW.search(row[0]):
                yield row[0], value, head[column] or head[0]


def _head_and_body(cells: list[list[str]]) -> tuple[list[str], list[list[str]]]:
    """The heads of the columns, and the rows below: a head over several columns is parted by the row below it."""
    head, body = cells[0], cells[1:]
    second = body[0] if len(body) > 1 else []
    parts = [cell for cell in second[1:] if cell]
    if not parts or any(_whole(cell) is not None for cell in parts):
        return head, body
    joined, over = [head[0]], ""
    for column in range(1, max(len(head), len(second))):
        own = head[column] if column < len(head) else ""
        below = second[column] if column < len(second) else ""
        over = own or (over if below else "")
        joined.append(f"{over}: {below}" if over and below else over or below)
    return joined, body[1:]


def _whole(cell: str) -> int | None:
    match = WHOLE.match(cell)
    return int(match[1].replace(",", "")) if match else None


def _counts_people(
    head: Sequence[str], column: int, heading: str, body: Sequence[Sequence[str]], names_count: bool
) -> bool:
    """Whether a column is a number of people: by its own head, or by what the table is of and what it tells apart."""
    own = head[column]
    if NO_COUNT.search(own):
        return False
    if PEOPLE.search(own):
        return True
    whose = PEOPLE.search(head[0]) or (len(heading) < 160 and PEOPLE.search(heading) and not NO_COUNT.search(heading))
    apart = SENSITIVE.search(" ".join([head[0], heading[:160], *(row[0] for row in body)]))
    return bool(names_count and not THINGS.search(own) and (whose or apart))
