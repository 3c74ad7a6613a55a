"""The text as lines with what can be told of each by itself."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.article import Span
from summarizer.clean import labels, lexicon

# A mark that ends a sentence, and what may stand behind it: each line is asked, so no search is begun in vain.
_MARKS = frozenset(".!?…。！？")
_BEHIND = frozenset("\"”“»›’')]* ")
_LAST = 6
_WORD = re.compile(r"\w+")
# What ASCII text is without its marks, a blank for each: to part it so takes a third of the time of a pattern.
_WORDS_ONLY = bytes(at if chr(at).isalnum() or chr(at) in "_\n" else ord(" ") for at in range(128)) + bytes(
    128
)
_NO_FIGURES = bytes(at for at in range(128) if not (chr(at).isdecimal() or at == ord("\n")))
# Marks without which most lines of Western pages are ASCII.
_TYPOGRAPHY = "’‘“”–—…\xa0"
_BLANKS = "\t\x1c\x1d\x1e\x1f\x85\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_FEWEST_WIDE = 4
# A line without one of these words is no byline and no notice, holds no address, shows nothing, and is no label
# whose pattern begins with anything: one look instead of six.
_WATCHED = labels.SIGNS | lexicon.NOTICES | labels.HELD
Printed = tuple[int, int, bool]
MOST_DATED = 16
"""Words of a line that may tell a time among other things."""


@dataclass(slots=True, eq=False)
class Line:
    """A printed line, or a block of lines broken at one width, without outer white space; nobody changes it.

    `words` counts runs of letters and digits, which are the `tokens`; two characters of a script without blanks
    count as one word, and `wide` says that there are some. `low` is `text` in small letters, `known` what it is
    known to be, `byline` the names of a line that is one, `notice` the share of words by which a page speaks of
    itself. Not frozen, because it is made for every line and asked a hundred times: a frozen class takes six times
    as long to make, a named tuple ten times as long to ask.
    """

    start: int
    end: int
    text: str
    low: str
    words: int
    ended: bool
    label: str | None
    tokens: Sequence[str]
    known: labels.Known
    watched: bool
    figures: bool
    wide: bool = False
    byline: str | None = None
    notice: float = 0.0
    _telling: tuple[str, ...] | None = None
    _dated: bool | None = None
    _timed: bool | None = None

    @property
    def span(self) -> Span:
        """Where the line stands in the text as loaded."""
        return Span(self.start, self.end)

    @property
    def dated(self) -> bool:
        """Whether there is a day in the line; looked up once."""
        made = self._dated
        if made is None:
            made = self._dated = self.figures and labels.dated(self.low)
        return made

    @property
    def timed(self) -> bool:
        """Whether the line tells the time of an article, or who wrote it in so many words; looked up once."""
        made = self._timed
        if made is None:
            said = self.label == "timestamp" or self.byline is not None
            made = self._timed = said or (self.words <= MOST_DATED and self.dated)
        return made

    @property
    def telling(self) -> tuple[str, ...]:
        """Words that tell what the line is about; pairs of characters where words are not parted by blanks."""
        made = self._telling
        if made is None:
            common = lexicon.COMMON
            if self.wide:
                made = tuple(
                    token[k : k + 2]
                    for token in self.tokens
                    if lexicon.wide(token)
                    for k in range(len(token) - 1)
                )
            else:
                made = tuple([token for token in self.tokens if len(token) > 3 and token not in common])
            self._telling = made
        return made


def lines_of(raw: str) -> list[Line]:
    """Split `raw` into its printed lines; lines broken at one width are joined to blocks."""
    spans, texts = _printed(raw)
    if not spans:
        return []
    if _hard_wrapped(raw, spans):
        spans = _blocks(raw, spans)
        texts = [" ".join(raw[start:end].split()) for start, end, _ in spans]
    # of all lines at once what can be: a call for each line costs more than what it does
    joined = _single_blanks("\n".join(texts))
    low = joined.lower()
    lows, parted = low.split("\n"), _parted(low)
    parts = list(_tokens(parted))
    watched = [not none for none in map(_WATCHED.isdisjoint, parts)]
    known = labels.known(lows, _anyhow(low, lows, watched))
    lines = [
        Line(
            start, end, text, small, len(tokens), _ended(text), what.label, tokens, what, seen, figures != ""
        )
        for (start, end, _), text, small, tokens, what, seen, figures in zip(
            spans, joined.split("\n"), lows, parts, known, watched, _figures(low), strict=True
        )
    ]
    for line in itertools.compress(lines, watched):
        line.byline = labels.byline(line.text, line.low, line.tokens)
        line.notice = lexicon.notices(line.tokens)
    if not parted.isascii():
        _count_wide(lines)
    return lines


def _figures(low: str) -> list[str]:
    """The figures of each line, as Western pages print them."""
    return low.encode("ascii", "ignore").translate(None, _NO_FIGURES).decode().split("\n")


def _single_blanks(texts: str) -> str:
    """Texts with one blank between words, whatever stands there."""
    for blank in _BLANKS:
        if blank in texts:
            texts = texts.replace(blank, " ")
    while "  " in texts:
        texts = texts.replace("  ", " ")
    return texts


def _count_wide(lines: Sequence[Line]) -> None:
    """Count words where they are not parted by blanks."""
    for line in lines:
        if not line.low.isascii() and (found := lexicon.WIDE.findall(line.text)):
            line.wide = True
            if len(found) >= _FEWEST_WIDE:
                line.words = max(line.words, len(found) // 2)


def _anyhow(low: str, lows: Sequence[str], watched: Sequence[bool]) -> set[int]:
    """The lines that may be a label however they begin: those with the word for it, and with a mark."""
    made = {
        at
        for at in itertools.compress(range(len(lows)), watched)
        if len(lows[at]) <= labels.LONGEST and any(map(lows[at].__contains__, labels.ANYWHERE))
    }
    for mark in labels.MARKS:
        if mark in low:
            made.update([at for at, line in enumerate(lows) if mark in line])
    return made


def _tokens(parted: str) -> Iterator[list[str]]:
    """The runs of letters and digits of each line of what `_parted` gives."""
    lines = parted.split("\n")
    if parted.isascii():
        return map(str.split, lines)
    plain = iter(_parted("\n".join(filter(str.isascii, lines))).split("\n"))
    return (next(plain).split() if line.isascii() else _WORD.findall(line) for line in lines)


def _parted(low: str) -> str:
    """A text in small letters without the marks that Western pages print, a blank for each."""
    if not low.isascii():
        for mark in _TYPOGRAPHY:
            low = low.replace(mark, " ")
    return low.encode().translate(_WORDS_ONLY).decode() if low.isascii() else low


_OTHER_BREAKS = re.compile("[\r\u2028\u2029\x0b\x0c]")


def _printed(raw: str) -> tuple[list[Printed], list[str]]:
    """Where printed lines begin and end, and whether an empty one stands before; and what they say."""
    parted = _OTHER_BREAKS.sub("\n", raw.replace("\r\n", " \n")) if _OTHER_BREAKS.search(raw) else raw
    pieces = parted.split("\n")
    texts = list(map(str.rstrip, map(str.lstrip, pieces)))
    made: list[Printed] = []
    starts = itertools.accumulate([len(piece) + 1 for piece in pieces], initial=0)
    for at, piece, text, above in zip(starts, pieces, texts, ["", *texts], strict=False):
        if text:
            start = at if text[0] == piece[0] else at + len(piece) - len(piece.lstrip())
            made.append((start, start + len(text), not above))
    return made, list(filter(None, texts))


# Lines of one width: so many that go on with a small letter, and their share of the lines of a paragraph's width.
_FEWEST_BROKEN, _BROKEN = 3, 0.3
_NARROWEST, _WIDEST_BROKEN = 40, 100
# Of the width of most lines, what a line has at least that was broken there, and what it would have had unbroken.
_NEARLY_FULL, _FULL = 0.7, 0.9
# What a new block begins with although no empty line stands above: a rule, an item of a list, the head of a letter.
_RULE_OR_ITEM = re.compile(r"[*•·–—-] \S|(?:From|To|Cc|Sent|Date|Subject): \S|([=_*~#-])\1{3}")


def _hard_wrapped(raw: str, spans: Sequence[Printed]) -> bool:
    """Lines of one width, most of them broken in mid-sentence, in blocks parted by empty lines.

    What stands around the blocks, in lines of any width, says nothing where many lines go on in small letters.
    """
    inner = [one for one, other in itertools.pairwise(spans) if not other[2]]
    if _go_on(raw, spans):
        return True
    if len(inner) < 4:
        return False
    like = [(start, end) for start, end, _ in inner if 45 <= end - start <= 100]
    if len(like) < 0.6 * len(inner):
        return False
    return sum(not ends(raw[max(start, end - 12) : end]) for start, end in like) >= 0.55 * len(inner)


def _go_on(raw: str, spans: Sequence[Printed]) -> bool:
    """Say whether lines of no more than one width are broken and go on in the next, with a small letter."""
    if any(end - start > _WIDEST_BROKEN and " " in raw[start:end] for start, end, _ in spans):
        return False
    broken = [
        one
        for one, other in itertools.pairwise(spans)
        if not other[2]
        and one[1] - one[0] >= _NARROWEST
        and raw[other[0]].islower()
        and not ends(raw[max(one[0], one[1] - 12) : one[1]])
    ]
    paragraphs = sum(end - start >= _NARROWEST for start, end, _ in spans)
    return len(broken) >= _FEWEST_BROKEN and len(broken) >= _BROKEN * paragraphs


def _blocks(raw: str, spans: Sequence[Printed]) -> list[Printed]:
    """Join a line to the one before where its first word had no room there any more."""
    widths = sorted(end - start for start, end, _ in spans)
    width = widths[int(0.9 * (len(widths) - 1))]
    made: list[Printed] = []
    last, room = 0, True
    for start, end, gap in spans:
        word = raw.find(" ", start, end)
        needed = (word if word > 0 else end) - start + 1
        apart = _RULE_OR_ITEM.match(raw, start, end) is not None
        if (
            made
            and not gap
            and not apart
            and not room
            and (last + needed >= _FULL * width or raw[start].islower())
        ):
            made[-1] = (made[-1][0], end, made[-1][2])
        else:
            made.append((start, end, gap))
        last = end - start
        room = last < _NEARLY_FULL * width or (apart and not raw[end - 1].isalnum())
    return made


def _ended(text: str) -> bool:
    last = text[-1]
    return last in _MARKS or (not last.isalpha() and ends(text))


def ends(text: str) -> bool:
    """Say whether a line ends like a sentence: with its mark, and no more than figures and closing marks behind."""
    if text[-1:].isalpha():
        return False
    for at in range(len(text) - 1, max(-1, len(text) - 2 - _LAST), -1):
        char = text[at]
        if char in _MARKS:
            return True
        if not (char in _BEHIND or char.isdecimal() or char.isspace()):
            return False
    return False
