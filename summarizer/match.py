"""Find quotations in an article's own text, forgiving typography but never wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summarizer.article import Span

# Every quotation mark counts as absent (writers nest and change them), every dash as one,
# every run of white space as one blank; an apostrophe inside a word stays a letter's mark.
_SINGLE = {"‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'"}
_DOUBLE = frozenset('"“”„‟«»‹›〝〞″')
_DASH = frozenset("‐‑‒–—―−-")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")

_SINGLES = "'" + "".join(_SINGLE)
# single marks that are no apostrophe: they stand at a border of a word
_LOOSE = re.compile(rf"(?<![^\W_])[{_SINGLES}]|[{_SINGLES}](?![^\W_])")
_TABLE = str.maketrans(
    {**_SINGLE, **dict.fromkeys(_DOUBLE | _INVISIBLE, ""), **dict.fromkeys(_DASH, "-"), "…": "..."}
)


def fold(text: str) -> tuple[str, list[int]]:
    """Fold typography and case; the list gives, for each code point made, its origin in `text`.

    >>> fold("“Not  Yet” – ok")[0]
    'not yet - ok'
    """
    made: list[str] = []
    origin: list[int] = []
    for at, char in enumerate(text):
        if char in _DOUBLE or char in _INVISIBLE:
            continue
        if char.isspace():
            if made and made[-1] == " ":
                continue
            folded = " "
        elif char in _DASH:
            folded = "-"
        elif char == "…":
            folded = "..."
        else:
            folded = _SINGLE.get(char, char).lower()
        if folded == "'" and not _inside_word(text, at):
            continue
        made.extend(folded)
        origin.extend([at] * len(folded))
    while made and made[-1] == " ":
        made.pop()
        origin.pop()
    first = next((i for i, char in enumerate(made) if char != " "), len(made))
    return "".join(made[first:]), origin[first:]


def _inside_word(text: str, at: int) -> bool:
    """An apostrophe between two letters or digits belongs to its word; others are quotation marks."""
    return 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()


@lru_cache(maxsize=512)
def folded(text: str) -> str:
    """Fold a text once for many questions to `prints`; `fold` without the origins, in a third of the time."""
    told = _LOOSE.sub("", text).translate(_TABLE)
    # a sigma by itself, as `fold` has it: at the end of a word lower() would choose the other form
    return " ".join(told.replace("Σ", "σ").lower().split())


def prints(quote: str, haystack: str) -> bool:
    """Say whether a text already `folded` prints the quotation, between word borders."""
    wanted = folded(quote).strip(" ,.;:!?")
    return bool(wanted) and next(_found(wanted, haystack), None) is not None


def place(quote: str, haystack: str) -> tuple[int, int] | None:
    """Say where a text already `folded` prints the quotation, as offsets into it."""
    wanted = folded(quote).strip(" ,.;:!?")
    at = next(_found(wanted, haystack), None) if wanted else None
    return None if at is None else (at, at + len(wanted))


def _found(wanted: str, haystack: str) -> Iterator[int]:
    """Offsets in `haystack` at which `wanted` stands between word borders."""
    at = haystack.find(wanted)
    while at >= 0:
        before, after = haystack[at - 1 : at], haystack[at + len(wanted) : at + len(wanted) + 1]
        before = before if at else ""
        inside = (before.isalnum() and wanted[0].isalnum()) or (after.isalnum() and wanted[-1].isalnum())
        if not inside:
            yield at
        at = haystack.find(wanted, at + 1)


def find_quote(quote: str, text: str) -> Span | None:
    """Say where `text` prints `quote`, or None when it does not.

    Curly and straight marks, the several dashes, runs of white space and letter
    case count as equal. A changed word does not: a near miss is a miss, because
    a reader will take whatever this returns for the speaker's own words.

    The span indexes `text` as given, so slicing it gives what the article printed.
    The first occurrence that starts and ends at a word border wins; pass one
    sentence, not the article, if it may repeat.

    >>> find_quote('"not yet"', "He said “not  yet” on Monday.")
    Span(start=9, end=17)
    >>> find_quote("not ever", "He said “not yet” on Monday.") is None
    True
    """
    wanted, _ = fold(quote)
    wanted = wanted.strip(" ,.;:!?")
    if not wanted:
        return None
    if wanted not in folded(text):
        # known without the origins, and most sentences do not print it
        return None
    haystack, origin = fold(text)
    at = next(_found(wanted, haystack), None)
    return None if at is None else Span(origin[at], origin[at + len(wanted) - 1] + 1)


_QUOTED = re.compile(
    r"“([^“”]{2,}?)[”\"]|\"([^\"“”]{2,}?)[\"”]|«\s*([^«»]{2,}?)\s*»|„([^„“”]{2,}?)[“”]|''(.{2,}?)''"
)


def quotations(text: str) -> tuple[str, ...]:
    """List what stands between double quotation marks, without the marks, in order.

    >>> quotations('He called it “a disgrace” and "a shame".')
    ('a disgrace', 'a shame')
    """
    return tuple(next(g for g in m.groups() if g is not None) for m in _QUOTED.finditer(text))


def quoted(text: str) -> Iterator[re.Match[str]]:
    """Walk over what `quotations` lists, marks included, as matches that know where they stand."""
    return _QUOTED.finditer(text)
