"""What has to be looked at before a paper or an agenda is made public: plain data in, findings out.

Each module looks for things of one sort. `looking.look` asks them all of one paper; a fault in one is itself a finding
and stops no other.
"""

from documents.findings.agendas import look_at_agenda
from documents.findings.kinds import KINDS, Kind
from documents.findings.looking import look, look_at_words
from documents.findings.subjects import AgendaLine, Found, Own, Paper, PaperLine, PaperPage

__all__ = [
    "KINDS",
    "AgendaLine",
    "Found",
    "Kind",
    "Own",
    "Paper",
    "PaperLine",
    "PaperPage",
    "look",
    "look_at_agenda",
    "look_at_words",
]
