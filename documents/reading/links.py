"""Hyperlinks of a paper: which addresses may be followed, and where in a text they lie.

A block or list item has "links": [[start, end, address], …], places in its "text". A table has
[[row, column, start, end, address], …], and a block of lines [[line, start, end, address], …].
"""

import re
from urllib.parse import urlsplit

LONGEST_ADDRESS = 2_000
# What ends an address, or is read in one way by one program and in another by the next.
UNSAFE = re.compile(r"[\x00-\x20\x7f\s<>\"\\]")
EMAIL = re.compile(r"[\w.+&-]{1,64}@[\w-]+(?:\.[\w-]+)+")


def safe_address(address: str) -> str:
    """The address, if it is one of the web or of email that may be shown as a link; else "".

    An email link keeps its address alone: what it would write in the reader's name is dropped.
    """
    address = address.strip()
    if not address or len(address) > LONGEST_ADDRESS or UNSAFE.search(address):
        return ""
    if address[:7].lower() == "mailto:":
        email = address[7:].split("?", 1)[0]
        return f"mailto:{email}" if EMAIL.fullmatch(email) else ""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        return ""
    return address
