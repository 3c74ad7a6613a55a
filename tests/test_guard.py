"""Which addresses are closed to what strangers link to."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import SourceError
from summarizer.source import guard

CLOSED = {
    "loopback": "127.0.0.1",
    "loopback, another": "127.8.9.10",
    "unspecified": "0.0.0.0",
    "private 10": "10.1.2.3",
    "private 172": "172.31.255.254",
    "private 192": "192.168.0.1",
    "provider's own": "100.64.0.1",
    "Alibaba metadata": "100.100.100.200",
    "link-local": "169.254.1.1",
    "metadata": "169.254.169.254",
    "Azure's host": "168.63.129.16",
    "Oracle metadata": "192.0.0.192",
    "documentation": "203.0.113.5",
    "benchmarks": "198.19.0.1",
    "multicast": "224.0.0.251",
    "reserved": "240.0.0.1",
    "broadcast": "255.255.255.255",
    "loopback 6": "::1",
    "unspecified 6": "::",
    "mapped loopback": "::ffff:127.0.0.1",
    "mapped public": "::ffff:8.8.8.8",
    "compatible": "::8.8.8.8",
    "NAT64 of a private": "64:ff9b::10.0.0.1",
    "NAT64 of metadata": "64:ff9b::169.254.169.254",
    "local NAT64": "64:ff9b:1::808:808",
    "unique local": "fd12:3456::1",
    "AWS metadata 6": "fd00:ec2::254",
    "link-local 6": "fe80::1",
    "site-local": "fec0::1",
    "multicast 6": "ff02::1",
    "6to4 of a private": "2002:a00:1::1",
    "Teredo": "2001:0:1::1",
    "documentation 6": "2001:db8::1",
    "not assigned": "4000::1",
}
PUBLIC = [
    "8.8.8.8",
    "1.1.1.1",
    "172.32.0.1",
    "100.128.0.1",
    "2606:4700::1111",
    "2a00:1450::1",
    "64:ff9b::8.8.8.8",
]


@pytest.mark.parametrize("text", CLOSED.values(), ids=CLOSED)
def test_an_address_that_is_not_the_public_internet_is_closed(text: str) -> None:
    assert guard.closed(ipaddress.ip_address(text))


@pytest.mark.parametrize("text", PUBLIC)
def test_a_public_address_is_open(text: str) -> None:
    """NAT64 is how a network without IPv4 reaches most news sites; refusing it would refuse them."""
    assert guard.closed(ipaddress.ip_address(text)) is None


@given(st.ip_addresses())
def test_whatever_the_standard_library_holds_to_be_private_is_closed(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    """The tables are our own because Python's differ between versions; they must not be laxer."""
    inside = address in ipaddress.ip_network("64:ff9b::/96") if address.version == 6 else False
    if not inside and (
        address.is_private or address.is_multicast or address.is_loopback or address.is_reserved
    ):
        assert guard.closed(address)


def _ask(host: str, answer: Sequence[str], *, allow_private: bool = False) -> tuple[str, ...]:
    return guard.addresses(host, 80, lambda *_: answer, allow_private=allow_private, seconds=2)


def test_a_name_with_one_private_address_among_public_ones_is_refused_whole() -> None:
    """Who connects to the next address when the first fails would end up inside."""
    with pytest.raises(SourceError, match=r"leads to 10\.0\.0\.7, which is a private network"):
        _ask("news.example", ("8.8.8.8", "10.0.0.7"))
    assert _ask("news.example", ("8.8.8.8", "10.0.0.7"), allow_private=True) == ("8.8.8.8", "10.0.0.7")


def test_a_link_local_address_with_a_zone_is_understood() -> None:
    with pytest.raises(SourceError, match="own link"):
        _ask("router.example", ("fe80::1%eth0",))


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f.1", "localhost"])
def test_the_disguises_of_loopback_are_refused(host: str) -> None:
    """The system's resolver reads old spellings of numbers; so the check comes after it, not before."""
    with pytest.raises(SourceError, match="this machine"):
        guard.addresses(host, 80, lambda *_: ("127.0.0.1",), allow_private=False, seconds=2)


def test_a_resolver_that_sleeps_is_not_waited_for() -> None:
    def sleeps(host: str, port: int) -> Sequence[str]:
        time.sleep(1)
        return ("8.8.8.8",)

    started = time.monotonic()
    with pytest.raises(SourceError, match="in time"):
        guard.addresses("slow.example", 80, sleeps, allow_private=False, seconds=0.1)
    assert time.monotonic() - started < 0.8


def test_a_name_without_an_address_is_said_to_have_none() -> None:
    with pytest.raises(SourceError, match="has no address"):
        guard.addresses("nobody.invalid", 80, guard.lookup, allow_private=False, seconds=5)
