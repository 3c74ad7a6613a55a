"""Whether the article leaves in doubt whom a pronoun means; then it is left open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.article import Span
from summarizer.attribute import callings, lexicon, names
from summarizer.attribute.resolve import Known, Register
from summarizer.attribute.text import Paragraph, Token

_OWNS = re.compile(r"['’]s|.['’s]['’]\W|..['’]s\b")
_SENTENCES = 2
_DETERMINERS = frozenset("a an the one another".split())


class Meant(NamedTuple):
    """A "he" or "she" with the name it seems to stand for, and where it is printed."""

    name: str
    gender: callings.Gender
    paragraph: int
    offset: int


def in_doubt(meant: Meant, said: Sequence[int], latest: bool, register: Register) -> bool:
    """Say whether the pronoun may as well mean somebody else.

    It may where its own sentence has described somebody ("an architect who said he …"), or where the reporter's
    last sentence opens with a role that is not the name's ("The president's roots …"), or names another whom it
    fits, unless who is meant was speaking there (`said` are the places where) or opens it. Somebody who is not
    named there at all has to be who spoke last (`latest`), or the only one named in this paragraph and the last.
    """
    number, offset = meant.paragraph, meant.offset
    here = register.paragraphs.get(number)
    if here is None or _describes(_own_sentence(here, offset)):
        return True
    first = _window(register, here, offset)
    if _another_role(register, number, first, meant.name):
        return True
    near = [(start, p) for start, p in _mentions(register, number, first, offset) if _fits(p, meant.gender)]
    if not near:
        return not latest and not _alone(register, meant)
    if all(p.shown == meant.name for _, p in near):
        return False
    speaks = any(first <= start < offset for start in said)
    return not speaks and not (near[0][1].shown == meant.name and _opens(register, number, near[0][0]))


def _alone(register: Register, meant: Meant) -> bool:
    number, offset = meant.paragraph, meant.offset
    named = {p.shown for _, p in _mentions(register, number, 0, offset) if _fits(p, meant.gender)}
    return named == {meant.name}


def _fits(party: Known, gender: callings.Gender) -> bool:
    return party.person and party.gender in (None, gender)


def _own_sentence(paragraph: Paragraph, offset: int) -> list[Token]:
    at = paragraph.at(offset)
    if at >= len(paragraph.tokens):
        return []
    return [token for token in paragraph.tokens[paragraph.bounds[at][0] : at] if not token.quoted]


def _describes(tokens: Sequence[Token]) -> bool:
    """Somebody without a name stands there: a relative clause behind a common noun, or a role nobody bears."""
    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at else None
        if token.lower == "who" and before is not None and before.word and not before.capital:
            return True
        role = token.lower in callings.ROLES or token.lower in _PEOPLE
        if role and not token.capital and any(t.lower in _DETERMINERS for t in tokens[max(0, at - 3) : at]):
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            apposed = any(t.text == "," for t in tokens[max(0, at - 6) : at])
            if not apposed and (after is None or not (after.capital or after.text == ",")):
                return True
    return False


_PEOPLE = frozenset(word for word in lexicon.ANONYMOUS if not word.endswith("s"))


def _window(register: Register, here: Paragraph, offset: int) -> int:
    """Where the reporter's sentence before the pronoun's begins, quoted ones passed over."""
    seen: set[int] = set()
    first = offset
    until = here.at(offset)
    own = here.sentences[until] if until < len(here.tokens) else -1
    for paragraph, at in _backwards(here, until, register.paragraphs.get(here.number - 1)):
        token, sentence = paragraph.tokens[at], paragraph.sentences[at]
        if not token.word or token.quoted:
            continue
        if sentence != own:
            seen.add(sentence)
            if len(seen) == _SENTENCES:
                break
        first = paragraph.starts[at]
    return first


def _backwards(here: Paragraph, until: int, before: Paragraph | None) -> Iterator[tuple[Paragraph, int]]:
    """The tokens before token `until`, the nearest first, and on into the paragraph before."""
    for at in range(until - 1, -1, -1):
        yield here, at
    if before is not None:
        for at in range(len(before.tokens) - 1, -1, -1):
            yield before, at


def _another_role(register: Register, number: int, first: int, name: str) -> bool:
    """The reporter's last sentence opens with a role, and it is none that the article gives to `name`."""
    for paragraph in (register.paragraphs.get(number - 1), register.paragraphs.get(number)):
        if paragraph is None or not paragraph.span.start <= first < paragraph.span.end:
            continue
        at = paragraph.at(first)
        role = names.bare(paragraph.tokens[at + 1].lower) if at + 1 < len(paragraph.tokens) else ""
        if at < len(paragraph.tokens) and paragraph.tokens[at].lower == "the" and role in callings.ROLES:
            if role in name.lower().split():
                return False
            bearer = next((p for p in register.known if p.shown == name), None)
            return bearer is None or not any(role in held.split() for held in bearer.roles)
    return False


def _mentions(register: Register, number: int, first: int, offset: int) -> Iterator[tuple[int, Known]]:
    for paragraph in (number - 1, number):
        yield from ((start, p) for start, p in register.mentioned(paragraph) if first <= start < offset)


def _opens(register: Register, number: int, start: int) -> bool:
    """Say whether the name at `start` opens its sentence, and not as whose something is ("Roe's rival Ann Lee")."""
    party = register.at(Span(start, start + 1))
    ends = [m.end for m in party.mentions if m.start == start] if party is not None else ()
    if any(_OWNS.match(register.article.raw, end - 2) for end in ends):
        return False
    for paragraph in (register.paragraphs.get(number - 1), register.paragraphs.get(number)):
        if paragraph is not None and paragraph.span.start <= start < paragraph.span.end:
            at = paragraph.at(start)
            return at == paragraph.bounds[at][0]
    return False
