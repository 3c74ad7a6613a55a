"""Fetch the one page a person named, straight from its site, and nothing that it leads to by stealth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import OutputError, SourceError
from summarizer.source import guard, robots, statuses
from summarizer.version import version

if TYPE_CHECKING:
    import httpx2

    from summarizer.source import dial

HOPS = 8
"""Redirects that are followed; browsers take 20, and pages that people link to need three at most."""

SECONDS = 30.0
"""From the first look-up to the last byte, redirects and robots.txt included."""

LONGEST = 4_000
"""Characters of an address; what is longer is data and no address."""

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_USERINFO = re.compile(r"(?<=//)[^/?#]*@")
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Access:
    """What a fetch may do and what becomes of the bytes.

    `allow_private` lifts every restriction on addresses; `ignore_robots` leaves robots.txt unread.
    `save` is a file for the bytes as fetched, which must not exist. `seconds` bounds the whole.
    """

    allow_private: bool = False
    ignore_robots: bool = False
    save: Path | None = None
    seconds: float = SECONDS
    resolve: guard.Resolver = guard.lookup


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came; `url` is where it came from after redirects, `charset` what its header names."""

    url: str
    host: str
    data: bytes
    charset: str | None
    markup: bool
    notices: tuple[str, ...]


def is_url(source: object) -> bool:
    """Say whether a source is an address and not a file: a string with a scheme and two slashes.

    >>> is_url("https://news.example/a"), is_url("page.txt"), is_url("C:/page.txt")
    (True, False, False)
    """
    return isinstance(source, str) and _SCHEME.match(source.strip()) is not None


def shown(source: str) -> str:
    """Make a source fit to be printed: an address without the name and password in it."""
    return _USERINFO.sub("", source) if is_url(source) else source


def fetch(url: str, access: Access | None = None) -> Fetched:
    """Fetch a page over http or https.

    Every hop is resolved once, checked, and connected to at the address that was checked. Raises
    SourceError, in one line, for whatever is no page; OutputError where it cannot be saved.
    """
    from summarizer.source import dial

    access = access or Access()
    if access.save is not None and access.save.exists():
        raise _not_overwritten(access.save)
    first = _parsed(url.strip())

    def checked(host: str, port: int, seconds: float) -> tuple[str, ...]:
        return guard.addresses(
            host, port, access.resolve, allow_private=access.allow_private, seconds=seconds
        )

    with dial.Session(checked, access.seconds, _agent()) as session:
        last, answer, notices = _followed(session, first, access)
    if access.save is not None:
        _save(access.save, answer.body)
    kind = answer.headers.get("content-type", "")
    charset = _CHARSET.search(kind)
    return Fetched(
        url=str(last),
        host=last.raw_host.decode("ascii"),
        data=answer.body,
        charset=charset[1].lower() if charset else None,
        markup=kind.partition(";")[0].strip().lower() in ("text/html", "application/xhtml+xml"),
        notices=notices,
    )


def _agent() -> str:

    return f"{robots.AGENT}/{version()} (fetches the page a person names)"


def _parsed(text: str, base: httpx2.URL | None = None) -> httpx2.URL:
    """Read an address, relative to `base` where it is a redirect's target."""
    import httpx2

    whose = "the address" if base is None else f"{base} redirects to an address that"
    if len(text) > LONGEST:
        raise SourceError(f"{whose} is longer than {LONGEST:,} characters", hint=statuses.PASTE)
    try:
        url = httpx2.URL(text) if base is None else base.join(text)
        host = url.raw_host
        if url.port is not None and url.port > 65_535:
            raise ValueError(f"there is no port {url.port}")
    except (httpx2.InvalidURL, ValueError, TypeError) as error:
        raise SourceError(f"{whose} cannot be read: {error}", hint="check the address") from error
    if url.scheme not in ("http", "https"):
        raise SourceError(
            f"{whose} begins with {url.scheme[:20]!r}; only http and https are fetched",
            hint="name the file by its path, or paste the text",
        )
    if url.userinfo:
        raise SourceError(
            f"{whose} holds a name or a password, and none is ever sent",
            hint="leave out what stands before the @; if the page needs it, paste the text",
        )
    if not host:
        raise SourceError(f"{whose} names no host", hint="check the address")
    return url.copy_with(fragment=None)


def _followed(
    session: dial.Session, first: httpx2.URL, access: Access
) -> tuple[httpx2.URL, dial.Answer, tuple[str, ...]]:
    from summarizer import source

    url, seen = first, [str(first)]
    notices: list[str] = []
    asked: dict[str, tuple[str, str | None]] = {}
    while True:
        if not access.ignore_robots:
            _ask_robots(session, url, access, asked)
        with _plainly(url, access):
            answer = session.get(url, source.LARGEST)
        if answer.status not in _REDIRECTS:
            break
        if (place := answer.headers.get("location")) is None:
            raise SourceError(f"{url}: the site redirects and does not say where to", hint=statuses.PASTE)
        after = _parsed(place.encode("latin-1").decode("utf-8", "replace").strip(), url)
        if str(after) in seen:
            raise SourceError(
                f"{first}: the site redirects in a circle, to {after}; cookies are not kept",
                hint=statuses.PASTE,
            )
        if len(seen) > HOPS:
            raise SourceError(f"{first}: the site redirects more than {HOPS} times", hint=statuses.PASTE)
        if (url.scheme, after.scheme) == ("https", "http"):
            notices.append(f"{after} came unencrypted, though the address asked for was not")
        seen.append(str(after))
        url = after
    if answer.status != 200:
        raise statuses.refusal(answer.status, answer.headers, str(url), url.raw_host.decode("ascii"))
    if url.raw_host.removeprefix(b"www.") != first.raw_host.removeprefix(b"www."):
        notices.append(f"{first} led to {url}")
    notices += [said for _, said in asked.values() if said is not None]
    return url, answer, tuple(notices)


def _ask_robots(
    session: dial.Session, url: httpx2.URL, access: Access, asked: dict[str, tuple[str, str | None]]
) -> None:
    """Raise SourceError where the site's robots.txt closes the page; each site is asked once."""
    site = f"{url.scheme}://{url.netloc.decode('ascii')}"
    if site not in asked:
        with _plainly(url, access):
            asked[site] = _robots(session, _parsed(f"{site}/robots.txt"))
    if not robots.allows(asked[site][0], url.raw_path.decode("ascii")):
        raise SourceError(
            f"{url}: {site}/robots.txt asks programs not to fetch it",
            hint=f"{statuses.PASTE}; or --ignore-robots, if the site's owner lets you",
        )


def _robots(session: dial.Session, place: httpx2.URL) -> tuple[str, str | None]:
    """Fetch a robots.txt, over five redirects at most; without one everything is open."""
    url = place
    for _ in range(6):
        answer = session.get(url, robots.LARGEST, clip=True)
        if answer.status not in _REDIRECTS or "location" not in answer.headers:
            break
        url = _parsed(answer.headers["location"].strip(), url)
    if answer.status == 200:
        return answer.body.decode("utf-8", "replace"), None
    if answer.status >= 500 or answer.status == 429:
        return "", f"{place} could not be read ({answer.status}), so it was not heeded"
    return "", None


@contextmanager
def _plainly(url: httpx2.URL, access: Access) -> Iterator[None]:
    """Turn what the wire can do to a request into one line."""
    import ssl

    import httpcore2

    from summarizer import source
    from summarizer.source import dial

    try:
        yield
    except dial.TooLarge:
        raise SourceError(
            f"{url} is larger than {source.LARGEST // 1_000_000} MB", hint=statuses.PASTE
        ) from None
    except dial.Broken as error:
        raise SourceError(f"{url} did not come whole: {error}", hint="try again later") from error
    except httpcore2.TimeoutException as error:
        raise SourceError(
            f"{url} did not come within {access.seconds:g} s", hint=f"try again later, or {statuses.PASTE}"
        ) from error
    except httpcore2.ConnectError as error:
        cause = error.args[0] if error.args else error
        if isinstance(cause, ssl.SSLError):
            why = getattr(cause, "verify_message", None) or cause.reason or "the handshake failed"
            raise SourceError(
                f"{url}: no safe connection to {url.host!r}: {why}", hint=statuses.PASTE
            ) from error
        raise SourceError(
            f"{url}: {url.host!r} cannot be reached: {_reason(cause)}",
            hint="check the address, and that this machine is connected; proxies are not used",
        ) from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        raise SourceError(
            f"{url} did not come whole: {str(error)[:200] or 'the connection broke'}",
            hint=f"try again later, or {statuses.PASTE}",
        ) from error


def _reason(error: object) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__


def _not_overwritten(place: Path) -> OutputError:
    return OutputError(f"{str(place)!r} is there already", hint="--save-source with another name")


def _save(place: Path, data: bytes) -> None:
    """Write a new file, whole or not at all; one that is there is left alone."""
    try:
        with place.open("xb") as stream:
            try:
                stream.write(data)
                stream.flush()
            except OSError:
                place.unlink(missing_ok=True)
                raise
    except FileExistsError as error:
        raise _not_overwritten(place) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise OutputError(
            f"cannot write {str(place)!r}: {reason}", hint="--save-source with a place you may write to"
        ) from error
