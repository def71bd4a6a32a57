"""Words that mean the same, as a clerk would have kept them."""

import tomllib
from pathlib import Path

from documents.actions.synonyms import save_synonyms

FACTS = Path(__file__).parent.parent / "synonyms.toml"


def load_synonyms() -> None:
    for row in tomllib.loads(FACTS.read_text(encoding="utf-8"))["synonyms"]:
        save_synonyms(typed="\n".join(row["terms"]), by=None)
