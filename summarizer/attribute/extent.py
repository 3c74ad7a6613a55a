"""How far the content of an attribution reaches: clauses, quotations, and both sides of a cue."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.article import Span
from summarizer.attribute import lexicon, phrases, quoting, skipping
from summarizer.attribute.text import Paragraph, Token

_FEWEST_TRAILING = 2


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


def of_verb(paragraph: Paragraph, start: int, end: int, source: Span, lemma: str) -> tuple[Span, ...] | None:
    """Find the content of a verbal cue: before it, after it, or on both sides."""
    tokens = paragraph.tokens
    left = min(start, next((i for i, t in enumerate(tokens) if t.start >= source.start), start))
    behind = skipping.past_time(tokens, end)
    timed = end < len(tokens) and tokens[end].lower in phrases.TIME_WORDS and _ends(tokens, behind)
    before = _before(paragraph, left, last=timed or _ends(tokens, end))
    if before is not None and quoting.quoted(paragraph, before) and _new_sentence(tokens, left):
        # “…” He says the plan …: the quotation is over, unless the tag is all there is
        tag = _ends(tokens, end) or timed or quoting.exclaimed(paragraph, before, end)
        before = before if tag else None
    if before is not None and not quoting.quoted(paragraph, before) and _announces(paragraph, behind):
        before = None
    if before is not None:
        following = quoting.following_quote(paragraph, behind) or quoting.next_sentence_quote(
            paragraph, before, behind
        )
        if following is not None:
            return (before, following)
        if _ends(tokens, behind):
            return (before,)
        if behind < len(tokens) and tokens[behind].text == "," and not quoting.quoted(paragraph, before):
            rest = None if _adds(tokens, behind + 1) else clause(paragraph, behind + 1)
            return (before,) if rest is None else (before, rest)
        if quoting.quoted(paragraph, before):
            return (before,)
    return after(paragraph, end, lemma)


def _adds(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].lower.endswith("ing") and tokens[at].lower in lexicon.forms()


def _new_sentence(tokens: Sequence[Token], at: int) -> bool:
    return 0 < at < len(tokens) and tokens[at].sentence != tokens[at - 1].sentence


def _announces(paragraph: Paragraph, at: int) -> bool:
    """A colon and a quotation follow, so what stands before the source only leads up to them."""
    tokens = paragraph.tokens
    return at + 1 < len(tokens) and tokens[at].text == ":" and tokens[at + 1].quoted


def _before(paragraph: Paragraph, left: int, *, last: bool) -> Span | None:
    """What stands before the source in the sentence, where a quotation or a clause with a comma ends there.

    An adverbial is none ("In a statement, he said …") unless the cue is the `last` word of the sentence.
    """
    tokens = paragraph.tokens
    quote = quoting.quote_ending(paragraph, tokens[left].start) if left < len(tokens) else None
    if quote is not None:
        return quoting.widened(paragraph, quote)
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


def _ends(tokens: Sequence[Token], at: int) -> bool:
    return (
        at >= len(tokens)
        or tokens[at].text in quoting.END_MARKS
        or tokens[at].sentence != tokens[at - 1].sentence
    )


def after(paragraph: Paragraph, at: int, lemma: str) -> tuple[Span, ...] | None:
    """Find the content that follows a cue whose last token is before `at`."""
    tokens = paragraph.tokens
    first = skipping.content_start(paragraph, at, lemma)
    if first is None:
        return None
    if first < len(tokens) and tokens[first].quoted:
        quote = next((q for q in paragraph.quotes if q.start <= tokens[first].start < q.end), None)
        if quote is not None and tokens[first - 1].text in ":,":
            later = quoting.next_quote(paragraph, quote)
            return (quote,) if later is None else (quote, later)
    found = clause(paragraph, first)
    return None if found is None else (found,)


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
        if end > first and not tokens[end].quoted and _stops(paragraph, first, end):
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


def _stops(paragraph: Paragraph, first: int, at: int) -> bool:
    tokens = paragraph.tokens
    return _breaks(tokens, at) or _own_tag(paragraph, at) or _past_quote(tokens, first, at)


_NARRATES = frozenset("while as though although before after during".split())


def _past_quote(tokens: Sequence[Token], first: int, at: int) -> bool:
    """A quotation has just ended, and its comma, a dash or a conjunction hands over to the reporter."""
    if at - first < 2 or not tokens[at - 1].quoted:
        return False
    closed = tokens[at - 2].text == "," and tokens[at - 2].quoted
    if tokens[at].lower == "but" and at + 1 < len(tokens):
        # "… “carefully” but had no plans" goes on with what was said
        return tokens[at + 1].lower not in lexicon.AUXILIARIES
    return closed or tokens[at].text in ",-–—" or tokens[at].lower in _NARRATES


def _own_tag(paragraph: Paragraph, at: int) -> bool:
    """A colon or dash before a quotation that has a cue of its own behind it: `…: “No,” he said`."""
    tokens = paragraph.tokens
    if tokens[at].text not in ":-–—" or at + 1 >= len(tokens) or not tokens[at + 1].quoted:
        return False
    quote = next((q for q in paragraph.quotes if q.start == tokens[at + 1].start), None)
    return quote is not None and quoting.tagged_behind(paragraph, quote)


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
