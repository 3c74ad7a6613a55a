"""Printed names: runs of capitals with the roles before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from summarizer.article import Span
from summarizer.attribute import callings, given, lexicon, starts
from summarizer.attribute.text import Paragraph, Token


def name_runs(paragraph: Paragraph, lowered: Set[str]) -> Iterator[Span]:
    """Runs of capitals with the roles before them ("Shadow foreign secretary David Lammy").

    `lowered` are the words that the article also prints without a capital: one of them at
    the head of a sentence is no name.
    """
    tokens = paragraph.tokens
    past = 0
    for at in [at for at, token in enumerate(tokens) if token.capital]:
        if at < past or tokens[at].lower in _NEVER or not _opens_name(paragraph, at, lowered):
            continue
        first, end = at, at + 1
        stop = paragraph.bounds[first][1]
        while end < stop:
            token = tokens[end]
            if token.capital and token.word and token.lower not in _NOT_NAMES:
                end += 1
                continue
            # most names end here, which is found out soonest by the word
            if token.lower not in _WITHIN:
                break
            more = _in_name(tokens, end, first) or _nickname(tokens, end)
            if not more:
                break
            end += more
        while end > first + 1 and not tokens[end - 1].capital:
            end -= 1
        if (person := _behind_place(tokens, at, end)) != 0:
            yield Span(paragraph.starts[at], paragraph.ends[person - 1])
            at = person
        yield Span(paragraph.starts[_from_particle(paragraph, at)], paragraph.ends[end - 1])
        past = end


def _behind_place(tokens: Sequence[Token], at: int, end: int) -> int:
    """Where a person's name begins behind what the office is to: "ambassador to *Norland* Ann Roe"; 0 where none does."""
    to = at - 2 if tokens[at - 1].lower == "the" else at - 1
    if to < 1 or tokens[to].lower not in _SENT_TO or tokens[to - 1].lower not in callings.ROLES:
        return 0
    return next((n for n in range(at + 1, end - 1) if tokens[n].lower in _GIVEN), 0)


_SENT_TO = frozenset(("to", "for"))
_GIVEN = given.FIRST_NAMES | given.FAMILY_NAMES


def _from_particle(paragraph: Paragraph, at: int) -> int:
    """Where a surname begins that has small words in front of its capital: "“It is late,” de Roe said"."""
    tokens, opens = paragraph.tokens, paragraph.bounds[at][0]
    first = at
    while first > opens and tokens[first - 1].text in _BEFORE_SURNAMES:
        first -= 1
    # "the van Orme bought"
    return at if first > opens and tokens[first - 1].lower in lexicon.DETERMINERS else first


_BEFORE_SURNAMES = frozenset("de von van der di da du del della bin".split())


def _nickname(tokens: Sequence[Token], at: int) -> int:
    """Count the tokens of a nickname in marks between the words of a name; 0 where there is none."""
    if tokens[at].text not in _MARKS or not tokens[at - 1].capital:
        return 0
    for closing in range(at + 2, min(at + _LONGEST_NICKNAME, len(tokens) - 1)):
        if tokens[closing].text in _MARKS:
            around = (tokens[at + 1], tokens[closing + 1])
            named = all((token.word and token.capital) or token.lower == "the" for token in around)
            return closing + 1 - at if named and not tokens[at].quoted else 0
    return 0


_MARKS = frozenset("\"“”'‘’")
_LONGEST_NICKNAME = 5


def _opens_name(paragraph: Paragraph, at: int, lowered: Set[str]) -> bool:
    tokens = paragraph.tokens
    token = tokens[at]
    if not token.word or not token.capital:
        return False
    low = token.lower
    if low in _NEVER:
        return False
    starts = at == paragraph.bounds[at][0] or not tokens[at - 1].word
    if not starts:
        return True
    if low in lexicon.forms() and low.endswith(("ed", "said", "says")):
        # "Added Ann Roe: …"
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.word and following.capital:
        return low not in _COMMON_OPENERS
    common = low in _COMMON_OPENERS or low in _ADJECTIVES or low in lowered
    return not common and not low.endswith(("ly", "ing"))


def _in_name(tokens: Sequence[Token], at: int, first: int) -> bool:
    token = tokens[at]
    if not token.word:
        return False
    if token.capital:
        return token.lower not in _NOT_NAMES
    if token.lower in callings.ROLES and tokens[at - 1].lower in callings.ROLES:
        return at + 1 < len(tokens) and (tokens[at + 1].capital or tokens[at + 1].lower in callings.ROLES)
    if token.lower == "of":
        return _joins_of(tokens, at, first)
    if token.lower == "the" and tokens[at - 1].lower == "of":
        return at + 1 < len(tokens) and tokens[at + 1].capital
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None:
        return False
    if token.lower in starts.PARTICLES:
        # "Ursula von der Leyen"
        before = tokens[at - 1].capital or tokens[at - 1].lower in starts.PARTICLES
        return before and (after.capital or after.lower in starts.PARTICLES)
    joins = token.lower in ("and", "for") and tokens[at - 1].capital and after.capital
    return joins and (tokens[at - 1].lower in _BODY_HEADS or _body_soon(tokens, at))


_WITHIN = callings.ROLES | starts.PARTICLES | _MARKS | frozenset("of the and for".split())
"""Words without a capital, and marks, that a name may have within it: no others are looked at."""

_BODY_HEADS = frozenset(
    """department ministry office bank university college court house board council committee chamber
    institute society association federation union church secretary minister centre center school board
    commission""".split()
)


def _body_soon(tokens: Sequence[Token], at: int) -> bool:
    """The capitals behind "and" end in a body's word ("Harbour and Dock Workers' Union")."""
    if tokens[at].lower != "and":
        return False
    end = at + 1
    while end < len(tokens) and tokens[end].capital and end - at <= 4:
        if tokens[end].lower in _BODY_HEADS:
            return end > at + 1
        end += 1
    return False


def _joins_of(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Tell "Bank of X" and "Maid of Orme", one name, from "Owen Bracht of Loddon Street", two."""
    if at - first > 1 and tokens[at - 1].lower not in _BODY_HEADS:
        return False
    after = at + 2 if at + 1 < len(tokens) and tokens[at + 1].lower == "the" else at + 1
    return tokens[at - 1].capital and after < len(tokens) and tokens[after].capital


_NOT_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december i mr mrs ms""".split()
) - {"mr", "mrs", "ms"}
# With no capital behind them: "Independent experts say".
_ADJECTIVES = frozenset(
    """independent local foreign senior junior public private federal regional medical legal political military
    financial scientific religious civil human young old new top leading prominent fellow rival opposition
    conservative liberal democratic republican green free early recent current previous official state""".split()
)
_NEVER = lexicon.PRONOUNS | lexicon.DETERMINERS | _NOT_NAMES
"""Words that open no name, however they are printed."""
_COMMON_OPENERS = frozenset(
    """the a an in on at for with but and so or yet if when while as after before since although though
    because he she it they we you i his her its their our my this that these those there here what who how
    why where which meanwhile however also then now still asked challenged speaking according despite
    during under over about from to by outside inside near behind beyond across around amid within without
    against between among toward towards throughout alongside
    more most many some several few all both each other another no not
    only even just one two three four five six seven eight nine ten last next earlier later once until
    unless instead international efforts read watch listen it's that's we've we're i'm they're he's she's
    there's let's don't police residents officials critics people experts analysts researchers scientists
    voters campaigners protesters residents shares sales profits revenue today yesterday tomorrow""".split()
)
