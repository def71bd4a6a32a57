"""Where papers are taken, as the public knows it."""

import pytest

from documents.models import Document, Listing
from tests.portal.test_leaks import HIDINGS, make_scene

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["nothing hidden", *HIDINGS])
def test_public_listings_of_public_papers_are_asked_for_in_either_way(name: str) -> None:
    scene = make_scene()
    if name in HIDINGS:
        HIDINGS[name].hide(scene)

    found = set(Listing.objects.of_public_papers().values_list("pk", flat=True))

    right = Listing.objects.public().filter(document__in=Document.objects.public())
    assert found == set(right.values_list("pk", flat=True))
    assert (scene.hidden.pk in Document.objects.public().values_list("pk", flat=True)) == (name == "nothing hidden")
