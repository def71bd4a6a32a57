import pytest

from documents.structure.kinds import kind_of
from documents.structure.understood import (
    Kind,
    ProgrammeMeeting,
    ReadAction,
    ReadMinutes,
    ReadProgress,
    ReadReport,
    ReadResponse,
    Understood,
)

PROGRAMME = [ProgrammeMeeting(None, ["Budget"])]
RESPONSES = [ReadResponse("One", "That rents rise.", "Agreed.")]
PROGRESS = [ReadProgress("1", "That rents rise.", "They rose.")]
ACTIONS = [ReadAction("Plant trees")]
REPORT = ReadReport(subject="Tree planting plan")


@pytest.mark.parametrize(
    ("understood", "kind"),
    [
        (Understood(), "other"),
        (Understood(report=REPORT), "report"),
        (Understood(minutes=ReadMinutes()), "minutes"),
        (Understood(report=REPORT, responses=RESPONSES), "response"),
        (Understood(report=REPORT, responses=RESPONSES, progress=PROGRESS), "report_back"),
        (Understood(report=REPORT, actions=ACTIONS), "report"),
        (Understood(actions=ACTIONS), "action_plan"),
        (Understood(programme=PROGRAMME), "work_programme"),
        (Understood(report=REPORT, programme=PROGRAMME), "report"),
        (Understood(report=ReadReport(subject="Scrutiny work programme"), programme=PROGRAMME), "work_programme"),
    ],
)
def test_kind_is_told_by_what_was_found(understood: Understood, kind: Kind) -> None:
    assert kind_of(understood) == kind
