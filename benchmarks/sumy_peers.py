"""The methods of sumy over an article's sentences, cut at so many words; what `summary.py` compares with."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from summarizer.article import Article

_LANGUAGES = {
    "en": "english",
    "pt": "portuguese",
    "ru": "russian",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
}
# A word, or one character of a script that prints no blanks between words.
_TOKEN = re.compile(
    r"[\u2e80-\u9fff\uf900-\ufaff\uff66-\uff9f]|[^\W_\u2e80-\u9fff\uf900-\ufaff\uff66-\uff9f]+"
)


def tokens(text: str) -> list[str]:
    """Words in lower case, apostrophes left out; one character each where a script has no blanks."""
    return _TOKEN.findall(text.lower().replace("’", "").replace("'", ""))


def cut(lines: Sequence[str], words: int) -> str:
    """Print lines up to so many words."""
    made: list[str] = []
    for line in lines:
        made.extend(tokens(line))
    return " ".join(made[:words])


class _Words:
    """The tokenizer that sumy is given, so that it reads every language of the pages."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """Split a sentence."""
        return tuple(tokens(sentence))


def system(name: str) -> Callable[[Article, int], str]:
    """One of sumy's methods over the article's sentences, the best first until the words are full."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import Stemmer, null_stemmer
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.lsa import LsaSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer
    from sumy.utils import get_stop_words

    kinds = {"LexRank": LexRankSummarizer, "TextRank": TextRankSummarizer, "LSA": LsaSummarizer}

    def run(article: Article, words: int) -> str:
        language = _LANGUAGES.get(article.language)
        method = kinds[name](Stemmer(language) if language else null_stemmer)
        method.stop_words = get_stop_words(language) if language else frozenset()
        paragraphs: dict[int, list[Any]] = {}
        for sentence in article.sentences:
            paragraphs.setdefault(sentence.paragraph, []).append(Sentence(article.text(sentence), _Words()))
        document = ObjectDocumentModel([Paragraph(held) for held in paragraphs.values()])
        # the sentence that crosses the limit is cut, whichever it is; the others stay whole
        kept: list[str] = []
        for count in range(1, len(article.sentences) + 1):
            now = [str(sentence) for sentence in method(document, count)]
            new = [text for text in now if text not in kept]
            room = words - sum(len(tokens(text)) for text in kept)
            if new and sum(len(tokens(text)) for text in new) >= room:
                part = " ".join(tokens(new[0])[:room])
                return " ".join(part if text == new[0] else cut([text], words) for text in now)
            kept = now
        return cut(kept, words)

    return run
