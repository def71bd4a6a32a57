"""Search as clerks see it: the index, the searches in vain, the synonyms."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries

from committees.models import PublicChange, record_change
from documents.models import EmptySearch, Synonyms
from documents.search.index import folder
from tests.builders import make_paper, make_user
from tests.indexes import follow

pytestmark = pytest.mark.django_db

SCREEN = "/admin/search/"


def make_empty(words: str = "fly tipping", **fields: object) -> EmptySearch:
    day = date(2026, 3, 4)
    return EmptySearch.objects.create(**{"words": words, "first_on": day, "last_on": day, **fields})


def sign_in_with(client: Client, *permissions: str) -> None:
    user = make_user(is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client.force_login(user)


def test_desk_leads_to_search(desk: Client) -> None:
    assert f'href="{SCREEN}"' in desk.get("/admin/").text


def test_public_is_asked_to_sign_in(client: Client) -> None:
    for page in ("", "rebuild/", "synonyms/add/", "synonyms/everyday/"):
        assert client.get(SCREEN + page).headers["Location"].startswith("/admin/login/")


def test_staff_without_the_permission_are_refused(client: Client) -> None:
    row, empty = Synonyms.objects.create(terms=["bins", "refuse"]), make_empty()
    sign_in_with(client, "view_document")

    for page in (
        "",
        "rebuild/",
        "synonyms/add/",
        "synonyms/everyday/",
        f"synonyms/{row.pk}/",
        f"synonyms/{row.pk}/delete/",
    ):
        assert client.get(SCREEN + page).status_code == 403
    assert client.post(f"{SCREEN}empty/{empty.pk}/forget/").status_code == 403
    assert EmptySearch.objects.exists()


def test_who_may_only_look_is_offered_nothing_to_do(client: Client) -> None:
    Synonyms.objects.create(terms=["bins", "refuse"])
    make_empty()
    sign_in_with(client, "view_synonyms")

    text = client.get(SCREEN).text

    assert "refuse" in text
    assert "fly tipping" not in text
    for offer in (
        "Rebuild the index</a>",
        "Add synonyms</a>",
        "Add everyday words</a>",
        ">Change<span",
        ">Delete<span",
    ):
        assert offer not in text


def test_prefilled_words_are_for_who_may_see_them(client: Client) -> None:
    empty = make_empty()
    sign_in_with(client, "add_synonyms")

    assert "fly tipping" not in client.get(f"{SCREEN}synonyms/add/?empty={empty.pk}").text


def test_no_index_is_told(desk: Client) -> None:
    assert "There is no index yet" in desk.get(SCREEN).text


@pytest.mark.django_db(transaction=True)
def test_index_in_use_tells_what_it_holds(desk: Client) -> None:
    make_paper(pages=("Bins", "Roads", "Parks"))
    follow()

    text = desk.get(SCREEN).text

    assert "3 pages and" in text
    assert "Nothing waits" in text


@pytest.mark.django_db(transaction=True)
def test_late_index_is_told_with_how_late(desk: Client) -> None:
    follow()
    record_change(PublicChange.Subject.DOCUMENT, 1)
    PublicChange.objects.update(at=timezone.now() - timedelta(minutes=5))

    text = desk.get(SCREEN).text

    assert "The index is behind" in text
    assert "1 change waits, the oldest for 5\xa0minutes" in text


def test_rebuild_is_asked_for_only_once_confirmed(desk: Client) -> None:
    assert "The old one serves" in desk.get(f"{SCREEN}rebuild/").text
    assert not folder.rebuild_was_requested()

    answer = desk.post(f"{SCREEN}rebuild/", follow=True)

    assert folder.rebuild_was_requested()
    assert "The index is being rebuilt" in answer.text
    assert "a rebuild was asked for and has not begun" in answer.text


def test_searches_in_vain_are_shown_most_frequent_first(desk: Client) -> None:
    make_empty("seagulls", count=2)
    make_empty("fly tipping", count=7)

    text = desk.get(SCREEN).text

    assert text.index("fly tipping") < text.index("seagulls")
    assert "4 Mar 2026" in text
    assert 'href="/search/?q=fly%20tipping"' in text


def test_words_searched_for_are_never_trusted(desk: Client) -> None:
    make_empty("<script>alert(1)</script>&page=2")

    text = desk.get(SCREEN).text

    assert "<script>alert" not in text
    assert "q=%3Cscript%3Ealert%281%29%3C/script%3E%26page%3D2" in text


def test_many_searches_in_vain_are_on_pages(desk: Client) -> None:
    for number in range(51):
        make_empty(f"word {number:02}")

    assert "Page 1 of 2" in desk.get(SCREEN).text
    assert "word 50" in desk.get(f"{SCREEN}?page=2").text


def test_search_is_forgotten(desk: Client) -> None:
    empty = make_empty()

    answer = desk.post(f"{SCREEN}empty/{empty.pk}/forget/", follow=True)

    assert "The search is forgotten." in answer.text
    assert not EmptySearch.objects.exists()


def test_search_is_not_forgotten_by_a_link(desk: Client) -> None:
    assert desk.get(f"{SCREEN}empty/{make_empty().pk}/forget/").status_code == 405


def test_page_asks_no_more_with_more_rows(desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(20):
        make_empty(f"word {number}")
        Synonyms.objects.create(terms=[f"bins {number}", f"refuse {number}"])

    with django_assert_max_num_queries(10):
        desk.get(SCREEN)
