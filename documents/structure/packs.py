"""A whole pack understood: every paper in it by itself, and all of them together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from documents.packs.plan import NotAPack, PackPlan, plan_pack
from documents.pdf import PdfText
from documents.reading import ReadPage, read_pages
from documents.structure.paper import understand
from documents.structure.reports.labels import pair_in
from documents.structure.sources import Unreadable, is_pdf, pages_of_file, pdf_in
from documents.structure.text_packs import papers_in_text, title_of
from documents.structure.understood import Understood

AGENDA = re.compile(
    r"^\W*(?:(?:public|supplementary|council|meeting|draft)\W+){0,2}a ?g ?e ?n ?d ?a\b(?! item)|summoned|"
    r"(?:reports?|document|agenda) pack|notice of (?:a )?meeting|order of business|rhaglen",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class PackPaper:
    """One paper of a pack: pages are those of the file, from 1, in what was understood too."""

    title: str
    first_page: int
    last_page: int
    understood: Understood


@dataclass(frozen=True, slots=True)
class UnderstoodPack:
    papers: list[PackPaper] = field(default_factory=list)

    @property
    def together(self) -> Understood:
        """The parts of all papers; the report is that of the first report."""
        all_of = [paper.understood for paper in self.papers]
        programmes = [one for one in all_of if one.kind == "work_programme"] or all_of
        return Understood(
            kind="other",
            report=next((one.report for one in all_of if one.report), None),
            minutes=next((one.minutes for one in all_of if one.minutes), None),
            responses=[each for one in all_of for each in one.responses],
            progress=[each for one in all_of for each in one.progress],
            actions=[each for one in all_of for each in one.actions],
            review=next((one.review for one in all_of if one.review), None),
            programme=[each for one in programmes for each in one.programme],
            warnings=[each for one in all_of for each in one.warnings],
        )

    def to_json(self) -> dict[str, Any]:
        """As that of one paper, with "papers" besides: each with its title, its pages, and all that it says."""
        papers = [
            {
                "title": paper.title,
                "first_page": paper.first_page,
                "last_page": paper.last_page,
                **paper.understood.to_json(),
            }
            for paper in self.papers
        ]
        return {**self.together.to_json(), "papers": papers}


def understand_file(path: Path, pages: tuple[int, int] | None = None) -> Understood | UnderstoodPack:
    """A file's one paper, or all papers of a pack; with pages, those of a PDF as one paper. Raises Unreadable."""
    if pages is not None or is_pdf(path):
        text = pdf_in(path)
        if pages is not None:
            return _understand_pages(text, *pages)
        return understand_pdf_pack(text) or understand(read_pages(text.pages))
    read = pages_of_file(path)
    return understand_text_pack(read) or understand(read)


def _understand_pages(text: PdfText, first: int, last: int) -> Understood:
    if last > len(text.pages):
        raise Unreadable(f"The file has {len(text.pages)} pages: there is no page {last}.")
    understood: Understood = on_pages(understand(read_pages(text.pages[first - 1 : last])), first - 1)
    return understood


def understand_pdf_pack(text: PdfText) -> UnderstoodPack | None:
    """None if the file is no pack but one paper."""
    try:
        plan = plan_pack(text)
    except NotAPack:
        return None
    if not _is_pack(text, plan):
        return None
    documents = [document for item in plan.items for document in item.documents] + plan.other_documents
    ranges = {(document.pdf_first, document.pdf_last): document.title for document in reversed(documents)}
    papers = [
        PackPaper(title, first, last, on_pages(understand(read_pages(text.pages[first - 1 : last])), first - 1))
        for (first, last), title in sorted(ranges.items())
    ]
    return UnderstoodPack(papers)


def understand_text_pack(pages: Sequence[ReadPage]) -> UnderstoodPack | None:
    """None if the text has no front sheet: then it is one paper."""
    papers = papers_in_text(pages)
    if not papers:
        return None
    return UnderstoodPack(
        [PackPaper(title_of(part), part[0].number, part[-1].number, understand(part)) for part in papers]
    )


def _is_pack(text: PdfText, plan: PackPlan) -> bool:
    """Whether a front sheet is followed by papers: bookmarks of a report's own headings make no pack."""
    if not any(item.documents for item in plan.items) or plan.front_pages >= len(text.pages):
        return False
    front = "\n".join(page.text for page in text.pages[: max(1, plan.front_pages)])
    fields_told = {found[0] for line in front.split("\n")[:40] if (found := pair_in(line)) and found[2]}
    return bool(AGENDA.search(front)) and not {"report_of", "subject"} <= fields_told


def on_pages(value: Any, before: int) -> Any:
    """What was understood, its pages counted from `before` pages earlier."""
    if isinstance(value, list):
        return [on_pages(each, before) for each in value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes = {
        part.name: getattr(value, part.name) + before
        if part.name == "page" and isinstance(getattr(value, part.name), int) and getattr(value, part.name)
        else on_pages(getattr(value, part.name), before)
        for part in fields(value)
    }
    return replace(value, **changes)
