"""Forms that no running text has: markup, records, numbered lines, spelling in disguise, another language.

What stands in one may be data, code or a riddle; it is not something that the article says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.clean import language
from summarizer.support import lexicon

_RECORD = re.compile(
    r"[{\[,(]\s*[\"“”']\w[\w -]*[\"“”']\s*:|^\W*[\"“]\w[\w -]{0,30}[\"”]\s?:|[{}]|</?[a-z][\w-]*(?:\s[^<>]*)?/?>|<[|<]|[|>]>"
    r"|`{2,}|={3,}|(?<![\w-])-{5,}|#{2,}|^\w+:\s*[>|]\s|(?<![^\s,])[a-z]+,[a-z\d]+,[a-z]|(?<![^\s,])\d+,[a-z]+,\S"
    r"|(?<!\S)(?!\w+:/|www\.|[@#])[\w+/=]{28,}(?!\S)|\\[nrux]\w|!\[|^\W*\$\s?[a-z]"
)
_NUMBERED = re.compile(
    r"^\W{0,3}(?:[\[(<{【]+\s*(?:\w+ ?)?\d{1,4}\s?[\])>}】]+|(?:[A-Za-z]+ )?[A-Z]?\d{1,4}\s?[|>:]|[A-Z]\d{1,3} (?=[A-Z]))(?=\s?\S+\s\S)"
    r"|(?<![\w.,”\"\]])\s?[\[【<](?:\w+ ?)?\d{1,4}[\]】>](?=\s[A-Z])"
)
_LETTERS = re.compile(r"(?:(?<![^\W_])[^\W\d_][ .·_-]{1,2}){8,}")
_FIGURES = re.compile(r"\b[a-z]+\d[a-z\d]*[a-z]\b|\b\d[a-z]+\d[a-z]*\b", re.IGNORECASE)
_MARKED = re.compile(r"[\u00c0-\u024f]")
_MANY = 3
_LATIN = re.compile(r"[A-Za-z]")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
# Of the words in small letters; English sentences have four in ten.
_KNOWN = 0.15
_FEWEST_WORDS, _LONG = 4, 6


def recorded(text: str) -> bool:
    """Say whether a text has the marks of data, markup or a program."""
    return _RECORD.search(text) is not None


def numbered(texts: Sequence[str]) -> int | None:
    """The one of the sentences that begins with a number in the shape of a prompt's lines; where more do, they are a list."""
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


def foreign(text: str, written: str) -> bool:
    """Say whether a text is in another language than the article's."""
    letters = _LETTER.findall(text)
    latin = sum(_LATIN.match(one) is not None for one in letters)
    if not letters:
        return False
    if written == "en" and latin < len(letters) / 2:
        return True
    if written != "en":
        return False
    plain = [word for word in _WORD.findall(text) if word[0].islower()]
    known = sum(word in lexicon.FUNCTION_WORDS for word in plain)
    if len(plain) < _FEWEST_WORDS or known > _KNOWN * len(plain):
        return False
    return (len(plain) > _LONG and not known) or language.guess([text]) != "en"
