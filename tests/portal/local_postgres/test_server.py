import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from portal.local_postgres import processes
from portal.local_postgres import server as server_module
from portal.local_postgres.account import Account
from portal.local_postgres.server import Server, ServerError

from .conftest import Script, stop, wait_until

USE = """
    import sys, time
    from pathlib import Path
    from portal.local_postgres.server import Server
    server = Server(Path(sys.argv[1]))
    server.ensure()
    print(server.process(), flush=True)
    time.sleep(60)
"""


def value(server: Server, query: str) -> object:
    with server.connect() as connection:
        row = connection.execute(query).fetchone()
    return row[0] if row else None


def running_process(server: Server) -> int:
    pid = server.process()
    assert pid is not None
    return pid


def kill(server: Server) -> None:
    pid = running_process(server)
    os.kill(pid, signal.SIGKILL)
    assert wait_until(lambda: server.process() is None)


def test_server_listens_on_no_network_and_sorts_by_code_point(server: Server) -> None:
    assert value(server, "SHOW listen_addresses") == ""
    assert value(server, "SELECT string_agg(w, '' ORDER BY w) FROM unnest(ARRAY['b', 'a', 'B', 'é']) w") == "Babé"


def test_server_does_not_run_as_root(server: Server) -> None:
    assert Path(f"/proc/{running_process(server)}").stat().st_uid == server.account.uid != 0


def test_ensure_again_keeps_the_same_process(server: Server) -> None:
    before = server.process()

    Server(server.root).ensure()

    assert server.process() == before


def test_ensure_after_the_server_was_killed_starts_it_with_its_rows(server: Server) -> None:
    with server.connect() as connection:
        connection.execute("CREATE TABLE kept AS SELECT 42 AS number")
    kill(server)

    server.ensure()

    assert value(server, "SELECT number FROM kept") == 42


def test_ensure_by_two_processes_at_once_starts_one_server(folder: Path, script: Script) -> None:
    root = folder / "postgres"

    users = [script(USE, root) for _ in range(2)]

    pids = {user.stdout.readline() for user in users if user.stdout}
    assert pids == {f"{Server(root).process()}\n"}


def test_stop_if_unused_leaves_a_server_that_another_process_uses(server: Server, script: Script) -> None:
    user = script(USE, server.root)
    assert user.stdout
    assert user.stdout.readline()

    assert server.stop_if_unused() is False
    assert server.answers()

    user.kill()
    user.wait()
    assert server.stop_if_unused() is True
    assert server.process() is None


def test_server_stops_when_its_last_user_was_killed(root: Path, script: Script) -> None:
    user = script(USE, root)
    assert user.stdout
    pid = int(user.stdout.readline())

    user.kill()

    assert wait_until(lambda: not Path(f"/proc/{pid}").exists())


def test_ensure_with_a_recycled_process_id_starts_and_spares_that_process(server: Server) -> None:
    kill(server)
    stranger = subprocess.Popen(["sleep", "60"], user=server.account.uid)  # noqa: S607
    for note in (server.data / processes.NOTE, server.socket_folder / f".s.PGSQL.{server_module.PORT}.lock"):
        _, *rest = note.read_text().split("\n")
        note.write_text("\n".join([str(stranger.pid), *rest]))

    try:
        server.ensure()

        assert server.answers()
        server.stop_if_unused()
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_copied_checkout_gets_a_server_of_its_own(server: Server, folder: Path) -> None:
    subprocess.run(["cp", "-a", str(server.root), str(folder / "copy")], check=True)  # noqa: S607

    copy = Server(folder / "copy")
    copy.ensure()

    assert copy.answers()
    assert copy.process() != server.process()
    assert server.answers()
    copy.stop_if_unused()


def test_moved_checkout_starts_where_it_is_now(root: Path, folder: Path) -> None:
    before = Server(root)
    before.ensure()
    before.stop_if_unused()
    root.rename(folder / "moved")

    moved = Server(folder / "moved")
    moved.ensure()

    assert value(moved, "SHOW data_directory") == str(folder / "moved" / "data")
    moved.stop_if_unused()


def test_interrupted_making_of_the_database_is_begun_afresh(folder: Path) -> None:
    half = folder / "postgres" / "data.unfinished"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")
    server = Server(folder / "postgres")

    server.ensure()

    assert server.answers()
    assert not half.exists()
    server.stop_if_unused()


def test_long_path_has_its_socket_in_a_short_folder(folder: Path) -> None:
    server = Server(folder / ("long " * 12) / ("path " * 12) / "postgres")

    server.ensure()

    assert server.answers()
    assert len(str(server.socket_folder)) < 60
    server.stop_if_unused()
    shutil.rmtree(server.socket_folder)


def test_socket_cleared_away_comes_back(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_module, "SOCKET_PATIENCE", 0.1)
    (server.socket_folder / f".s.PGSQL.{server_module.PORT}").unlink()

    server.ensure()

    assert server.answers()


def test_full_disk_is_said_plainly(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(account: Account, command: list[str]) -> "subprocess.CompletedProcess[str]":
        return subprocess.CompletedProcess(command, 1, "initdb: error: could not write: No space left on device")

    server = Server(folder / "postgres")
    monkeypatch.setattr(server, "program", Path)
    monkeypatch.setattr(Account, "run", full)

    with pytest.raises(ServerError, match=r"^The disk is full: free some space"):
        server.ensure()


def test_server_that_cannot_start_shows_its_last_words(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    stop(server.root)
    monkeypatch.setattr(server_module, "LAUNCHES", 1)
    (server.data / "PG_VERSION").write_text("9.6\n")

    with pytest.raises(ServerError, match=r"did not start:(.|\n)*initialized by PostgreSQL version 9\.6"):
        server.ensure()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_folder_that_cannot_be_written_is_said_plainly(folder: Path) -> None:
    folder.chmod(0o500)

    with pytest.raises(ServerError, match="belongs to another account"):
        Server(folder / "postgres")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root steps down to another account")
def test_private_folder_of_root_is_not_loosened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portal.local_postgres.place.ELSEWHERE", folder)
    private = folder / "private"
    private.mkdir(mode=0o700)
    server = Server(private / "postgres")

    server.ensure()

    assert server.answers()
    assert (private / "postgres").is_symlink()
    assert server.root.parent == folder
    assert private.stat().st_mode & 0o777 == 0o700
    server.stop_if_unused()
