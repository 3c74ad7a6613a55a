"""What a site's robots.txt says of one page, read as RFC 9309 has it."""

from __future__ import annotations

import re
from collections.abc import Iterator

AGENT = "summarizer"
"""The product token by which a robots.txt can name this program."""

LARGEST = 500 * 1024
"""Bytes of a robots.txt that are read; the RFC asks for at least so many."""

_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

Rule = tuple[bool, str]


def allows(text: str, target: str) -> bool:
    r"""Say whether a page may be fetched; `target` is its path with its query.

    The rules for this program count, without any those for everybody. The longest pattern that
    fits decides, and among equals the one that allows.

    >>> allows("User-agent: *\nDisallow: /private\nAllow: /private/press", "/private/press/1")
    True
    """
    wanted = _same(target)
    if wanted == "/robots.txt":
        return True
    best = (-1, True)
    for allow, pattern in _rules(text):
        plain = _same(pattern)
        if _fits(plain, wanted):
            best = max(best, (len(plain), allow))
    return best[1]


def _rules(text: str) -> list[Rule]:
    own: list[Rule] | None = None
    common: list[Rule] = []
    for agents, rules in _groups(text):
        if AGENT in agents:
            own = [*(own or ()), *rules]
        elif "*" in agents:
            common += rules
    return common if own is None else own


def _groups(text: str) -> Iterator[tuple[frozenset[str], list[Rule]]]:
    agents: list[str] = []
    rules: list[Rule] = []
    naming = False
    for line in text.lstrip("\ufeff").splitlines():
        field, colon, value = line.partition("#")[0].partition(":")
        key, value = field.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            if not naming:
                yield frozenset(agents), rules
                agents, rules = [], []
            agents.append(value.lower().partition("/")[0])
            naming = True
        elif key in ("allow", "disallow"):
            naming = False
            if value:
                rules.append((key == "allow", value))
    yield frozenset(agents), rules


def _same(path: str) -> str:
    """Spell a path in one way: what is not ASCII escaped, what need not be escaped not."""
    escaped = "".join(
        c if c.isascii() else "".join(f"%{b:02X}" for b in c.encode("utf-8", "replace")) for c in path
    )

    def plain(found: re.Match[str]) -> str:
        char = chr(int(found[1], 16))
        return char if char in _PLAIN else found[0].upper()

    return _ESCAPE.sub(plain, escaped)


def _fits(pattern: str, path: str) -> bool:
    """Match a pattern with `*` and a closing `$`, in linear time: the first fit of each part is enough."""
    ends = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not rest:
        return not ends or path == first
    at = len(first)
    *middle, last = rest
    for part in middle:
        if (found := path.find(part, at)) < 0:
            return False
        at = found + len(part)
    if ends:
        return len(path) - len(last) >= at and path.endswith(last)
    return path.find(last, at) >= 0
