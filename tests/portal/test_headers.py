import re

import pytest
from django.test import Client

from tests.builders import make_paper

pytestmark = pytest.mark.django_db

ADDRESSES = ["/", "/papers/", "/meetings/", "/no/such/page/", "/robots.txt", "/sign-in/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_has_the_safety_headers(client: Client, address: str) -> None:
    headers = client.get(address).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_policy_allows_nothing_inline_and_nothing_from_elsewhere(client: Client, address: str) -> None:
    policy = client.get(address)["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"https?:|\*", policy)


def test_pages_hold_no_inline_script_style_or_handler(client: Client) -> None:
    paper = make_paper()
    for address in (*ADDRESSES, f"{paper.get_absolute_url()}?q=words"):
        page = client.get(address).text
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=\"|javascript:", page), address
