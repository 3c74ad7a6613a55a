"""A paragraph's words as the weights know them: their sentences, stems and what kind of phrase they make."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from summarizer.attribute import lexicon
from summarizer.attribute.text import Bounds, Paragraph, Token

_PAST = frozenset(
    "sang went shot put cried began read broke wrote swore spat bet spoke sent ran held got came".split()
)
_NO_VERBS = frozenset(
    "is was as his its this has does theirs hers us yes thus perhaps always besides".split()
)


def reporting(token: Token) -> bool:
    """Say whether it could be the verb of a quotation it stands beside ("beamed", "agrees", "sang")."""
    low = token.lower
    return (
        token.word
        and not token.capital
        and (low.endswith(("ed", "s", "aid", "ing")) or low in _PAST)
        and low not in _NO_VERBS
    )


@lru_cache(maxsize=4096)
def stem(form: str) -> str:
    """Fold the forms of a word: "criticized" and "criticizing" are one, so are "plans" and "planned".

    >>> stem("urging") == stem("urged") == stem("urges")
    True
    """
    for ending in ("ing", "ed", "es", "s", "e"):
        if form.endswith(ending) and len(form) - len(ending) >= 3:
            form = form[: -len(ending)]
            break
    if len(form) > 5 and form.endswith("is"):
        # "criticised" is what "criticized" is
        form = form[:-1] + "z"
    if len(form) > 3 and form[-1] == form[-2] and form[-1] not in "sl":
        form = form[:-1]
    return form[:-1] + "y" if form.endswith("i") else form


def bucket(size: int) -> int:
    """Size as the weights count it: exactly up to three, then by doubling."""
    return _BUCKETS[size] if size < _MOST_BUCKETS else 4 + size.bit_length()


_MOST_BUCKETS = 64
_BUCKETS = tuple(size if size < 4 else 4 + size.bit_length() for size in range(_MOST_BUCKETS))


class Words:
    """The tokens of a paragraph with the sentence of each, and the paragraph that follows.

    `sorts` are the classes of the tokens, END at those before the first and behind the last. `nears` are the tokens
    that end what a content may go on with, `halts` verbs and the marks that part clauses; both end behind the last token.
    """

    __slots__ = (
        "_bounds",
        "_story",
        "following",
        "halts",
        "nears",
        "paragraph",
        "sentences",
        "sorts",
        "tokens",
    )

    def __init__(self, paragraph: Paragraph, following: Paragraph | None = None) -> None:
        self.paragraph = paragraph
        self.following = following
        self.tokens = paragraph.tokens
        self.sentences = paragraph.sentences
        self.sorts = [*[token.sort for token in paragraph.tokens], *_BEYOND]
        behind = len(self.tokens)
        self.nears = [*[at for at, token in enumerate(self.tokens) if token.nears], behind]
        self.halts = [*[at for at, token in enumerate(self.tokens) if token.halts], behind]
        self._bounds = paragraph.bounds
        self._story = _past_dateline(self.tokens)

    def sort(self, at: int) -> str:
        """The class of token `at`; END outside of the paragraph."""
        return self.sorts[at]

    def within(self, at: int, other: int) -> bool:
        """Say whether token `at` exists and stands in the sentence of token `other`."""
        first, last = self._bounds[other]
        return first <= at < last

    def bounds(self, at: int) -> Bounds:
        """The first token of the sentence of token `at`, and the one behind its last."""
        return self._bounds[at]

    def opening(self, at: int) -> int:
        """The first token of the sentence of token `at`, an agency's dateline left off."""
        first = self._bounds[at][0]
        return first if first > self._story else self._story

    def closing(self, at: int) -> int:
        """The token behind the sentence of token `at`."""
        return self._bounds[at][1]

    def source_sort(self, first: int, last: int) -> str:
        """What kind of phrase a source is: its pronoun, CAP for a name, cap with a name in it, low without."""
        tokens = self.tokens
        opens = tokens[first].lower
        if opens in _POINTING:
            return opens
        if tokens[last - 1].capital:
            return "CAP"
        for token in tokens[first:last]:
            if token.capital:
                return "cap"
        return "low"


_LONGEST_DATELINE = 12


def _past_dateline(tokens: Sequence[Token]) -> int:
    """Past "PORT ELLAND, Nov 14 (HBN) -" at the head of an agency's report."""
    if not tokens or not (tokens[0].text.isupper() and len(tokens[0].text) > 3):
        return 0
    dash = next(
        (at for at, t in enumerate(tokens[:_LONGEST_DATELINE]) if t.text in ("-", "—", "–", "―")), None
    )
    return 0 if dash is None else dash + 1


_POINTING = lexicon.PRONOUNS | frozenset("it this that which there what those these".split())
# as many as are asked for before the first token and behind the last
_BEYOND = ("END",) * 3
