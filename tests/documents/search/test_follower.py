import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.conf import settings as site
from django.core.management import call_command
from django.db import connection
from django.db.models.functions import Now
from django.utils import timezone

from committees.models import Committee, PublicChange, record_change
from documents.actions.papers import withdraw_document
from documents.management.commands import follow_changes
from documents.models import Document
from documents.search import SearchUnavailable, search
from documents.search.follower import Follower
from documents.search.index import Damaged, Generation, folder
from tests.builders import make_clerk, make_committee, make_item, make_meeting, make_paper
from tests.indexes import counts, follow, index_in, renewed, titles

pytestmark = pytest.mark.django_db(transaction=True)

RECORD = "INSERT INTO committees_publicchange (subject, subject_id, at) VALUES ('document', %s, now())"
WITHDRAW = "UPDATE documents_document SET withdrawn_at = now(), withdrawal_reason = 'Wrong file' WHERE id = %s"


def segment_files() -> list[Path]:
    name = folder.current_name()
    assert name is not None
    return sorted(path for path in (folder.root() / name).iterdir() if path.suffix in (".idx", ".term", ".store"))


def test_a_published_paper_is_found_after_the_next_look() -> None:
    follow()
    paper = make_paper(published_at=None, pages=("kingfisher",))
    renewed(paper, published_at=timezone.now())
    assert titles("kingfisher") == []

    follow()

    assert titles("kingfisher") == [paper.title]


def test_a_withdrawn_paper_leaves_the_index() -> None:
    paper = make_paper(pages=("kingfisher",))
    follow()
    withdraw_document(document=paper, by=make_clerk(), reason="It named a resident.")
    follow()
    PublicChange.objects.all().delete()

    assert counts(search(query="kingfisher")) == (0, 0)


def test_a_committee_that_is_hidden_takes_all_its_papers_along_and_brings_them_back() -> None:
    committee = make_committee()
    paper = make_paper(item=make_item(meeting=make_meeting(committee=committee)), pages=("kingfisher",))
    follow()
    for is_public, found in ((False, []), (True, [paper.title])):
        Committee.objects.filter(pk=committee.pk).update(is_public=is_public)
        record_change(PublicChange.Subject.COMMITTEE, committee.pk)
        if not is_public:
            assert counts(search(query="kingfisher")) == (0, 0)
        follow()

        assert titles("kingfisher") == found


def test_a_committee_renamed_leaves_its_papers_to_be_found_meanwhile() -> None:
    committee = make_committee(name="Wetlands Panel")
    paper = make_paper(item=make_item(meeting=make_meeting(committee=committee)), pages=("kingfisher",))
    follow()
    Committee.objects.filter(pk=committee.pk).update(name="Rivers Panel")
    record_change(PublicChange.Subject.COMMITTEE, committee.pk)

    assert titles("kingfisher") == [paper.title]
    assert titles("wetlands kind:committee") == []
    follow()
    assert titles("rivers kind:committee") == ["Rivers Panel"]


def test_a_paper_no_longer_listed_at_a_changed_meeting_is_renewed() -> None:
    paper = make_paper(pages=("kingfisher",))
    follow()
    meeting = paper.listings.get().meeting_id
    paper.listings.all().delete()
    record_change(PublicChange.Subject.MEETING, meeting)

    assert counts(search(query="kingfisher")) == (0, 0)
    follow()
    PublicChange.objects.all().delete()
    assert counts(search(query="kingfisher")) == (0, 0)


def test_a_paper_whose_time_has_come_is_found_without_any_change() -> None:
    paper = make_paper(pages=("kingfisher",), published_at=timezone.now() + timedelta(hours=1))
    follow()
    assert titles("kingfisher") == []

    Document.objects.filter(pk=paper.pk).update(published_at=Now())  # which no PublicChange tells
    follow()

    assert titles("kingfisher") == [paper.title]


def test_a_change_slipped_in_by_an_earlier_transaction_is_applied_too() -> None:
    follow()
    papers = [make_paper(title=title, published_at=None, pages=("kingfisher",)) for title in ("Early", "Late")]
    other = connection.copy()
    try:
        other.set_autocommit(False)
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_current_xact_id()")  # the earlier number, committed last
            renewed(papers[1], published_at=timezone.now())
            follow()
            assert titles("kingfisher") == ["Late"]
            cursor.execute("UPDATE documents_document SET published_at = now() WHERE id = %s", [papers[0].pk])
            cursor.execute(RECORD, [papers[0].pk])
        other.commit()
    finally:
        other.close()
    follow()

    assert sorted(titles("kingfisher")) == ["Early", "Late"]


def test_a_withdrawal_by_an_earlier_transaction_is_left_out_before_it_is_applied() -> None:
    paper = make_paper(pages=("kingfisher",))
    follow()
    other = connection.copy()
    try:
        other.set_autocommit(False)
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_current_xact_id()")
            renewed(make_paper())
            follow()
            cursor.execute(
                "UPDATE documents_document SET withdrawn_at = now(), withdrawal_reason = 'Wrong' WHERE id = %s",
                [paper.pk],
            )
            cursor.execute(
                "INSERT INTO committees_publicchange (subject, subject_id, at) VALUES ('document', %s, now())",
                [paper.pk],
            )
        other.commit()
    finally:
        other.close()

    with patch("documents.search.asked.Searcher.leave_out", side_effect=AssertionError("The index showed it.")):
        assert counts(search(query="kingfisher")) == (0, 0)


def test_two_followers_with_a_folder_each_are_both_right(settings: Any, tmp_path: Path) -> None:
    gone, kept = make_paper(title="Gone", pages=("kingfisher",)), make_paper(title="Kept", pages=("kingfisher",))
    follow()
    with index_in(settings, tmp_path / "other"):
        follow()
    withdraw_document(document=gone, by=make_clerk(), reason="It named a resident.")
    follow()

    assert titles("kingfisher") == ["Kept"]
    with index_in(settings, tmp_path / "other"):
        assert titles("kingfisher") == ["Kept"]
        follow()
        assert titles("kingfisher") == [kept.title]


def test_without_an_index_search_is_unavailable_until_it_is_built() -> None:
    make_paper(title="A", pages=("kingfisher",))
    with pytest.raises(SearchUnavailable):
        search(query="kingfisher")

    follow()

    assert titles("kingfisher") == ["A"]


def test_an_index_of_another_version_is_built_afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    make_paper(title="A", pages=("kingfisher",))
    follow()
    before = folder.current_name()
    monkeypatch.setattr("documents.search.index.folder.VERSION", "2")
    with pytest.raises(SearchUnavailable):
        search(query="kingfisher")
    monkeypatch.setattr("documents.search.index.writer.VERSION", "2")
    follow()

    assert folder.current_name() != before
    assert titles("kingfisher") == ["A"]


def test_an_index_of_another_database_answers_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    make_paper(title="A", pages=("kingfisher",))
    monkeypatch.setattr("documents.search.outbox.MOMENT", "SELECT 'another', 1::bigint, statement_timestamp()")
    follow()
    monkeypatch.undo()

    with pytest.raises(SearchUnavailable):
        search(query="kingfisher")
    follow()
    assert titles("kingfisher") == ["A"]


def delete_folder() -> None:
    shutil.rmtree(folder.root())


def delete_a_file() -> None:
    segment_files()[0].unlink()


def truncate_a_file() -> None:
    path = next(path for path in segment_files() if path.suffix == ".store")
    path.write_bytes(path.read_bytes()[:-30])


def spoil_a_file() -> None:
    """A fresh file of the same size in its place, so that readers who have the old one open are left in peace."""
    path = next(path for path in segment_files() if path.suffix == ".idx")
    content = path.read_bytes()
    spoilt = path.with_name("spoilt")
    spoilt.write_bytes(os.urandom(len(content) - 200) + content[-200:])
    spoilt.replace(path)


def spoil_the_list_of_files() -> None:
    name = folder.current_name()
    assert name is not None
    (folder.root() / name / "meta.json").write_text("{")


def leave_no_list_of_files() -> None:
    (segment_files()[0].parent / "meta.json").write_text("[]")


@pytest.mark.parametrize(
    "damage",
    [
        delete_folder,
        delete_a_file,
        truncate_a_file,
        spoil_a_file,
        spoil_the_list_of_files,
        leave_no_list_of_files,
    ],
)
@pytest.mark.parametrize("running", [True, False])
def test_a_damaged_index_is_built_afresh(damage: Any, running: bool) -> None:
    make_paper(title="A", pages=("kingfisher",))
    with Follower() as follower:
        follower.catch_up()
        before = folder.current_name()
        if running:
            damage()
            follower.catch_up()
    if not running:
        damage()
        follow()

    assert folder.current_name() not in (None, before)
    assert titles("kingfisher") == ["A"]


def test_a_reader_of_a_damaged_index_says_so_and_the_follower_checks() -> None:
    make_paper(title="A", pages=("kingfisher",))
    follow()
    delete_a_file()
    with pytest.raises(SearchUnavailable):
        search(query="kingfisher")
    assert (folder.root() / "damaged").exists()

    follow()

    assert titles("kingfisher") == ["A"]
    assert not (folder.root() / "damaged").exists()


@pytest.mark.parametrize("name", [b"\xb8\xff\x00", b"../../etc", b"", b"v0_nowhere"])
def test_a_name_of_the_index_in_force_that_cannot_be_read_is_none(name: bytes) -> None:
    make_paper(title="A", pages=("kingfisher",))
    follow()
    (folder.root() / "current").write_bytes(name)

    with pytest.raises(SearchUnavailable):
        search(query="kingfisher")

    follow()
    assert titles("kingfisher") == ["A"]


@pytest.mark.parametrize("note", ["[null, 1, 2]", '[["a"], {}, 3]', '["a", {}, 3]', "[]", "{", "null", "\ufffd"])
def test_a_note_of_what_was_being_built_that_says_nothing_is_not_gone_on_with(note: str) -> None:
    make_paper(title="A", pages=("kingfisher",))
    folder.root().mkdir(parents=True, exist_ok=True)
    (folder.root() / "building").write_text(note)

    assert folder.rebuild_progress() is None

    follow()
    assert titles("kingfisher") == ["A"]


def test_a_false_report_of_damage_changes_nothing() -> None:
    make_paper(title="A", pages=("kingfisher",))
    follow()
    before = folder.current_name()
    assert before is not None
    folder.report_damage(before)
    follow()

    assert folder.current_name() == before
    assert titles("kingfisher") == ["A"]


def test_a_full_disk_leaves_the_old_index_in_force(monkeypatch: pytest.MonkeyPatch) -> None:
    make_paper(title="A", pages=("kingfisher",))
    follow()
    before = folder.current_name()

    def full(*args: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("documents.search.index.writer.Generation.commit", full)
    with pytest.raises(OSError, match="No space left"), Follower() as follower:
        follower.rebuild()

    assert folder.current_name() == before
    assert titles("kingfisher") == ["A"]


def test_what_an_attempt_left_is_removed_before_another_is_begun() -> None:
    left = folder.root() / "left_by_an_attempt"
    left.mkdir(parents=True)

    disk_is_full = patch.object(Generation, "create", side_effect=Damaged("No space left on device"))
    with Follower() as follower, disk_is_full, pytest.raises(Damaged):
        follower.rebuild()

    assert not left.exists()


def test_only_one_follower_writes_a_folder() -> None:
    with folder.follower_lock(wait=False) as first, folder.follower_lock(wait=False) as second:
        assert (first, second) == (True, False)


def test_rebuild_search_builds_afresh() -> None:
    make_paper(title="A", pages=("kingfisher",))
    follow()
    before = folder.current_name()
    call_command("rebuild_search")

    assert folder.current_name() != before
    assert titles("kingfisher") == ["A"]


def test_rebuild_search_beside_a_follower_asks_it_to() -> None:
    make_paper(title="A", pages=("kingfisher",))
    follow()
    before = folder.current_name()
    with folder.follower_lock(wait=False):
        call_command("rebuild_search")
    assert folder.current_name() == before
    call_command("follow_changes", once=True)

    assert folder.current_name() != before
    assert titles("kingfisher") == ["A"]


class TestProcess:
    @pytest.fixture
    def start(self) -> Iterator[Any]:
        started: list[subprocess.Popen[bytes]] = []

        def start() -> subprocess.Popen[bytes]:
            database = connection.settings_dict
            environment = {
                **os.environ,
                "SEARCH_INDEX_DIR": str(folder.root()),
                "DJANGO_SETTINGS_MODULE": "portal.settings",
            }
            code = (
                "import django; from django.conf import settings; "
                f"settings.DATABASES['default']['NAME'] = {database['NAME']!r}; django.setup(); "
                "from django.core.management import call_command; call_command('follow_changes')"
            )
            process = subprocess.Popen([sys.executable, "-c", code], cwd=site.BASE_DIR, env=environment)
            started.append(process)
            return process

        yield start
        for process in started:
            process.kill()
            process.wait()

    def test_a_follower_killed_again_and_again_leaves_a_right_index(self, start: Any) -> None:
        papers = [make_paper(title=f"Paper {n}", pages=("kingfisher",) * 3) for n in range(40)]
        clerk = make_clerk()
        for number, wait in enumerate((0.7, 1.1, 1.4, 1.7, 2.0)):
            process = start()
            for paper in papers[number * 4 : number * 4 + 4]:
                withdraw_document(document=paper, by=clerk, reason="Wrong file.")
                time.sleep(wait / 4)
            process.send_signal(signal.SIGKILL)
            process.wait()
        follow()
        PublicChange.objects.all().delete()

        assert counts(search(query="kingfisher")) == (60, 20)

    def test_a_running_follower_applies_changes_and_ends_when_told(self, start: Any) -> None:
        follow()
        process = start()
        assert publish_and_find("heron", within=60) < 60  # it has started
        assert publish_and_find("kingfisher", within=60) < 60
        process.terminate()

        assert process.wait(30) == 0


def publish_and_find(word: str, within: float = 0) -> float:
    """Seconds from the publication of a paper with the word to the moment a search finds it, at most `within`."""
    found = len(titles(word))
    renewed(make_paper(published_at=None, pages=(word,)), published_at=timezone.now())
    start = time.monotonic()
    while len(titles(word)) == found and time.monotonic() < start + within:
        time.sleep(0.05)
    return time.monotonic() - start


def test_a_fault_that_nobody_foresaw_does_not_end_the_follower(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow_changes, "AFTER_FAILURE", 0.01)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    looks: list[int] = []

    class Faulty:
        def catch_up(self) -> None:
            looks.append(1)
            if len(looks) > 2:
                raise KeyboardInterrupt
            raise ZeroDivisionError

    with pytest.raises(KeyboardInterrupt):
        follow_changes.follow_until_stopped(Faulty())  # type: ignore[arg-type]

    assert len(looks) == 3
