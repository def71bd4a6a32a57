"""The head of the chain, to be kept outside: whoever has it can tell whether what came before was altered."""

import json
import re
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from committees.models import TrailHead

DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Head:
    """`digest` is hexadecimal. `number` is None where only a digest is known."""

    digest: str
    number: int | None = None
    sealed_at: datetime | None = None

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "sealed_at": self.sealed_at.isoformat() if self.sealed_at else None}


def head_of() -> Head:
    """As it was last sealed."""
    row = TrailHead.objects.first() or TrailHead()
    return Head(bytes(row.digest).hex(), row.number, row.sealed_at)


def parse_head(text: str) -> Head:
    """An exported head: its file's JSON, or the digest alone. Raises ValueError."""
    text = text.strip()
    if DIGEST.fullmatch(text.lower()):
        return Head(text.lower())
    try:
        told = json.loads(text)
        head = Head(str(told["digest"]).lower(), int(told["number"]))
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError("That is neither an exported head nor a digest of 64 hexadecimal digits.") from error
    if not DIGEST.fullmatch(head.digest):
        raise ValueError("The digest of that head is not 64 hexadecimal digits.")
    return head
