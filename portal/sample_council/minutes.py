"""Sets the minutes of a meeting: attendance from the facts, standing business, and what its file records."""

from dataclasses import dataclass
from itertools import groupby

from reportlab.platypus import Flowable

from portal.sample_council import markup
from portal.sample_council.attendance import Attendee, attendance
from portal.sample_council.bodies import Committee
from portal.sample_council.dates import Meeting
from portal.sample_council.facts import SampleCouncil
from portal.sample_council.letterhead import letterhead
from portal.sample_council.paper import data_table
from portal.sample_council.typesetting import (
    BODY,
    CENTRED_HEADING,
    CENTRED_TITLE,
    HEADING,
    PLAIN_BULLET,
    SUBHEADING,
    paragraph,
    space,
)
from portal.sample_council.words import Words, clock, full_date, long_date

# The running numbers of minutes go on through the municipal year
MINUTES_OF_A_MEETING = 11


@dataclass(frozen=True, slots=True)
class Minute:
    label: str
    title: str
    blocks: tuple[markup.Block, ...]


@dataclass(frozen=True)
class MinutesPaper:
    """The minutes of `meeting`, as they are taken for approval at the next."""

    council: SampleCouncil
    meeting: Meeting
    source: markup.Source

    @property
    def committee(self) -> Committee:
        return self.council.committees[self.meeting.committee]

    @property
    def lettered(self) -> bool:
        return self.committee.style == "lettered"

    @property
    def running_head(self) -> str:
        return f"{self.committee.name} - {long_date(self.meeting.date)}" if self.lettered else ""

    def story(self) -> list[Flowable]:
        head = self._lettered_head() if self.lettered else self._straight_head()
        body = [part for number, minute in self._numbered() for part in self._minute(number, minute)]
        closed = self.source.matter["closed"]
        return [*head, *body, space(4), paragraph(f"MEETING CLOSED AT {closed}"), space(14), paragraph("**Chair**")]

    def _lettered_head(self) -> list[Flowable]:
        where = f"held at {self.committee.venue} on {full_date(self.meeting.date)} at {clock(self.meeting)}."
        return [
            paragraph(self.council.council["name"]),
            paragraph(f"{self.committee.name} - {full_date(self.meeting.date)}", HEADING),
            paragraph(f"Minutes of the meeting of the {self.committee.name} {where}"),
            *self._present("Present:", "Also Present:"),
            space(2),
            paragraph(f"{self._chair()} in the Chair", CENTRED_HEADING),
        ]

    def _straight_head(self) -> list[Flowable]:
        where = f"held at {self.committee.venue} on {full_date(self.meeting.date)} at {clock(self.meeting)}."
        return [
            letterhead(self.council.council["name"]),
            paragraph(self.committee.name.upper(), CENTRED_TITLE),
            paragraph(f"MINUTES of a meeting of the {self.committee.name} {where}"),
            *self._present("PRESENT:", "IN ATTENDANCE:"),
            space(2),
        ]

    def _present(self, present: str, also: str) -> list[Flowable]:
        attendees = [attendee for attendee in self._attendees() if attendee.present]
        councillors = [_name(a) for a in attendees if a.seat.person and a.seat.person.is_councillor]
        others = [_name(a) for a in attendees if a.seat.person and not a.seat.person.is_councillor]
        lines = [f"**{present}** Councillors {_listed(councillors)}"]
        lines += [f"**Co-opted Members:** {_listed(others)}"] if others else []
        return [paragraph(line) for line in [*lines, f"**{also}** {'; '.join(self.committee.officers)}"]]

    def _attendees(self) -> list[Attendee]:
        return attendance(self.council, self.meeting)

    def _chair(self) -> str:
        return self.council.people[self.committee.chair].formal_name

    def _numbered(self) -> list[tuple[int, Minute]]:
        year = [m for m in self.council.meetings[self.committee.key] if m.date < self.meeting.date]
        first = self.committee.first_minute + MINUTES_OF_A_MEETING * (len(year) % 9)
        return list(enumerate([*self._standing(), *self._business()], first))

    def _standing(self) -> list[Minute]:
        entries = [
            ("Apologies for Absence", self._apologies()),
            ("Declarations of Interest", self.source.matter.get("declarations", "None.")),
        ]
        if self.lettered:
            entries.append(("Declaration of Substitute Members", self._substitutes()))
        entries.append(("Minutes of the Previous Meeting", self._confirmed()))
        if self.lettered:
            entries += [
                ("Chair's Report", self.source.matter.get("chairs_report", "There was no report.")),
                ("Items for Call In (if any)", "None."),
                ("Public Questions", self.source.matter.get("public_questions", "None.")),
            ]
        letter = "A" if self.lettered else ""
        return [Minute(f"{letter}{n}", title, _paragraphs(text)) for n, (title, text) in enumerate(entries, 1)]

    def _business(self) -> list[Minute]:
        first = 1 if self.lettered else 4
        letter = "B" if self.lettered else ""
        minutes: list[Minute] = []
        for opens, run in groupby(self.source.blocks, key=lambda block: isinstance(block, markup.Heading)):
            content = list(run)
            if opens and isinstance(content[-1], markup.Heading):
                minutes.append(Minute(f"{letter}{len(minutes) + first}", content[-1].text, ()))
            else:
                minutes[-1] = Minute(minutes[-1].label, minutes[-1].title, tuple(content))
        return minutes

    def _apologies(self) -> str:
        away = [a.seat.person.formal_name for a in self._attendees() if not a.present and a.seat.person]
        return f"Apologies for absence were received from {_listed(away)}." if away else "There were no apologies."

    def _substitutes(self) -> str:
        pairs = [
            f"{a.seat.person.formal_name} for {a.substitute_for.formal_name}."
            for a in self._attendees()
            if a.substitute_for and a.seat.person
        ]
        return " ".join(pairs) or "None."

    def _confirmed(self) -> str:
        earlier = [
            m for m in self.council.meetings[self.committee.key] if m.date < self.meeting.date and m.state == "held"
        ]
        previous = long_date(earlier[-1].date) if earlier else "the last municipal year"
        return (
            f"RESOLVED: That the minutes of the meeting held on {previous} be confirmed as a correct record "
            "and the Chair be authorised to sign them."
        )

    def _minute(self, number: int, minute: Minute) -> list[Flowable]:
        words = Words(self.council, self.meeting)
        title = words.fill(minute.title)
        if self.lettered:
            heading = [paragraph(f"{number}   {title.upper()} (ITEM NO. {minute.label})", HEADING)]
        else:
            heading = [
                paragraph(f"{number}. {title}", HEADING),
                paragraph(f"*(Item {minute.label})*", SUBHEADING_PLAIN),
            ]
        return heading + [part for block in minute.blocks for part in _text(block, words)]


SUBHEADING_PLAIN = SUBHEADING.clone("subheading-plain", fontName="Helvetica", spaceBefore=0)


def _text(block: markup.Block, words: Words) -> list[Flowable]:
    match block:
        case markup.Paragraph(text, _) if text.startswith("RESOLVED"):
            heading, _, rest = text.partition(":")
            return [
                paragraph(f"{heading}:", SUBHEADING),
                *([paragraph(words.fill(rest.strip()))] if rest.strip() else []),
            ]
        case markup.Paragraph(text, _):
            return [paragraph(words.fill(text), BODY)]
        case markup.Bullets(texts):
            return [*(paragraph(words.fill(text), PLAIN_BULLET, "•") for text in texts), space(1)]
        case markup.Table(rows):
            return [data_table([[words.fill(cell) for cell in row] for row in rows]), space(3)]
    raise ValueError(f"{block} has no place in minutes")


def _paragraphs(text: str) -> tuple[markup.Block, ...]:
    return tuple(markup.Paragraph(part) for part in text.split("\n\n"))


def _name(attendee: Attendee) -> str:
    person, role = attendee.seat.person, attendee.seat.role
    assert person is not None  # noqa: S101 (only filled seats attend)
    mark = {"chair": " (Chair)", "vice-chair": " (Vice-Chair)", "substitute": " (Substitute)"}.get(role, "")
    body = f", {attendee.seat.representing}" if attendee.seat.representing else ""
    return f"{person.name}{body}{mark}"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
