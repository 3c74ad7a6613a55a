"""Find the lists of items in what a model sent, however it was wrapped.

Lenient about the wrapper, because models send it: a fenced block, a think block before
the object, a sentence before or after it, a byte order mark, a comma too many, an
object inside another. A reply that is cut or broken gives the items that are whole.
What an item holds is not looked at here.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

LISTS = ("summary", "claims", "positions")

# A reply of 100,000 characters would be 50 times what is asked for; an endpoint that
# ignores the cap must not cost minutes of reading.
_LONGEST = 100_000
_MOST_STARTS = 50
_MOST_PIECES = 300

# Replies about twelve articles compress to @@ of their length over 1,500 bytes; a reply of
# SmolLM2 that ran into the cap inside its first item compressed to @@.
_TAIL = 1_500
_REPETITIVE = 0.15

_THOUGHT = re.compile(r"</(?:think|thinking|thought|reasoning)>|◁/think▷")
_THINKING = re.compile(r"\s*(?:<(?:think|thinking|thought|reasoning)>|◁think▷)")
_HEADING = re.compile(r"\"(summary|claims|positions)\"\s*:\s*\[")
_FLAT = re.compile(r"\{[^{}]*\}")
_COMMA = re.compile(r",(\s*[}\]])")

# Raw line breaks inside strings are let in: models send them.
_DECODER = json.JSONDecoder(strict=False)


@dataclass(frozen=True, slots=True)
class Read:
    """Items by list, in the order sent, as plain data; a list that was not sent is not in `lists`.

    `cut_in` is the list in which the reply broke off, None where it ends properly.
    `damaged` are lists that lost items which were not JSON.
    """

    lists: Mapping[str, tuple[object, ...]]
    problems: tuple[str, ...] = ()
    cut_in: str | None = None
    damaged: frozenset[str] = frozenset()


def read(text: str, expected: Collection[str] = LISTS) -> Read:
    """Read a reply; lists that are `expected` and not there are problems."""
    body = text[:_LONGEST].lstrip("\ufeff")
    if (closed := list(_THOUGHT.finditer(body))) and "{" in body[closed[-1].end() :]:
        body = body[closed[-1].end() :]
    elif _THINKING.match(body) and not closed:
        return Read({}, ("the reply ends before its thinking does",))
    if not body.strip():
        return Read({}, ("the reply is empty",))
    whole = _whole(body)
    return _pieces(body, expected) if whole is None else _lists(whole, expected)


def blank_tail(text: str) -> int:
    """Count the white space a reply ends in."""
    return len(text) - len(text.rstrip())


def circling(text: str) -> bool:
    """Say whether a reply ends by repeating itself, items or words inside one item.

    >>> circling('{"summary": [{"text": "The vote ' + "is a vote that " * 100)
    True
    """
    tail = text.rstrip()[-_TAIL:].encode("utf-8", "replace")
    return len(tail) >= _TAIL // 2 and len(zlib.compress(tail)) < _REPETITIVE * len(tail)


def _whole(body: str) -> Mapping[str, object] | None:
    """Decode the object that holds the most items; a plan or an empty shape may stand before it."""
    best: Mapping[str, object] | None = None
    most = -1
    at = body.find("{")
    for _ in range(_MOST_STARTS):
        if at < 0:
            break
        try:
            value, end = _DECODER.raw_decode(body, at)
        except (ValueError, RecursionError):
            at = body.find("{", at + 1)
            continue
        found = _unwrapped(value)
        count = sum(len(v) for k, v in found.items() if k in LISTS and isinstance(v, list)) if found else -1
        if count > most:
            best, most = found, count
        at = body.find("{", end)
    return best


def _unwrapped(value: object) -> Mapping[str, object] | None:
    """The object itself, or the one under its only key (`{"reply": {…}}`), if it holds a list of ours."""
    if not isinstance(value, dict):
        return None
    if any(name in value for name in LISTS):
        return value
    if len(value) == 1:
        return _unwrapped(next(iter(value.values())))
    return None


def _lists(whole: Mapping[str, object], expected: Collection[str]) -> Read:
    lists: dict[str, tuple[object, ...]] = {}
    problems = []
    for name in LISTS:
        value = whole.get(name)
        if isinstance(value, list):
            lists[name] = tuple(value)
        elif isinstance(value, dict):  # one item where a list was asked for
            lists[name] = (value,)
        elif name in expected:
            problems.append(f"{name}: {'missing' if name not in whole else 'not a list'}")
    return Read(lists, tuple(problems))


def _pieces(body: str, expected: Collection[str]) -> Read:
    """Decode a broken object item by item; items hold no objects, so each stands on its own."""
    headings = list(_HEADING.finditer(body))
    if not headings:
        return Read({}, ("the reply holds no JSON object with the lists asked for",))
    lists: dict[str, tuple[object, ...]] = {}
    problems: list[str] = []
    damaged = set()
    cut_in = None
    ends = [*(heading.start() for heading in headings[1:]), len(body)]
    for heading, end in zip(headings, ends, strict=True):
        name = heading.group(1)
        segment = body[heading.end() : end]
        items: list[object] = []
        after: int | None = 0
        for item, after in _items(segment):
            if item is not None:
                items.append(item)
            elif after is not None:
                damaged.add(name)
                problems.append(f"{name}[{len(items)}]: not JSON")
        if end == len(body) and (after is None or "]" not in segment[after:]):
            cut_in = name
        lists[name] = (*lists.get(name, ()), *items)
    if cut_in is not None:
        problems.append(f"the reply breaks off in {cut_in}; its whole items were kept")
    problems.extend(f"{name}: missing" for name in LISTS if name in expected and name not in lists)
    return Read(lists, tuple(problems), cut_in, frozenset(damaged))


def _items(segment: str) -> Iterator[tuple[object | None, int | None]]:
    """Give each object with where it ends, None for what is no object; an open end is (None, None)."""
    at = segment.find("{")
    for _ in range(_MOST_PIECES):
        if at < 0:
            return
        try:
            value, end = _DECODER.raw_decode(segment, at)
        except (ValueError, RecursionError):
            flat = _FLAT.match(segment, at)
            if flat is None and segment.find("{", at + 1) < 0:
                yield None, None
                return
            end = at + 1 if flat is None else flat.end()
            yield (None if flat is None else _repaired(flat.group())), end
        else:
            yield value, end
        at = segment.find("{", end)


def _repaired(piece: str) -> object | None:
    try:
        value: object = _DECODER.raw_decode(_COMMA.sub(r"\1", piece))[0]
    except (ValueError, RecursionError):
        return None
    return value
