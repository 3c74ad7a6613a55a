"""Items of a note that say again what an earlier one says."""

from __future__ import annotations

from summarizer import note
from summarizer.support import numbers, words

Item = note.SummaryLine | note.Claim | note.Position

# Of the content words of the later item. What it adds is a word or two of its own; a figure is news.
_SHARED = 0.8
_FEWEST = 4


def tells(item: Item, earlier: Item, *, same: bool) -> bool:
    """Say whether an item repeats an earlier one of its list; `same` where the draft gave both to one speaker.

    In the same words always, but for positions of two parties. In other words where both rest on a sentence in common:
    a party has one stand in one sentence, and what one speaker says is told if an earlier text has its words and figures,
    or if it only goes on behind that text.
    """
    alike = words.key(item.text) == words.key(earlier.text)
    if not isinstance(item, note.Position) and alike:
        return True
    if {one.sentence for one in item.evidence}.isdisjoint(one.sentence for one in earlier.evidence):
        return alike and same
    if isinstance(item, note.Position) and isinstance(earlier, note.Position):
        return same and (alike or item.stance == earlier.stance)
    return same and _holds(item.text, earlier.text)


def _holds(later: str, earlier: str) -> bool:
    if words.key(later).startswith(words.key(earlier)):
        return True
    new, old = ({w.stem for w in words.words(text) if w.content} for text in (later, earlier))
    if len(new) < _FEWEST or len(new & old) < _SHARED * len(new):
        return False
    values, told = ({q.token for q in numbers.quantities(text)} for text in (later, earlier))
    return values <= told
