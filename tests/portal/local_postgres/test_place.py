import os
from pathlib import Path

import pytest

from portal.local_postgres import place
from portal.local_postgres.account import Account

US = Account(os.geteuid(), os.getegid())


def linked(checkout: Path, elsewhere: Path) -> Path:
    """A checkout whose server lives elsewhere, as root's in a private folder does."""
    elsewhere.mkdir()
    checkout.mkdir()
    (checkout / "postgres").symlink_to(elsewhere)
    (elsewhere / "linked-from").write_text(str(checkout / "postgres"))
    return checkout / "postgres"


def test_settle_makes_the_folder_once(folder: Path) -> None:
    first = place.settle(folder / "data" / "postgres")

    assert first == place.settle(folder / "data" / "postgres") == folder / "data" / "postgres"


def test_settle_follows_the_link_of_its_own(folder: Path) -> None:
    root = linked(folder / "checkout", folder / "elsewhere")

    assert place.settle(root) == folder / "elsewhere"


def test_settle_of_a_copied_checkout_leaves_the_original_its_database(folder: Path) -> None:
    linked(folder / "checkout", folder / "elsewhere")
    (folder / "copy").mkdir()
    (folder / "copy" / "postgres").symlink_to(folder / "elsewhere")

    assert place.settle(folder / "copy" / "postgres") == folder / "copy" / "postgres"


def test_settle_of_a_moved_checkout_takes_its_database_along(folder: Path) -> None:
    linked(folder / "checkout", folder / "elsewhere")
    (folder / "checkout").rename(folder / "moved")

    assert place.settle(folder / "moved" / "postgres") == folder / "elsewhere"
    assert (folder / "elsewhere" / "linked-from").read_text() == str(folder / "moved" / "postgres")


def test_settle_with_a_link_that_leads_nowhere_begins_anew(folder: Path) -> None:
    (folder / "postgres").symlink_to(folder / "gone")

    assert place.settle(folder / "postgres") == folder / "postgres"


@pytest.mark.parametrize("name", ["long" * 30, "a,b"])
def test_socket_folder_is_short_where_the_path_does_not_fit(name: str) -> None:
    assert place.socket_folder(Path("/srv", name), US).parent == place.SHORT


def test_socket_folder_is_beside_the_data_where_the_path_fits() -> None:
    assert place.socket_folder(Path("/srv/with space"), US) == Path("/srv/with space/socket")
