"""The browser: Debian's Chromium, or the one that CHROMIUM names."""

import os
import shutil
from typing import Any

import pytest

# The browser's own event loop runs in the thread of the tests, where Django would otherwise refuse the database
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",  # it refuses to run as root with one
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium() -> str | None:
    """The path of the browser, or None where there is none."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    path = chromium()
    if path:
        return {**browser_type_launch_args, "executable_path": path, "args": list(ARGUMENTS)}
    reason = "no Chromium found: apt-get install chromium, or set CHROMIUM to the path of one"
    if os.environ.get("REQUIRE_BROWSER"):
        pytest.fail(reason)
    pytest.skip(reason)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-guide-pictures", action="store_true", help="make the pictures of the guides afresh")
