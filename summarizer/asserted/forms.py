"""Forms that no running text has: markup, records, numbered lines, spelling in disguise, another language.

What stands in one may be data, code or a riddle; it is not something that the article says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.clean import language
from summarizer.support import lexicon

# What data, markup and programs print, by whether it holds one of the marks that running text has none of.
_MARKED_RECORD = re.compile(
    r"[{}]|</?[a-z][\w-]*(?:\s[^<>]*)?/?>|<[|<]|[|>]>|\[\s*[\"“”']\w[\w -]*[\"“”']\s*:|`{2,}|={3,}|#{2,}|^\w+:\s*[>|]\s"
    r"|\\[nrux]\w|!\[|^\W*\$\s?[a-z]"
)
_RARE = re.compile(r"[{}<>|\[`=#\\$]")
_PLAIN_RECORD = re.compile(
    r"[,(]\s*[\"“”']\w[\w -]*[\"“”']\s*:|^\W*[\"“]\w[\w -]{0,30}[\"”]\s?:|(?<![\w-])-{5,}"
    r"|(?<![^\s,])[a-z]+,[a-z\d]+,[a-z]|(?<![^\s,])\d+,[a-z]+,\S"
)
_LONG_RUN = re.compile(r"(?<!\S)(?!\w+:/|www\.|[@#])[\w+/=]{28,}(?!\S)")
_LONGEST_WORD = 28
_NUMBERED = re.compile(
    r"^\W{0,3}(?:[\[(<{【]+\s*(?:\w+ ?)?\d{1,4}\s?[\])>}】]+|(?:[A-Za-z]+ )?[A-Z]?\d{1,4}\s?[|>:](?=\s?[^\W\d])|[A-Z]\d{1,3} (?=[A-Z]))(?=\s?\S+\s\S)"
    r"|(?<![\w.,”\"\]])\s?[\[【<](?:\w+ ?)?\d{1,4}[\]】>](?=\s[A-Z])"
)
_LETTERS = re.compile(r"(?:(?<![^\W_])[^\W\d_][ .·_-]{1,2}){8,}")
_FIGURES = re.compile(r"\b[a-z]+\d[a-z\d]*[a-z]\b|\b\d[a-z]+\d[a-z]*\b", re.IGNORECASE)
_MARKED = re.compile(r"[\u00c0-\u024f]")
_MANY = _STATED = 3
_LATIN = re.compile(r"[A-Za-z]")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
# Of its words; English sentences have four in ten.
_KNOWN = 0.12
_FEWEST_WORDS, _LONG = 4, 8


def recorded(text: str) -> bool:
    """Say whether a text has the marks of data, markup or a program."""
    return (
        (_RARE.search(text) is not None and _MARKED_RECORD.search(text) is not None)
        or _PLAIN_RECORD.search(text) is not None
        or (max(map(len, text.split()), default=0) >= _LONGEST_WORD and _LONG_RUN.search(text) is not None)
    )


def tabled(printed: str) -> bool:
    """Say whether a sentence, as the page was read, is a row of a table with a statement in one of its cells."""
    return any(
        sum(word.islower() for word in listed) >= _STATED and any(w in lexicon.FUNCTION_WORDS for w in listed)
        for listed in (_WORD.findall(cell) for cell in printed.strip().split("\t")[1:])
    )


def numbered(texts: Sequence[str]) -> int | None:
    """The one sentence that begins with a number as a prompt's lines do; where more do, they are a list."""
    found = [at for at, text in enumerate(texts) if _NUMBERED.search(text)]
    return found[0] if len(found) == 1 else None


def disguised(text: str, written: str) -> bool:
    """Say whether a text is spelled as nobody spells for a reader of the language it is `written` in."""
    if _LETTERS.search(text) or len(_FIGURES.findall(text)) >= _MANY:
        return True
    if text.isascii() or written != "en":
        return False
    words = text.split()
    return sum(_MARKED.search(word) is not None for word in words) > max(_MANY, len(words) / 2)


def other_script(text: str, written: str) -> bool:
    """Say whether a text of an English article is in letters that English is not written in."""
    if written != "en" or text.isascii():
        return False
    return 2 * len(_LATIN.findall(text)) < len(_LETTER.findall(text))


def coded(printed: str) -> bool:
    """Say whether a sentence has brackets that only data and programs have, whoever is taken to say it."""
    return _CODE_HAS.search(printed) is not None and _CODE.search(printed) is not None


_CODE_HAS = re.compile(r"[{}|`*+=:]|--")
_CODE = re.compile(r"[{}]|<\||\|>|`{3}|/\*|\*/|<!--|-->|^\W*\+{3} |^\W*-{3} \S|\w\s?=\s?[\"'\[]|^\s*\w+:\s*$")


def mixed(printed: str, written: str) -> bool:
    """Say whether a stretch of an English sentence is in another script or, before a colon, in another language."""
    if written != "en":
        return False
    if not printed.isascii() and len(_LETTER.findall(printed)) - len(_LATIN.findall(printed)) >= _STRANGE:
        plain = [one for one in _LETTER.findall(printed) if _MARKED.match(one) is None]
        if sum(_LATIN.match(one) is None for one in plain) >= _STRANGE:
            return True
    before, colon, _ = printed.partition(": ")
    return bool(colon) and foreign(before, written)


_STRANGE = 10
"""Letters: a name or a word that is quoted has fewer."""


def foreign(text: str, written: str) -> bool:
    """Say whether a text of an English article has next to none of the small words of English."""
    if written != "en":
        return False
    listed = _WORD.findall(text)
    known = sum(word.lower() in lexicon.FUNCTION_WORDS for word in listed)
    if sum(word.islower() for word in listed) < _FEWEST_WORDS or known > _KNOWN * len(listed):
        return False
    return language.guess([text]) != "en" or (len(listed) > _LONG and not known)
