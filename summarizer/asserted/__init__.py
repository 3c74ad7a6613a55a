"""Which sentences of an article assert nothing, so that nothing may rest on them.

The second wall behind `orders`: that a page prints a statement makes it no news where it stands in words that are
addressed to whoever reads or retells the page, in a form that no running text has, or in another language.
No list of phrases says so, but what such words cannot do without (`signs`), weighed together (`weights`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from summarizer import attribute
from summarizer.article import Article, Span
from summarizer.asserted import forms, reading, weights

ADDRESSED = "it stands only in words that speak to whoever reads or retells the page"
FORM = "it stands only in something that is no running text"
FOREIGN = "it stands only in words of another language than the article's"

ENOUGH = 2.3
"""What the signs of a sentence have to weigh. Of 17,721 sentences of news 30 weighed 2.52, held out, and 50 1.93."""

# Such words announce the paragraph behind them, which may announce another one; a longer one is news again.
_CHAIN = 3
_SHORT = 2
# Words: so short a paragraph is a heading, a fence or a tag.
_BARE = 6


@lru_cache(maxsize=8)
def unasserted(article: Article) -> Mapping[int, str]:
    """Give the numbers of the sentences that assert nothing, with the reason."""
    if not article.sentences:
        return {}
    voices = reading.voices(article, attribute.attributions(article))
    found: dict[int, str] = {}
    paragraphs = reading.paragraphs(article.sentences)
    lone = forms.numbered(voices)
    scored = [score(one) for one in reading.read(voices, paragraphs)]
    for inside in paragraphs:
        formed = [at for at in inside if at == lone or _formed(voices[at], article.language)]
        weighty = [at for at in inside if scored[at] >= ENOUGH]
        for marked, why in ((formed, FORM), (weighty, ADDRESSED)):
            # so much of a paragraph takes the rest of it along
            for at in inside if 2 * len(marked) >= len(inside) else marked:
                found.setdefault(at, why)
    _chained(found, paragraphs, voices)
    for at, (text, sentence) in enumerate(zip(voices, article.sentences, strict=True)):
        printed = sentence.span.of(article.raw)
        if at in found:
            continue
        written = article.language
        if (
            forms.foreign(text, written)
            or forms.other_script(printed, written)
            or forms.mixed(printed, written)
        ):
            found[at] = FOREIGN
        elif forms.tabled(printed) or forms.coded(printed):
            found[at] = FORM
    _behind_foreign(found, paragraphs, voices)
    return {article.sentences[at].number: why for at, why in found.items()}


def _behind_foreign(
    found: dict[int, str], paragraphs: Sequence[Sequence[int]], voices: Sequence[str]
) -> None:
    """What stands in a paragraph, half of which is in another language, goes with it."""
    for inside in paragraphs:
        strange = [at for at in inside if found.get(at) == FOREIGN and len(voices[at].split()) >= _BARE]
        if 2 * len(strange) >= len(inside):
            for at in inside:
                found.setdefault(at, FOREIGN)


def reason(article: Article, span: Span) -> str | None:
    """Say why nothing may rest on `span`; None where it is asserted."""
    found = unasserted(article)
    return next((found[s.number] for s in article.sentences_in(span) if s.number in found), None)


def score(signs: reading.Scored) -> float:
    """Add up what the signs of a sentence weigh."""
    return weights.START + sum(weights.WEIGHTS.get(scope, {}).get(name, 0.0) for scope, name in signs)


def _formed(text: str, written: str) -> bool:
    return forms.recorded(text) or forms.disguised(text, written)


def _chained(found: dict[int, str], paragraphs: Sequence[Sequence[int]], voices: Sequence[str]) -> None:
    """What a paragraph of such words announces stands behind it."""
    for at in range(len(paragraphs)):
        for after in range(at, min(at + _CHAIN, len(paragraphs) - 1)):
            here, there = paragraphs[after], paragraphs[after + 1]
            if not all(i in found for i in here) or len(there) > _SHORT:
                break
            last = voices[here[-1]]
            few = sum(len(voices[i].split()) for i in here) <= _BARE
            if not (few or last.endswith(":") or "hands over" in reading.found(last)):
                break
            for i in there:
                found.setdefault(i, found[here[-1]])
