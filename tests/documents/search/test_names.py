"""Committees and wards, named in a query."""

import pytest

from documents.search.names import committees_named, ward_named
from tests.builders import make_committee, make_ward

pytestmark = pytest.mark.django_db


def test_a_committee_is_named_in_full_or_by_its_slug() -> None:
    panel = make_committee(name="Licensing Panel")
    make_committee(name="Licensing Panel A")

    assert committees_named("licensing PANEL") == committees_named("licensing-panel") == (panel.pk,)


def test_committees_are_named_by_the_beginnings_of_their_words() -> None:
    both = {make_committee(name="Licensing Panel").pk, make_committee(name="Panel on Licences").pk}
    make_committee(name="Planning Panel")

    assert set(committees_named("panel lic")) == both


def test_a_hidden_committee_has_no_name() -> None:
    make_committee(name="Secret Panel", is_public=False)

    assert committees_named("secret panel") == committees_named("secret") == ()


@pytest.mark.parametrize("name", ["", "—", "kingfisher"])
def test_no_committee_is_of_no_name(name: str) -> None:
    make_committee(name="Licensing Panel")

    assert committees_named(name) == ()


@pytest.mark.parametrize("name", ["St Mary’s", "st marys", "St Mary's Ward", "st-marys", "mary"])
def test_a_ward_is_named_with_ward_or_without(name: str) -> None:
    ward = make_ward(name="St Mary’s", slug="st-marys")
    make_ward(name="St Peter’s", slug="st-peters")

    assert ward_named(name) == ward.pk


def test_two_wards_that_begin_alike_are_none() -> None:
    make_ward(name="St Mary’s")
    make_ward(name="St Peter’s")

    assert ward_named("st") is None
