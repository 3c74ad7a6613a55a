"""Print what was said as a sentence of its own, in the article's words and nobody else's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.article import Article, Attribution, Span, fold_space
from summarizer.attribute import lexicon
from summarizer.drafts import joints, leaning, marks
from summarizer.support import words

_MOST_WORDS = 45
_MARKS = re.compile(r"''|``|[\"“”„«»]")
_BETWEEN = re.compile(r"(?:''|``|[\"“”„«»‘’'\s])*")
# Each further paragraph of a quotation opens it anew.
_REOPENED = re.compile(r"^‘(?![^‘]*’(?!\w))")
_OPEN, _CLOSE = "“", "”"
_ENDS = (".", "!", "?", "…")
# "told reporters *on Monday that* it would close": what stands before "that" is when and where it was said.
_BEFORE_THAT = re.compile(
    r"(?:(?:(?i:on|in|at|to|earlier|late|today|yesterday|this|last|again|also|during|after)|[A-Z][a-z]+day|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\b[^,;:\"“”]{0,60}\s)?that\s+"
)
# "said *today* the move was a retreat": when it was said, and no word of what was said.
_WHEN_SAID = re.compile(
    r"(?:today|yesterday|tonight|on [A-Z][a-z]+day)\s+"
    r"(?=(?:the|an?|this|these|his|her|their|its|our|my|he|she|they|it|there|we|I)\b)"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|am|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|"
    r"cannot|\w+n['’]t|\w+['’](?:re|ve|ll|d|m)|went|came|made|took|got|gave|fell|rose|grew|met|said|saw|"
    r"won|lost|ran|set|put|led|left|kept|held|paid|began|became|knew|thought|brought|felt|told|found|sent)\b"
)
# Cues that take nothing but a clause; what is announced, reported or added can be a thing ("added a goal").
_CLAUSE_ONLY = frozenset(
    """say tell argue warn insist think believe feel hope fear contend maintain assert allege caution complain
    assure inform remind worry suspect boast imply according :""".split()
)
_CLAUSE_ANYWAY = 6
# "believes *this discovery is further evidence that* …", "told *the tale of* …": more was said than stands behind.
_BETWEEN_IS_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|would|will)\b|\b(?:he|she|it|they|we|I)['’](?:s|re|m|d|ll)\b"
    r"|\b(?:tale|story|stories|history|news|reports?|rumou?rs?) (?:of|about)\s+$"
    r"|\b(?:about|over|for|with|at|by|of)\s+$"
)
_HAS_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|would|will)\b")


def of(said: Attribution, article: Article) -> str:
    """Print the content as one sentence or a few, cut at a sentence border when long.

    Words in quotation marks keep them, and those of one quotation that runs on have one pair
    of marks; the parts of a clause on both sides of the cue are joined. A content that is no clause
    ("… criticised *the plan*") is printed with its whole sentence.
    """
    if said.directness == "direct" and _MARKS.match(said.content[0].of(article.raw).replace("‘", "“")):
        return _broken(_runs(said, article))
    if (around := joints.around_cue(said, article)) is not None and has_verb(around):
        return _clause(around)
    if not stands_alone(said, article):
        return _whole(said, article)
    text = joints.joined([text for _, text in _pieces(said, article)])
    text = _HEARERS.sub("", text) if _HEARING & _lemmas(said, article) else text
    if said.content[0].start == article.sentences[0].start:
        text = _placeless(text, article)
    return _clause(joints.own(text))


# "told Orme *staff it would close*": who was told is no part of it.
_HEARING = frozenset("tell inform remind assure warn notify ask".split())
_HEARERS = re.compile(r"^(?:[A-Za-z][\w’'.-]*\s){1,3}(?=(?:he|she|they|it|we|I)(?:['’][a-z]+)?\s)")


def _lemmas(said: Attribution, article: Article) -> set[str]:
    return {lexicon.forms().get(word, (word,))[0] for word in said.cue.of(article.raw).lower().split()}


def _whole(said: Attribution, article: Article) -> str:
    """Print the sentence of a saying, from its speaker on: by name, or in square brackets where that is a pronoun."""
    first = article.sentences_in(said.cue)[0]
    text = sentence(article, first.number)
    own = said.source is not None and said.source.of(article.raw).lower() in _PRONOUNS
    joined = _AND_PRONOUN.match(text)
    if own and joined is not None:
        text = text[joined.end() :]
    if own and said.speaker and _BEGINS_WITH_PRONOUN.match(text):
        return _named(text, said.speaker)
    return _from_name(text, said.speaker or "")


def position(said: Attribution | None, number: int, part: Span, article: Article, holder: str) -> str:
    """Print a stand: its sentence, or what is said in it where the sentence only hands over.

    Behind the name of the party "In a letter, he said:" tells nothing. A pronoun that would begin the text and
    means the party gives way to its name in square brackets.
    """
    whole = sentence(article, number)
    if said is None or not leaning.leans(whole):
        return _named(whole, holder)
    text = fold_space(part.of(article.raw))
    if said.directness == "direct" and len(text) < len(whole) - 2:
        return _quoted(text)
    if (
        stands_alone(said, article)
        and said.content[0].start == part.start
        and part.start > article.sentence(number).start
    ):
        return _named(_clause(text), holder)
    return _named(whole, holder)


_PRONOUNS = frozenset("he she they it".split())
_AND_PRONOUN = re.compile(r"(?:And|But|Yet|So) (?=(?:he|she|they|it)\b)")
_BEGINS_WITH_PRONOUN = re.compile(r"(?:he|she|they|it)(?=\s)", re.IGNORECASE)


def _named(text: str, holder: str) -> str:
    """Give a pronoun in front its name, marked as not the article's word here."""
    return (
        _BEGINS_WITH_PRONOUN.sub(lambda _: f"[{holder}]", text, count=1)
        if _BEGINS_WITH_PRONOUN.match(text)
        else text
    )


def sentence(article: Article, number: int) -> str:
    """Print a sentence without a dateline or connective, its quotation marks in pairs."""
    text = placeless(article, number)
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1]
    return marks.balanced(leaning.trimmed(text))


def placeless(article: Article, number: int) -> str:
    """Print a sentence; the first one without "Otterby: ", where the text elsewhere has something happen there."""
    text = article.text(article.sentence(number))
    return _placeless(text, article) if number == 1 else text


def _placeless(text: str, article: Article) -> str:
    place = _PLACE.match(text)
    if place is None or not re.search(rf"\b(?:in|at|near|of) {re.escape(place['name'])}\b", article.raw):
        return text
    return text[place.end() :]


_PLACE = re.compile(r"(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?): (?=[A-Z])")


def _from_name(text: str, speaker: str) -> str:
    """Begin with the speaker's name where only a title or a role stands before it."""
    before, name, rest = text.partition(speaker) if speaker else (text, "", "")
    if name[1:2] in " " or name[1:2].islower():
        name = name[:1].upper() + name[1:]
    if name and rest.startswith(", ") and _DESCRIBED.fullmatch(before):
        # "Her lawyer, Ann Roe, called"
        return name + rest[1:]
    if not name or len(before.split()) > _MOST_BEFORE_NAME or re.search(r"[,.;:\"“”]|\b[a-z]+ing\b", before):
        return text
    return text if before.split()[:1] and before.split()[0].lower() in _PHRASES else name + rest


_MOST_BEFORE_NAME = 4
_DESCRIBED = re.compile(r"(?:his|her|its|their|the|an?|one of \w+) [\w’' -]{2,50}, ", re.IGNORECASE)
_PHRASES = frozenset(
    "so although though in on at after before for with by from under when while as but and of to during according".split()
)


def _clause(text: str) -> str:
    text = text.strip(" ,;:–—")
    before = _BEFORE_THAT.match(text) or _WHEN_SAID.match(text)
    # "this discovery is further evidence that …" is no time
    told = before is not None and _HAS_VERB.search(before.group()) is None
    text = leaning.trimmed(text[before.end() :] if before is not None and told else text)
    text = re.sub(r",([\"”’]?)$", r"\1", text)
    text = re.sub(r"^[\"“‘]?[a-z]", lambda found: found.group().upper(), text)
    return marks.balanced(_ended(text))


def _runs(said: Attribution, article: Article) -> list[str]:
    """The content's quotations: spans with nothing but marks between them are one."""
    made: list[str] = []
    last: Span | None = None
    for span, text in _pieces(said, article):
        if last is not None and _BETWEEN.fullmatch(article.raw[last.end : span.start]):
            made[-1] = f"{made[-1]} {text}"
        else:
            made.append(text)
        last = span
    return made


def _pieces(said: Attribution, article: Article) -> list[tuple[Span, str]]:
    """The content's spans, each cut at a sentence border once there are words enough."""
    made: list[tuple[Span, str]] = []
    counts: list[int] = []
    for span in _without_cue(said):
        sentences: list[str] = []
        end = span.end
        full = False
        for one in article.sentences_in(span):
            part = Span(max(span.start, one.start), min(span.end, one.end))
            text = _REOPENED.sub("", fold_space(part.of(article.raw)))
            full = _full(counts, len(text.split()))
            if full:
                break
            sentences.append(text)
            end = part.end
            counts.append(len(text.split()))
        if sentences:
            made.append((Span(span.start, end), " ".join(sentences)))
        if full:
            break
    return made


def _without_cue(said: Attribution) -> Iterator[Span]:
    """The content's spans, without "she says" in the midst of one."""
    between = (said.cue,) if said.source is None else (said.cue, said.source)
    start, end = min(s.start for s in between), max(s.end for s in between)
    for span in said.content:
        if span.start < start and end < span.end:
            yield Span(span.start, start)
            yield Span(end, span.end)
        else:
            yield span


def _full(counts: list[int], more: int) -> bool:
    """Enough words are taken, or one sentence would no longer be the most of it: that says too many things."""
    total = sum(counts) + more
    return bool(counts) and (total > _MOST_WORDS or max(*counts, more) < total / 2)


def _broken(pieces: Sequence[str]) -> str:
    """Print a quotation's pieces; one that goes on in mid-sentence behind its cue begins as it does there.

    >>> _broken(["“We are glad,”", "“as it is a celebration.”"])
    '“We are glad,” “as it is a celebration.”'
    """
    goes_on = [_MARKS.sub("", piece).strip("‘ ")[:1].islower() for piece in pieces]
    made = [_quoted(piece) for piece in pieces]
    for at in range(1, len(pieces)):
        before = _MARKS.sub("", pieces[at - 1]).strip()
        if goes_on[at] and before.endswith(","):
            made[at - 1] = made[at - 1].removesuffix("." + _CLOSE) + "," + _CLOSE
            made[at] = _OPEN + made[at][1:2].lower() + made[at][2:]
    return " ".join(made)


def _quoted(piece: str) -> str:
    bare = _MARKS.sub("", piece).strip()
    if bare[:1] in "‘'" and (bare[-1:] in "’'" or bare.count("‘") > bare.count("’")):
        bare = bare[1:].removesuffix("’").removesuffix("'").strip()
    bare = bare.strip("‘ ").rstrip(" ,;:–—")
    bare = bare[:1].upper() + bare[1:]
    return f"{_OPEN}{marks.single(_ended(bare))}{_CLOSE}"


def _ended(text: str) -> str:
    """Close a sentence that has no end mark or ends with the comma before "she said", be it inside a quotation."""
    text = re.sub(r",(?=[\"”’']+$)", ".", text)
    return text if text.rstrip("\"”’'").endswith(_ENDS) else text + "."


def stands_alone(said: Attribution, article: Article) -> bool:
    """Say whether the cue takes a clause, and the content is one that leans on nothing before it."""
    printed = " ".join(part.of(article.raw) for part in said.content)
    first = printed.split()[0].strip("\"“”‘’'").lower()
    if first in _NO_CLAUSE and not _BEFORE_THAT.match(printed):
        return False
    if joints.opens_amiss(printed) or joints.turned_round(said, article):
        return False
    if words.second_clause(printed) or _BETWEEN_IS_CLAUSE.search(
        article.raw, said.cue.end, max(said.cue.end, said.content[0].start)
    ):
        return False
    cue = _lemmas(said, article)
    if not _FINITE.search(printed) and (len(printed.split()) < _CLAUSE_ANYWAY or not _CLAUSE_ONLY & cue):
        return False
    return bool(lexicon.CLAUSAL & cue)


def fragment(said: Attribution, article: Article) -> bool:
    """Say whether the words quoted are a piece of somebody else's sentence (called it “a cartel for …”)."""
    printed = " ".join(part.of(article.raw) for part in said.content)
    bare = printed.lstrip("\"“”‘’'` ")
    return bare[:1].islower() and _FINITE.search(printed) is None


_NO_CLAUSE = frozenset(
    "to of about as for whether if how why what off with on in at and or which who".split()
)


def has_verb(text: str) -> bool:
    """Say whether a clause may be told in these words: a verb that is plainly finite stands in them."""
    return _FINITE.search(text) is not None
