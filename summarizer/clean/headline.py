"""Which line of a pasted page is the article's headline.

Every line above the body that could be one is weighed by what a reader goes by: it says what the body
says, the time or the authors stand below it, other lines end with it. The weights were fitted on the 91
development pages (`benchmarks/fit_headline.py`): 87 of their headlines are found, 85 or 86 by weights that had
not seen the page (three times four folds), 68 by rules without weights. Other signs that were tried, distance from
the body among them, told nothing more.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from summarizer import moments
from summarizer.clean import features, labels, signs
from summarizer.clean.lines import Line

_FEWEST, _MOST = 2, 32
# Lines above the body in which the headline is looked for, and of the body that tell what it is about.
_REACH, _BODY, _KEPT = 90, 30, 12
# Words are compared by so many letters: a headline says "islanders", the body "island".
_STEM, _ENOUGH_WORDS = 5, 5
_SHORT = 5
# Lines above and below among which one may end with the headline.
_ENDING_ABOVE, _ENDING_BELOW = 12, 30
_CREDIT = re.compile(
    r"\b(?:photo|image|picture|credit|photograph)s?\b.{0,12}[:)]|\bgetty\b|\bphotograph(?:ed)? by"
    r"|^(?:illustrations?|photographs?|photography|photos?|words|pictures?|graphics?|video|text|art) by\b"
)
_CREDITED = re.compile(
    r"[\w.'’-]+(?: [\w.'’-]+){1,2} ?/ ?[A-Z][\w.’' -]{2,40}|.*\([^()]*/[^()]*\)|.*\((?:[A-Z][\w.'’-]+ ?){2,3}\)"
)
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]{2,30}(?:, [A-Z][\w. ]{1,14})?\s(?:\([^()]{2,20}\)\s)?[—–-]{1,2}\s")
_TRAIL = re.compile(r"(?:\s[-–*]\s\S.*){3}|\s[|>»›/•·]\s.*\s[|>»›/•·]\s|\S›|›\S|^\w+ [>»›] ")
_TRAILING = "|>»›/•·"
_KICKER = re.compile(
    r"(?:analysis|opinion|exclusive|comment|revealed|review|interview|explainer|obituary|profile)\s?:\s(?:\S+\s){2}\S"
)
# The number of a magazine ("Winter 2031").
_ISSUE = re.compile(r"[^\W\d]+\W+(?:19|20)\d\d")
_NOTICE, _NOTICES = 0.1, 0.25
WEIGHTS: Mapping[str, float] = {
    "shared": 3.8,
    "sign 1": 3.0,
    "sign 3": 3.4,
    "sign 6": 0.7,
    "text below": 2.8,
    "tail of another": 2.1,
    "notice": -0.2,
    "holds another": -1.0,
    "stop": -2.3,
    "crowd": -1.3,
    "two words": -1.7,
    "kept": -2.7,
    "short": -3.0,
}
_SHARES, _ON_SUBJECT = 0.25, 0.4
_FAR = 2_000


def title_at(lines: Sequence[Line], kept: Sequence[bool]) -> int | None:
    """Say which line is the headline; a text without a line that could be one has none."""
    return best_of(candidates(lines, kept), WEIGHTS)


def as_sentence(lines: Sequence[Line], kept: Sequence[bool]) -> str | None:
    """The headline of a text that begins with it, printed with a full stop as archives do, without the stop.

    The line stays a sentence of the article. It has to be one sentence, and to be set in capitals or to do
    without articles and auxiliaries, as headlines do, and tell what the text tells. Of 84 articles of an archive
    60 have theirs found so; of 84 others without theirs, and 91 bodies of pages, none but two standfirsts.
    """
    if len(lines) < 2 or not (kept[0] and kept[1]) or lines[1].start - lines[0].end < _EMPTY_LINE:
        return None
    line = lines[0]
    if not (line.ended and _FEWEST < line.words <= _MOST_IN_SENTENCE) or _DATELINE.match(line.text):
        return None
    if _NEXT_SENTENCE.search(line.text) or not (_in_capitals(line.text) or _terse(lines, kept)):
        return None
    return without_stop(line.text)


def without_stop(text: str) -> str:
    """Leave off the full stop that ends a line, be it inside a quotation."""
    return _FULL_STOP.sub("", text)


_FULL_STOP = re.compile(r"\.(?=['’”\")]*$)")
_MOST_IN_SENTENCE, _EMPTY_LINE = 20, 2
_NEXT_SENTENCE = re.compile(r"(?<!\b[A-Z])[.!?]['’”\")]?\s+[A-Z“\"']")
_LONG_WORD = re.compile(r"[A-Za-z][\w’'-]{3,}")
_CAPITALS, _FEWEST_LONG, _TOLD = 0.75, 3, 0.5
_SPELLED_OUT = re.compile(
    r"\b(?:the|an?|is|are|was|were|has|have|had|been|its|his|her|their|it|he|she|they|[a-z]+n['’]t)\b",
    re.IGNORECASE,
)


def _in_capitals(text: str) -> bool:
    """Say whether nearly every long word behind the first begins with a capital."""
    long = _LONG_WORD.findall(text.split(maxsplit=1)[-1])
    return len(long) >= _FEWEST_LONG and sum(word[0].isupper() for word in long) >= _CAPITALS * len(long)


def _terse(lines: Sequence[Line], kept: Sequence[bool]) -> bool:
    """Say whether the first line leaves out what headlines leave out, and the text takes up its words."""
    telling = lines[0].telling
    body = {word[:_STEM] for at in range(1, min(len(lines), _BODY)) if kept[at] for word in lines[at].telling}
    told = sum(word[:_STEM] in body for word in telling)
    return not _SPELLED_OUT.search(lines[0].text) and told >= max(1, _TOLD * len(telling))


def candidates(lines: Sequence[Line], kept: Sequence[bool]) -> dict[int, Mapping[str, float]]:
    """The lines that could be the headline, with what speaks for and against each."""
    first = next((at for at, k in enumerate(kept) if k), None)
    if first is None:
        return {}
    head = _Head(lines, kept, first)
    heads = [at for at in range(max(0, first - _REACH), head.end) if head.titular[at]]
    return {at: head.names(at) for at in heads if head.likely(at)}


def score(names: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Sum up what speaks for and against a line."""
    return sum(weights.get(name, 0.0) * value for name, value in names.items())


def best_of(found: Mapping[int, Mapping[str, float]], weights: Mapping[str, float]) -> int | None:
    """The likeliest line, or the one above it where it is that one's summary or caption."""
    best = max(found, key=lambda at: score(found[at], weights), default=None)
    while best is not None and _headed(best, found):
        best -= 1
    return best


def _headed(at: int, likely: Mapping[int, Mapping[str, float]]) -> bool:
    """Say whether the line above is the headline to a summary or a caption: it tells as much, and is in no list."""
    names = likely.get(at - 1, {})
    enough = max(_ON_SUBJECT, likely[at]["share"])
    return names.get("share", 0) >= enough and not names.keys() & {"crowd", "short", "holds another", "kept"}


class _Head:
    """The lines above the body, and the few at its head among which a headline may have been kept."""

    def __init__(self, lines: Sequence[Line], kept: Sequence[bool], first: int) -> None:
        self.lines, self.kept, self.first = lines, kept, first
        ended = next((at for at, k in enumerate(kept) if k and lines[at].ended), first + 1)
        self.end = ended if ended <= first + _KEPT else first + 1
        # sentences: a line of a menu that was kept says what it says itself
        within = [at for at in range(first, min(len(lines), first + _BODY)) if kept[at]]
        body = [
            lines[at].telling for at in within if lines[at].ended or not any(lines[k].ended for k in within)
        ]
        self.body = frozenset([word[:_STEM] for word in frozenset[str]().union(*body)])
        start = max(0, first - _REACH)
        named = signs.all_named(lines, range(start, self.end))
        self.sign = [False] * (self.end + 1)
        self.titular = [False] * self.end
        self.shares: dict[int, float] = {}
        for at in range(start, min(self.end + 1, len(lines))):
            self.sign[at] = at in named or lines[at].timed
        lows = [line.low + "\n" for line in lines[: self.end + _ENDING_BELOW]]
        self._lows = "".join(lows)
        self._starts = list(itertools.accumulate(map(len, lows), initial=0))
        for at in range(start, self.end):
            self.titular[at] = at not in named and _titular(lines[at])

    def likely(self, at: int) -> bool:
        """What no sign speaks for is no headline, unless the text begins with it."""
        line, share = self.lines[at], self._share(at)
        if share >= _SHARES or (not at and line.words >= _SHORT and "|" not in line.text):
            return True
        if line.words >= 3 and self._ends_another(at):
            return True
        signed = self._signed(at + 1, at + 2) or (
            self._signed(at + 2, at + 4) and not self._covered(at, at + 4, share)
        )
        return signed and line.notice <= _NOTICE

    def names(self, at: int) -> dict[str, float]:
        """Name what speaks for and against a line, and how much; "share" is no weight of its own."""
        line = self.lines[at]
        share = self._share(at)
        near = self._signed(at + 1, at + 2)
        further = not near and self._signed(at + 2, at + 4) and not self._covered(at, at + 4, share)
        far = not (near or further) and self._signed(at + 4, at + 7) and not self._covered(at, at + 7, share)
        held = {
            "sign 1": near,
            "sign 3": further,
            "sign 6": far,
            "text below": self._text_below(at),
            "tail of another": line.words >= 3 and self._ends_another(at),
            "holds another": self._holds_another(at),
            "notice": line.notice > _NOTICE,
            "stop": line.text.endswith(".") and not line.text.endswith("...") and not near,
            "crowd": not near and not further and self._crowded(at),
            "two words": line.words == 2,
            "kept": self.kept[at] and not near,
            "short": line.words < _SHORT and not near,
        }
        made = {name: 1.0 for name, holds in held.items() if holds}
        made["shared"] = share * min(len(line.telling), _ENOUGH_WORDS) / _ENOUGH_WORDS
        made["share"] = share
        return made

    def _signed(self, start: int, end: int) -> bool:
        return any(self.sign[start : min(end, self.first + 1)])

    def _covered(self, at: int, end: int, share: float) -> bool:
        """A line much more on the subject stands between: what is signed below is its article."""
        for k in range(at + 1, min(end, self.first)):
            if self.sign[k]:
                return False
            if self.titular[k] and self._share(k) > max(_ON_SUBJECT, 2 * share):
                return True
        return False

    def _share(self, at: int) -> float:
        """Share of the line's telling words that the body has."""
        if at not in self.shares:
            telling, body = self.lines[at].telling, self.body
            shared = len([word for word in telling if word[:_STEM] in body])
            self.shares[at] = shared / len(telling) if telling else 0.0
        return self.shares[at]

    def _text_below(self, at: int) -> bool:
        """A sentence that is not the body's stands right below, as under a headline."""
        if at + 1 >= len(self.lines) or self.kept[at + 1]:
            return False
        below = self.lines[at + 1]
        return below.ended and below.label is None and below.words > max(7, self.lines[at].words)

    def _ends_another(self, at: int) -> bool:
        """A trail of sections, or a button that shares the article, ends with its headline."""
        low, starts = self.lines[at].low, self._starts
        around = range(max(0, at - _ENDING_ABOVE), min(len(self.lines), at + _ENDING_BELOW))
        if self._lows.count(low + "\n", starts[around.start], starts[around.stop]) < 2:
            return False
        return any(_ends(self.lines[k], self.lines[at]) for k in around)

    def _holds_another(self, at: int) -> bool:
        """One of the lines below could be the headline, and this one ends with it."""
        below = [self.lines[k] for k in range(at + 1, min(self.end, at + 4)) if self.titular[k]]
        return any([line.words >= 3 and _ends(self.lines[at], line) for line in below])

    def _crowded(self, at: int) -> bool:
        """A headline among headlines is one of a list."""
        near = (k for k in (at - 2, at - 1, at + 1, at + 2) if 0 <= k < min(self.first, self.end))
        return sum(self.titular[k] and self.lines[k].words >= 4 for k in near) >= 3


def _ends(line: Line, other: Line) -> bool:
    return line.low != other.low and line.low.endswith(other.low)


def _titular(line: Line) -> bool:
    if line.label is not None or not _FEWEST <= line.words <= _MOST or line.text.endswith((",", ";", ":")):
        return False
    if line.words == _FEWEST and line.figures and _ISSUE.fullmatch(line.text):
        return False
    if (parts := labels.beside_day(line.text) if line.dated else ()) and (
        "|" in line.text or moments.marked(line.text) or len(" ".join(parts).split()) < _FEWEST
    ):
        return False
    known = (line.known.heads or line.known.teases) and not _KICKER.match(line.low)
    if line.byline is not None or known or line.notice > _NOTICES:
        return False
    return not (
        _credited(line) or _trail(line.text) or ("." in line.low and features.addressed(line.low, _FAR))
    )


def _credited(line: Line) -> bool:
    """Say whether a line tells who took a picture."""
    low = line.low
    if line.watched and _CREDIT.search(low):
        return True
    return ("/" in low or "(" in low) and _CREDITED.fullmatch(line.text) is not None


def _trail(text: str) -> bool:
    """Say whether a line is a trail of sections, or begins with the place and the agency that a report comes from."""
    if any(map(text.__contains__, _TRAILING)) and _TRAIL.search(text):
        return True
    return _DATELINE.match(text) is not None
