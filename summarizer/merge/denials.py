"""What one source states and another denies, or has somebody deny."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.merge import lexicon, statements, stems
from summarizer.merge.statements import Field, Statement
from summarizer.support import lexicon as support_lexicon
from summarizer.support import words
from summarizer.support.words import Word

# A denied content must be told by the other sentence to this share of its weight. From 0.35 to 0.5 nothing changes in
# 22 invented events; the rest is for words that no list has.
_TOLD = 0.45
# Two sentences of which one has a "not" must share more, for nothing but the "not" may part them.
_PARTED_BY_NOT = 0.65
# Of the clause that the "not" stands in the other must say most; from 0.55 to 0.75 nothing changes there.
_CLAUSE_TOLD = 0.65
# A part of a sentence that says five times as much meets a clause by chance.
_OF_PART = 0.2
_FEWEST = 2
_REACH = 4
# "There was no looting": one word is enough where so few sentences have it.
_RARE = 4
_NONE = re.compile(
    r"\b(?:(?:is|was|has been|were|are|have been|had been)\s(?:also\s)?no"
    r"|no (?:evidence|signs?|trace|record|indication|sort|kind|plans?|question) of(?: any)?|nothing to do with"
    r"|never (?:any|been any)|(?:is|was) neither)\s(?:such\s)?(?P<what>[\w-]+(?:\s(?:of\s)?[\w-]+)?)"
    # "no shots had been fired"
    r"|\bno (?P<such>[\w-]+) (?:(?:ha[sd]|have) (?:ever )?(?:been )?|(?:was|were) )"
    r"(?:fired|found|seen|made|received|reported|recorded|detected|registered|taken|used|involved)\b",
    re.IGNORECASE,
)
# What would, could or ought to be is not what is; "said that he would" is.
_OPEN = re.compile(
    r"\b(?:whether|if|could|might|may|must|should|ought|unless|until|claims? that|alleg\w+)\b|\?",
    re.IGNORECASE,
)
_WOULD = re.compile(r"\bwould\b", re.IGNORECASE)
_SAYS = frozenset(support_lexicon.SAYS)
# What is said and is an act too: "there was no warning".
_ACTS = frozenset("warn promis complain order threat".split())
_EMPTY = frozenset("report claim suggest rumour rumor alleg accus say".split())
# Who says it is no part of what is denied, and "of any kind" says nothing.
_CLAUSE = re.compile(
    r"[,;:–—()]|\b(?:sa(?:ys?|id)|insist(?:s|ed)|stress(?:es|ed)|claim(?:s|ed)|maintain(?:s|ed))\s"
    r"(?:that\s)?(?=(?:it|he|she|they|the)\b)|\bof any (?:kind|sort)\b|\bat all\b|\bwhatsoever\b"
    r"|\b(?:and|but|while|whereas|when|because|although|though|after|before|until|since|as|which|who|that)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"[;:–—()]|\b(?:but|while|whereas|when|because|although|though|which|who|whose)\b", re.IGNORECASE
)
_NOT = re.compile(r"(?:\b(?:not|never|no|nobody|neither|nor|cannot)\b|n['’]t\b)", re.IGNORECASE)
# "you do not do that" and "without it there is no" state nothing that happened
_NO_FACT = re.compile(r"\b(?:you|without)\b", re.IGNORECASE)
_TITLES = frozenset("mr mrs ms dr sir".split())
# Of these the subject alone says what is denied: "talks had never taken place".
_EXISTS = ("take", "place", "happen", "exist", "occur", "true", "case")
# "not yet", "no longer" tell of a change, "not only" and "no more than" of no denial
_NO_DENIAL = re.compile(
    r"\s*(?:yet|only|just|even|all|every\w*|always|necessarily|longer|more than|less than|fewer than|until|before|least"
    r"|one|doubt|matter|knows?|knew)\b",
    re.IGNORECASE,
)
_ABOUT = r"(?:\s+\w+){0,3}?\s+(?:claims?|reports?|allegations?|suggestions?|accusations?|rumou?rs?)"
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|rul(?:es?|ed|ing) out|disput(?:es?|ed|ing) that"
    rf"|(?:dismiss|reject|refute|contradict|dispute)(?:e?s|e?d|ing)?{_ABOUT})\b(?P<what>[^;:.?!]+)",
    re.IGNORECASE,
)
# "Reports that he would go were dismissed by his office"
_DENIED = re.compile(
    r"\b(?:claims?|reports?|allegations?|suggestions?|accusations?|rumou?rs?|speculation) that (?P<what>[^;:.?!]+?)"
    r" (?:is|was|are|were|have been|has been) (?:\w+ly )?(?:denied|dismissed|rejected|refuted|false|untrue|wrong"
    r"|baseless|unfounded|nonsense|made up)\b",
    re.IGNORECASE,
)


# "called talk of a toxic cloud unfounded", "there is no truth in reports of a cloud"
_CALLED = re.compile(
    r"\bcall(?:s|ed)\s(?:the |all |any )?(?:talk|claims?|reports?|allegations?|suggestions?|accusations?"
    r"|rumou?rs?|stor(?:y|ies))"
    r"\s(?:of|that|about)\s(?P<what>[^;:.?!]+?)\s(?:unfounded|false|untrue|nonsense|baseless|ridiculous|absurd|rubbish"
    r"|wrong|invented|a lie|lies|(?:pure )?invention|(?:pure )?fantasy)\b"
    r"|\bno (?:truth in|basis for|substance to|grounds for)\s(?:the |any )?(?P<of>[^;:.?!]+)",
    re.IGNORECASE,
)


def _denied(text: str) -> tuple[int, int] | None:
    """Where what somebody denies stands."""
    for form in (_DENIED, _CALLED, _DENIES):
        if found := form.search(text):
            return found.span("what" if found["what"] else "of")
    return None


@dataclass(frozen=True)
class _Read:
    """A sentence with all its words, phrases as the word they stand for, and what it negates, clause by clause."""

    statement: Statement
    stems: frozenset[str]
    names: frozenset[str]
    parts: tuple[frozenset[str], ...]
    denies: bool
    open: bool
    negated: tuple[tuple[frozenset[str], frozenset[str]], ...]

    @property
    def turned(self) -> frozenset[str]:
        """All that it negates."""
        return frozenset().union(*(tail for tail, _ in self.negated))


def rivals(field: Field) -> Iterator[tuple[Statement, Statement]]:
    """Yield a sentence that says something with one of another source that says it is not so."""
    listed = [_read(one) for one in field.statements]
    by_stem: dict[str, list[int]] = {}
    for at, one in enumerate(listed):
        for stem in one.stems:
            by_stem.setdefault(stem, []).append(at)
    for denial in listed:
        contents = tuple(_contents(denial.statement)) if denial.denies else ()
        if not contents and not denial.negated:
            continue
        near = sorted({at for stem in denial.stems for at in by_stem[stem]})
        for other in (listed[at] for at in near):
            if other.statement.source == denial.statement.source or other.denies:
                continue
            if (
                any(_told(content, other, field) for content in contents)
                or _there_is(denial, other, field)
                or any(_parted(denial, tail, clause, other, field) for tail, clause in denial.negated)
            ):
                yield other.statement, denial.statement


def _read(one: Statement) -> _Read:
    text = one.line.text
    open_ = _OPEN.search(text) is not None or (one.said is None and _WOULD.search(text) is not None)
    listed = statements.whole(one)
    return _Read(
        one,
        listed.stems | {stem for _, _, stem in lexicon.phrases(text)},
        listed.names,
        tuple(_parts(one)),
        _denies(one),
        open_,
        () if open_ else tuple(_negated(one)),
    )


def _parts(one: Statement) -> Iterator[frozenset[str]]:
    """What the main clause says, and each that a conjunction or a relative opens."""
    text, offset = one.line.text, one.line.span.start
    start = 0
    for end, then in (*((m.start(), m.end()) for m in _PART.finditer(text)), (len(text), len(text))):
        yield _matter([w for w in one.line.plain if start <= w.span.start - offset < end], one)
        start = then


def _told(content: frozenset[str], other: _Read, field: Field) -> bool:
    """The other sentence says what somebody denies."""
    told = content & other.stems
    if _one_word(content, told, other, field):
        return True
    return (
        len(content) >= _FEWEST
        and len(told) >= _FEWEST
        and bool(told - other.names)
        and len(told - stems.vague()) >= _FEWEST
        and field.share(other.stems, content) >= _TOLD
        and not told & other.turned
    )


def _one_word(content: frozenset[str], told: frozenset[str], other: _Read, field: Field) -> bool:
    """Half of what is denied is a word that hardly any other sentence has: "an attack by hackers"."""
    if other.open or other.negated or len(content) > _FEWEST + 1:
        return False
    rare = {
        stem
        for stem in told - other.names - stems.vague() - stems.persons()
        if field.frequency[stem] <= _RARE
    }
    return bool(rare) and field.share(frozenset(rare), content) >= _TOLD


def _there_is(denial: _Read, other: _Read, field: Field) -> bool:
    """The other sentence tells of what the denial says there is none of, and hardly any other does."""
    found = _NONE.search(denial.statement.line.text)
    if found is None or denial.open or other.open or other.negated:
        return False
    part = "what" if found["what"] else "such"
    if _NO_DENIAL.match(f" {found[part]}"):
        return False
    start, end = (denial.statement.line.span.start + at for at in found.span(part))
    listed = [w for w in denial.statement.line.plain if start <= w.span.start < end]
    what = statements.content(listed) - _EMPTY - stems.vague() - stems.persons() - (_SAYS - _ACTS)
    meant = what & other.stems - other.names
    rare = {stem for stem in meant if field.frequency[stem] <= _RARE}
    return bool(rare) and what <= other.stems


def _contents(denial: Statement) -> Iterator[frozenset[str]]:
    if any(phrase in denial.line.text.lower() for phrase in lexicon.UNKNOWN):
        return  # "nobody knows how long"
    for said in denial.telling.said[denial.line.number]:
        if said.polarity == "denied" and said.kind == "opposes":
            inside = [w for w in denial.line.plain if any(part.holds(w.span) for part in said.content)]
            yield _matter(inside, denial)
    found = _denied(denial.line.text)
    if found is not None:
        start, end = (denial.line.span.start + at for at in found)
        yield _matter([word for word in denial.line.plain if start <= word.span.start < end], denial)


def _matter(inside: list[Word], one: Statement) -> frozenset[str]:
    """The stems of some of a sentence's words, and the words that its phrases there stand for."""
    if not inside:
        return frozenset()
    start, end = (at - one.line.span.start for at in (inside[0].span.start, inside[-1].span.end))
    phrases = {stem for left, right, stem in lexicon.phrases(one.line.text) if start <= left and right <= end}
    return (statements.content(inside) | phrases) - _EMPTY - _TITLES


def _denies(statement: Statement) -> bool:
    said = statement.telling.said[statement.line.number]
    return any(one.polarity != "affirmed" for one in said) or _denied(statement.line.text) is not None


def _negated(one: Statement) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """What stands behind each "not", and what its clause says."""
    text, offset = one.line.text, one.line.span.start
    cuts = [(m.start(), m.end()) for m in _CLAUSE.finditer(text)]
    for found in _NOT.finditer(text):
        start = max((right for _, right in cuts if right <= found.start()), default=0)
        end = min((left for left, _ in cuts if left >= found.end()), default=len(text))
        if _NO_DENIAL.match(text, found.end()) or _NO_FACT.search(text, start, end):
            continue
        inside = [w for w in one.line.plain if start + offset <= w.span.start and w.span.end <= end + offset]
        behind = [w for w in inside if w.span.start >= found.end() + offset][:_REACH]
        tail = statements.content(w for w in behind if w.lower not in support_lexicon.NEGATORS)
        clause = statements.content(w for w in inside if w.lower not in support_lexicon.NEGATORS)
        clause -= (_SAYS - tail) | _TITLES
        if tail and tail <= clause:
            yield tail, clause


def _parted(denial: _Read, tail: frozenset[str], clause: frozenset[str], other: _Read, field: Field) -> bool:
    """The other sentence says the same without the "not"."""
    if other.open or other.negated:
        return False
    said = max(other.parts, key=lambda part: field.share(part, clause))
    told, names = clause & said, denial.names | other.names
    if len(told) < _FEWEST or not told - names or not _same_act(tail, clause, other, field):
        return False
    if field.share(said, clause) >= _CLAUSE_TOLD and field.share(clause, said) >= _OF_PART:
        return True
    mine, theirs = denial.statement.stems, other.statement.stems
    shared = mine & theirs
    return (
        len(shared - names - _SAYS) >= _FEWEST
        and max(field.share(theirs, mine), field.share(mine, theirs)) >= _PARTED_BY_NOT
    )


def _same_act(tail: frozenset[str], clause: frozenset[str], other: _Read, field: Field) -> bool:
    """What stands behind the "not" is what the other says.

    A word that news uses of anything shows it only where neither says much else.
    """
    said = other.statement.stems
    if tail <= {lexicon.same(words.stem(word)) for word in _EXISTS}:
        return True
    if not (tail & other.stems) - stems.vague():
        return tail <= said and min(field.share(said, clause), field.share(clause, said)) >= _CLAUSE_TOLD
    return field.share(other.stems, tail) >= _TOLD
