"""Times as files and feeds write them."""

from __future__ import annotations

import email.utils
import re
from datetime import datetime, timezone

from summarizer.source import facts

_EPOCH = re.compile(r"\d{9,10}(?:\d{3})?(?:\.\d+)?")
_MILLISECONDS = 100_000_000_000


def moment(value: object) -> datetime | None:
    """Read ISO 8601, the form of mail (RFC 5322), or seconds since 1970; None for anything else.

    >>> moment("Tue, 18 Mar 2031 19:42:00 +0100").isoformat()
    '2031-03-18T19:42:00+01:00'
    >>> moment(1931625720).isoformat()
    '2031-03-18T18:42:00+00:00'
    """
    if isinstance(value, datetime):
        return value
    if isinstance(value, bool) or value is None:
        return None
    text = str(value).strip()[:100]
    if _EPOCH.fullmatch(text):
        seconds = float(text)
        return datetime.fromtimestamp(seconds / 1000 if seconds > _MILLISECONDS else seconds, timezone.utc)
    found = facts.moment(text)
    if found is not None:
        return found
    try:
        return email.utils.parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
