"""Files as they are served: pages, links and structure, and nothing that is not seen."""

from pathlib import Path

import typst
from reportlab.pdfgen.canvas import Canvas

from documents.pdf import inspect, page_image, read, split, strip
from tests.documents.pdf.making import linked, sound
from tests.findings.seeds import ATTACHED, SCRIPT, with_catalogue


def stripped(source: Path, *, title: str = "A title") -> Path:
    target = source.with_name("served.pdf")
    strip(source, target, title=title)
    return target


def noted(path: Path) -> Path:
    canvas = Canvas(str(path), invariant=1, lang="cy-GB")
    canvas.setAuthor("Jane Doe")
    canvas.drawString(72, 700, "Seen words")
    canvas.textAnnotation("Between us", (300, 300, 320, 320))
    canvas.highlightAnnotation("Black", (72, 690, 200, 712), Color=[0, 0, 0])
    canvas.linkURL("https://example.org/", (72, 600, 90, 612))
    canvas.save()
    return path


def test_stripped_file_says_the_same_and_has_its_bookmarks(tmp_path: Path) -> None:
    source = sound(tmp_path / "a.pdf", 3)

    assert read(stripped(source)) == read(source)


def test_stripped_file_has_the_title_given_and_no_author(tmp_path: Path) -> None:
    served = stripped(noted(tmp_path / "a.pdf"), title="Pŵl nofio")

    facts = inspect(served, [(1, 1)])
    assert (facts.title, facts.author, facts.others, facts.language) == ("Pŵl nofio", "", (), "cy-GB")
    assert b"Jane Doe" not in served.read_bytes()


def test_stripped_file_has_no_comments_and_keeps_links(tmp_path: Path) -> None:
    assert b"Between us" not in stripped(noted(tmp_path / "a.pdf")).read_bytes()
    links = [
        link.address
        for page in read(stripped(linked(tmp_path / "b.pdf"))).pages
        for line in page.lines
        for link in line.links
    ]
    assert links == ["https://example.org/plan", "https://example.org/survey", "https://example.org/survey"]


def test_what_a_reader_blacked_out_stays_black(tmp_path: Path) -> None:
    source = noted(tmp_path / "a.pdf")

    assert page_image(stripped(source), 1) != page_image(sound(tmp_path / "b.pdf"), 1)
    assert inspect(stripped(source), [(1, 1)]).pages[0].hidden


def test_stripped_file_runs_nothing_and_has_nothing_attached(tmp_path: Path) -> None:
    for more, words in ((ATTACHED, b"secret"), (SCRIPT, b"app.alert")):
        served = stripped(with_catalogue(tmp_path, more))

        facts = inspect(served, [(1, 1)])
        assert not facts.attachments
        assert not facts.scripts
        assert words not in served.read_bytes()
        assert [page.text for page in read(served).pages] == ["Some ordinary words of a report"]


def test_front_sheet_still_says_that_it_is_accessible_and_nothing_of_who_made_it(tmp_path: Path) -> None:
    made, once, twice = (tmp_path / f"{name}.pdf" for name in ("made", "once", "twice"))
    source = b'#set document(title: "Agenda", author: "Rosa Lind")\n= Agenda\nApologies'
    made.write_bytes(typst.compile(source, ignore_system_fonts=True, pdf_standards="ua-1"))

    strip(made, once, title="Agenda & summons")
    strip(once, twice, title="Agenda & summons")

    assert b"<pdfuaid:part>1</pdfuaid:part>" in once.read_bytes()
    assert b">Agenda &amp; summons<" in once.read_bytes()
    assert b"Typst" not in once.read_bytes()
    assert b"Rosa Lind" not in once.read_bytes()
    assert twice.read_bytes() == once.read_bytes()


def test_file_that_claims_no_accessibility_is_given_none(tmp_path: Path) -> None:
    made, served = tmp_path / "made.pdf", tmp_path / "served.pdf"
    made.write_bytes(typst.compile(b'#set document(title: "Agenda")\n= Agenda', ignore_system_fonts=True))

    strip(made, served, title="Agenda")

    assert b"pdfuaid" not in served.read_bytes()
    assert b"Metadata" not in served.read_bytes()


def test_stripping_twice_changes_nothing(tmp_path: Path) -> None:
    once = stripped(noted(tmp_path / "a.pdf"))
    twice = once.with_name("twice.pdf")

    strip(once, twice, title="A title")

    assert twice.read_bytes() == once.read_bytes()


def test_paper_cut_out_of_a_pack_has_its_title_the_packs_language_and_no_author(tmp_path: Path) -> None:
    target = tmp_path / "paper.pdf"

    split(noted(tmp_path / "pack.pdf"), [(1, 1)], [target], ["Pool"])

    facts = inspect(target, [(1, 1)])
    assert (facts.title, facts.author, facts.language, facts.pages[0].comments[1:]) == ("Pool", "", "cy-GB", ())
