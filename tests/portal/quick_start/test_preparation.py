from pathlib import Path

import pytest
from django.contrib.auth import authenticate, get_user_model
from pytest_django import Settings

from committees.models import Council
from portal.quick_start import preparation


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the commands that would have been called."""
    called: list[str] = []
    monkeypatch.setattr(preparation, "call_command", lambda name, **options: called.append(name))
    return called


@pytest.mark.django_db
def test_migrate_with_tables_up_to_date_does_nothing(commands: list[str]) -> None:
    preparation.migrate(print)

    assert commands == []


@pytest.mark.django_db
def test_sample_council_is_loaded_once(commands: list[str]) -> None:
    preparation.load_sample_council(print)
    Council.objects.create(name="Wexcombe")
    preparation.load_sample_council(print)

    assert commands == ["load_sample_council"]


@pytest.mark.django_db
def test_first_clerk_gets_a_password_to_be_changed() -> None:
    password = preparation.create_clerk()

    clerk = authenticate(username=preparation.CLERK, password=password)
    assert clerk is not None
    assert clerk.is_staff
    assert clerk.must_change_password


@pytest.mark.django_db
def test_second_run_creates_no_clerk() -> None:
    preparation.create_clerk()

    assert preparation.create_clerk() is None
    assert get_user_model().objects.count() == 1


def test_static_files_are_collected_again_only_when_one_changes(tmp_path: Path, settings: Settings) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "site.css").write_text("a {}")
    settings.STATICFILES_DIRS = [source]
    settings.STATIC_ROOT = tmp_path / "collected"

    said: list[str] = []
    preparation.collect_static(said.append)
    preparation.collect_static(said.append)
    (source / "site.css").write_text("a { color: red }")
    preparation.collect_static(said.append)

    assert said == ["Collecting the static files."] * 2
    assert (tmp_path / "collected" / "site.css").read_text() == "a { color: red }"
