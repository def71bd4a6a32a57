from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from documents import pdf
from documents.models import Document, Listing, StoredFile
from portal.files.public_packs import public_pack
from tests.builders import make_clerk, make_file, make_item, make_meeting, make_paper
from tests.portal.stored_files import make_pdf

pytestmark = pytest.mark.django_db


def file_address(paper: Document, ending: str = "pdf") -> str:
    return f"/papers/{paper.pk}/file/{paper.slug}.{ending}"


def body(response: Any) -> bytes:
    return b"".join(response.streaming_content)


def get(client: Client, address: str, **headers: str) -> Any:
    """The answer, its file read to the end and so closed."""
    response = client.get(address, headers={name.replace("_", "-"): value for name, value in headers.items()})
    if response.streaming:
        body(response)
    return response


def bytes_of(paper: Document) -> bytes:
    assert paper.current_version
    assert paper.current_version.served
    with paper.current_version.served.file.open("rb") as content:
        return bytes(content.read())


def withdraw(paper: Document) -> None:
    Document.objects.filter(pk=paper.pk).update(
        withdrawn_at=timezone.now(), withdrawn_by=make_clerk(), withdrawal_reason="It held an address."
    )


def words_of(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    return "\n".join(page.text for page in pdf.read(path).pages)


def test_file_is_served_whole_under_safe_headers(client: Client) -> None:
    paper = make_paper(title="School places: 2026/27")
    response = client.get(file_address(paper))
    assert body(response) == bytes_of(paper)
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Length"] == str(len(bytes_of(paper)))
    assert response["Content-Disposition"] == 'inline; filename="school-places-202627.pdf"'
    assert response["Cache-Control"] == "no-cache"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert response["Accept-Ranges"] == "bytes"


def test_word_file_is_saved_not_opened(client: Client) -> None:
    paper = make_paper(served=make_file(kind=StoredFile.Kind.DOCX, name="report.docx"))
    response = client.get(file_address(paper, "docx"))
    assert response["Content-Disposition"].startswith("attachment; filename=")
    assert body(response) == bytes_of(paper)


def test_file_at_a_wrong_name_moves_to_the_right_one(client: Client) -> None:
    paper = make_paper()
    response = client.get(f"/papers/{paper.pk}/file/other.docx")
    assert (response.status_code, response["Location"]) == (301, file_address(paper))


@pytest.mark.parametrize(
    ("asked", "part", "told"),
    [
        ("bytes=0-4", slice(0, 5), "bytes 0-4/"),
        ("bytes=-3", slice(-3, None), "bytes "),
        ("bytes=2-", slice(2, None), ""),
    ],
)
def test_range_of_the_file(client: Client, asked: str, part: slice, told: str) -> None:
    paper = make_paper()
    whole = bytes_of(paper)
    response = client.get(file_address(paper), headers={"Range": asked})
    assert response.status_code == 206
    assert body(response) == whole[part]
    assert response["Content-Length"] == str(len(whole[part]))
    assert response["Content-Range"].startswith(told)
    assert response["Content-Range"].endswith(f"/{len(whole)}")


def test_range_outside_the_file_is_refused(client: Client) -> None:
    paper = make_paper()
    response = client.get(file_address(paper), headers={"Range": "bytes=99999-"})
    assert (response.status_code, response["Content-Range"]) == (416, f"bytes */{len(bytes_of(paper))}")


def test_range_of_a_file_that_has_changed_is_the_whole(client: Client) -> None:
    paper = make_paper()
    for condition in ('"another"', "Mon, 02 Nov 2015 10:00:00 GMT"):
        assert get(client, file_address(paper), Range="bytes=0-4", If_Range=condition).status_code == 200


def test_range_of_the_file_that_is_held_is_the_part(client: Client) -> None:
    paper = make_paper()
    whole = get(client, file_address(paper))
    for condition in (whole["ETag"], whole["Last-Modified"]):
        assert get(client, file_address(paper), Range="bytes=0-4", If_Range=condition).status_code == 206


def test_copy_that_still_holds_is_not_sent_again(client: Client) -> None:
    paper = make_paper()
    whole = get(client, file_address(paper))
    assert paper.current_version
    assert paper.current_version.served
    assert whole["ETag"] == f'"{paper.current_version.served.sha256}"'
    for headers in ({"If-None-Match": whole["ETag"]}, {"If-Modified-Since": whole["Last-Modified"]}):
        response = client.get(file_address(paper), headers=headers)
        assert (response.status_code, response.content) == (304, b"")


def test_copy_of_a_withdrawn_paper_no_longer_holds(client: Client) -> None:
    paper = make_paper()
    whole = get(client, file_address(paper))
    withdraw(paper)
    response = client.get(file_address(paper), headers={"If-None-Match": whole["ETag"]})
    assert response.status_code == 410
    assert "It held an address." in response.text


def test_head_tells_the_size_and_sends_nothing(client: Client) -> None:
    paper = make_paper()
    response = client.head(file_address(paper))
    assert (response.status_code, response.content) == (200, b"")
    assert response["Content-Length"] == str(len(bytes_of(paper)))


def test_file_is_only_read(client: Client) -> None:
    assert client.post(file_address(make_paper())).status_code == 405


def test_page_image_is_made_once(client: Client) -> None:
    paper = make_paper(served=make_pdf("First", "Second"), pages=("First", "Second"))
    first = client.get(f"/papers/{paper.pk}/pages/2.webp")
    image = body(first)
    assert first["Content-Type"] == "image/webp"
    assert image[:4] == b"RIFF"
    [kept] = [path for path in Path(settings.IMAGES_DIR).rglob("*") if path.is_file()]
    made = kept.stat().st_mtime_ns
    assert body(client.get(f"/papers/{paper.pk}/pages/2.webp")) == image
    assert kept.stat().st_mtime_ns == made


@pytest.mark.parametrize("number", [0, 3])
def test_page_image_outside_the_paper_is_not_found(client: Client, number: int) -> None:
    paper = make_paper(served=make_pdf("First", "Second"), pages=("First", "Second"))
    assert client.get(f"/papers/{paper.pk}/pages/{number}.webp").status_code == 404


def test_page_image_of_a_broken_file_is_not_found(client: Client) -> None:
    paper = make_paper(served=make_file(content=b"%PDF-1.4 broken"))
    assert client.get(f"/papers/{paper.pk}/pages/1.webp").status_code == 404
    assert not [path for path in Path(settings.IMAGES_DIR).rglob("*") if path.is_file()]


def test_page_image_kept_is_not_shown_once_the_paper_is_withdrawn(client: Client) -> None:
    paper = make_paper(served=make_pdf("First"))
    assert get(client, f"/papers/{paper.pk}/pages/1.webp").status_code == 200
    withdraw(paper)
    assert client.get(f"/papers/{paper.pk}/pages/1.webp").status_code == 410


def test_pack_holds_the_public_papers_in_order(client: Client, tmp_path: Path) -> None:
    meeting = make_meeting()
    second, first = (make_item(meeting=meeting, order=order, label=str(order)) for order in (2, 1))
    make_paper(item=second, served=make_pdf("Words of the second"))
    make_paper(item=first, served=make_pdf("Words of the first", "and more"), pages=("a", "b"))
    make_paper(meeting=meeting, served=make_pdf("Front sheet"), kind=Document.Kind.FRONT_SHEET)
    make_paper(item=first, served=make_pdf("Hidden"), published_at=None)
    response = client.get(f"/meetings/{meeting.pk}/pack.pdf")
    words = words_of(tmp_path / "pack.pdf", body(response)).split("\n")
    assert words == [
        *("Front sheet", "Words of the first", "Agenda Item 1", "and more"),
        *("Words of the second", "Agenda Item 2"),
    ]
    assert response["Content-Disposition"].endswith('-public-pack.pdf"')


def test_pack_changes_with_what_it_holds(client: Client, tmp_path: Path) -> None:
    meeting = make_meeting()
    _kept, gone = (make_paper(item=make_item(meeting=meeting), served=make_pdf(words)) for words in ("Kept", "Gone"))
    before = client.get(f"/meetings/{meeting.pk}/pack.pdf")
    assert "Gone" in words_of(tmp_path / "before.pdf", body(before))
    withdraw(gone)
    after = client.get(f"/meetings/{meeting.pk}/pack.pdf", headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert words_of(tmp_path / "after.pdf", body(after)) == "Kept\nAgenda Item 1"
    assert len(list(Path(settings.IMAGES_DIR).rglob("*.pdf"))) == 1


def test_pack_holds_a_paper_once_and_leaves_word_files_out() -> None:
    meeting = make_meeting()
    paper = make_paper(item=make_item(meeting=meeting, title="First"), title="Report")
    Listing.objects.create(document=paper, meeting=meeting, item=make_item(meeting=meeting))
    make_paper(item=make_item(meeting=meeting), served=make_file(kind=StoredFile.Kind.DOCX))
    assert [(packed.heading, packed.title) for packed in public_pack(meeting).papers] == [("1 First", "Report")]


def test_pack_with_a_broken_file_is_not_found_and_not_kept(client: Client) -> None:
    paper = make_paper(served=make_file(content=b"%PDF-1.4 broken"))
    assert client.get(f"/meetings/{paper.listings.get().meeting_id}/pack.pdf").status_code == 404
    assert not [path for path in Path(settings.IMAGES_DIR).rglob("*") if path.is_file()]


def test_pack_of_nothing_public_is_not_found(client: Client) -> None:
    hidden = make_paper(published_at=None).listings.get()
    assert client.get(f"/meetings/{hidden.meeting_id}/pack.pdf").status_code == 404
    assert client.get("/meetings/999999/pack.pdf").status_code == 404
