"""Judge the sentences of a page: news, an order in the page's own voice, or one that somebody is reported to have given."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.article import Sentence
from summarizer.orders import folding, forged, phrases, signs, tongues, voices, weighing

NEWS, REPORTED, ORDER = "news", "reported", "order"

_PHRASES = (*phrases.ENGLISH, forged.FORGED)
# Sentences of a page that speak to its reader, above which it is advice: a recipe, a guide, a letter.
_ADVICE = 0.3
_FEWEST_OF_ADVICE = 4
_FEWEST_ABOUT_MACHINES = 2
_ABOVE = 300
_MANY_NOTES = 3
# A list begins with less.
_NO_LIST = 4


class Page:
    """What holds for a page as a whole: which signs can be in it at all, its voice, its subject."""

    def __init__(self, raw: str, sentences: Sequence[Sentence]) -> None:
        self._raw = raw
        whole = folding.plain(raw[sentences[0].start : sentences[-1].end])
        lowers = [one.lower() for one in folding.readings(whole)]
        self._phrases = tuple([each for each in _PHRASES if any(map(each.possible, lowers))])
        self._encoded = folding.encoded(whole)
        self._cited = len(forged.CITATION.findall(whole)) >= _MANY_NOTES
        self._signs = weighing.possible(lowers)
        self._tongues = tongues.possible(lowers[0])
        self._advising = {
            s.number for s in sentences if voices.advises(voices.own_voice(self._plain(s)).lower())
        }
        self._count = len(sentences)
        self._listed = sum(forged.LIST_LIKE.match(self._plain(s)) is not None for s in sentences)

    def judge(self, given: Sequence[Sentence]) -> tuple[str, ...]:
        """Judge the sentences of one paragraph."""
        start = given[0].start
        whole = self._raw[start : given[-1].end]
        quoted = voices.quoted_in(whole)
        own, said = [], []
        for sentence in given:
            inside, outside = _parts(self._raw, sentence, [(a + start, b + start) for a, b in quoted])
            own.append(folding.plain(outside))
            said.append(folding.plain(inside))
        advice = self._advises_beside(given)
        verdicts = [self._one(mine, theirs, advice) for mine, theirs in zip(own, said, strict=True)]
        for at in range(len(given) - 1):
            if verdicts[at] == verdicts[at + 1] == NEWS and self._two(f"{own[at]} {own[at + 1]}", advice):
                verdicts[at] = ORDER
        if self._forged(whole) or any(self._numbered(s, at == 0) for at, s in enumerate(given)):
            verdicts = [ORDER] * len(given)
        return tuple(verdicts)

    def suspicious(self, given: Sequence[Sentence]) -> bool:
        """Say whether a paragraph behind an order goes on with it: half of what makes one is enough there."""
        return any(self._weighs(text, signs.ENOUGH / 2, False) for text in map(self._plain, given))

    def about_machines(self, inside: Sequence[Sequence[Sentence]], verdicts: Sequence[Sequence[str]]) -> bool:
        """Say whether the page's own words speak of machines that are told things, in several paragraphs.

        What stands above the first one, its headline, counts as one; of those that report an order one counts.
        """
        news = sum(
            self._about(self._raw[given[0].start : given[-1].end])
            for given, verdict in zip(inside, verdicts, strict=True)
            if set(verdict) == {NEWS}
        )
        reporting = any(
            REPORTED in verdict and self._about(self._raw[given[0].start : given[-1].end])
            for given, verdict in zip(inside, verdicts, strict=True)
        )
        above = self._about(self._raw[max(0, inside[0][0].start - _ABOVE) : inside[0][0].start])
        return news + reporting + above >= _FEWEST_ABOUT_MACHINES

    def _about(self, text: str) -> bool:
        return bool(signs.ABOUT.search(voices.own_voice(folding.plain(text)).lower()))

    def _plain(self, sentence: Sentence) -> str:
        return folding.plain(sentence.span.of(self._raw))

    def _advises_beside(self, given: Sequence[Sentence]) -> bool:
        """Say whether the rest of the page speaks to its reader too."""
        others = self._count - len(given)
        advising = len(self._advising - {s.number for s in given})
        return others >= _FEWEST_OF_ADVICE and advising > _ADVICE * others

    def _one(self, own: str, said: str, advice: bool) -> str:
        enough = signs.ENOUGH_OF_ADVICE if advice else signs.ENOUGH
        phrased = self._phrased(own) and (not advice or self._weighs(own, signs.ENOUGH, advice))
        told = voices.reports(own.lower())
        if phrased or self._weighs(own, signs.ENOUGH_IF_TOLD if told else enough, advice):
            return REPORTED if told else ORDER
        if self._foreign(own):
            return ORDER
        if said and (
            self._phrased(said) or self._weighs(said, signs.ENOUGH_IF_QUOTED, advice) or self._foreign(said)
        ):
            return REPORTED
        return NEWS

    def _two(self, own: str, advice: bool) -> bool:
        """Two sentences in a row may say together what neither says alone; where something is told they are news."""
        if self._foreign(own):
            return True
        enough = signs.ENOUGH_OF_ADVICE if advice else signs.ENOUGH_OF_TWO
        return not voices.reports(own.lower()) and self._weighs(own, enough, advice)

    def _foreign(self, folded: str) -> bool:
        return bool(self._tongues) and tongues.weigh(folded.lower(), self._tongues) >= tongues.ENOUGH

    def _phrased(self, folded: str) -> bool:
        return any(
            phrase.within(one, one.lower()) for one in folding.readings(folded) for phrase in self._phrases
        )

    def _weighs(self, folded: str, enough: float, advice: bool) -> bool:
        return any(
            weighing.weigh(one.lower(), advice, self._signs) >= enough for one in folding.readings(folded)
        )

    def _forged(self, text: str) -> bool:
        lines = text.strip()
        return (
            forged.FORGED in self._phrases
            and any(
                forged.FORGES.search(one) is not None and forged.FORGED.within(one, one.lower())
                for one in {lines, folding.plain(text)}
            )
        ) or (self._encoded and folding.encoded(folding.plain(text)))

    def _numbered(self, sentence: Sentence, first: bool) -> bool:
        text = self._plain(sentence)
        if not self._cited and forged.NUMBERED.search(text):
            return True
        if not first or (found := forged.LIST_LIKE.match(text)) is None:
            return False
        number = int(found[found.lastindex or 1])
        return number >= _NO_LIST and self._listed == 1 and self._raw.count(found[0].strip()) == 1


def _parts(raw: str, sentence: Sentence, quoted: Sequence[tuple[int, int]]) -> tuple[str, str]:
    """What of a sentence stands between quotation marks, and what does not."""
    inside, outside, at = [], [], sentence.start
    for start, end in quoted:
        if end <= sentence.start or start >= sentence.end:
            continue
        outside.append(raw[at : max(at, start)])
        inside.append(raw[max(at, start) : min(end, sentence.end)].strip("“”„«»\"'‘’ "))
        at = min(end, sentence.end)
    outside.append(raw[at : sentence.end])
    return " ".join(inside), " … ".join(outside).strip()
