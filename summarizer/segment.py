"""Cut paragraphs into numbered sentences."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from summarizer.article import Cut, Sentence, Span

# sentencex keeps a quotation or bracket in one piece however many sentences it holds, so the marks
# are left out of what it reads and given back to the sentence they close.
_MARKS = frozenset('"“”„‟«»‹›「」『』()')
_CLOSING = re.compile(r"[\"”»›’'\)\]」』]+")
_ONLY_CLOSING = frozenset("”」』)")
_TERMINAL = re.compile(r"[.!?…。！？][\"”»›’'\)\]」』\s]*$")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(“\"‘'])(?:Mr|Mrs|Ms|Mx|Mme|Mlle|MM|Sra|Srta|Dra|Messrs|Dr|Drs|St|Ft|Gen|Atty|Govs|Cllr|Spc|Pfc|Col|Lt|Capt|Sgt|Sen|Rep|Gov|Prof|Rev|Hon|Jr|Sr|vs|v|approx|"
    r"Inc|Ltd|Co|Corp|fig|pp|p|al|cf|ca|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|(?:[DRI]-)?[A-Z]|(?:[DRI]-)?[A-Z]\.[A-Z]|[A-Z]\.[A-Z]\.[A-Z])\.\s*$"
)
_TITLES_BEFORE_NAMES = re.compile(
    r"(?:^|\s)(?:Inc|Ltd|Co|Corp|Jr|Sr|al|U\.S|U\.K|U\.N|E\.U|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\.\s*$"
)
_LOWER_START = re.compile(r"[\s\"“”„«»‹›‘’'(\[—–-]*[^\W\d_A-ZÀ-ÖØ-Þ]")
# Japanese goes on after a quotation with the particle of the verb that reports it.
_REPORTING = re.compile(r"\s*(?:と|って|、)")
# An ordinal has a stop in German: "der 1. FC", "am 3. Oktober".
_GERMAN_ORDINAL = re.compile(
    r"\b(?:[dD](?:er|ie|as|en|em|es)|[aAiI]m|[vV]om|[zZ]um|[zZ]ur|[bB]eim|[eE]in(?:e[rnms]?)?|[iI]hre?[rnms]?|[sS]eine?[rnms]?)"
    r"\s\d{1,3}\.\s*$"
)
# Three dots right behind a word, and a capital after them: the sentence was broken off.
_BROKEN_OFF = re.compile(r"(?<=\w)(?:…|\.{3})[\"”»’'」]*\s+(?=[\"“„«‘¿¡(]*\s?[A-ZÀ-ÖØ-Þ])")
# "until 8 p.m. Monday", "at 6 a.m. EDT", "from 10:30 p.m. Aug. 9": what follows the hour is its day or zone, unless
# the day does something ("Monday was quiet").
# "$ 1. 7 million", as careless software parts it.
_HALF_FIGURE = re.compile(r"(?<![\w.,])\d{1,3}\.\s$")
_OTHER_HALF = re.compile(r"\d{1,2}\s?(?:%|per\s?cent\b|percent\b|million\b|billion\b|trillion\b)")
_HOUR = re.compile(r"\d\s?[ap]\.\s?m\.\s*$", re.IGNORECASE)
_OF_THE_HOUR = re.compile(
    r"\s*(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"
    r"(?!['’]s|\s+(?:is|was|will|has|had|saw|would|may|can|brings?|brought|marks?|marked)\b)"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}\b"
    r"|\(?(?:[A-Z]{1,3}[DS]?T|GMT|UTC|Z|local time|Eastern|Central|Pacific|Mountain)\b)"
)
# The end of an address ("HarbourNews.Net"): what follows the stop without a blank is no new sentence.
_ADDRESS = re.compile(r"(?i:com|net|org|info|tv|news|gov|edu|co|io|fm|eu|uk|ru|de|fr|au|ca|us)\b(?!['’])")
_NUMBER_START = re.compile(r"\s*\d")
# Half of a surrogate pair, which a text in memory can hold and the engine cannot read.
_SURROGATE = re.compile(r"[\ud800-\udfff]")

# So much of what stands before a border is looked at.
_TAIL = 24

# One call on a longer paragraph takes quadratic time in places; pieces of this many code points
# end at white space, so at worst a sentence of a paragraph that long is cut there.
_LONGEST_PIECE = 20_000

# Between ideographic stops the engine takes time with the square of their number (10.7 ms for 13,600 code points of
# short Japanese sentences, 0.9 ms for 3,400), so a piece ends at the first one after so many code points: a border that
# the engine would find too.
_ENOUGH_OF_STOPS = 1_000
_STOP = re.compile("[。！？]")

LONGEST_SENTENCE = 2_000
"""Code points; a sentence of prose has some 150, of a statute some 1,000. What runs on without an end is no
prose (a table, a list of links, somebody's attempt to make reading slow) and is numbered in parts: later
stages hold a sentence's words, figures and quotations against each other, which takes time with its square."""


def split(
    raw: str, paragraphs: Sequence[Span], cuts: Sequence[Cut] = (), language: str = "en"
) -> tuple[Sentence, ...]:
    """Number the sentences of `paragraphs` from 1, in order, without gaps.

    A sentence lies inside one paragraph, holds no cut, and neither starts nor ends with
    white space; between the sentences of a paragraph there is only white space and cuts.
    Every sentence of a quotation is one of its own, its marks included, so that evidence
    is as short as it can be.
    """
    made: list[Sentence] = []
    at_cut = 0
    ordered = sorted(cuts, key=lambda cut: cut.start)
    for number, paragraph in enumerate(paragraphs):
        while at_cut < len(ordered) and ordered[at_cut].end <= paragraph.start:
            at_cut += 1
        for part in _without_cuts(paragraph, ordered, at_cut):
            for start, end in _sentences(part.of(raw), language):
                made.append(Sentence(len(made) + 1, part.start + start, part.start + end, number))
    return tuple(made)


def _without_cuts(paragraph: Span, cuts: Sequence[Cut], first: int) -> Iterator[Span]:
    at = paragraph.start
    for cut in cuts[first:]:
        if cut.start >= paragraph.end:
            break
        if cut.start > at:
            yield Span(at, cut.start)
        at = max(at, cut.end)
    if at < paragraph.end:
        yield Span(at, paragraph.end)


def _sentences(text: str, language: str) -> list[tuple[int, int]]:
    borders = _parted(text, _borders(text, language))
    made: list[tuple[int, int]] = []
    for start, end in borders:
        # closing marks and brackets at the head of a piece belong to the piece before
        if made and (closing := _CLOSING.match(text, start)) is not None and _closes(text, closing):
            made[-1] = (made[-1][0], closing.end())
            start = closing.end()
        if not text[start:end].strip():
            continue
        if made and _joins(text[max(made[-1][0], start - _TAIL) : start], text[start:end], language):
            made[-1] = (made[-1][0], end)
        else:
            made.append((start, end))
    parts = [part for start, end in made for part in _parts(text, start, end)]
    return [
        (start + len(text[start:end]) - len(text[start:end].lstrip()), start + len(text[start:end].rstrip()))
        for start, end in parts
        if text[start:end].strip()
    ]


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is longer than any sentence, at white space where there is some."""
    while end - start > LONGEST_SENTENCE:
        blank = text.rfind(" ", start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE)
        cut = start + LONGEST_SENTENCE if blank < 0 else blank + 1
        yield start, cut
        start = cut
    yield start, end


def _parted(text: str, borders: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Cut once more after what was broken off, which the engine takes for a pause."""
    made = []
    for start, end in borders:
        for found in _BROKEN_OFF.finditer(text, start, end):
            made.append((start, found.end()))
            start = found.end()
        made.append((start, end))
    return made


def _closes(text: str, marks: re.Match[str]) -> bool:
    """Marks at a sentence's head close the one before when no blank parts them from it.

    Straight marks and guillemets may as well open the next, and need a blank after them.
    """
    after = text[marks.end() : marks.end() + 1]
    if not marks.start() or text[marks.start() - 1].isspace():
        return False
    return not after or after.isspace() or _ONLY_CLOSING.issuperset(marks[0])


def _joins(before: str, after: str, language: str) -> bool:
    """Say whether a border that was found is none: an abbreviation, or a clause that goes on."""
    tail = before[-_TAIL:]
    if not _TERMINAL.search(tail):
        # the engine cut where nothing ends: a colon or dash before a quotation, a lost line
        return True
    stripped = tail.rstrip()
    if stripped.endswith(("」", "』")) and _REPORTING.match(after):
        return True
    if _LOWER_START.match(after) and not stripped.endswith("…"):
        return _caseless(after) is False
    if _NUMBER_START.match(after) and re.search(
        r"\b(?:Nos?|p|pp|art|sec|fig|vol|ch)\.\s*$", tail, re.IGNORECASE
    ):
        return True
    if tail.endswith(".") and _ADDRESS.match(after):
        return True
    if _HOUR.search(tail) and _OF_THE_HOUR.match(after):
        return True
    if _HALF_FIGURE.search(tail) and _OTHER_HALF.match(after):
        return True
    if language == "de" and _GERMAN_ORDINAL.search(tail):
        return True
    return bool(_ABBREVIATED.search(tail)) and not _TITLES_BEFORE_NAMES.search(tail)


def _caseless(text: str) -> bool:
    """The first letter belongs to a script without capitals (Japanese, Arabic, …)."""
    letter = next((char for char in text if char.isalpha()), "")
    return letter.lower() == letter.upper()


def _borders(text: str, language: str) -> list[tuple[int, int]]:
    import sentencex

    made = []
    for first, last in _pieces(text):
        piece = text[first:last]
        origin: Sequence[int] = range(first, last)
        if not _MARKS.isdisjoint(piece):
            origin = [at for at in origin if text[at] not in _MARKS]
            piece = "".join([text[at] for at in origin])
        if not origin:
            made.append((first, last))
            continue
        bare = _SURROGATE.sub("\ufffd", _BLANK.sub(" ", piece))
        starts = [b["start_index"] for b in sentencex.get_sentence_boundaries(language, bare)]
        cuts = [first, *(_before_marks(text, origin[at]) for at in starts if 0 < at < len(origin)), last]
        made.extend(itertools.pairwise(cuts))
    return made


_BLANK = re.compile(r"\s")


def _before_marks(text: str, at: int) -> int:
    """Move a border in front of the opening marks that stand right before it."""
    while at and text[at - 1] in _MARKS:
        at -= 1
    return at


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    first = 0
    while len(text) - first > _ENOUGH_OF_STOPS:
        if stop := _STOP.search(text, first + _ENOUGH_OF_STOPS, first + _LONGEST_PIECE):
            last = stop.end()
        elif len(text) - first > _LONGEST_PIECE:
            last = text.rfind(" ", first + 1, first + _LONGEST_PIECE)
            last = first + _LONGEST_PIECE if last <= first else last + 1
        else:
            break
        yield first, last
        first = last
    if first < len(text):
        yield first, len(text)
