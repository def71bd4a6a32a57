"""The labels that stand beside the particulars of a meeting."""

import re

VENUE_LABEL = re.compile(r"^(?:meeting )?(?:venue|place|location|where|lleoliad)\b\s*[:\-–]?\s*", re.IGNORECASE)
DATE_LABEL = re.compile(
    r"^(?:meeting )?(?:date(?: (?:and|&) time)?(?: of meeting)?|when|on|dyddiad|day)\b\s*[:\-–]?\s*", re.IGNORECASE
)
TIME_LABEL = re.compile(r"^(?:meeting |start )?(?:time|amser)\b\s*[:\-–]?\s*", re.IGNORECASE)
