import http.server
import socket
import threading
import time
from pathlib import Path

import pytest

from portal.quick_start import site


def test_listen_takes_the_next_free_port_when_none_is_wished(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server((site.HOST, 0)) as taken:
        monkeypatch.setattr(site, "USUAL_PORT", taken.getsockname()[1])
        with site.listen("") as listener:
            assert listener.getsockname()[1] > taken.getsockname()[1]


def test_listen_on_a_wished_port_that_is_taken_says_so() -> None:
    with socket.create_server((site.HOST, 0)) as taken:
        port = str(taken.getsockname()[1])
        with pytest.raises(site.Unavailable, match=f"Port {port} cannot be used: Address already in use"):
            site.listen(port)


@pytest.mark.parametrize("wish", ["web", "0", "70000", "-1"])
def test_listen_refuses_what_is_no_port(wish: str) -> None:
    with pytest.raises(site.Unavailable, match="no port number"):
        site.listen(wish)


def test_only_one_site_runs_on_a_folder_of_data(tmp_path: Path) -> None:
    first, second = site.OnlySite(tmp_path), site.OnlySite(tmp_path)

    assert first.take()
    first.note("http://127.0.0.1:8000")

    assert not second.take()
    assert second.noted() == "http://127.0.0.1:8000"
    first.release()
    assert second.take()
    second.release()


def test_knock_does_not_wait_for_a_site_that_is_starting() -> None:
    with site.listen("") as listener:
        knock = site.Knock(site.address_of(listener))
        begun = time.monotonic()

        assert knock.status() is None
        assert time.monotonic() - begun < 0.5
        knock.connection.close()


def test_knock_gives_the_status_of_the_answer() -> None:
    with http.server.ThreadingHTTPServer((site.HOST, 0), http.server.BaseHTTPRequestHandler) as server:
        threading.Thread(target=server.handle_request).start()
        knock = site.Knock(f"http://{site.HOST}:{server.server_port}")
        deadline = time.monotonic() + 5

        while (status := knock.status()) is None and time.monotonic() < deadline:
            time.sleep(0.01)

        assert status == 501
        knock.connection.close()
