"""What a position is about: a noun phrase cut from the article's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer import support
from summarizer.article import Span
from summarizer.drafts import judging
from summarizer.support import words
from summarizer.support.words import Word

_LEADS = frozenset(
    "the a an this that these those its their his her our my your any all both some no such to of".split()
)
STOPS = frozenset(
    """which that who whom whose because although though while when where if so but as after before since until
    unless during by amid despite without following than whether saying and or into through over under is are
    was were be been being will would has had have can could may might must should do does did not said says
    think thinks thought believe believes hope feel feels felt know says say at from via per without within
    ahead he she they we i it you""".split()
)
"""Where a noun phrase ends."""

LINKS = frozenset("of for on in to with against between about".split())
"""Prepositions that may stand inside a noun phrase."""
_CALLS = frozenset("call calls demand demands plea appeal appeals request requests push need bid".split())
# More than a blank or an abbreviation's ". " between two words of a phrase is "'s ".
_GENITIVE = 2
_FEWEST_LETTERS = 2
_MOST_WORDS, _PLAIN_WORDS = 7, 5
_GAP = re.compile(r"%?(?:[’']s?)?\s*$")
_TITLES = frozenset("mr mrs ms dr st sen rep gov gen".split())
_AMOUNTS = frozenset("percent per cent".split())
DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight again".split()
)
_FINITE = frozenset(
    "is are was were will would has had have can could may might must should do does did".split()
)
_ANYBODY = frozenset(
    "anyone anybody anything everyone everybody everything someone somebody something".split()
)
_EMPTY = frozenset("going being having doing getting making taking saying trying".split())
_VAGUE = frozenset("way fact kind type sort thing time day moment hour year need".split())
_AFTER_PARTICIPLE = LINKS | frozenset("by at from through under upon into".split())
_POINTING = frozenset("this that these those such".split())


@dataclass(frozen=True)
class Topics:
    """What the article speaks of more than once, by stems; an issue has to be one of them."""

    index: support.Index
    title: frozenset[str]
    recurring: frozenset[str]

    @classmethod
    def of(cls, index: support.Index) -> Topics:
        """Read them off the title and the sentences."""
        title = frozenset(w.stem for w in words.words(index.article.title or "") if w.content)
        recurring = frozenset(stem for stem, count in index.frequency.items() if count > 1)
        return cls(index, title, recurring)

    def holds(self, found: Sequence[Word]) -> bool:
        """Say whether the phrase names something that the article speaks of more than once."""
        return any(w.stem in self.title or w.stem in self.recurring for w in found if w.content)

    def central(self, found: Sequence[Word]) -> bool:
        """Say whether the phrase shares a word with the title."""
        return any(w.content and w.stem in self.title for w in found)


def after(listed: Sequence[Word], at: int, raw: str) -> tuple[Word, ...]:
    """The noun phrase that begins at a word; empty where none does."""
    made: list[Word] = []
    for word in listed[at:]:
        if made and not _together(made[-1], word, raw):
            break
        if word.lower in STOPS or (not made and word.lower in LINKS):
            if word.lower in _FINITE and len(made) > 1:
                # "the changes members are expected to make": the last noun begins another clause
                made.pop()
            break
        if word.lower in judging.verbs() and not (made and _no_verb(made[-1], word, raw)):
            break
        if word.lower == "to" and _verb_follows(listed, word):
            break
        if made and word.lower.endswith("ing") and _lead_follows(listed, word):
            break
        if made and word.lower.endswith("ed") and _next(listed, word) in _AFTER_PARTICIPLE:
            # "a policy focused on", "foreigners convicted of"
            break
        verbal = made and made[-1].lower.endswith("ing")
        if made and word.lower in _LEADS and not verbal and not {word.lower, made[-1].lower} & LINKS:
            break
        made.append(word)
    return trimmed(made)


def _no_verb(one: Word, other: Word, raw: str) -> bool:
    """Tell "the party's support" and "bringing back the levy" from a verb."""
    return one.lower.endswith("ing") or raw[one.span.end : other.span.start].strip() in ("'s", "’s", "'", "’")


def _together(one: Word, other: Word, raw: str) -> bool:
    """Nothing but a blank, a hyphen, a genitive or a quotation mark stands between two words."""
    gap = raw[one.span.end : other.span.start]
    if one.lower in _TITLES:
        gap = gap.removeprefix(".")
    return _GAP.fullmatch(gap.replace("-", " ").strip('"“”')) is not None


def _lead_follows(listed: Sequence[Word], word: Word) -> bool:
    """A determiner stands behind a word in "-ing": it is a verb ("a ruling declaring the ban …")."""
    return _next(listed, word) in _LEADS


def _next(listed: Sequence[Word], word: Word) -> str:
    return next((w.lower for w in listed if w.span.start > word.span.start), "")


def _verb_follows(listed: Sequence[Word], to: Word) -> bool:
    """Tell "pressure to ensure peace" from "access to the town" and "aid to Otterby"."""
    following = next((w for w in listed if w.span.start > to.span.start), None)
    return following is not None and not following.capital and following.lower not in _LEADS


def with_wish(listed: Sequence[Word], found: tuple[Word, ...], raw: str) -> tuple[Word, ...]:
    """Let a phrase run on into "footage to be released"; what is wanted is the whole of it."""
    if not found:
        return found
    rest = [word for word in listed if word.span.start >= found[-1].span.end]
    figures = any(word.lower[0].isdigit() for word in rest[1:2])
    if figures or not rest or rest[0].lower != "to" or not _together(found[-1], rest[0], raw):
        return found
    made = [*found, rest[0]]
    for word in rest[1:]:
        if not _together(made[-1], word, raw) or (word.lower in STOPS and word.lower != "be"):
            break
        made.append(word)
    return tuple(made) if len(made) <= _MOST_WORDS else ()


def before(listed: Sequence[Word], at: int, raw: str) -> tuple[Word, ...]:
    """The noun phrase that ends right before a word: the subject of what stands there."""
    made: list[Word] = []
    later = listed[at]
    for word in reversed(listed[:at]):
        if not _GAP.fullmatch(raw[word.span.end : later.span.start].replace("-", " ").strip('"“”')):
            break
        later = word
        if not made and word.lower in judging.ADVERBS:
            continue
        if word.lower in STOPS:
            break
        made.insert(0, word)
    # "that type of thing" points back: it stays whole, and names nothing
    return tuple(made) if made and made[0].lower in _POINTING else trimmed(made)


def trimmed(found: Sequence[Word]) -> tuple[Word, ...]:
    """Leave off what stands round the noun: determiners, "the call for", what runs on too long."""
    made = list(found)
    while made and made[0].lower in (_LEADS | judging.ADVERBS | LINKS | DATES) - {"long"}:
        made.pop(0)
    if len(made) > 2 and made[0].lower in _CALLS and made[1].lower == "for":
        return trimmed(made[2:])
    made = made[: _after_name(made)]
    if len(made) > _MOST_WORDS:
        return ()
    if len(made) > _PLAIN_WORDS:
        # what hangs on "of" belongs to the noun; what hangs on another preposition can go
        cut = next(
            (at for at in range(1, len(made)) if made[at].lower in LINKS and made[at].lower != "of"),
            len(made),
        )
        made = made[:cut]
    dated = next(
        (at for at, w in enumerate(made) if at and w.lower in DATES and made[at - 1].lower == "on"), None
    )
    if dated is not None:
        made = made[: dated - 1]
    while made and (
        made[-1].lower in _LEADS | LINKS | STOPS | DATES | _AMOUNTS
        or made[-1].lower.endswith("ly")
        or made[-1].lower[0].isdigit()
    ):
        made.pop()
    return tuple(made)


def _after_name(made: Sequence[Word]) -> int:
    """Where a name ends: "Roe in the race" is about Roe; "Roe's words about the race" is about the words."""
    for at, word in enumerate(made):
        if word.lower in LINKS and word.lower != "of":
            return at
        owns = at + 1 < len(made) and made[at + 1].span.start - word.span.end > _GENITIVE
        if not word.capital or owns:
            break
    return len(made)


def names_nothing(found: Sequence[Word]) -> bool:
    """Say whether the phrase is a mere "the move": nothing to whoever has not read the sentence before."""
    return (
        not any(w.content for w in found)
        or found[0].lower in _POINTING | _VAGUE | _ANYBODY
        or _personal(found)
        or len(found[-1].lower) < _FEWEST_LETTERS
        or (len(found) == 1 and found[0].lower in _EMPTY)
        or (found[-1].lower in judging.ANAPHORS and sum(w.content for w in found) == 1)
    )


def _personal(found: Sequence[Word]) -> bool:
    return any(w.lower in (judging.PERSONAL - judging.POSSESSIVES) | judging.FIRST_PERSON for w in found)


def printed(found: Sequence[Word], raw: str) -> str:
    """The phrase as the article prints it, without marks of quotation."""
    text = Span(found[0].span.start, found[-1].span.end).of(raw)
    return " ".join(re.sub(r"[\"“”„«»]", "", text).split())
