"""What a site's refusal means, in one line, and what its reader can do."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from summarizer.errors import SourceError

PASTE = "open it in a browser, copy the article, and paste it into a file or standard input (-)"

_SAID = {
    401: "asks for a name and a password",
    402: "asks to be paid",
    403: "does not give it out to this program",
    404: "has no such page",
    407: "asks for a proxy's password",
    410: "had this page and has taken it away",
    429: "was asked too often",
    451: "may not show it, for legal reasons",
}
_HINTS = {
    404: "check the address; it may have been cut when it was copied",
    410: "look for a copy in an archive, and paste that",
    451: "find the article elsewhere, and paste it",
}


def refusal(status: int, headers: Mapping[str, str], url: str, host: str) -> SourceError:
    """Make the error for an answer that is no page."""
    said = _SAID.get(status)
    hint = _HINTS.get(status, PASTE)
    if said is None:
        said = "has trouble of its own" if status >= 500 else "gave no page"
    if status >= 500 or status == 429:
        wait = headers.get("retry-after", "")
        later = f"try again in {int(wait):,} s" if wait.isdecimal() and len(wait) < 7 else "try again later"
        hint = f"{later}, or {PASTE}"
    return SourceError(f"{url}: {host} {said} ({_named(status)})", hint=hint)


def _named(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
