"""Decisions of executive members and officers, taken between meetings."""

import tomllib
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from committees.actions.decisions import (
    DecisionDraft,
    call_in_decision,
    notify_decision,
    publish_decision,
    record_decision,
)
from committees.models import Committee, Decision, Ward
from portal.sample_council.facts import HERE
from portal.sample_council.loading.calendar import morning
from portal.sample_council.working_days import working_day_from


def load_decisions(cabinet: Committee, today: date) -> None:
    with (HERE / "decisions.toml").open("rb") as file:
        facts = tomllib.load(file)["decision"]
    for one in facts:
        _load(one, cabinet, today)


def _load(facts: dict[str, Any], cabinet: Committee, today: date) -> None:
    taken = _working_days_from(today, facts["days"])
    by_member = facts["kind"] == Decision.Kind.INDIVIDUAL
    draft = DecisionDraft(
        kind=facts["kind"],
        title=facts["title"],
        parts=facts["words"],
        date=taken,
        committee=cabinet if by_member else None,
        decided_by=facts["by"],
        reasons=facts["reasons"],
        alternatives=facts["alternatives"],
        conflicts=facts["conflicts"],
        key=facts.get("key", False),
        wards=list(Ward.objects.filter(name__in=facts["wards"])),
        subject_to_call_in=facts.get("call_in", False),
    )
    decision = record_decision(draft=draft, by=None)
    if "notified" in facts:
        notify_decision(decision=decision, on=_working_days_from(taken, facts["notified"]), by=None)
    publish_decision(decision=decision, by=None, at=morning(taken))
    if "called_in" in facts:
        call_in_decision(decision=decision, on=_working_days_from(taken, facts["called_in"]), by=None)
        settled = replace(draft, notified_on=decision.notified_on, call_in_outcome=facts["outcome"])
        record_decision(draft=settled, by=None, decision=decision)


def _working_days_from(day: date, days: int) -> date:
    """The working day so many working days after, or before."""
    step = 1 if days > 0 else -1
    for _ in range(abs(days)):
        day += timedelta(days=step)
        while day.weekday() > 4:
            day += timedelta(days=step)
    return working_day_from(day)
