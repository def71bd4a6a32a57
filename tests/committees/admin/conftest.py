import pytest
from django.test import Client

from committees.models import User
from tests.builders import make_clerk


@pytest.fixture
def clerk(db: None) -> User:
    return make_clerk(username="asha")


@pytest.fixture
def desk(client: Client, clerk: User) -> Client:
    """A browser in which the clerk is signed in."""
    client.force_login(clerk)
    return client
