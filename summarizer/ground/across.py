"""An item worded in another language than the article: what can be held against it, and what cannot.

Figures, names and who speaks are the same in both; the wording is not compared, so nothing is better
than doubtful, and an item that shares nothing with the sentences it cites is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer import support
from summarizer.note import Evidence

_SCORE = 0.5
_DIGITS = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*")
_NAME = re.compile(r"(?<![.!?:] )(?<!^)\b[^\W\d_a-z]\w{2,}")
_WORD = re.compile(r"\w{4,}")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


def check(text: str, index: support.Index, cited: Sequence[int], language: str) -> support.Checked:
    """Hold the figures and names of `text` against the sentences it cites; doubtful at best."""
    lines = [index.lines[number - 1] for number in dict.fromkeys(cited) if 1 <= number <= len(index.lines)]
    printed = " ".join(line.span.of(index.article.raw) for line in lines)
    evidence = tuple(
        Evidence(
            sentence=line.number,
            start=line.span.start,
            end=line.span.end,
            text=line.span.of(index.article.raw),
        )
        for line in sorted(lines, key=lambda line: line.number)
    )
    if lost := sorted(_figures(text) - _figures(printed)):
        return _refused("number", f"the sentences it cites do not print {', '.join(lost)}", evidence)
    shared = _figures(text) | {word for word in _words(text) if word in _words(printed)}
    if not shared and _LATIN.search(text):
        return _refused("not in the article", "no name or figure ties it to the sentences it cites", evidence)
    strange = [name for name in _NAME.findall(text) if name not in index.article.raw]
    told = [
        f"worded in {language}: figures and names were held against the sentences it cites, the wording was not"
    ]
    if strange and language != "de":  # German writes every noun like a name
        told.append(f"the article does not print: {', '.join(dict.fromkeys(strange[:5]))}")
    return support.Checked("doubtful", _SCORE, tuple(told), evidence)


def _refused(kind: str, text: str, evidence: tuple[Evidence, ...]) -> support.Checked:
    return support.Checked("unsupported", 0.0, (text,), evidence, (support.Problem(kind, text, True),))


def _figures(text: str) -> set[str]:
    """The figures of a text as bare digits, however their thousands are parted."""
    return {re.sub(r"\D", "", found) for found in _DIGITS.findall(text)}


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}
