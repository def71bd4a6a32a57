"""One paper on its way to the public: asked for, released by a second person or sent back, with what it changes."""

from io import BytesIO

import pytest
from django.test import Client

from committees.models import AgendaItem, Council, Role, User
from documents.actions import papers
from documents.models import Document, Finding, Page, ReleaseRequest, WaitingCorrection
from tests.builders import make_item, make_meeting, make_role
from tests.documents.admin.uploaded import pdf_of

pytestmark = pytest.mark.django_db
PHONE = "Call 07700 900123"


@pytest.fixture(autouse=True)
def council() -> Council:
    return Council.objects.create(name="Marlbridge", release_by_second_person=True)


def signed_in(role: Role) -> Client:
    client = Client()
    client.force_login(make_role(role))
    return client


def paper_of(by: User | None, words: str = "The pool closes", item: AgendaItem | None = None) -> Document:
    item = item or make_item(meeting=make_meeting())
    return papers.add_paper(
        meeting=item.meeting, item=item, file=BytesIO(pdf_of(words)), name="a.pdf", title="Pool", kind="report", by=by
    )


def published(words: str = "The pool closes", **fields: object) -> Document:
    paper = paper_of(None, words, **fields)  # type: ignore[arg-type]
    version = paper.versions.get()
    paper.current_version, paper.published_at = version, version.created_at
    paper.save()
    return paper


def test_release_of_one_paper_is_asked_for_and_given() -> None:
    clerk, officer = signed_in(Role.CLERK), signed_in(Role.RELEASING_OFFICER)
    paper = paper_of(User.objects.first())
    address = f"/admin/papers/{paper.pk}/publish/"

    clerk.post(address, {"act": "ask", "release_note": "Read page 1."})

    assert ReleaseRequest.objects.get().document == paper
    assert f'href="{address}"' in officer.get("/admin/").text
    assert "“Read page 1.”" in officer.get(address).text
    officer.post(address)
    paper.refresh_from_db()
    assert paper.published_at
    assert ReleaseRequest.objects.get().outcome == "released"


def test_correction_that_waits_shows_what_it_changes_and_is_sent_back() -> None:
    clerk, officer = signed_in(Role.CLERK), signed_in(Role.RELEASING_OFFICER)
    paper = published()
    file = BytesIO(pdf_of("The pool opens"))
    papers.replace_file(document=paper, file=file, name="b.pdf", note="It opens.", by=User.objects.first())
    address = f"/admin/papers/{paper.pk}/publish/"
    clerk.post(address, {"act": "ask"})

    text = officer.get(address).text
    assert "It opens." in text
    assert "closes" in text.split("<del>")[1].split("</del>")[0]
    assert "opens" in text.split("<ins>")[1].split("</ins>")[0]
    asked = ReleaseRequest.objects.get()
    officer.post(f"/admin/releases/{asked.pk}/send-back/", {"reason": "Page 1 is blank.", "next": address})
    assert "Page 1 is blank." in clerk.get(address).text
    assert WaitingCorrection.objects.exists()


def test_correction_that_waits_stands_on_the_desk_until_its_release_is_asked_for() -> None:
    clerk, paper = signed_in(Role.CLERK), published()
    papers.replace_file(document=paper, file=BytesIO(pdf_of(PHONE)), name="b.pdf", note="New.", by=None)
    address = f"/admin/papers/{paper.pk}/publish/"
    desk = clerk.get("/admin/").text
    assert "Corrections to go on with" in desk
    assert f'href="{address}"' in desk
    clerk.post(address, {"act": "check"})
    assert "1 finding to decide" in clerk.get("/admin/").text

    clerk.post(address, {"act": "ask"})

    desk = clerk.get("/admin/").text
    assert "Corrections to go on with" not in desk
    assert f'href="{address}"' in desk


def test_every_page_of_a_long_paper_can_be_reached_before_its_release() -> None:
    paper = paper_of(None)
    version = paper.versions.get()
    Page.objects.bulk_create(Page(version=version, number=number, text="") for number in range(2, 131))

    text = signed_in(Role.CLERK).get(f"/admin/papers/{paper.pk}/publish/").text

    assert text.count('<figure id="page-') == 130
    assert "Pages 61 to 120" in text
    assert "Pages 121 to 130" in text


def test_later_correction_takes_the_place_of_one_that_waits() -> None:
    paper = published()
    for words in ("The pool opens", "The pool stays"):
        papers.replace_file(document=paper, file=BytesIO(pdf_of(words)), name="b.pdf", note=words, by=None)

    assert WaitingCorrection.objects.get().version.note == "The pool stays"


@pytest.mark.parametrize("hidden", ["withheld", "withdrawn"])
def test_what_is_found_in_a_refused_paper_stands_on_the_screen_at_once(council: Council, hidden: str) -> None:
    Council.objects.update(release_by_second_person=False)
    paper = published(PHONE)
    how = "open" if hidden == "withheld" else "reinstate"
    if hidden == "withheld":
        papers.restrict_document(document=paper, by=None, access="confidential", paragraphs=[], reason="Private.")
    else:
        papers.withdraw_document(document=paper, by=None, reason="A number.")

    text = signed_in(Role.CLERK).post(f"/admin/papers/{paper.pk}/{how}/", {"why": "It may be."}).text

    assert "Put right or accept" in text
    assert "<q>07700 900123</q>" in text
    assert Finding.objects.blocking().get().words == "07700 900123"


def test_what_is_found_in_a_paper_of_an_item_that_is_not_opened_stands_on_the_screen() -> None:
    Council.objects.update(release_by_second_person=False)
    item = make_item(meeting=make_meeting(), access="confidential")
    published(PHONE, item=item)

    text = signed_in(Role.CLERK).post(f"/admin/items/{item.pk}/open/", {"why": "It may be."}).text

    assert "<q>07700 900123</q>" in text
    item.refresh_from_db()
    assert item.access == "confidential"
