from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.packs.plan import PackPlan, PlannedItem, PlannedMeeting

PLANS = st.builds(
    PackPlan,
    meeting=st.builds(
        PlannedMeeting,
        date=st.none() | st.dates(),
        time=st.none() | st.times().map(lambda one: one.replace(second=0, microsecond=0)),
        quorum=st.none() | st.integers(1, 99),
        despatched=st.none() | st.dates(),
        next_meeting=st.none(),
        questions_by=st.none(),
    ),
    items=st.lists(st.builds(PlannedItem, section=st.none() | st.text(), label=st.text(), title=st.text()), max_size=3),
)


@given(PLANS)
def test_plan_is_the_same_after_json(plan: PackPlan) -> None:
    assert PackPlan.from_json(plan.to_json()) == plan


def test_json_has_iso_dates_and_short_times() -> None:
    meeting = PackPlan(PlannedMeeting(date=date(2025, 3, 4), time=time(9, 5))).to_json()["meeting"]

    assert (meeting["date"], meeting["time"], meeting["despatched"]) == ("2025-03-04", "09:05", None)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"meeting": {"date": "4 March"}}, "meeting.date is no date"),
        ({"meeting": {"quorum": "four"}}, "meeting.quorum is not a number"),
        ({"meeting": {"date": 20250304}}, "meeting.date is not"),
        ({"members": [{"name": "A", "role": "boss"}]}, "members.0.role is not one of"),
        ({"items": [{"label": "1", "title": "T"}]}, "items.0.section is missing"),
        ({"items": {}}, "items is not a list"),
        ({"surprise": 1}, "unknown fields: surprise"),
        ({"meeting": []}, "meeting is not an object"),
    ],
)
def test_json_that_does_not_fit_names_the_place(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        PackPlan.from_json({"meeting": {}, **change})
