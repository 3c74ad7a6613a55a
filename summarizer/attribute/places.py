"""Where the content behind a cue may begin and end."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attribute import kinds, lexicon, quoting, skipping
from summarizer.attribute.cue import Cue
from summarizer.attribute.text import Token
from summarizer.attribute.weights import Group
from summarizer.attribute.words import Words, bucket

_BREAKS = frozenset(
    """and or but as while when because after before although though since if unless until in on at by during for
    with from to who which that where despite without amid even than over including whose is was are were has had
    have will would can could does did do may might must should""".split()
)
_MARKS = frozenset(",;:()") | {"—", "–", "―", "-"}
_BREAKING = _BREAKS | _MARKS
_OPENERS = frozenset("that whether to how why what if as".split())
# Limits on the readings: none of the first was beyond 14 words on the train part in 99 of 100 cues.
_STARTS_WITHIN = 14
_MOST_STARTS = 7
_MOST_ENDS = 9
_CUE_WITHIN = 6
_VERB_WITHIN = 12


def starts(cue: Cue, after: int) -> list[int]:
    """Tokens at which what follows token `after` of the cue's sentence may begin."""
    words = cue.words
    tokens = words.tokens
    if not words.within(after, after - 1):
        return []
    made: list[int] = []
    last = min(words.closing(after), len(tokens) - 1, after + _STARTS_WITHIN)
    at = after + 1 if tokens[after].text in ",:-–—―" and after + 1 < len(tokens) else after
    if tokens[at].text not in ".!?;":
        made.append(at)
    ruled = skipping.content_start(words.paragraph, after, kinds.of(cue.form, "")[0])
    if ruled is not None and ruled < len(tokens) and ruled not in made:
        made.append(ruled)
    for at in range(after, last):
        token = tokens[at]
        if token.text in ".;!?" or len(made) >= _MOST_STARTS:
            break
        place = at if token.quoted or token.lower in _OPENERS else None
        if place is None and (token.lower in lexicon.PREPOSITIONS or token.text in ":,"):
            place = at + 1
        if place is not None and place not in made and tokens[place].text not in ".!?;,":
            made.append(place)
        if token.quoted:
            break
    return made


def ends(words: Words, first: int) -> list[int]:
    """Tokens before which a content that begins at token `first` may end; the end of its sentence comes last."""
    tokens, starts = words.tokens, words.paragraph.starts
    closing = words.closing(first)
    made: list[int] = []
    at, until = first, -1
    while at < len(tokens):
        token = tokens[at]
        if at >= closing and starts[at] >= until:
            break
        if token.quoted:
            if starts[at] >= until:
                until = quoting.end_of(words.paragraph, starts[at])
            if at + 1 < len(tokens) and starts[at + 1] >= until:
                made.append(at + 1)
        elif token.lower in _BREAKING and at > first and made[-1:] != [at]:
            made.append(at)
        at += 1
    while at > first + 1 and tokens[at - 1].text in ".,;:!?" and not tokens[at - 1].quoted:
        at -= 1
    del made[_MOST_ENDS:]
    if made[-1:] != [at]:
        made.append(at)
    return [end for end in made if end > first]


def start_features(cue: Cue, at: int, number: int, total: int) -> list[Group]:
    """Name what speaks for or against beginning at token `at`, in groups that are weighed once."""
    words = cue.words
    here, before = words.sort(at), words.sort(at - 1)
    gap = bucket(at - cue.head - 1)
    return [
        (_of_words, (here, before, cue.stem, cue.after)),
        (_of_distance, (gap, cue.stem, cue.after, before)),
        (_of_number, (number, total)),
    ]


def _of_words(here: str, before: str, stem: str, after: str) -> list[str]:
    made = [f"b{here}", f"b{here}|{stem}", f"b{here}|{after}"]
    return [*made, f"{before}<", f"{before}<{here}", f"{before}<|{stem}"]


def _of_distance(gap: int, stem: str, after: str, before: str) -> list[str]:
    return [f"g{gap}", f"g{gap}|{stem}", f"g{gap}|{after}", f"{before}<{gap}"]


def _of_number(number: int, total: int) -> list[str]:
    return [f"n{number}|{total}"]


class Ahead:
    """What is asked of every end of one content, worked out once."""

    __slots__ = ("cue", "first", "last", "nearest", "verbs")

    def __init__(self, cue: Cue, first: int, listed: Sequence[int]) -> None:
        tokens = cue.words.tokens
        self.cue = cue
        self.first = first
        self.last = listed[-1]
        self.verbs = next((i for i in range(first, self.last) if tokens[i].verb), len(tokens))


def _cue_ahead(words: Words, at: int, first: int) -> str:
    """How near another cue follows, and what stands before it (", although he said")."""
    tokens = words.tokens
    last = words.closing(first)
    for step in range(at + 1, at + 1 + _CUE_WITHIN):
        if step >= last:
            return "0"
        token = tokens[step]
        if token.quoted:
            return "q"
        if not token.capital and token.reports >= 0:
            return f"{step - at}{words.sort(step - 1) if step - at > 1 else ''}"
    return "0"


def _verb_ahead(words: Words, at: int) -> str:
    found = words.ahead.get(at)
    if found is None:
        found = words.ahead[at] = _find_verb(words, at)
    return found


def _find_verb(words: Words, at: int) -> str:
    """Whether a verb follows before the next mark, near (v) or further on (w)."""
    tokens = words.tokens
    for step in range(at, min(at + _VERB_WITHIN, words.closing(at - 1))):
        token = tokens[step]
        if token.text in ",;:—–―-":
            return "n"
        if token.verb:
            return "v" if step - at < 4 else "w"
    return "n"


def _quoted_before(tokens: Sequence[Token], first: int, at: int) -> int:
    run = 0
    while at - run > first and tokens[at - 1 - run].quoted:
        run += 1
    return run


def end_features(ahead: Ahead, at: int, number: int) -> list[Group]:
    """Name what speaks for or against ending before token `at`, the reading of that number."""
    cue, first = ahead.cue, ahead.first
    words = cue.words
    tokens = words.tokens
    within = at < words.closing(at - 1)
    here = tokens[at].sort if within else "EOS"
    after = words.sort(at + 1) if within else ""
    opens, last = tokens[first].sort, at == ahead.last
    seen = ahead.verbs < at
    rest = "" if last else _verb_ahead(words, at + 1)
    number = number if number < 5 else 5
    size, before = bucket(at - first), words.sort(at - 1)
    made: list[Group] = [
        (_of_clause, (here, opens, seen, rest)),
        (_of_cue, (here, cue.stem, cue.shape, seen, last)),
        (_of_size, (size, opens, here)),
        (_of_order, (here, cue.opener, number, last, opens)),
    ]
    if before == "QUOTE":
        run = _quoted_before(tokens, first, at)
        made.append((_of_quotation, (bucket(run), at - run == first, here, after, last)))
    near = "" if last else _cue_ahead(words, at, first)
    made.append((_of_break, (before, here, after, near)))
    if not last and (here in _JOINS or after in _JOINS):
        then = after if here in _JOINS else words.sort(at + 2)
        made.append((_of_joined, (here, after if after in _JOINS else "", then, rest, opens)))
    if not last and after in _OPEN_CLASSES and at + 1 < len(tokens):
        made.append((_of_next_word, (here, tokens[at + 1].lower)))
    return made


def _of_clause(here: str, opens: str, seen: bool, rest: str) -> list[str]:
    return [f"v{seen}|{here}", f"v{seen}{rest}|{here}", f"v{seen}{rest}|{opens}|{here}", f"{here}|{opens}"]


def _of_cue(here: str, stem: str, shape: str, seen: bool, last: bool) -> list[str]:
    return [f"v{seen}|{stem}|{here}", f"{here}|{stem}", f"{last}|{stem}", f"h{shape}{here}"]


def _of_size(gap: int, opens: str, here: str) -> list[str]:
    return [f"g{gap}", f"g{gap}|{opens}", f"g{gap}|{here}"]


def _of_order(here: str, opener: str, number: int, last: bool, opens: str) -> list[str]:
    made = [f"n{number}{last}", f"{last}|{opens}"]
    return [*made, f"x{opener}|{here}", f"x{opener}|{here}|{number if number < 3 else 3}"]


def _of_quotation(run: int, whole: bool, here: str, after: str, last: bool) -> list[str]:
    return [f"r{run}{here}", f"r{whole}{here}{after}", f"r{run}{whole}{last}"]


def _of_break(before: str, here: str, after: str, near: str) -> list[str]:
    made = [here, f"{here}{after}", f"p{before}{here}"]
    return [*made, f"c{here}{near}", f"c{here}{after}{near}"] if near else made


def _of_joined(here: str, joint: str, then: str, rest: str, opens: str) -> list[str]:
    """What is joined to the content: another verb of its own, or a clause with a subject that is the reporter's."""
    made = f"j{here}{joint}{then}"
    return [made, f"{made}|{rest}", f"{made}|{opens}", f"j{joint}{rest}|{opens}"]


def _of_next_word(here: str, word: str) -> list[str]:
    return [f"w{here}{word}"]


_JOINS = frozenset("and but or while".split())
_OPEN_CLASSES = frozenset("CUE CAP he she they LOW ING ED".split())
