"""Whether a stand is told plainly enough to be shown; what is not goes without a position.

A wrong stance hurts a reader more than a missing one, so these are gates and guess nothing: the holder is the
subject of its clause, the verb is neither wished, doubted, past before the past nor taken back, and the
issue says by itself what it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from summarizer.drafts import judging, nouns
from summarizer.support.words import Word, words

Told = Literal["affirmed", "denied"]

_MOST_BEFORE, _LONGEST_PHRASE = 5, 25
_CLAUSE = re.compile(r"[,;:()]|\s[-–—]+\s|[–—]")
_MARKS = re.compile(r"[\"“”?]|''|``")
_JOINING = frozenset("and but while although though yet meanwhile whereas so".split())
_PHRASE_OPENS = frozenset(
    """in on at after during before following since last earlier later meanwhile however still nevertheless but and
    also then today yesterday instead yet for despite while though although""".split()
)
# "If elected", "according to Roe", "in Roe's words": what follows is no plain statement of the article's.
_UNSURE = frozenset("if unless whether according asked words view eyes had were should suppose".split())
_NOT_BEFORE_NAME = (
    nouns.LINKS
    | judging.THINKING
    | judging.PERSONAL
    | frozenset(
        """by at from as than like into over under who whom which that when where if because is are was were be been
        has have had will would could can may might must should do does did or not no""".split()
    )
)
_ADVERBS = frozenset(
    """also again still now already always strongly fully deeply firmly broadly largely fiercely warmly long
    repeatedly publicly consistently openly formally immediately quickly unanimously jointly really sharply
    vigorously vehemently flatly roundly widely overwhelmingly forcefully loudly enthusiastically actively
    recently today yesterday therefore certainly absolutely completely totally swiftly obviously both all
    reluctantly explicitly narrowly tacitly categorically strenuously steadfastly""".split()
)
_HELPING = frozenset("has have do does did will i've we've i'll we'll".split())
_BEING = frozenset("is are am i'm we're".split())
_GOING_ON = frozenset("continue continues continued".split())
_REFUSING = re.compile(
    r"(?:will not|won't|do(?:es)? not|don't|doesn't|cannot|can not|can't|(?:is|are|am) not)"
)
# In reported speech the tenses move back: "said she would vote for" is "will vote for".
_REPORTED = {
    "would": "will",
    "could": "can",
    "wouldn't": "won't",
    "couldn't": "can't",
}
_TAKEN_BACK = re.compile(
    r"\b(?:if|unless|provided|until|no longer|at one point|(?:has|have|had) since|since then|but (?:now|later|then)|"
    r"but (?:has|have) (?:since|now)|before (?:changing|reversing|switching|dropping|withdrawing|backing)|"
    r"only to|reversed|flip-?flop\w*|in the past|used to|in (?:19|20)\d\d|instead of|rather than)\b",
    re.IGNORECASE,
)
# "Attempts to move", "a bill to end": what the infinitive says is the matter.
_OPEN_ENDED = frozenset(
    """attempt attempts effort efforts bid bids plan plans proposal proposals decision decisions move moves push right
    ability call calls pledge pledges legislation bill bills measure measures law laws deal deals rule rules motion
    order orders request requests idea ideas way ways fight drive campaign failure refusal promise vote votes""".split()
)
# A thing of one bare noun is known where it recurs so often that the article is about it.
_RECURS = 4
# What somebody said is none of the things that an article is about.
_SAID = frozenset(
    """statement statements remark remarks comment comments speech letter email interview question questions answer
    report reports word words story article offer""".split()
)
_SOME = frozenset(
    "handful number series range variety couple list group host set bunch lot lots pair dozens".split()
)
_UNNAMED = frozenset(
    "issue issues matter matters thing things effort efforts idea ideas topic subject".split()
)
_TIMES = frozenset(
    "last this next early late earlier later here there too once twice despite against".split()
)
_SAME_STEM = 4
_ASPECTS = ("s", "ed", "ing")
_IRREGULAR = frozenset("withdrew quit".split())


def subject(front: str) -> bool:
    """Say whether a name behind these words of its sentence can be the subject of a main clause.

    >>> subject(""), subject("In a statement, Otterby Mayor "), subject("The members, Roe and ")
    (True, True, False)
    >>> subject("She suggests that "), subject("If elected, "), subject("House Speaker Ann Roe of ")
    (False, False, False)
    """
    if _MARKS.search(front):
        return False
    parts = _CLAUSE.split(front)
    phrase, near = [w.lower for part in parts[:-1] for w in words(part)], words(parts[-1])
    if phrase and (
        len(parts) > 2
        or len(phrase) > _LONGEST_PHRASE
        or phrase[0] not in _PHRASE_OPENS
        or _UNSURE & set(phrase)
        or judging.THINKING & set(phrase)
    ):
        return False
    while near and near[0].lower in _JOINING:
        near = near[1:]
    return len(near) <= _MOST_BEFORE and not any(
        w.lower in _NOT_BEFORE_NAME
        or w.lower in judging.verbs()
        or w.lower.endswith("ing")
        or w.lower in _JOINING
        for w in near
    )


def predicate(between: Sequence[Word], verb: Word, name: str, *, reported: bool = False) -> Told | None:
    """What stands between a subject and its verb makes it affirmed, denied or, None, neither for certain."""
    said = [w.lower.replace("’", "'") for w in between]
    if reported:
        said = [_REPORTED.get(word, word) for word in said]
    bare = not verb.lower.endswith(_ASPECTS) and verb.lower not in _IRREGULAR
    gerund = verb.lower.endswith("ing")
    rest = [word for word in said if word not in _ADVERBS]
    if _REFUSING.fullmatch(" ".join(rest)):
        return "denied"
    if len(rest) > 1 and rest[-1] == "to" and rest[-2] in _GOING_ON:
        return "affirmed" if all(word in _HELPING for word in rest[:-2]) else None
    if rest[:2] and rest[-2:-1] and rest[-2] in _GOING_ON:
        return None
    if rest == ["to"] or not all(word in _HELPING | _BEING for word in rest):
        return None
    if gerund != bool(_BEING & set(rest)):
        return None
    if bare and not rest:
        return "affirmed" if _many(name) else None
    return "affirmed"


def _many(name: str) -> bool:
    """A name that a verb in the plural fits: "hauliers", "Roe and Day", "I"."""
    last = name.split()[-1].lower()
    return last in ("i", "we", "they", "members", "people") or last.endswith("s") or " and " in name


def stays(rest: str) -> bool:
    """Say whether the words behind the verb leave the stand alone: no condition, nothing taken back."""
    return _TAKEN_BACK.search(rest) is None


def names_itself(found: Sequence[Word], raw: str, topics: nouns.Topics, *, goes_on: bool) -> bool:
    """Say whether a reader of the issue alone knows what is meant.

    Not "her ouster" nor "legislation" of an article on something else; and what hangs on the phrase in a clause
    of its own ("attempts to move", "the idea that") is the very issue. What stands behind a subject `goes_on`.
    """
    if len(found) == 1 and found[0].lower.endswith("ing") and not found[0].capital:
        # "taxing": of what
        return False
    if len(found) > 1 and found[-1].lower in _UNNAMED:
        # "attention to the issue"
        return False
    if topics.central(found):
        return True
    before = words(raw[max(0, found[0].span.start - 20) : found[0].span.start])
    if before and before[-1].lower in judging.POSSESSIVES | {"her", "this", "that", "these", "those", "such"}:
        return False
    if found[0].lower in ("same", "other", "latter", "former", "another", "similar", "having", "being"):
        return False
    if found[0].lower in _SOME or (raw.startswith(".", found[-1].span.end) and "." in found[-1].lower):
        # "a handful of candidates"; "Roe's role in the U.S. intervention" is cut at the point
        return False
    contents = [w for w in found if w.content]
    if len(contents) == 1 and not contents[0].capital and not _known(contents[0], topics):
        return False
    end = found[-1].span.end
    follows = words(raw[end : end + 30], end)[:2]
    if goes_on or not follows or raw[end : follows[0].span.start].strip("”\"’' \n"):
        return True
    if follows[0].lower == "to" and _OPEN_ENDED & {w.lower for w in found}:
        return len(follows) > 1 and (follows[1].capital or follows[1].lower in ("the", "a", "an"))
    return _ends_before(follows[0])


def _ends_before(word: Word) -> bool:
    """Say whether a phrase that is whole can end in front of this word, with nothing but a blank between."""
    if word.lower in ("that", "whose", "so", "than") or word.lower in judging.verbs():
        return False
    return word.lower in nouns.STOPS | nouns.LINKS | nouns.DATES | _ADVERBS | _TIMES or word.lower.endswith(
        "ly"
    )


def _known(noun: Word, topics: nouns.Topics) -> bool:
    """The title names it in another form, or the article speaks of it again and again."""
    derived = any(
        _shared(stem, noun.stem) >= max(_SAME_STEM, min(len(stem), len(noun.stem)) - 1)
        for stem in topics.title
    )
    return derived or (noun.lower not in _SAID and topics.index.frequency.get(noun.stem, 0) >= _RECURS)


def _shared(one: str, other: str) -> int:
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
