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

ENOUGH = 1.4
"""What the signs of a sentence have to weigh; held out, 30 of 17,721 sentences of news did (`benchmarks/fit_asserted.py`)."""

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
        why = _form([voices[at] for at in inside], lone in inside, article.language)
        weighty = [at for at in inside if scored[at] >= ENOUGH]
        if why is None and 2 * len(weighty) >= len(inside):
            why = ADDRESSED
        for at in inside if why else weighty:
            found[at] = why or ADDRESSED
    _chained(found, paragraphs, voices)
    for at, (text, sentence) in enumerate(zip(voices, article.sentences, strict=True)):
        printed = sentence.span.of(article.raw)
        if at in found:
            continue
        if forms.foreign(text, article.language) or forms.other_script(printed, article.language):
            found[at] = FOREIGN
        elif forms.tabled(printed):
            found[at] = FORM
    return {article.sentences[at].number: why for at, why in found.items()}


def reason(article: Article, span: Span) -> str | None:
    """Say why nothing may rest on `span`; None where it is asserted."""
    found = unasserted(article)
    return next((found[s.number] for s in article.sentences_in(span) if s.number in found), None)


def score(signs: reading.Scored) -> float:
    """Add up what the signs of a sentence weigh."""
    return weights.START + sum(weights.WEIGHTS.get(scope, {}).get(name, 0.0) for scope, name in signs)


def _form(texts: Sequence[str], lone: bool, written: str) -> str | None:
    if lone or any(forms.recorded(text) or forms.disguised(text, written) for text in texts):
        return FORM
    return None


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
