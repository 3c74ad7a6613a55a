"""Print what was said as a sentence of its own, in the article's words and nobody else's."""

from __future__ import annotations

import re

from summarizer.article import Article, Attribution, Span, fold_space
from summarizer.attribute import lexicon

_MOST_WORDS = 45
_MARKS = re.compile(r"''|``|[\"“”„«»]")
_OPEN, _CLOSE = "“", "”"


def of(said: Attribution, article: Article) -> str:
    """Print the content as one sentence or a few, cut at a sentence border when long.

    Words in quotation marks keep them; what stands on both sides of the cue is joined. A
    content that is no clause ("… criticised *the plan*") is printed with its whole sentence.
    """
    if said.directness != "direct" and not _stands_alone(said, article):
        sentence = article.sentences_in(said.cue)[0]
        return balanced(article.text(sentence))
    parts: list[str] = []
    count = 0
    for piece in said.content:
        for sentence in article.sentences_in(piece):
            span = Span(max(piece.start, sentence.start), min(piece.end, sentence.end))
            text = fold_space(span.of(article.raw))
            if said.directness == "direct":
                text = _MARKS.sub("", text).strip()
            words = len(text.split())
            if parts and count + words > _MOST_WORDS:
                return _finished(" ".join(parts), said)
            parts.append(text)
            count += words
    return _finished(" ".join(parts), said)


def _stands_alone(said: Attribution, article: Article) -> bool:
    """The cue takes a clause, and the content does not lean on what stands before it."""
    first = said.content[0].of(article.raw).split()[0].strip("\"“”‘’'").lower()
    if first in (
        "to",
        "of",
        "about",
        "as",
        "for",
        "whether",
        "if",
        "how",
        "why",
        "what",
        "off",
        "with",
        "on",
    ):
        return False
    cue = said.cue.of(article.raw).lower().split()
    return any(
        lexicon.forms().get(word, ("",))[0] in lexicon.CLAUSAL or word in lexicon.CLAUSAL for word in cue
    )


def _finished(text: str, said: Attribution) -> str:
    """Make a clause stand as a sentence: quotation marks, first letter, end mark."""
    text = text.strip(" ,;:–—")
    if said.directness == "direct":
        ended = text if text.endswith((".", "!", "?", "…")) else text + "."
        return f"{_OPEN}{ended}{_CLOSE}"
    text = text.removeprefix("that ")
    text = text[:1].upper() + text[1:]
    return balanced(text if _MARKS.sub("", text).endswith((".", "!", "?", "…")) else text + ".")


def balanced(text: str) -> str:
    """Close a quotation that the sentence leaves open, and open one that it only closes.

    >>> balanced('Ann Roe said: "We will build it.')
    'Ann Roe said: "We will build it."'
    """
    if text.count("“") > text.count("”"):
        return text + "”"
    if text.count("”") > text.count("“"):
        return "“" + text
    if text.count('"') % 2:
        opens = re.search(r'(?:^|[\s(:])"(?=\S)', text)
        closes = re.search(r'\S"(?=[\s,.;:)]|$)', text)
        if opens and (not closes or opens.start() > closes.start() or text.count('"') > 1):
            return text + '"'
        return '"' + text
    return text
