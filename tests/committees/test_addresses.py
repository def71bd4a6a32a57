import pytest
from django.urls import NoReverseMatch, reverse, set_script_prefix

from committees.addresses import address_of


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("people", ()),
        ("person", (12, "jo-smith")),
        ("item", (3, 45, "apologies")),
        ("paper_file", (7, "a-report", "pdf")),
    ],
)
def test_address_is_that_of_the_site_map(name: str, parts: tuple[int | str, ...]) -> None:
    assert address_of(name, *parts) == reverse(name, args=list(parts))


def test_address_is_of_its_own_parts_each_time() -> None:
    assert [address_of("ward", slug) for slug in ("north", "south")] == ["/wards/north/", "/wards/south/"]


def test_address_follows_the_place_that_the_site_is_served_from() -> None:
    address_of("ward", "north")
    set_script_prefix("/papers-site/")
    try:
        assert address_of("ward", "north") == "/papers-site/wards/north/"
    finally:
        set_script_prefix("/")


def test_unknown_name_is_refused() -> None:
    with pytest.raises(NoReverseMatch):
        address_of("nowhere", 1)
