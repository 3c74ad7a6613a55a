"""How far the content of an attribution reaches: clauses, quotations, and both sides of a cue."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from summarizer.article import Span
from summarizer.attribute import lexicon, phrases, skipping
from summarizer.attribute.text import Paragraph, Token

_END_MARKS = ".!?"
_FEWEST_TRAILING = 2


def follows_quote(paragraph: Paragraph, at: int) -> bool:
    """Say whether token `at` stands right after a closing quotation mark."""
    tokens = paragraph.tokens
    return at > 0 and _quote_ending(paragraph, tokens[at].start) is not None


def _quote_ending(paragraph: Paragraph, before: int) -> Span | None:
    """The quotation that ends right before offset `before`, a comma or dash between allowed."""
    for quote in reversed(paragraph.quotes):
        if quote.end <= before:
            between = [t for t in paragraph.tokens if quote.end <= t.start < before]
            return quote if all(t.text in ",-–—" for t in between) and len(between) <= 1 else None
    return None


def past_apposition(tokens: Sequence[Token], at: int) -> int:
    """Skip ", the party's leader," and "of the union" after an inverted source."""
    if at < len(tokens) and tokens[at].text == ",":
        inner = tokens[at + 1] if at + 1 < len(tokens) else None
        if inner is not None and not inner.quoted and inner.word and inner.lower not in ("adding", "saying"):
            for end in range(at + 1, min(len(tokens), at + 25)):
                if tokens[end].quoted or tokens[end].sentence != tokens[at].sentence:
                    return end
                if tokens[end].text in ",.":
                    return end
    return at


def of_verb(
    paragraph: Paragraph, start: int, end: int, source: Span, lemma: str
) -> tuple[Span, ...] | None:
    """Find the content of a verbal cue: before it, after it, or on both sides."""
    tokens = paragraph.tokens
    left = min(start, next((i for i, t in enumerate(tokens) if t.start >= source.start), start))
    behind = skipping.past_time(tokens, end)
    timed = end < len(tokens) and tokens[end].lower in phrases.TIME_WORDS and _ends(tokens, behind)
    before = _before(paragraph, left, last=timed or _ends(tokens, end))
    if before is not None and _quoted(paragraph, before) and _new_sentence(tokens, left):
        # “…” He says the plan …: the quotation is over, unless the tag is all there is
        before = before if _ends(tokens, behind) or _exclaimed(paragraph, before, end) else None
    if before is not None and not _quoted(paragraph, before) and _announces(paragraph, behind):
        before = None
    if before is not None:
        following = _following_quote(paragraph, behind) or _next_sentence_quote(paragraph, before, behind)
        if following is not None:
            return (before, following)
        if _ends(tokens, behind):
            return (before,)
        if behind < len(tokens) and tokens[behind].text == "," and not _quoted(paragraph, before):
            rest = None if _adds(tokens, behind + 1) else clause(paragraph, behind + 1)
            return (before,) if rest is None else (before, rest)
        if _quoted(paragraph, before):
            return (before,)
    return after(paragraph, end, lemma)


def _adds(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].lower.endswith("ing") and tokens[at].lower in lexicon.forms()


def _exclaimed(paragraph: Paragraph, quote: Span, after: int) -> bool:
    """`…?” Mr Roe asked, …`: the mark ends the quotation, not the sentence, where a comma follows the cue."""
    tokens = paragraph.tokens
    last = [t for t in tokens if quote.start <= t.start < quote.end][-2:]
    return any(t.text in "?!" for t in last) and after < len(tokens) and tokens[after].text == ","


def _new_sentence(tokens: Sequence[Token], at: int) -> bool:
    return 0 < at < len(tokens) and tokens[at].sentence != tokens[at - 1].sentence


def _announces(paragraph: Paragraph, at: int) -> bool:
    """A colon and a quotation follow, so what stands before the source only leads up to them."""
    tokens = paragraph.tokens
    return at + 1 < len(tokens) and tokens[at].text == ":" and tokens[at + 1].quoted


def _quoted(paragraph: Paragraph, span: Span) -> bool:
    return any(q.end == span.end for q in paragraph.quotes)


def _before(paragraph: Paragraph, left: int, *, last: bool) -> Span | None:
    """What stands before the source in the sentence, where a quotation or a clause with a comma ends there.

    An adverbial is none ("In a statement, he said …") unless the cue is the `last` word of the sentence.
    """
    tokens = paragraph.tokens
    quote = _quote_ending(paragraph, tokens[left].start) if left < len(tokens) else None
    if quote is not None:
        return _widened(paragraph, quote)
    if left < 2 or tokens[left - 1].text not in (",", "—", "–"):
        return None
    sentence = tokens[left - 1].sentence
    first = left - 1
    while first > 0 and tokens[first - 1].sentence == sentence:
        first -= 1
    if left - 1 - first < _FEWEST_TRAILING or tokens[first].lower == "asked":
        return None
    if not last and tokens[first].lower in lexicon.PREPOSITIONS | {"when", "as", "while", "after", "if"}:
        return None
    return Span(tokens[first].start, tokens[left - 2].end)


def _widened(paragraph: Paragraph, quote: Span) -> Span:
    """Widen a quotation that begins in mid-sentence to its clause; whole ones stay."""
    tokens = paragraph.tokens
    inside = [i for i, t in enumerate(tokens) if quote.start <= t.start < quote.end]
    if not inside:
        return quote
    first = inside[0]
    sentence = tokens[first].sentence
    at = first
    if _begins(tokens, first):
        return quote
    while at > 0 and tokens[at - 1].sentence == sentence and tokens[at - 1].text not in ":;":
        at -= 1
    before = tokens[at:first]
    if not before or any(t.lower in lexicon.forms() and not t.quoted for t in before):
        return quote
    return Span(before[0].start, quote.end)


def _begins(tokens: Sequence[Token], first: int) -> bool:
    """A quotation behind a full stop, or with a capital behind a comma, is a sentence of its own."""
    opens = next((t for t in tokens[first:] if t.word), None)
    before = tokens[first - 1].text if first > 0 else "."
    return opens is not None and opens.capital and before in _END_MARKS + ","


def _ends(tokens: Sequence[Token], at: int) -> bool:
    return (
        at >= len(tokens) or tokens[at].text in _END_MARKS or tokens[at].sentence != tokens[at - 1].sentence
    )


def _following_quote(paragraph: Paragraph, at: int) -> Span | None:
    """The quotation that goes on right after the cue: `…," he said, "…` and `…," he said. "…`."""
    tokens = paragraph.tokens
    mark = at
    while mark < len(tokens) and tokens[mark].text in ",.:" and mark - at < 2:
        mark += 1
    if mark >= len(tokens) or not tokens[mark].quoted or tokens[mark - 1].word:
        return None
    quote = next((q for q in paragraph.quotes if q.start == tokens[mark].start), None)
    if quote is None or _tagged_behind(paragraph, quote):
        return None
    return quote


def _next_sentence_quote(paragraph: Paragraph, before: Span, at: int) -> Span | None:
    """The quotation that goes on behind a longer tag: `…,” said Lee, who chairs the group. “…`."""
    tokens = paragraph.tokens
    if not _quoted(paragraph, before) or at >= len(tokens):
        return None
    sentence = tokens[at - 1].sentence
    end = at
    while end < len(tokens) and tokens[end].sentence == sentence:
        if tokens[end].quoted:
            title = _title_at(paragraph, end)
            if title is None:
                break
            end = title
        elif tokens[end].lower in lexicon.forms() and tokens[end - 1].lower in _OWN_CUE:
            if not tokens[end].lower.endswith("ing"):
                return None
            end += 1
        else:
            end += 1
    return _following_quote(paragraph, end - 1) if tokens[end - 1].text in _END_MARKS else None


# A cue behind one of these is another statement, and what follows is its content; elsewhere in a tag it
# stands in a relative clause ("said Lee, a clerk who wants to leave").
_OWN_CUE = frozenset(", and but he she they".split())
_LONGEST_TITLE = 8


def _title_at(paragraph: Paragraph, at: int) -> int | None:
    """Past a title in quotation marks (on “Meet the Press”), None where it is none."""
    tokens = paragraph.tokens
    end = at
    quote = next((q for q in paragraph.quotes if q.start == tokens[at].start), None)
    while quote is not None and end < len(tokens) and tokens[end].start < quote.end:
        end += 1
    inside = [t for t in tokens[at:end] if t.word]
    named = all(t.capital or len(t.text) < 4 for t in inside)
    return end if inside and named and len(inside) <= _LONGEST_TITLE and tokens[at - 1].word else None


def _tagged_behind(paragraph: Paragraph, quote: Span) -> bool:
    """The quotation has a cue of its own right behind it, so it is another one's."""
    tokens = paragraph.tokens
    first = bisect.bisect_left([t.start for t in tokens], quote.end)
    for token in tokens[first : first + 7]:
        if token.quoted or token.text in _END_MARKS or token.sentence != tokens[first - 1].sentence:
            return False
        if token.lower in lexicon.forms():
            return True
    return False


def after(paragraph: Paragraph, at: int, lemma: str) -> tuple[Span, ...] | None:
    """Find the content that follows a cue whose last token is before `at`."""
    tokens = paragraph.tokens
    first = skipping.content_start(paragraph, at, lemma)
    if first is None:
        return None
    if first < len(tokens) and tokens[first].quoted:
        quote = next((q for q in paragraph.quotes if q.start <= tokens[first].start < q.end), None)
        if quote is not None and tokens[first - 1].text in ":,":
            later = _next_quote(paragraph, quote)
            return (quote,) if later is None else (quote, later)
    found = clause(paragraph, first)
    return None if found is None else (found,)


def _next_quote(paragraph: Paragraph, quote: Span) -> Span | None:
    """A further quotation that follows with nothing between."""
    following = next((q for q in paragraph.quotes if q.start >= quote.end), None)
    if following is None or _tagged_behind(paragraph, following):
        return None
    between = [t for t in paragraph.tokens if quote.end <= t.start < following.start]
    return following if not between else None


def clause(paragraph: Paragraph, first: int) -> Span | None:
    """From token `first` to the end of its clause; a quotation that begins inside is taken whole."""
    tokens = paragraph.tokens
    if first >= len(tokens):
        return None
    sentence = tokens[first].sentence
    end = first
    while end < len(tokens) and (
        tokens[end].sentence == sentence or (tokens[end].quoted and _begun(paragraph, first, end))
    ):
        if end > first and not tokens[end].quoted:
            if _breaks(tokens, end) or _own_tag(paragraph, end) or _past_quote(tokens, first, end):
                break
        end += 1
    last = end - 1
    while last > first and tokens[last].text in ".,;:" and not tokens[last].quoted:
        last -= 1
    while last > first and tokens[last].text in "!?" and not tokens[last].quoted:
        last -= 1
    if last < first or not any(t.word for t in tokens[first : last + 1]):
        return None
    stop = tokens[last].end
    for quote in paragraph.quotes:
        if quote.start < stop < quote.end:
            stop = quote.end
    return Span(tokens[first].start, stop)


_NARRATES = frozenset("but while as though although before after during".split())


def _past_quote(tokens: Sequence[Token], first: int, at: int) -> bool:
    """A quotation has just ended, and its comma, a dash or a conjunction hands over to the reporter."""
    if at - first < 2 or not tokens[at - 1].quoted:
        return False
    closed = tokens[at - 2].text == "," and tokens[at - 2].quoted
    return closed or tokens[at].text in ",-–—" or tokens[at].lower in _NARRATES


def _own_tag(paragraph: Paragraph, at: int) -> bool:
    """A colon or dash before a quotation that has a cue of its own behind it: `…: “No,” he said`."""
    tokens = paragraph.tokens
    if tokens[at].text not in ":-–—" or at + 1 >= len(tokens) or not tokens[at + 1].quoted:
        return False
    quote = next((q for q in paragraph.quotes if q.start == tokens[at + 1].start), None)
    return quote is not None and _tagged_behind(paragraph, quote)


def _begun(paragraph: Paragraph, first: int, at: int) -> bool:
    """The quotation token `at` stands in began at or after token `first`, in the same sentence."""
    tokens = paragraph.tokens
    quote = next((q for q in paragraph.quotes if q.start <= tokens[at].start < q.end), None)
    if quote is None or quote.start < tokens[first].start:
        return False
    while tokens[at].start > quote.start:
        at -= 1
    return tokens[at].sentence == tokens[first].sentence


def _breaks(tokens: Sequence[Token], at: int) -> bool:
    """A clause ends at a semicolon, ", adding …", ", according to", and "and" + another cue."""
    token = tokens[at]
    if token.text == ";":
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return False
    if token.text == ",":
        entry = lexicon.forms().get(following.lower)
        if following.lower == "according" or (entry is not None and following.lower.endswith("ing")):
            return True
        if following.lower in ("but", "while", "although", "though", "whereas"):
            return _cue_soon(tokens, at + 2)
        return _another_speaks(tokens, at + 2 if following.lower == "and" else at + 1)
    if token.lower in ("and", "but"):
        step = at + 2 if following.lower in lexicon.AUXILIARIES or following.lower.endswith("ly") else at + 1
        entry = lexicon.forms().get(tokens[step].lower) if step < len(tokens) else None
        return entry is not None and tokens[step].lower.endswith(("ed", "said", "told", "wrote"))
    return False


def _another_speaks(tokens: Sequence[Token], at: int) -> bool:
    """A name or pronoun with a verb of saying and more behind it: ", Clinton said she would"."""
    named = phrases.phrase_after(tokens, at)
    if named is None or named[1] + 1 >= len(tokens):
        return False
    opens = tokens[at].capital or tokens[at].lower in lexicon.PERSONAL
    verb, following = tokens[named[1]], tokens[named[1] + 1]
    return opens and verb.lower in ("said", "says", "told", "added", "wrote") and following.word


def _cue_soon(tokens: Sequence[Token], at: int) -> bool:
    return any(t.lower in lexicon.forms() and not t.quoted for t in tokens[at : at + 8])


# "In addition, according to the department, …" leads in to what follows
_LEAD_IN = 4


def to_comma(paragraph: Paragraph, first: int) -> Span | None:
    """From token `first` to the comma or stop that ends its clause."""
    tokens = paragraph.tokens
    end = first
    while end < len(tokens) and tokens[end].sentence == tokens[first].sentence and not tokens[end].quoted:
        if tokens[end].text in ".,;:!?":
            break
        end += 1
    return Span(tokens[first].start, tokens[end - 1].end) if end > first + 1 else None


def around(paragraph: Paragraph, cue: int, after: int) -> tuple[Span, ...] | None:
    """Find the content of "according to X": the clause before it, or what follows its comma."""
    tokens = paragraph.tokens
    sentence = tokens[cue].sentence
    first = cue
    while first > 0 and tokens[first - 1].sentence == sentence:
        first -= 1
    led_in = cue - first <= _LEAD_IN and after < len(tokens) and tokens[after].text == ","
    if cue - first >= 2 and not led_in:
        last = cue - 1
        if tokens[last].text in ",-–—":
            last -= 1
        return (Span(tokens[first].start, tokens[last].end),) if last >= first else None
    at = after
    while at < len(tokens) and tokens[at].sentence == sentence and tokens[at].text != ",":
        at += 1
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return None
    found = clause(paragraph, at + 1)
    return None if found is None else (found,)
