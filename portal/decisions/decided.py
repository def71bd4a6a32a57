"""What was decided on each item of a meeting, in a line or two that lead to the whole."""

from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils.text import Truncator

from committees.models import Decision, decision_address
from portal.papers.written import marked_line

SHORT = 220  # characters


@dataclass(frozen=True, slots=True)
class Decided:
    """`words` open what was resolved, `is_whole` where that is all of it. It is a draft until the minutes are not."""

    words: str
    address: str
    is_whole: bool
    is_draft: bool


def decided_within() -> ArraySubquery:
    """An annotation of agenda items: what was decided on each, for `decided` to read."""
    told = JSONObject(
        id="pk", title="title", parts="parts", minute="minute_id", confirmed_on="minute__minutes__confirmed_on"
    )
    return ArraySubquery(Decision.objects.public().filter(item=OuterRef("pk")).order_by("pk").values(found=told))


def decided(told: dict[str, Any]) -> Decided:
    first, *others = told["parts"]
    words = Truncator(marked_line(first).words).chars(SHORT)
    return Decided(
        words=words,
        address=decision_address(told["id"], told["title"]),
        is_whole=not others and words == first,
        is_draft=told["minute"] is not None and told["confirmed_on"] is None,
    )
