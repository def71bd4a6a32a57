"""Where the answers to questions about the sample council are written: its packs, and the titles of their papers."""

from dataclasses import dataclass

from portal.sample_council.facts import HERE, SampleCouncil
from portal.sample_council.markup import read_sources
from portal.sample_council.pack_facts import MINUTES_TITLE, Pack, packs
from portal.sample_council.words import Words
from tests.relevance.questions import Answer

FRONT_SHEET = "Agenda front sheet"


class Missing(LookupError):
    """An answer names what is not there."""


@dataclass(frozen=True, slots=True)
class Place:
    """A paper as the public knows it: its title, and the pack it came with."""

    pack: Pack
    title: str


class Packs:
    """The packs of the sample council by name."""

    def __init__(self, council: SampleCouncil) -> None:
        self.council = council
        self.by_name = {pack.name: pack for pack in packs(council)}

    def pack(self, name: str) -> Pack:
        """Raises Missing."""
        if name not in self.by_name:
            raise Missing(f"There is no pack “{name}”")
        return self.by_name[name]

    def filled(self, text: str, at: str) -> str:
        """With dates and numbers as the papers of that pack have them."""
        return Words(self.council, self.pack(at).meeting).fill(text) if at else text

    def place(self, answer: Answer) -> Place:
        """Raises Missing."""
        folder, _, name = answer.paper.rpartition("/")
        if folder == "agenda":
            return Place(self.pack(name), FRONT_SHEET)
        if folder == "minutes":
            return Place(self._with_minutes(name), MINUTES_TITLE)
        for pack in self.by_name.values():
            for item in pack.items:
                if item.paper == name:
                    return Place(pack, answer.part or item.title)
        raise Missing(f"No pack has the paper “{answer.paper}”")

    def _with_minutes(self, name: str) -> Pack:
        for pack in self.by_name.values():
            if pack.minutes == name:
                return pack
        raise Missing(f"No pack has the minutes “{name}”")


def source_text(answer: Answer) -> str:
    """All that the named file prints, as it is written, in one line. Raises Missing."""
    folder, _, name = answer.paper.rpartition("/")
    path = HERE / (folder or "papers") / f"{name}.md"
    if not path.is_file():
        raise Missing(f"There is no paper “{answer.paper}”")
    if answer.part and all(document.title != answer.part for document in read_sources(path)):
        raise Missing(f"“{answer.paper}” has no part “{answer.part}”")
    return plain(path.read_text(encoding="utf-8"))


def plain(text: str) -> str:
    """As it is compared: one space between words, plain quotation marks, no marks of bold."""
    for mark, usual in (("**", ""), ("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("\u00ad", "")):
        text = text.replace(mark, usual)
    return " ".join(text.split())
