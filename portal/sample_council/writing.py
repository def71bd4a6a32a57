"""Writes a pack as one PDF: papers drawn first, then the front sheet that names their pages, then all in order."""

from pathlib import Path

from portal.sample_council.canvas import Bookmark, DrawnPage, PackCanvas
from portal.sample_council.facts import HERE
from portal.sample_council.front_sheet import front_sheet
from portal.sample_council.markup import Source, read_sources
from portal.sample_council.minutes import MinutesPaper
from portal.sample_council.pack_facts import MINUTES_TITLE, Pack, PlannedItem, WrittenDocument, WrittenItem, WrittenPack
from portal.sample_council.paper import paper_story
from portal.sample_council.words import Words, long_date


def write_pack(pack: Pack, folder: Path) -> WrittenPack:
    """The same facts give the same bytes."""
    path = folder / pack.filename
    writer = _PackWriter(pack, path)
    items = tuple(writer.draw_item(item) for item in pack.items)
    front = writer.canvas.draw(front_sheet(pack, items))
    front[0].bookmark = Bookmark(0, "Agenda")
    writer.canvas.finish([*front, *writer.pages])
    return WrittenPack(pack, path, len(front), len(front) + len(writer.pages), items)


def write_paper(source: Source, pack: Pack, path: Path) -> None:
    """One paper as a file of its own, without stamps: how a clerk is given a paper that is not for publication."""
    canvas = PackCanvas(path, source.title)
    canvas.finish(canvas.draw(paper_story(source, Words(pack.council, pack.meeting))))


class _PackWriter:
    """Draws papers one after another, and numbers their pages."""

    def __init__(self, pack: Pack, path: Path) -> None:
        self.pack = pack
        title = f"{pack.committee.name}, {long_date(pack.meeting.date)}: agenda pack"
        self.canvas = PackCanvas(path, title)
        self.pages: list[DrawnPage] = []

    def draw_item(self, item: PlannedItem) -> WrittenItem:
        before = len(self.pages)
        documents = self._draw_minutes() if item.is_minutes else self._draw_papers(item)
        if documents:
            opening = self.pages[before]
            opening.item = item.label
            opening.bookmark = Bookmark(0, f"{item.label} {item.title}")
        return WrittenItem(item, tuple(documents))

    def _draw_minutes(self) -> list[WrittenDocument]:
        source = read_sources(HERE / "minutes" / f"{self.pack.minutes}.md")[0]
        minutes = MinutesPaper(self.pack.council, self.pack.minutes_of, source)
        drawn = self.canvas.draw(minutes.story(), minutes.running_head)
        return [self._number(drawn, MINUTES_TITLE, "minutes", is_main=True)]

    def _draw_papers(self, item: PlannedItem) -> list[WrittenDocument]:
        if not item.paper:
            return []
        sources = read_sources(HERE / "papers" / f"{item.paper}.md")
        drawn = [source for source in sources if source.matter.get("access", "open") == "open"]
        return [self._draw_source(source, item, is_main=number == 0) for number, source in enumerate(drawn)]

    def _draw_source(self, source: Source, item: PlannedItem, *, is_main: bool) -> WrittenDocument:
        """An item's first paper is known by the item's title; its others by their own."""
        words = Words(self.pack.council, self.pack.meeting)
        template = "slide" if source.kind == "presentation" else source.matter.get("page", "portrait")
        drawn = self.canvas.draw(paper_story(source, words), template=template)
        title = words.fill(source.title)
        if not is_main:
            drawn[0].bookmark = Bookmark(1, title)
        return self._number(drawn, item.title if is_main else title, source.kind, is_main=is_main)

    def _number(self, drawn: list[DrawnPage], title: str, kind: str, *, is_main: bool) -> WrittenDocument:
        first = len(self.pages) + 1
        for number, page in enumerate(drawn, first):
            page.number = number
        self.pages += drawn
        return WrittenDocument(title, kind, first, len(self.pages), is_main)
