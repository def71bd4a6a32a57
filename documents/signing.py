"""Words beside which people sign. Pure; the PDF child uses it too."""

import re

SIGNED = re.compile(
    r"\b(?:sign(?:ed|ature)\b|authorised by|approved by|cleared by|clearance|yours (?:sincerely|faithfully|truly)|"
    r"(?:kind|best|warm) regards|on behalf of|witness(?:ed)? by|certified by)",
    re.IGNORECASE,
)
