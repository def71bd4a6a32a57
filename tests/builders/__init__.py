"""Rows for tests, public unless asked otherwise: each builder makes what its thing needs and no more."""

from tests.builders.alerts import make_subscription
from tests.builders.bodies import (
    GROUNDS,
    WEIGHED,
    long_ago,
    make_clerk,
    make_committee,
    make_membership,
    make_person,
    make_role,
    make_user,
    make_ward,
)
from tests.builders.meetings import make_item, make_meeting, make_section
from tests.builders.minutes import make_decision, make_minute, make_minutes
from tests.builders.papers import make_file, make_paper, make_paragraph, weigh_exempt
from tests.builders.reviews import (
    make_action,
    make_point,
    make_programme_entry,
    make_progress,
    make_recommendation,
    make_response,
    make_review,
    make_stage,
    make_witness,
)

__all__ = [
    "GROUNDS",
    "WEIGHED",
    "long_ago",
    "make_action",
    "make_clerk",
    "make_committee",
    "make_decision",
    "make_file",
    "make_item",
    "make_meeting",
    "make_membership",
    "make_minute",
    "make_minutes",
    "make_paper",
    "make_paragraph",
    "make_person",
    "make_point",
    "make_programme_entry",
    "make_progress",
    "make_recommendation",
    "make_response",
    "make_review",
    "make_role",
    "make_section",
    "make_stage",
    "make_subscription",
    "make_user",
    "make_ward",
    "make_witness",
    "weigh_exempt",
]
