"""What is told of a printed word by itself: its class, whether it may report, whether it looks like a verb."""

from __future__ import annotations

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


# Words told once; a quarter of the time was spent on telling them anew for every article.
_MOST_KEPT = 1 << 15

Told = tuple[str, bool, str, bool, bool, int, bool, str]
"""The word as it is printed, whether it is quoted, its form in lower case, whether it is a word rather than a mark,
whether it starts with a capital letter, the tenths of its uses in which it reports (-1 where it does not), whether it
looks like a finite verb (an auxiliary, a common one, or a past in -ed), and the class the weights know it by: the word
itself where it is of a closed class."""


@lru_cache(maxsize=_MOST_KEPT)
def plain(printed: str) -> Told:
    """Tell a word's form."""
    low = printed.lower().replace("’", "'")
    word, capital = printed[0].isalnum(), printed[0].isupper()
    reports = weights.cues().get(low, -1)
    verb = low in _VERBS or (low.endswith("ed") and not capital and len(low) > 4)
    return printed, False, low, word, capital, reports, verb, _sort(low, word, capital, reports >= 0)


@lru_cache(maxsize=_MOST_KEPT)
def quoted(printed: str) -> Told:
    """Tell the form of a word in a quotation: its class is QUOTE."""
    return printed, True, *plain(printed)[2:-1], "QUOTE"


def forget() -> None:
    """Tell them anew: the words that report have been changed, by whoever fits the weights."""
    plain.cache_clear()
    quoted.cache_clear()


def _sort(low: str, word: bool, capital: bool, cue: bool) -> str:
    if low in _TELLING or not word:
        return low
    if capital:
        return "CAP"
    if cue:
        return "CUE"
    if low[0].isdigit():
        return "NUM"
    return next((name for ending, name in _ENDINGS if low.endswith(ending)), "LOW")


_ENDINGS = (("ing", "ING"), ("ly", "LY"), ("ed", "ED"))
