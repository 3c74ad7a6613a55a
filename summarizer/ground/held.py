"""What items of a draft are held against, and what is given back where one does not stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer import asserted, note, support
from summarizer.article import Article, Attribution, Span
from summarizer.ground import across, sayings, unfounded
from summarizer.note import Origin, Support


@dataclass(frozen=True, slots=True)
class Refused:
    """That an item does not stand, and why."""

    reason: str
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """What items are held against: the article's index; `origin` and `across` say how strictly.

    `across` is the language the draft is worded in, where it is not the article's.
    """

    index: support.Index
    origin: Origin
    across: str | None = None

    def check(self, text: str, cited: Sequence[int], *, reported: bool = False) -> support.Checked:
        """Check a text against the article; `reported` as in `support.check`."""
        if self.across is not None:
            return self._clear(across.check(text, self.index, cited, self.across))
        if self.origin == "model" and sayings.breaks_off(text):
            finding = support.Problem("wording", "it breaks off in mid-sentence", True)
            return support.Checked("unsupported", 0.0, (finding.text,), (), (finding,))
        checked = support.check(text, self.index.article, cited=cited, reported=reported)
        return self._clear(unfounded.judged(text, checked, self.index) if self.origin == "model" else checked)

    def _clear(self, checked: support.Checked) -> support.Checked:
        """Refuse what rests on an order to a machine or on words that assert nothing: print makes none of it so."""
        article, spans = self.index.article, [Span(e.start, e.end) for e in checked.evidence]
        why = next((why for span in spans if (why := asserted.reason(article, span))), None)
        if any(article.rests_on_order(span) for span in spans):
            found = support.Problem("an order", "it rests on words that tell a machine what to say", True)
        elif why is not None:
            found = support.Problem("not asserted", why, True)
        else:
            return checked
        return replace(checked, verdict="unsupported", problems=(found.text,), findings=(found,))

    def saying(self, text: str, checked: support.Checked) -> list[Attribution]:
        """Whose words the text may be; across languages whoever speaks in the sentences it cites."""
        if self.across is None:
            return sayings.saying(text, checked.evidence, self.index)
        return [a for e in checked.evidence for a in self.index.attributions_on(Span(e.start, e.end))]


def held_against(article: Article, origin: Origin, language: str | None) -> Held:
    """Prepare the article; `language` is the one that the draft was asked for."""
    other = language if origin == "model" and language != article.language else None
    return Held(support.index_of(article), origin, other)


def refused_by(checked: support.Checked) -> Refused | None:
    """Refuse what the article does not bear out, by the gravest finding."""
    if checked.verdict != "unsupported":
        return None
    grave = [f for f in checked.findings if f.grave]
    return Refused(grave[0].kind if grave else "not in the article", checked.problems)


def support_of(
    checked: support.Checked, extra: tuple[str, ...] = (), remark: tuple[str, ...] = ()
) -> Support:
    """A problem of our own makes an item doubtful; a remark does not."""
    verdict: note.Verdict = "doubtful" if extra else checked.verdict
    return Support(verdict=verdict, score=checked.score, problems=(*checked.problems, *extra, *remark))
