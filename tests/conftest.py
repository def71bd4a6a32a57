from pathlib import Path

import hypothesis
import pytest
from django.conf import settings as site_settings
from django.db import connections
from django.test import TransactionTestCase
from pytest_django import DjangoDbBlocker

from tests import databases

# How long an example takes tells of the machine; the whole has a quarter of an hour
hypothesis.settings.register_profile("tests", deadline=None, max_examples=60)
hypothesis.settings.load_profile("tests")


def pytest_configure(config: pytest.Config) -> None:
    site_settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise warns where there is none
    TransactionTestCase._fixture_teardown = databases.empty_tables  # type: ignore[attr-defined]
    if not hasattr(config, "workerinput"):
        databases.number_this_run(site_settings.DATA_DIR)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest,
    django_db_modify_db_settings_parallel_suffix: None,
    django_db_blocker: DjangoDbBlocker,
) -> None:
    databases.adapt(connections["default"].settings_dict)
    databases.drop_with_sessions(connections["default"])
    with django_db_blocker.unblock():
        databases.start_from_template(
            connections["default"], site_settings.DATA_DIR, kept=bool(request.config.getvalue("reuse_db"))
        )


@pytest.fixture(autouse=True)
def own_folders(settings: object, tmp_path: Path) -> None:
    """No test writes where the site keeps its files, images and index."""
    settings.STORAGES = {  # type: ignore[attr-defined]
        **settings.STORAGES,  # type: ignore[attr-defined]
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "files"},
        },
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.IMAGES_DIR = tmp_path / "images"  # type: ignore[attr-defined]
    settings.SEARCH_INDEX_DIR = tmp_path / "search"  # type: ignore[attr-defined]
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def own_synonyms() -> None:
    """No test finds by the synonyms that this process read in another."""
    from documents.search.synonyms import forget_synonyms

    forget_synonyms()
