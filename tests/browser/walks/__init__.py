"""How a clerk does what each guide says: one generator for each, which stops on the screen of every step.

It yields what the step is about, to be marked in its picture; going on does the step.
"""

from collections.abc import Callable

from tests.browser.walks import agendas, meetings, papers
from tests.browser.walks.clerk import Clerk, Walk

__all__ = ["WALKS", "Clerk", "Walk"]

WALKS: dict[str, Callable[[Clerk], Walk]] = {
    walk.__name__.replace("_", "-"): walk
    for walk in (
        meetings.set_up_a_committee,
        meetings.make_a_year_of_meetings,
        meetings.record_attendance,
        meetings.record_minutes,
        agendas.build_an_agenda,
        agendas.publish_an_agenda_pack,
        agendas.publish_at_a_set_time,
        agendas.keep_the_proof_of_publication,
        agendas.publish_a_supplement,
        agendas.put_items_in_order,
        agendas.restore_a_deleted_draft,
        papers.add_a_paper,
        papers.withhold_a_paper,
        papers.withdraw_a_paper,
        papers.correct_a_paper,
        papers.release_a_paper,
    )
}
