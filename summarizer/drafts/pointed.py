"""Give what a model only points at the article's own words.

A model that names a speaker and a sentence takes half the tokens of one that words the statement too, and
cannot word it wrongly. Who said it is then the program's answer, not the model's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer import support
from summarizer.article import Article, Attribution, Sentence
from summarizer.ask import items
from summarizer.drafts import extractive, leaning, wording


@dataclass(frozen=True, slots=True)
class Printed:
    """Words of an article as they are printed, the sentences they stand in, and whose they are.

    Without words it is somebody's saying that is not to be printed by itself.
    """

    text: str
    sentences: tuple[int, ...]
    speaker: str | None = None


Words = Mapping[int, tuple[Printed, ...]]
"""By the number of each sentence: the sentence in the article's own voice, then what is said in it."""


def words(article: Article) -> Words:
    """Print each sentence and what somebody with a name says in it; small, and it can be pickled.

    Of sayings only those have words that the extractive drafter would print: whole, and by somebody with a
    name. A sentence that leans on the one before it is printed behind it, unless all that leans is the "he" of
    who speaks in it: then it is printed with the name.
    """
    index = support.index_of(article)
    opening = {one.source.start: one for one in index.found if one.source is not None}
    made = {s.number: [_alone(article, s, opening.get(s.start))] for s in article.sentences}
    for one in index.found:
        stands = sorted({s.number for part in one.content for s in article.sentences_in(part)})
        text = wording.of(one, article) if extractive.usable(one, index) else ""
        found = Printed(text, tuple(stands[:_MOST_CITED]), one.speaker)
        for number in stands:
            made[number].append(found)
    return {number: tuple(printed) for number, printed in made.items()}


_MOST_CITED = 4


def _alone(article: Article, sentence: Sentence, opens: Attribution | None) -> Printed:
    number = sentence.number
    text = wording.sentence(article, number)
    if number == 1 or not leaning.leans(text):
        return Printed(text, (number,))
    if opens is not None and not leaning.leans(named := _named(text, opens, article)):
        return Printed(named, (number,))
    return Printed(f"{wording.sentence(article, number - 1)} {text}", (number - 1, number))


def _named(text: str, said: Attribution, article: Article) -> str:
    """Put the speaker's name for the pronoun that a sentence opens with."""
    pronoun = said.source.of(article.raw) if said.source is not None else ""
    if said.speaker is None or pronoun.lower() not in ("he", "she") or not text.startswith(pronoun):
        return text
    return f"{said.speaker[0].upper()}{said.speaker[1:]}{text[len(pronoun) :]}"


def worded(name: str, value: object, article: Words) -> object:
    """Give an item of list `name` its text, also where the model sent one; what is no such item is left as it is.

    A claim gets the words and the name of who says something in the sentence: of the speaker named where
    that is one of them, else of the only one; where nobody or several others speak, it is the sentence in
    the article's own voice. A position gets the sentence, or what its holder says in it where the sentence leans
    on another.
    """
    if name == "summary" or not isinstance(value, dict):
        return value
    cited = [number for number in items.numbers(value.get("sentences")) if number in article]
    if not cited:
        return value
    sentence, *said = article[cited[0]]
    if name == "claims":
        chosen = _of(said, value.get("speaker"), alone=True) or sentence
        return {
            **value,
            "text": chosen.text,
            "speaker": chosen.speaker,
            "sentences": list(chosen.sentences),
        }
    leans = len(sentence.sentences) > 1
    chosen = (_of(said, value.get("holder"), alone=False) if leans else None) or sentence
    return {**value, "text": chosen.text, "sentences": list(chosen.sentences)}


def _of(sayings: Sequence[Printed], name: object, *, alone: bool) -> Printed | None:
    """The saying of the one named; failing that, where it may be, the only one there is."""
    asked = set(_words(name)) if isinstance(name, str) else set()
    for one in sayings:
        # "Callan" for "Governor Idris Callan", "the ministry of health" for "Health Ministry"
        own = set(_words(one.speaker or ""))
        if asked and own and (asked <= own or own <= asked):
            return one if one.text else None
    only = alone and len({one.speaker for one in sayings}) == 1
    return next((one for one in sayings if one.text), None) if only else None


def _words(name: str) -> list[str]:
    kept = "".join(c if c.isalnum() else " " for c in name.casefold()).split()
    return [word for word in kept if word not in _SMALL]


_SMALL = frozenset("the a an of for and s".split())
