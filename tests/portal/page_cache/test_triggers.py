import threading
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connection, connections, models, transaction
from pghistory.models import Event

from committees.models import Council, Ward
from portal.models import Edition
from portal.page_cache.triggers import TRIGGER
from tests.builders import make_committee, make_ward

# What no page that the public reads is made of
STAFF_ONLY = {
    "committees_agendatemplate",
    "committees_deleteddraft",
    "committees_dutyrecord",
    "committees_executivenotice",
    "committees_minutesdraft",
    "committees_publicchange",
    "committees_signinevent",
    "committees_templateitem",
    "committees_templatesection",
    "committees_trailhead",
    "committees_traillink",
    "committees_trailshape",
    "committees_user",
    "committees_user_groups",
    "committees_user_user_permissions",
    "documents_alertsent",
    "documents_chosenfile",
    "documents_emptysearch",
    "documents_finding",
    "documents_invitation",
    "documents_packupload",
    "documents_problemreport",
    "documents_proposal",
    "documents_reading",
    "documents_releaserequest",
    "documents_subscription",
    "documents_versioncheck",
    "documents_waitingcorrection",
    "documents_waitingrecord",
    "portal_edition",
}


def editions() -> set[str]:
    return {str(token) for token in Edition.objects.values_list("token", flat=True)}


def tables_of(label: str) -> Iterator[str]:
    models_: list[type[models.Model]] = list(apps.get_app_config(label).get_models(include_auto_created=True))
    return (model._meta.db_table for model in models_ if not issubclass(model, Event))


@pytest.mark.django_db
def test_every_table_makes_editions_or_is_staff_only() -> None:
    """A new table: name it to portal.page_cache.triggers.shown in its migration, or above if no page is made of it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = %s", [TRIGGER])
        shown = {table for (table,) in cursor.fetchall()}
    every = {table for label in ("committees", "documents", "portal") for table in tables_of(label)}
    assert shown | STAFF_ONLY == every
    assert not shown & STAFF_ONLY


@pytest.mark.django_db
@pytest.mark.parametrize("alter", ["save", "update", "delete", "bulk_create", "sql"])
def test_change_by_any_door_makes_an_edition(alter: str) -> None:
    ward = make_ward(name="Hill")
    with connection.cursor() as cursor:  # as if that had been committed
        cursor.execute("SELECT set_config('portal.edition', '', true)")
    before = editions()
    match alter:
        case "save":
            ward.save()
        case "update":
            Ward.objects.filter(pk=ward.pk).update(name="Dale")
        case "delete":
            ward.delete()
        case "bulk_create":
            Ward.objects.bulk_create([Ward(name="Vale", slug="vale")])
        case "sql":
            with connection.cursor() as cursor:
                cursor.execute("UPDATE committees_ward SET name = 'Moor'")
    assert len(editions()) == 1
    assert editions() != before


@pytest.mark.django_db(transaction=True)
def test_edition_is_of_what_is_committed_alone() -> None:
    make_ward()
    before = editions()
    with transaction.atomic():
        Council.objects.create(name="Never")
        transaction.set_rollback(True)
    assert editions() == before
    with transaction.atomic():
        with transaction.atomic():
            Council.objects.create(name="Never")
            transaction.set_rollback(True)
        Council.objects.create(name="After all")
    assert len(editions()) == 1
    assert editions() != before


@pytest.mark.django_db(transaction=True)
def test_each_of_two_writers_at_once_alters_the_edition_and_waits_for_no_other() -> None:
    """Also the one that began earlier and commits later."""
    make_ward()
    seen = [editions()]

    def write_meanwhile() -> None:
        make_committee()
        connections.close_all()

    def read_meanwhile() -> None:
        seen.append(editions())
        connections.close_all()

    with transaction.atomic():
        make_ward()
        other = threading.Thread(target=write_meanwhile)
        other.start()
        other.join(timeout=20)
        assert not other.is_alive()
        reader = threading.Thread(target=read_meanwhile)
        reader.start()
        reader.join(timeout=20)
    seen.append(editions())
    assert len({frozenset(edition) for edition in seen}) == 3
