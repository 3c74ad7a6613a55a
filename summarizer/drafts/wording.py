"""Print what was said as a sentence of its own, in the article's words and nobody else's."""

from __future__ import annotations

import re

from summarizer.article import Article, Attribution, Span, fold_space
from summarizer.attribute import lexicon

_MOST_WORDS = 45
_MARKS = re.compile(r"''|``|[\"“”„«»]")
_OPEN, _CLOSE = "“", "”"
_ENDS = (".", "!", "?", "…")


def of(said: Attribution, article: Article) -> str:
    """Print the content as one sentence or a few, cut at a sentence border when long.

    Words in quotation marks keep them, each quotation its own; the parts of a clause on
    both sides of the cue are joined. A content that is no clause ("… criticised *the
    plan*") is printed with its whole sentence.
    """
    if said.directness == "direct" and _MARKS.match(said.content[0].of(article.raw).replace("‘", "“")):
        return " ".join(_quoted(piece) for piece in _pieces(said, article))
    if not _stands_alone(said, article):
        sentence = article.sentences_in(said.cue)[0]
        return balanced(article.text(sentence))
    text = " ".join(_pieces(said, article)).strip(" ,;:–—").removeprefix("that ")
    text = text[:1].upper() + text[1:]
    return balanced(text if _MARKS.sub("", text).endswith(_ENDS) else text + ".")


def _pieces(said: Attribution, article: Article) -> list[str]:
    """The content's spans, each cut at a sentence border once there are words enough."""
    made: list[str] = []
    count = 0
    for span in said.content:
        sentences: list[str] = []
        for sentence in article.sentences_in(span):
            part = Span(max(span.start, sentence.start), min(span.end, sentence.end))
            text = fold_space(part.of(article.raw))
            if (made or sentences) and count + len(text.split()) > _MOST_WORDS:
                break
            sentences.append(text)
            count += len(text.split())
        if sentences:
            made.append(" ".join(sentences))
        if count >= _MOST_WORDS:
            break
    return made


def _quoted(piece: str) -> str:
    bare = _MARKS.sub("", piece).strip()
    if bare[:1] in "‘'" and bare[-1:] in "’'":
        bare = bare[1:-1].strip()
    bare = bare.strip("‘ ").rstrip(" ,;:–—")
    return f"{_OPEN}{bare if bare.endswith(_ENDS) else bare + '.'}{_CLOSE}"


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
