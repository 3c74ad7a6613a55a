"""Whose a cue is: the phrase before it, behind it, or the one of the statement before."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.article import Span
from summarizer.attribute import extent, lexicon, opencues, phrases, quoting
from summarizer.attribute.cues import Cue
from summarizer.attribute.found import Found
from summarizer.attribute.text import Paragraph, Token


def source(paragraph: Paragraph, cue: Cue, made: Sequence[Found]) -> tuple[Span | None, int]:
    """The source's span, and the token from which content may follow."""
    tokens = paragraph.tokens
    if cue.lemma in lexicon.INVERTING and quoting.follows_quote(paragraph, cue.start):
        right = phrases.phrase_after(tokens, cue.end)
        if right is not None and tokens[right[0]].lower not in ("that", "it"):
            return span(tokens, right), extent.past_apposition(tokens, right[1])
    left = phrases.subject_before(tokens, cue.start)
    if left is not None and not _participle(tokens, cue):
        return span(tokens, left), cue.end
    inverted = _behind_comma(tokens, cue)
    if inverted is not None:
        return span(tokens, inverted), extent.past_apposition(tokens, inverted[1])
    return None, cue.end


def _behind_comma(tokens: Sequence[Token], cue: Cue) -> phrases.Range | None:
    """The source in "The bridge is unsafe, said Ann Roe, an engineer": nothing but it may follow."""
    if cue.lemma not in lexicon.INVERTING or cue.start != cue.head or cue.start < 3:
        return None
    if tokens[cue.start - 1].text != "," or tokens[cue.head].lower.endswith("ing"):
        return None
    right = phrases.phrase_after(tokens, cue.end)
    if right is None or tokens[right[0]].lower in lexicon.PRONOUNS | {"that"}:
        return None
    past = extent.past_apposition(tokens, right[1])
    ends = past >= len(tokens) or not tokens[past].word
    return (
        right
        if ends and (tokens[right[0]].capital or tokens[right[0]].lower in lexicon.DETERMINERS)
        else None
    )


def _participle(tokens: Sequence[Token], cue: Cue) -> bool:
    return tokens[cue.head].lower.endswith("ing") and cue.start == cue.head


def shared(tokens: Sequence[Token], cue: Cue, made: Sequence[Found]) -> Span | None:
    """The source of the attribution before, for ", adding that …" and "said … and urged …".

    A participle behind a comma in a sentence without another cue is the subject's.
    """
    if cue.start == 0:
        return None
    before = tokens[cue.start - 1]
    sentence = [t for t in tokens if t.sentence == before.sentence]
    near = bool(made) and sentence[0].start <= made[-1].cue.start < sentence[-1].end
    tied = before.text in ",-–—" or before.lower in _SAYING or (near and before.lower in _BEFORE_PARTICIPLE)
    if _participle(tokens, cue) and tied:
        return made[-1].source if near else opencues.subject(tokens, sentence[0])
    if cue.start > 2 and before.lower in phrases.TIME_WORDS and tokens[cue.start - 2].lower == "on":
        # "was critical of the plan but on Tuesday wrote that …"
        before = tokens[cue.start - 3]
    if before.lower not in ("and", "but", "or"):
        return None
    return made[-1].source if near else opencues.subject(tokens, sentence[0])


# "issued a statement saying that …"
_SAYING = frozenset("statement letter message email e-mail memo note post tweet column".split())
_BEFORE_PARTICIPLE = frozenset("before after while by".split())


def span(tokens: Sequence[Token], found: phrases.Range) -> Span:
    """Turn a range of tokens into the span it is printed on."""
    return Span(tokens[found[0]].start, tokens[found[1] - 1].end)
