"""What is found in files, by seeds of every kind."""

from pathlib import Path

import pytest

from tests.findings.measuring import look_at
from tests.findings.seeded_words import WORDS
from tests.findings.seeds import Seed, seeds

OF_FILES = [seed for seed in seeds() if seed.what not in {words for texts in WORDS.values() for words in texts}]


@pytest.mark.parametrize("seed", OF_FILES, ids=lambda seed: f"{seed.kind}: {seed.what}")
def test_seeded_problem_is_found(seed: Seed, tmp_path: Path) -> None:
    assert seed.kind in {one.kind for one in look_at(seed.make(tmp_path))}
