"""Make text from outside fit to print on one line: no control, no hidden character, no flood."""

from __future__ import annotations

import difflib
import re
from datetime import datetime

from summarizer import match
from summarizer.article import fold_space

# C0 and C1 without white space, DEL, lone surrogates, noncharacters: what steers a terminal or
# cannot be encoded or be XML.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Bidirectional controls, zero-width and soft marks, language tags. Joiners stay: scripts and emoji need them.
_HIDDEN = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_SPACE = re.compile(r"\s+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")

LONGEST_ITEM = 1_000
LONGEST_PROOF = 500
LONGEST_ASIDE = 240
LONGEST_NAME = 80
"""Characters shown of one text; a page without line breaks can be one sentence of any length."""

# A repeated run this long is worth leaving out of the evidence beneath the item that prints it.
_RUN = 4
_SHARE = 0.85
# So many words in a row are no paraphrase, however much stands around them: an item that joins two
# quotations holds each of them whole, and neither is most of it.
_LONG_RUN = 12
_MOST_WORDS = 600


def printable(text: str) -> str:
    r"""Fold white space, drop hidden characters and print each control as U+FFFD.

    >>> printable("to\u202e the \x1b[31m left\n")
    'to the �[31m left'
    """
    return fold_space(_visible(text))


def part(text: str) -> str:
    r"""Print a part of a line as `printable` does, white space at its edges kept as one blank.

    >>> part(" \x1b to\n")
    ' � to '
    """
    return _SPACE.sub(" ", _visible(text))


def _visible(text: str) -> str:
    return _HIDDEN.sub("", _CONTROLS.sub("\ufffd", text))


def clip(text: str, longest: int) -> str:
    """Shorten at a blank where there is one, and say by how much; JSON has it all."""
    if len(text) <= longest:
        return text
    at = text.rfind(" ", longest // 2, longest)
    head = text[: at if at > 0 else longest]
    return f"{head} … ({len(text) - len(head):,} more characters)"


def beyond(proof: str, item: str) -> str:
    """Print what `proof` says that `item` has not, the repeated run as "[…]"; empty when it is all there.

    Only where nearly all of the one stands in the other, or a long run of it: a paraphrase keeps its
    evidence whole.

    >>> beyond("Mayor Ann Roe said: “We will build the bridge.”", "We will build the bridge.")
    'Mayor Ann Roe said: […]'
    >>> beyond("The council sat.", "“The council sat.”")
    ''
    """
    theirs, ours = proof.split(" "), item.split(" ")
    if max(len(theirs), len(ours)) > _MOST_WORDS:
        return "" if match.fold(proof)[0] in match.fold(item)[0] else proof
    left, right = [_bare(word) for word in theirs], [_bare(word) for word in ours]
    shorter = min(len(left), len(right))
    blocks = [
        block
        for block in difflib.SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
        if block.size >= min(_RUN, shorter) and block.size
    ]
    longest = max((block.size for block in blocks), default=0)
    if longest < _LONG_RUN and sum(block.size for block in blocks) < _SHARE * shorter:
        return proof
    made: list[str] = []
    at = 0
    for block in blocks:
        made += [*theirs[at : block.a], "[…]"]
        at = block.a + block.size
    made += theirs[at:]
    says_more = any(_bare(word) for word in made if word != "[…]")
    return " ".join(made) if says_more else ""


def _bare(word: str) -> str:
    return match.fold(word)[0].strip(" ,.;:!?()[]-'")


def language_tag(language: str) -> str:
    """Give back a language that programs know how to read, as `de` or `pt-BR`; empty for anything else."""
    return language if _LANGUAGE.fullmatch(language) else ""


def moment(when: datetime) -> str:
    """Print a date, and the time of day where one is known.

    >>> moment(datetime(2026, 11, 2, 9, 5))
    '2 November 2026, 09:05'
    """
    day = f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
    if when.tzinfo is None and (when.hour, when.minute, when.second) == (0, 0, 0):
        return day
    zone = when.tzname() or ""
    # a date that was read back from JSON names its zone without the letters
    zone = f" UTC{zone}" if zone[:1] in ("+", "-") else f" {zone}" if zone else ""
    return f"{day}, {when:%H:%M}{zone}"


_MONTHS = "January February March April May June July August September October November December".split()
