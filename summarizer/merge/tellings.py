"""One source as the merger reads it: from the whole article, or from what a note of it cites.

A note made earlier holds no article, only the sentences that its items rest on. They are put back at
their offsets with nothing between them, and read as any article is; what the note left out cannot be
compared, and the briefing says so. Where a sentence names nobody ("he said"), the note's own speaker
for it is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from summarizer import support
from summarizer.article import Article, Attribution, Sentence, Span
from summarizer.briefing import BriefSource, Cited
from summarizer.errors import SourceError
from summarizer.merge import heads
from summarizer.note import Claim, Evidence, Note, Position, SummaryLine
from summarizer.support import Line, lexicon

_A_CLAUSE = 6
_CAPITALS, _SHOUTS = re.compile(r"\b[A-Z]{5,}\b"), 3
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|being)\s(?:\w+\s)?(?:told|warned|informed)\s*$", re.IGNORECASE
)


@dataclass(frozen=True)
class Telling:
    """One source. `numbers` are its sentences' numbers as the source counts them, line by line.

    `positions` are those of the note of it; `speakers` say whose words a line is where the
    line itself does not.
    """

    about: BriefSource
    index: support.Index
    numbers: tuple[int, ...]
    positions: tuple[Position, ...]
    salience: tuple[float, ...]
    speakers: dict[int, str]

    @cached_property
    def id(self) -> str:
        """The source's id."""
        return self.about.id

    def cite(self, line: Line) -> Cited:
        """Cite a whole sentence."""
        return Cited(
            sentence=self.numbers[line.number - 1],
            start=line.span.start,
            end=line.span.end,
            text=line.span.of(self.index.article.raw),
            source=self.id,
        )

    @cached_property
    def lowers(self) -> frozenset[str]:
        """All words that it prints, in lower case."""
        return frozenset().union(*(line.lowers for line in self.index.lines))

    @cached_property
    def _shouted(self) -> frozenset[str]:
        listed = (word for line in self.index.lines for word in _CAPITALS.findall(line.text))
        return frozenset(word.lower() for word in listed)

    def shouts(self, word: str) -> bool:
        """Say whether it prints a word in capitals, and many others so: "a POISON CLOUD" is no name."""
        return word in self._shouted and len(self._shouted) >= _SHOUTS

    @cached_property
    def said(self) -> dict[int, tuple[Attribution, ...]]:
        """The reports of words that share words with each line, by the line's number.

        "Ignored a warning" or "was questioned by police" is what happened, whoever is found to speak there.
        Of a note "he" is whom the note says; nobody where it does not: the sentence that names him may be
        one of those that the note left out.
        """
        made = {}
        for line in self.index.lines:
            found = tuple(one for one in self.index.attributions_on(line.span) if self._reports(one))
            if self.about.basis == "note":
                found = tuple(self._whose(one, self.speakers.get(line.number)) for one in found)
            made[line.number] = found
        return made

    def _reports(self, said: Attribution) -> bool:
        """Whether a saying is one on its face: by its verb, by quotation marks, or by a "that"."""
        if said.kind != "says" or said.polarity != "affirmed" or said.directness != "indirect":
            return True
        raw = self.index.article.raw
        cue = said.cue.of(raw).lower().split()
        first = said.content[0]
        if _PASSIVE.search(raw[max(0, said.cue.start - _A_CLAUSE * 3) : said.cue.end]):
            return first.of(raw).lower().startswith("that ")  # "was told of the results" is what happened
        if cue[-1:] in (["told"], ["tells"]) and not raw[said.cue.end : first.start].strip():
            return first.of(raw).lower().startswith("that ")  # "told the workers in their canteen": to whom
        if not lexicon.SAYS.isdisjoint(cue) or first.of(raw).lower().startswith("that "):
            return True
        # "All votes will be counted again, the court ruled"
        return "," in raw[first.end : said.cue.start] and len(first.of(raw).split()) >= _A_CLAUSE

    def _whose(self, said: Attribution, named: str | None) -> Attribution:
        source = said.source.of(self.index.article.raw) if said.source is not None else ""
        if any(letter.isupper() for letter in source[1:]) or (
            source[:1].isupper() and len(source.split()) > 1
        ):
            return said
        return replace(said, speaker=named)


def of_article(id: str, article: Article, note: Note) -> Telling:  # noqa: A002
    """Read a whole article; `note` is its note, for the positions."""
    from summarizer.drafts import salience

    published = heads.published(article)
    if published != article.published:
        article = replace(article, published=published)
    index = support.index_of(article)
    ranked = {one.number: one.score for one in salience.rank(article)}
    return Telling(
        about=_source(id, note, "article").model_copy(update={"published": published}),
        index=index,
        numbers=tuple(line.number for line in index.lines),
        positions=note.positions,
        salience=tuple(ranked[line.number] for line in index.lines),
        speakers={},
    )


def of_note(id: str, note: Note) -> Telling:  # noqa: A002
    """Read the sentences that a note cites; SourceError where it cites none or contradicts itself."""
    cited = _cited(note)
    if not cited:
        raise SourceError(f"{note.article.name}: the note cites no sentence", hint="give the article itself")
    article = _rebuilt(note, cited)
    index = support.index_of(article)
    order = {number: at for at, number in enumerate(cited, start=1)}
    speakers = {
        order[one.sentence]: claim.speaker for claim in note.claims if claim.speaker for one in claim.evidence
    }
    summary = {one.sentence for line in note.summary for one in line.evidence}
    return Telling(
        about=_source(id, note, "note"),
        index=index,
        numbers=tuple(cited),
        positions=note.positions,
        salience=tuple(
            (2.0 if number in summary else 1.0) / (1 + 0.1 * at) for at, number in enumerate(cited)
        ),
        speakers=speakers,
    )


def _source(id: str, note: Note, basis: str) -> BriefSource:  # noqa: A002
    from urllib.parse import urlsplit

    article = note.article
    host = urlsplit(article.url).hostname if article.url else None
    return BriefSource.model_validate(
        {
            "id": id,
            "title": article.title,
            "outlet": article.site or (host.removeprefix("www.") if host else None),
            "byline": article.byline,
            "published": article.published,
            "name": article.name,
            "url": article.url,
            "basis": basis,
            "sentences": article.sentences,
            "sha256": note.provenance.input_sha256,
        }
    )


def _cited(note: Note) -> dict[int, Evidence]:
    """The sentences of a note in order, each at its longest; SourceError where they overlap."""
    items: Sequence[SummaryLine | Claim | Position] = (*note.summary, *note.claims, *note.positions)
    longest: dict[int, Evidence] = {}
    for one in (evidence for item in items for evidence in item.evidence):
        have = longest.get(one.sentence)
        if have is None or one.end - one.start > have.end - have.start:
            longest[one.sentence] = one
    made = dict(sorted(longest.items()))
    at = 0
    for number, one in made.items():
        wrong = one.start < at or one.end - one.start != len(one.text) or one.end > note.article.characters
        if wrong or number > note.article.sentences:
            raise SourceError(
                f"{note.article.name}: the evidence of sentence {number} does not fit its offsets; "
                "was the note edited by hand?",
                hint="make the note anew, or give the article itself",
            )
        at = one.end
    return made


def _rebuilt(note: Note, cited: dict[int, Evidence]) -> Article:
    """Put the sentences back where they stood; neighbours make a paragraph."""
    raw = [" "] * note.article.characters
    sentences: list[Sentence] = []
    paragraphs: list[Span] = []
    before = None
    for number, one in cited.items():
        raw[one.start : one.end] = one.text
        if before is not None and number == before + 1:
            paragraphs[-1] = Span(paragraphs[-1].start, one.end)
        else:
            paragraphs.append(Span(one.start, one.end))
        sentences.append(Sentence(len(sentences) + 1, one.start, one.end, len(paragraphs) - 1))
        before = number
    return Article(
        raw="".join(raw),
        name=note.article.name,
        paragraphs=tuple(paragraphs),
        sentences=tuple(sentences),
        title=note.article.title,
        byline=note.article.byline,
        published=note.article.published,
        language=note.article.language,
    )
