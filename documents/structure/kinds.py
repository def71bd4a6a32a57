"""What kind of paper it is, by what was found in it: never by the name of its file."""

import re

from documents.structure.understood import Kind, Understood

PROGRAMME = re.compile(r"\b(?:work(?:ing)?|forward) ?(?:programme|plan|planner)\b|\bforward plan\b", re.IGNORECASE)


def kind_of(understood: Understood) -> Kind:
    """A report that answers or reports back is told by that; one that only brings a plan stays a report."""
    if understood.minutes:
        return "minutes"
    if understood.progress:
        return "report_back"
    if understood.responses:
        return "response"
    if understood.report:
        about = understood.report.subject
        return "work_programme" if understood.programme and PROGRAMME.search(about) else "report"
    if understood.programme:
        return "work_programme"
    return "action_plan" if understood.actions else "other"
