"""Noun phrases and verb groups around a cue, by closed word classes and capitals alone."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attribute import dates, joining, lexicon, roles
from summarizer.attribute.text import Paragraph, Token

_LONGEST = 22
_LEADING = frozenset(
    """meanwhile earlier later yesterday today tonight instead however still also then now once afterwards
    recently previously elsewhere nevertheless nonetheless further moreover additionally indeed overall
    monday tuesday wednesday thursday friday saturday sunday asked challenged pressed but and so yet""".split()
)
TIME_WORDS = dates.TIME_WORDS
_FINITE = frozenset(
    "is was are were has had have will would can could does did do may might must should".split()
)

Range = tuple[int, int]
"""Half-open range of token indices."""


def verb_group(paragraph: Paragraph, head: int) -> int:
    """Find where the verb group of the cue at `head` starts: auxiliaries and adverbs before it."""
    tokens = paragraph.tokens
    start, opens = head, paragraph.bounds[head][0]
    while start > opens and not tokens[start - 1].quoted:
        before = tokens[start - 1]
        adverb = before.lower.endswith("ly") and len(before.lower) > 4 and not before.capital
        if before.lower in lexicon.AUXILIARIES or adverb:
            start -= 1
        else:
            break
    return start


def subject_before(paragraph: Paragraph, at: int) -> Range | None:
    """Find the noun phrase that ends right before token `at` in the same sentence, an apposition skipped."""
    tokens, opens = paragraph.tokens, paragraph.bounds[at][0]
    if at - 1 < opens or tokens[at - 1].quoted:
        return None
    last = dates.before(tokens, at - 1, opens)
    if tokens[last].text == ")":
        last = _before_bracket(tokens, last)
    elif tokens[last].text in "—–―":
        last = _before_dash(paragraph, last)
    if last >= 0 and tokens[last].text == ",":
        last = _before_apposition(paragraph, last)
    if last < 0:
        return None
    token = tokens[last]
    if token.lower in _ALONE:
        return (last, last + 1)
    if not token.word or token.lower in lexicon.CLAUSE_WORDS or token.lower in lexicon.PREPOSITIONS:
        return None
    first = _walk_back(paragraph, last)
    if first > 1 and first <= last and tokens[first - 1].lower == "who" and tokens[first - 2].word:
        # "officials who spoke with the paper said": the subject stands before its relative clause
        return _trim(tokens, _walk_back(paragraph, first - 2), first - 1)
    return _trim(tokens, first, last + 1)


def _before_apposition(paragraph: Paragraph, comma: int) -> int:
    """From the comma that closes "Lord Roe, the Foreign Secretary," give the token before the first one."""
    tokens, sentences = paragraph.tokens, paragraph.sentences
    sentence = sentences[comma]
    for at in range(comma - 1, max(-1, comma - 26), -1):
        token = tokens[at]
        if token.text == "." and at == comma - 1:
            # "Mitch Roe, R-Ky.," is said of a senator
            continue
        if sentences[at] != sentence or token.quoted or token.text in '.;:!?—–―"“”':
            return -1
        if token.text == "," and at > 0:
            inner = tokens[at + 1]
            if inner.lower.strip(".") in _COMPANY and roles.holds_post(tokens, at):
                # "Bo Lee, head of sales for Orme, Inc.,"
                continue
            fits = (
                inner.lower in lexicon.DETERMINERS
                or inner.lower
                in ("who", "which", "whose", "president", "chair", "head", "director", "secretary")
                or inner.text[0].isdigit()
                or inner.lower in lexicon.PREPOSITIONS
                or inner.word
            )
            before, place = tokens[at - 1], at - 1
            if before.text.isdigit() and at > 2 and tokens[at - 2].text == ",":
                # an age between commas: "Ann Roe, 67, a retired clerk,"
                at, before, place = at - 2, tokens[at - 3], at - 3
            elif before.text == "." and at > 2:
                # "of Bath, Mass.," and "Bo Lee Jr.,"
                at, before, place = at - 1, tokens[at - 2], at - 2
            if not (fits and before.word and sentences[place] == sentence):
                return -1
            return _before_address(paragraph, at, comma) or _before_place(paragraph, at) or at - 1
    return -1


_COMPANY = frozenset("inc ltd llc corp plc co".split())


def _before_place(paragraph: Paragraph, end: int) -> int:
    """Like `_before_address`, where more of the description stands behind the place ("…, Sweden, and co-author,")."""
    tokens = paragraph.tokens
    first = end
    while first > 1 and tokens[first - 1].capital and end - first <= _LONGEST_PLACE:
        first -= 1
    return _before_address(paragraph, first - 1, end) if tokens[first - 1].text == "," else 0


def _before_address(paragraph: Paragraph, comma: int, closing: int) -> int:
    """Where the commas hold but a place, go on before the description it ends; 0 where they do not.

    "Ann Roe, a fellow at the Institute in Lund, Sweden, said", "Bo Lee, 30, of Bath, Maine, said": a place says nothing.
    """
    tokens, sentences = paragraph.tokens, paragraph.sentences
    inner = [token for token in tokens[comma + 1 : closing] if token.text != "."]
    if len(inner) > _LONGEST_PLACE or not all(token.capital for token in inner):
        return 0
    sentence = sentences[comma]
    for at in range(comma - 1, max(0, comma - _LONGEST_DESCRIPTION), -1):
        token = tokens[at]
        if sentences[at] != sentence or token.quoted or token.text in '.;:!?—–―"“”':
            return 0
        if token.text == ",":
            name = at - 3 if tokens[at - 1].text.isdigit() and tokens[at - 2].text == "," else at - 1
            return name if tokens[at + 1].lower in _DESCRIBES and tokens[name].capital else 0
    return 0


_LONGEST_PLACE, _LONGEST_DESCRIPTION = 3, 24
_DESCRIBES = frozenset(("a", "an", "the", "who", "of", "from"))


def _before_bracket(tokens: Sequence[Token], close: int) -> int:
    """From the bracket that closes "Mary Pell (R-Orme)" give the token before the one that opens it."""
    for at in range(close - 1, max(-1, close - 12), -1):
        if tokens[at].text == "(":
            return at - 1
    return -1


def _before_dash(paragraph: Paragraph, close: int) -> int:
    """From the dash that closes "Jay Sims — a teacher —" give the token before the first one."""
    tokens, opens = paragraph.tokens, paragraph.bounds[close][0]
    for at in range(close - 1, max(-1, close - 20), -1):
        if at < opens or tokens[at].quoted:
            return -1
        if tokens[at].text in ("—", "–", "―"):
            return at - 1
    return -1


def _walk_back(paragraph: Paragraph, last: int) -> int:
    tokens = paragraph.tokens
    first, opens, forms = last, paragraph.bounds[last][0], lexicon.forms()
    while first > opens and last - first < _LONGEST:
        token = tokens[first - 1]
        if token.quoted:
            break
        if token.lower in ("and", "&") and first > 1:
            if joining.names_around(tokens, first - 1):
                first -= 1
                continue
            return joining.first_of_two(tokens, first - 1, opens, first)
        if not token.word and token.text != "-":
            break
        if token.lower == "than" and first > 1 and tokens[first - 2].lower in ("more", "fewer", "less"):
            first -= 2
            continue
        if token.lower in _ENDS or (token.lower in _FINITE and not token.capital):
            break
        if not token.capital and token.lower in forms and not _adjectival(tokens, first - 1):
            break
        if tokens[first].lower in _STARTS and token.lower not in _BEFORE_STARTS:
            # a determiner opens a noun phrase, so only a preposition can tie it to what stands before
            break
        first -= 1
    return first


_STARTS = lexicon.DETERMINERS - {"one", "two", "three", "four", "five", "other"}
_BEFORE_STARTS = lexicon.PREPOSITIONS | {"all", "both", "half"}
_ALONE = lexicon.PRONOUNS | lexicon.CONTRACTED | {"which"}
_ENDS = lexicon.CLAUSE_WORDS | lexicon.PRONOUNS


def _adjectival(tokens: Sequence[Token], at: int) -> bool:
    """A verb form right after a determiner and before a noun is an adjective ("the proposed tax")."""
    return at > 0 and (tokens[at - 1].lower in lexicon.DETERMINERS or tokens[at - 1].lower.endswith("'s"))


def _trim(tokens: Sequence[Token], first: int, end: int) -> Range | None:
    """Leave an opening adverb or prepositional phrase off the phrase."""
    while first < end and tokens[first].lower in _LEADING and first + 1 < end:
        first += 1
    if first + 1 < end and tokens[first].lower.endswith("ly") and tokens[first].lower != "family":
        first += 1
    # "Outside experts" are no place
    adjective = end - first == 2 and tokens[first].lower in ("outside", "inside")
    if first < end and tokens[first].lower in lexicon.PREPOSITIONS and not adjective:
        first = _after_preposition(tokens, first, end)
    return (first, end) if first < end else None


def _after_preposition(tokens: Sequence[Token], first: int, end: int) -> int:
    """In "In a statement the ministry", find where the second noun phrase starts; `end` when nowhere."""
    for at in range(first + 2, end):
        here, before = tokens[at], tokens[at - 1]
        starts = here.lower in lexicon.DETERMINERS or here.capital
        if not starts or before.lower in lexicon.PREPOSITIONS or before.lower in lexicon.DETERMINERS:
            continue
        if (
            here.capital
            and before.capital
            and before.lower not in TIME_WORDS
            and not before.text[0].isdigit()
        ):
            continue
        if before.lower.endswith("'s"):
            continue
        return at
    return end


def phrase_after(paragraph: Paragraph, at: int) -> Range | None:
    """Find the noun phrase that starts at token `at`, up to a mark, a clause word or a verb."""
    tokens = paragraph.tokens
    if at >= len(tokens) or tokens[at].quoted or not tokens[at].word:
        return None
    if tokens[at].lower in lexicon.PRONOUNS:
        return (at, at + 1)
    end, until, forms = at, min(paragraph.bounds[at][1], at + _LONGEST), lexicon.forms()
    while end < until:
        token = tokens[end]
        if token.quoted or not token.word:
            break
        if end > at and _carries_on(tokens, end):
            end += 1
            continue
        low = token.lower
        if low in _STOPPING or (low in _FINITE and not token.capital):
            break
        if end > at:
            if not token.capital and (
                (low in forms and not _adjectival(tokens, end))
                or _before_determiner(tokens, end)
                or _verb_of(tokens, end)
            ):
                break
            if low in dates.TIMES and not dates.inside(tokens, at, end):
                break
        end += 1
    return (at, end) if end > at else None


def with_tail(paragraph: Paragraph, found: Range) -> Range:
    """Lengthen a noun phrase by those that hang on it: "a survey by Tallyhouse", "people with knowledge of it"."""
    tokens = paragraph.tokens
    first, end = found
    while end < paragraph.bounds[first][1] and tokens[end].lower in _TIES:
        tail = phrase_after(paragraph, end + 1)
        if tail is None or tokens[tail[0]].lower in TIME_WORDS:
            break
        end = tail[1]
    return first, end


_TIES = frozenset("by from with of in at for on".split())
_STOPPING = lexicon.CLAUSE_WORDS | (lexicon.PREPOSITIONS - {"of", "for"})


def _carries_on(tokens: Sequence[Token], at: int) -> bool:
    """Say whether the phrase goes on behind "and" or "than": "Roe and Lee", "more than 40 teachers"."""
    low = tokens[at].lower
    if low == "than":
        return tokens[at - 1].lower in ("more", "fewer", "less")
    return low in ("and", "&") and joining.names_before(tokens, at)


def _verb_of(tokens: Sequence[Token], at: int) -> bool:
    """What a name does ("Ann Roe went after him")."""
    return tokens[at].verb and tokens[at - 1].capital


def _before_determiner(tokens: Sequence[Token], at: int) -> bool:
    """A word in lower case with a determiner behind it is a verb ("Quarrant cut its forecast")."""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return tokens[at].lower not in ("of", "for", "all", "both") and after in lexicon.DETERMINERS
