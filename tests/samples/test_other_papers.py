"""Real papers that are no packs."""

from pathlib import Path

import pytest

from documents.packs.plan import NotAPack, plan_pack
from documents.pdf import read


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        ("bristol/minutes-2026-03-19.pdf", "minutes"),
        ("bristol/decision-notice-2026-03-19.pdf", "notice of decisions"),
        ("islington/paper-executive-member-update-2018-11-22.pdf", "single paper"),
        ("islington/report-iscp-annual-report-2023-10-31.pdf", "single paper"),
        ("islington/report-response-making-children-visible-2024-04-18.pdf", "single paper"),
        ("moderngov-html/report-zebra-crossing.pdf", "single paper"),
    ],
)
def test_single_paper_is_no_pack(samples: Path, file: str, reason: str) -> None:
    with pytest.raises(NotAPack, match=reason):
        plan_pack(read(samples / file))
