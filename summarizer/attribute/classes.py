"""What is told of a printed word by itself: its class, whether it may report, whether it looks like a verb."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from summarizer.attribute import weights

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


_PARTING = frozenset(",;:—–―-")
_OPENING = frozenset({"according", "asked"})
_CERTAIN = 4
"""A word with a capital is looked at where it is a cue in so many tenths of its uses: headlines."""
_MOST_KEPT = 1 << 15


class Token:
    """A word or a mark as it is printed, with what is told of it by itself; one serves all places it is printed at.

    `quoted` says whether it stands in a quotation, `word` whether it is a word rather than a mark, `capital` whether it
    starts with a capital letter. `reports` are the tenths of its uses in which it reports, -1 where it does not; `verb`
    says whether it looks like a finite verb (an auxiliary, a common one, or a past in -ed). `sort` is the class the
    weights know it by: the word itself where it is of a closed class, QUOTE in a quotation.
    `heads` says whether it may head a cue by itself, `nears` whether it ends what a content may go on with: a word that
    reports, or a quotation. `halts` are verbs and the marks that part clauses.
    """

    __slots__ = (
        "capital",
        "halts",
        "heads",
        "lower",
        "nears",
        "quoted",
        "reports",
        "sort",
        "text",
        "verb",
        "word",
    )

    def __init__(self, printed: str, quoted: bool, tenths: Mapping[str, int]) -> None:
        low = printed.lower()
        if "’" in low:
            low = low.replace("’", "'")
        first = printed[0]
        word, capital = first.isalnum(), first.isupper()
        reports = tenths.get(low, -1)
        ending = low[-2:]
        self.text, self.quoted, self.lower = printed, quoted, low
        self.word, self.capital, self.reports = word, capital, reports
        self.verb = (ending == "ed" and not capital and len(low) > 4) or low in _VERBS
        self.halts = self.verb or low in _PARTING
        if quoted:
            self.nears, self.heads, self.sort = True, False, "QUOTE"
            return
        cue = reports >= 0
        self.nears = cue and not capital
        self.heads = cue and (not capital or reports >= _CERTAIN or low in _OPENING)
        if low in _TELLING or not word:
            self.sort = low
        elif capital:
            self.sort = "CAP"
        elif cue:
            self.sort = "CUE"
        else:
            self.sort = _sort(low, ending)


class Told(dict[str, Token]):
    """The tokens of printed words, each made when it is first asked for.

    A megabyte of news prints 190,000 words and marks, 23,000 different ones. It starts anew where it has grown too
    large.
    """

    def __init__(self, quoted: bool) -> None:
        super().__init__()
        self._quoted = quoted
        self._reports = weights.cues()

    def __missing__(self, printed: str) -> Token:
        if len(self) >= _MOST_KEPT:
            self.clear()
        made = self[printed] = Token(printed, self._quoted, self._reports)
        return made


@lru_cache(maxsize=2)
def told(quoted: bool) -> Told:
    """The tokens of words that stand in quotations, or of those that do not."""
    return Told(quoted)


def forget() -> None:
    """Tell them anew: the words that report have been changed, by whoever fits the weights."""
    told.cache_clear()


def _sort(low: str, ending: str) -> str:
    """The class of a word of none that is closed, by its first letter and its last."""
    if low[0].isdigit():
        return "NUM"
    if ending == "ng":
        return "ING" if low.endswith("ing") else "LOW"
    return _ENDINGS.get(ending, "LOW")


_ENDINGS = {"ly": "LY", "ed": "ED"}
