"""A source as it is printed, without what is no part of who speaks, and with what was cut off it."""

from __future__ import annotations

import re

from summarizer.article import Article, Span, fold_space
from summarizer.attribute import lexicon

_CONTRACTION = re.compile(
    r"(?<=^(?:he|we|it|so))'(?:s|d|ll|re|ve)$|(?<=^(?:she|who|you))'(?:s|d|ll|re|ve)$|(?<=^they)'(?:d|ll|re|ve)$"
    r"|(?<=^i)'(?:m|d|ll|ve)$"
)
# "it's also worth", "he'd fallen in love with a script"
_PIECE = re.compile(r"(?:he|she|it|they|we|you|i|who|what|there|that|here|let)'(?:s|d|ll|re|ve|m)\b")
# "the council on Monday said": not where it tells when something else happened, "a poll released on Monday".
_WHEN = re.compile(
    r"(?<=\w)(?<!ed)(?<!ing)(?<!held) (?:also|further|then|later|now|himself|herself|themselves|itself|"
    r"(?!famil|all|assemb|suppl|repl|anomal|monopol|bull|dai|week|month)[a-z]+ly|"
    r"on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?)$"
)
_AND_BEFORE = re.compile(
    r"\b(?!(?:And|But|Both|The|While|When|As|Yet|So)\b)(?P<name>(?:[A-Z][\w.’'-]+ ){0,2}[A-Z][\w.’'-]+) and $"
)
# "Roe *and her team* reported": whose team it is stands before it.
_THEIRS = re.compile(r"(?:his|her|their) [a-z]+$")
_A_NAME = 60
_WHOSE = re.compile(
    r" (?:from|by) (?:the )?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][\w&.’'-]*"
    r"(?: (?:of |for |and |the )*[A-Z][\w&’'-]*){0,5}"
)


def whole(source: Span, article: Article) -> str:
    """Print a source; one cut too short in full: "Roe *and Lee both*", "*Roe and* her team", "a report *from Orme*"."""
    raw = article.raw
    text = _WHEN.sub("", fold_space(source.of(raw)))
    opens = next((s.start for s in article.sentences_in(source)), 0)
    before = _AND_BEFORE.search(raw, max(opens, source.start - _A_NAME), source.start)
    both = text[:1].isupper() and raw.startswith(" both ", source.end)
    if before is not None and (both or _THEIRS.match(text)):
        return f"{before['name']} and {text}"
    if text.split()[-1] in lexicon.ARTIFACTS and (whose := _WHOSE.match(raw, source.end)) is not None:
        return f"{text} {fold_space(whose.group())}"
    return text


def lowered(text: str) -> str:
    """The text in lower case, a pronoun without the verb that hangs on it: "he's" is "he"."""
    low = text.lower().replace("’", "'")
    return _CONTRACTION.sub("", low) if "'" in low else low


def piece(low: str) -> bool:
    """Say whether a lowered source is a piece of a sentence and so nobody."""
    return "'" in low and _PIECE.match(low) is not None
