"""Words as the weights know them: a class for each, the word itself where it is of a closed class."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from summarizer.attribute import lexicon, weights
from summarizer.attribute.text import Paragraph, Token

_TELLING = frozenset(
    """that to as for at of about with on if whether how what why in by not like a an the from it him her his their
    its them he she they i we you who which is are was were has have had be been being will would could should may
    might must and or but so because while when after before since though although than against over into out up
    down off more no there this these those also even then just still now only one all some many most""".split()
)
_VERBS = frozenset(
    """made took went came got gave found became left put kept began ran brought stood lost paid met won led felt
    told held said wrote knew saw thought cut set let makes takes goes comes gets gives finds becomes leaves keeps
    begins runs brings stands loses pays meets wins leads feels tells holds says knows sees thinks needs wants works
    helps isn't wasn't aren't don't didn't doesn't can't won't wouldn't couldn't hasn't haven't hadn't shouldn't 's is
    was are were has had have will would can could does did do may might must should be it's he's she's they're we're
    i'm you're that's there's been""".split()
)
_PAST = frozenset(
    "sang went shot put cried began read broke wrote swore spat bet spoke sent ran held got came".split()
)
_NO_VERBS = frozenset(
    "is was as his its this has does theirs hers us yes thus perhaps always besides".split()
)


def verb(token: Token) -> bool:
    """Say whether it looks like a finite verb: an auxiliary, a common one, or a past in -ed."""
    low = token.lower
    return low in _VERBS or (low.endswith("ed") and not token.capital and len(low) > 4)


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
    if len(form) > 3 and form[-1] == form[-2] and form[-1] not in "sl":
        form = form[:-1]
    return form[:-1] + "y" if form.endswith("i") else form


def bucket(size: int) -> int:
    """Size as the weights count it: exactly up to three, then by doubling."""
    return size if size < 4 else 4 + size.bit_length()


class Words:
    """The tokens of a paragraph with the class of each, worked out when it is asked for."""

    __slots__ = ("_bounds", "_cues", "_sorts", "_story", "following", "paragraph", "tokens")

    def __init__(self, paragraph: Paragraph, following: Paragraph | None = None) -> None:
        self.paragraph = paragraph
        self.following = following
        self.tokens = paragraph.tokens
        self._sorts: dict[int, str] = {}
        self._cues = weights.cues()
        self._bounds = _bounds(self.tokens)
        self._story = _past_dateline(self.tokens)

    def sort(self, at: int) -> str:
        """The class of token `at`; END outside of the paragraph."""
        found = self._sorts.get(at)
        if found is None:
            found = self._sorts[at] = self._sort(at)
        return found

    def _sort(self, at: int) -> str:
        if not 0 <= at < len(self.tokens):
            return "END"
        token = self.tokens[at]
        low = token.lower
        if token.quoted:
            return "QUOTE"
        if low in _TELLING or not token.word:
            return low
        if token.capital:
            return "CAP"
        if low in self._cues:
            return "CUE"
        if low[0].isdigit():
            return "NUM"
        return next((name for ending, name in _ENDINGS if low.endswith(ending)), "LOW")

    def within(self, at: int, other: int) -> bool:
        """Say whether token `at` exists and stands in the sentence of token `other`."""
        first, last = self._bounds[self.tokens[other].sentence]
        return first <= at < last

    def opening(self, at: int) -> int:
        """The first token of the sentence of token `at`, an agency's dateline left off."""
        return max(self._bounds[self.tokens[at].sentence][0], self._story)

    def closing(self, at: int) -> int:
        """The token behind the sentence of token `at`."""
        return self._bounds[self.tokens[at].sentence][1]

    def source_sort(self, first: int, last: int) -> str:
        """What kind of phrase a source is: its pronoun, CAP for a name, cap with a name in it, low without."""
        opens = self.tokens[first].lower
        if opens in lexicon.PRONOUNS or opens in _POINTING:
            return opens
        if self.tokens[last - 1].capital:
            return "CAP"
        return "cap" if any(token.capital for token in self.tokens[first:last]) else "low"


_LONGEST_DATELINE = 12


def _past_dateline(tokens: Sequence[Token]) -> int:
    """Past "PORT ELLAND, Nov 14 (HBN) -" at the head of an agency's report."""
    if not tokens or not (tokens[0].text.isupper() and len(tokens[0].text) > 3):
        return 0
    dash = next(
        (at for at, t in enumerate(tokens[:_LONGEST_DATELINE]) if t.text in ("-", "—", "–", "―")), None
    )
    return 0 if dash is None else dash + 1


def _bounds(tokens: Sequence[Token]) -> dict[int, tuple[int, int]]:
    """For each sentence its first token and the one behind its last."""
    made: dict[int, tuple[int, int]] = {}
    first = 0
    for at in range(1, len(tokens) + 1):
        if at == len(tokens) or tokens[at].sentence != tokens[first].sentence:
            made[tokens[first].sentence] = (first, at)
            first = at
    return made


_ENDINGS = (("ing", "ING"), ("ly", "LY"), ("ed", "ED"))
_POINTING = frozenset("it this that which there what those these".split())
