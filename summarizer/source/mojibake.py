"""Text that was decoded wrongly before it came here: "donâ€™t" for "don’t". Repaired, and said."""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.article import Cut, Span
from summarizer.source.loaded import Loaded

# What the first byte of a UTF-8 sequence looks like in Windows-1252 or -1251, and then a later one.
_SIGN = re.compile(
    "[ÂÃâÐÑРСвÅÄ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u0400-\u040f\u0452-\u045f]"
    "|[ØÙ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|ï¿½|ï»¿"
)
FEWEST = 3
"""Places in a text that prints other signs beyond ASCII rightly; a single "Ã”" may be the end of a
quotation in capitals ("“NAÇÃ”"), three are none."""


def repaired(loaded: Loaded) -> Loaded:
    """Decode anew, line by line, what ftfy finds to be sure; spans are carried over.

    A text is left as it is where fewer than FEWEST places are found among others that are printed rightly.
    """
    if loaded.raw.isascii() or _SIGN.search(loaded.raw) is None:
        return loaded
    import ftfy

    old = loaded.raw.split("\n")
    new = [ftfy.fix_encoding(line) if _SIGN.search(line) else line for line in old]
    places = sum(len(_SIGN.findall(one)) for one, other in zip(old, new, strict=True) if one != other)
    right = sum(not char.isascii() for char in _SIGN.sub("", loaded.raw))
    if not places or (places < FEWEST and right):
        return loaded
    said = f"{loaded.name}: {places} characters had been decoded wrongly (as in 'donâ€™t') and were repaired"
    if places == 1:
        said = f"{loaded.name}: one character had been decoded wrongly (as in 'donâ€™t') and was repaired"
    moved = _Moved(old, new)
    return replace(
        loaded,
        raw="\n".join(new),
        notices=(*loaded.notices, said),
        likely=tuple(moved.span(span) for span in loaded.likely),
        hints={moved.places[start].start: names for start, names in loaded.hints.items()},
        cuts=tuple(Cut(moved.span(c.span).start, moved.span(c.span).end, c.reason) for c in loaded.cuts),
        title=loaded.title and ftfy.fix_encoding(loaded.title),
        byline=tuple(ftfy.fix_encoding(name) for name in loaded.byline),
    )


class _Moved:
    """Where whole lines of the old text stand in the new one."""

    def __init__(self, old: list[str], new: list[str]) -> None:
        self.places: dict[int, Span] = {}
        at, now = 0, 0
        for one, other in zip(old, new, strict=True):
            self.places[at] = Span(now, now + len(other))
            at += len(one) + 1
            now += len(other) + 1

    def span(self, span: Span) -> Span:
        return self.places[span.start]
