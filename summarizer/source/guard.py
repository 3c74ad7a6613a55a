"""Which addresses a page may be fetched from: the public internet, unless somebody says otherwise."""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
from collections.abc import Callable, Sequence

from summarizer.errors import SourceError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], Sequence[str]]
"""Host and port to numeric addresses, best first; OSError where there are none."""

# The IANA special-purpose registries, written out: `ipaddress.is_private` and `is_global` changed their
# minds between Python 3.10 and 3.13. The first that fits names the reason.
_CLOSED4 = tuple(
    (ipaddress.IPv4Network(network), label)
    for network, label in (
        ("169.254.169.254/32", "where clouds keep a machine's secrets"),
        ("168.63.129.16/32", "where clouds keep a machine's secrets"),
        ("0.0.0.0/8", "this machine"),
        ("127.0.0.0/8", "this machine"),
        ("10.0.0.0/8", "a private network"),
        ("172.16.0.0/12", "a private network"),
        ("192.168.0.0/16", "a private network"),
        ("100.64.0.0/10", "a provider's own network"),
        ("169.254.0.0/16", "this machine's own link"),
        ("192.0.0.0/24", "reserved"),
        ("192.0.2.0/24", "reserved"),
        ("192.88.99.0/24", "reserved"),
        ("198.18.0.0/15", "reserved"),
        ("198.51.100.0/24", "reserved"),
        ("203.0.113.0/24", "reserved"),
        ("224.0.0.0/4", "a multicast group"),
        ("240.0.0.0/4", "reserved"),
    )
)
_CLOSED6 = tuple(
    (ipaddress.IPv6Network(network), label)
    for network, label in (
        ("::1/128", "this machine"),
        ("::/128", "this machine"),
        ("::ffff:0:0/96", "an IPv4 address in the form of an IPv6 one"),
        ("fd00:ec2::254/128", "where clouds keep a machine's secrets"),
        ("fc00::/7", "a private network"),
        ("fe80::/10", "this machine's own link"),
        ("fec0::/10", "a private network"),
        ("ff00::/8", "a multicast group"),
        ("2001::/23", "a tunnel or reserved"),
        ("2001:db8::/32", "reserved"),
        ("2002::/16", "a tunnel"),
        ("3fff::/20", "reserved"),
    )
)
_GLOBAL6 = ipaddress.IPv6Network("2000::/3")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def closed(address: Address) -> str | None:
    """Say what makes an address one that strangers' links must not reach, None for a public one.

    IPv6 is closed outside 2000::/3. A NAT64 address, by which networks without IPv4 reach the rest
    of the world, is judged by the IPv4 address in it; every other way to wrap one is closed.
    """
    if isinstance(address, ipaddress.IPv4Address):
        return next((label for network, label in _CLOSED4 if address in network), None)
    if address in _NAT64:
        return closed(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    for network, label in _CLOSED6:
        if address in network:
            return label
    return None if address in _GLOBAL6 else "reserved"


def lookup(host: str, port: int) -> Sequence[str]:
    """Ask the system's resolver."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def addresses(
    host: str, port: int, resolve: Resolver, *, allow_private: bool, seconds: float
) -> tuple[str, ...]:
    """Resolve a host once, and give its addresses back only if every one of them may be reached.

    A name with public and private addresses is refused whole: it is how rebinding looks. Raises
    SourceError for that, for a name without an address, and for a resolver that takes too long.
    """
    found = _resolved(host, port, resolve, seconds)
    made: list[str] = []
    for text in found:
        address = ipaddress.ip_address(text.partition("%")[0])
        if not allow_private and (reason := closed(address)) is not None:
            where = "is" if text == host else f"leads to {address}, which is"
            raise SourceError(
                f"{host!r} {where} {reason}; only public addresses are fetched",
                hint="--allow-private, if you trust the page and whoever linked to it",
            )
        made.append(text)
    return tuple(made)


def _resolved(host: str, port: int, resolve: Resolver, seconds: float) -> Sequence[str]:
    """Resolve in a thread: a resolver knows no deadline of its own."""
    answer: queue.SimpleQueue[Sequence[str] | BaseException] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answer.put(resolve(host, port))
        except BaseException as error:  # noqa: BLE001 - raised again where it was asked
            answer.put(error)

    threading.Thread(target=ask, daemon=True, name="resolve").start()
    try:
        found = answer.get(timeout=max(seconds, 0.0))
    except queue.Empty:
        raise SourceError(f"no address was found for {host!r} in time", hint="try again later") from None
    if isinstance(found, BaseException) and not isinstance(found, (OSError, UnicodeError)):
        raise found
    if isinstance(found, BaseException) or not found:
        raise SourceError(
            f"{host!r} has no address", hint="check its spelling, and that this machine is connected"
        ) from (found if isinstance(found, BaseException) else None)
    return found
