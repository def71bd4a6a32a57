"""The clerk's forms of synonyms."""

from datetime import date

import pytest
from django.test import Client

from documents.models import EmptySearch, Synonyms

pytestmark = pytest.mark.django_db

ADD = "/admin/search/synonyms/add/"


def test_synonyms_are_added_one_a_line(desk: Client) -> None:
    answer = desk.post(ADD, {"terms": "Bedroom tax\r\nunder-occupancy charge"}, follow=True)

    assert Synonyms.objects.get().terms == ["bedroom tax", "under-occupancy charge"]
    assert "Whoever searches for one of these finds the others too: bedroom tax / under-occupancy" in answer.text


def test_form_begins_with_a_search_that_found_nothing(desk: Client) -> None:
    day = date(2026, 3, 4)
    empty = EmptySearch.objects.create(words="fly tipping", first_on=day, last_on=day)

    assert "fly tipping\n</textarea>" in desk.get(f"{ADD}?empty={empty.pk}").text


@pytest.mark.parametrize("number", ["", "x", "0", "9" * 40, "-1"])
def test_form_is_empty_for_a_search_that_is_not_there(desk: Client, number: str) -> None:
    assert desk.get(f"{ADD}?empty={number}").status_code == 200


def test_what_cannot_be_kept_is_told_beside_the_words(desk: Client) -> None:
    text = desk.post(ADD, {"terms": "<b>bins</b>"}).text

    assert "There is a problem" in text
    assert "Enter at least two words or phrases" in text
    assert "“&lt;b&gt;bins&lt;/b&gt;” may hold only letters" in text
    assert "<b>bins" not in text
    assert not Synonyms.objects.exists()


def test_nothing_typed_is_told(desk: Client) -> None:
    assert "Enter at least two words or phrases" in desk.post(ADD, {"terms": ""}).text


def test_term_of_another_row_leads_there(desk: Client) -> None:
    other = Synonyms.objects.create(terms=["bin collection", "refuse collection"])

    text = desk.post(ADD, {"terms": "rubbish\nbin collection"}).text

    link = f'<a href="/admin/search/synonyms/{other.pk}/">bin collection / refuse collection</a>'
    assert f"“bin collection” is among the synonyms {link} already." in text


def test_synonyms_are_changed(desk: Client) -> None:
    row = Synonyms.objects.create(terms=["bins", "refuse"])
    assert "bins\nrefuse</textarea>" in desk.get(f"/admin/search/synonyms/{row.pk}/").text

    desk.post(f"/admin/search/synonyms/{row.pk}/", {"terms": "bins\nrubbish"})

    row.refresh_from_db()
    assert row.terms == ["bins", "rubbish"]


def test_synonyms_are_deleted_only_once_confirmed(desk: Client) -> None:
    row = Synonyms.objects.create(terms=["bins", "refuse"])
    assert "no longer finds the others: bins / refuse" in desk.get(f"/admin/search/synonyms/{row.pk}/delete/").text
    assert Synonyms.objects.exists()

    desk.post(f"/admin/search/synonyms/{row.pk}/delete/")

    assert not Synonyms.objects.exists()


def test_synonyms_that_are_not_there_are_not_found(desk: Client) -> None:
    assert desk.get("/admin/search/synonyms/999/").status_code == 404


def test_everyday_words_are_shown_before_they_are_added(desk: Client) -> None:
    everyday = "/admin/search/synonyms/everyday/"

    assert "potholes / carriageway defects / road defects" in desk.get(everyday).text
    assert not Synonyms.objects.exists()

    assert "sets of words that mean the same" in desk.post(everyday, follow=True).text
    assert Synonyms.objects.filter(terms__contains=["potholes"]).exists()
    assert "Add everyday words" not in desk.get("/admin/search/").text
    assert "among your synonyms already" in desk.get(everyday, follow=True).text
