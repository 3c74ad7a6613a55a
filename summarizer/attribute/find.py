"""Find cues with their sources and contents, paragraph by paragraph.

Only the outermost attribution counts: what somebody is quoted as reporting of others is
part of the quotation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.article import Kind, Polarity, Span
from summarizer.attribute import extent, hearsay, judge, lexicon, opencues, phrases
from summarizer.attribute.found import Found
from summarizer.attribute.text import Paragraph, Token


@dataclass(frozen=True, slots=True)
class _Cue:
    """Token range of the verb group, its lemma and kind."""

    start: int
    head: int
    end: int
    lemma: str
    kind: Kind


def find(paragraphs: Sequence[Paragraph]) -> tuple[Found, ...]:
    """List the attributions of all paragraphs in text order; contents do not overlap."""
    by_number = {paragraph.number: paragraph for paragraph in paragraphs}
    return tuple(f for f in candidates(paragraphs) if judge.keep(f, by_number[f.paragraph]))


def candidates(paragraphs: Sequence[Paragraph]) -> tuple[Found, ...]:
    """List all that the rules find, before it is weighed."""
    made: list[Found] = []
    previous: Paragraph | None = None
    for paragraph in paragraphs:
        own = _in_paragraph(paragraph)
        ahead = None if previous is None else _announced(previous, paragraph, own, made)
        previous = paragraph
        if ahead is not None:
            made = [f for f in made if f.cue.start != ahead.cue.start]
            own = sorted((ahead, *own), key=lambda f: f.content[0])
            made.extend(own)
            continue
        if made and not own and _goes_on(paragraph, made[-1]):
            made[-1] = replace(
                made[-1], content=(*made[-1].content, paragraph.quotes[0]), through=paragraph.number
            )
            continue
        if made and own and paragraph.carried and own[0].content[0].start > paragraph.quotes[0].start:
            first = paragraph.quotes[0]
            if not any(part.overlaps(first) for f in own for part in f.content):
                made[-1] = replace(made[-1], content=(*made[-1].content, first), through=paragraph.number)
        made.extend(own)
    return tuple(made)


# A cue stands at most so many words before the end of the paragraph that announces a quotation.
_MOST_AHEAD = 16


def _announced(
    previous: Paragraph, paragraph: Paragraph, own: Sequence[Found], made: Sequence[Found]
) -> Found | None:
    """Read a quotation that has a paragraph of its own behind "The ministry wrote:"."""
    tokens = previous.tokens
    if not paragraph.quotes or paragraph.quotes[0].start != paragraph.span.start or tokens[-1].quoted:
        return None
    quote = paragraph.quotes[0]
    if any(part.overlaps(quote) for found in own for part in found.content):
        return None
    if tokens[-1].text not in (":", ",") and lexicon.forms().get(tokens[-1].lower) is None:
        return None
    source, cue = _last_cue(previous, made)
    if source is None or cue is None:
        if tokens[-1].text != ":":
            return None
        opening = next(t for t in tokens if t.sentence == tokens[-1].sentence)
        source, cue = opencues.subject(tokens, opening), Span(tokens[-1].start, tokens[-1].end)
        if source is None:
            return None
    return Found(source, cue, (quote,), "says", ":", "affirmed", paragraph.number, paragraph.number)


def _last_cue(paragraph: Paragraph, made: Sequence[Found]) -> tuple[Span | None, Span | None]:
    tokens = paragraph.tokens
    for at in range(len(tokens) - 1, max(-1, len(tokens) - _MOST_AHEAD), -1):
        if tokens[at].quoted or tokens[at].sentence != tokens[-1].sentence:
            break
        cue = _cue_at(tokens, at)
        if cue is None:
            continue
        source, _ = _source(paragraph, cue, made)
        if source is not None:
            return source, Span(tokens[cue.start].start, tokens[cue.end - 1].end)
    return None, None


def _goes_on(paragraph: Paragraph, last: Found) -> bool:
    """A paragraph that is one quotation goes on with the one that ended the paragraph before."""
    return paragraph.bare and last.through == paragraph.number - 1


def _in_paragraph(paragraph: Paragraph) -> list[Found]:
    tokens = paragraph.tokens
    made: list[Found] = []
    taken: list[Span] = []
    label = _transcript(paragraph)
    if label is not None:
        return [label]
    # a tag at the end of a sentence (", officials said.") speaks of all of it, so it comes first
    for at, found in ((at, f) for tags in (True, False) for at, f in _reported(paragraph, made, tags=tags)):
        if any(span.start <= tokens[at].start < span.end for span in taken):
            continue
        free = tuple(part for part in found.content if not any(part.overlaps(other) for other in taken))
        if not free:
            continue
        made.append(replace(found, content=free))
        taken.extend(free)
    made.extend(opencues.find(paragraph, taken))
    made.extend(hearsay.find(paragraph, [part for found in made for part in found.content]))
    return sorted(made, key=lambda f: f.cue)


def _reported(paragraph: Paragraph, made: Sequence[Found], *, tags: bool) -> Iterator[tuple[int, Found]]:
    """Read the cues of a paragraph one by one, with the token each stands at; `tags` alone or all."""
    for at, token in enumerate(paragraph.tokens):
        if token.quoted or (tags and not _last_words(paragraph.tokens, at)):
            continue
        found = _according(paragraph, at) or _verb(paragraph, at, made) or _asked(paragraph, at)
        if found is not None and (not tags or found.content[-1].end <= found.cue.start):
            yield at, found


_MOST_AFTER_TAG = 12


def _last_words(tokens: Sequence[Token], at: int) -> bool:
    """A verb of saying or "according" stands near the end of the sentence, nothing but its source behind."""
    if tokens[at].lower not in _TAGS:
        return False
    for token in tokens[at + 1 : at + 1 + _MOST_AFTER_TAG]:
        if token.sentence != tokens[at].sentence or token.text in ".!?":
            return True
        if token.text in ",;:" or token.quoted or token.lower in lexicon.CLAUSE_WORDS:
            return False
    return at + 1 + _MOST_AFTER_TAG >= len(tokens)


_TAGS = frozenset("said say says according added adds reported".split())


def _asked(paragraph: Paragraph, at: int) -> Found | None:
    """Read a question whose asker is left out: "Asked whether he would stand, …"."""
    tokens = paragraph.tokens
    before = tokens[at - 1].lower if at > 0 and tokens[at - 1].sentence == tokens[at].sentence else ""
    if tokens[at].lower != "asked" or not (tokens[at].capital or before in ("when", "was", "were", "if")):
        return None
    first = at + 1
    while first < len(tokens) and first - at < 6 and tokens[first].word and tokens[first].lower not in _QUESTIONS:
        first += 1
    if first >= len(tokens) or tokens[first].lower not in _QUESTIONS:
        return None
    content = extent.to_comma(paragraph, first)
    if content is None:
        return None
    cue = Span(tokens[at].start, tokens[at].end)
    number = paragraph.number
    return Found(None, cue, (content,), "says", "ask", "affirmed", number, number)


_QUESTIONS = frozenset("about if whether why what how who which when where".split())


def _transcript(paragraph: Paragraph) -> Found | None:
    """Read "NAME: words" at the head of a paragraph, the name in capitals or the words quoted."""
    tokens = paragraph.tokens
    for at, token in enumerate(tokens[:6]):
        if token.text == ":" and at > 0:
            head = tokens[:at]
            if not all(t.capital and t.word for t in head) or at + 1 >= len(tokens):
                return None
            quoted = tokens[at + 1].quoted
            if not quoted and not all(t.text.isupper() for t in head):
                return None
            content = Span(tokens[at + 1].start, paragraph.span.end)
            return Found(
                Span(head[0].start, head[-1].end),
                Span(token.start, token.end),
                (content,),
                "says",
                ":",
                "affirmed",
                paragraph.number,
                paragraph.number,
            )
        if not token.capital:
            return None
    return None


def _according(paragraph: Paragraph, at: int) -> Found | None:
    tokens = paragraph.tokens
    if tokens[at].lower != "according" or at + 2 >= len(tokens) or tokens[at + 1].lower != "to":
        return None
    source = phrases.phrase_after(tokens, at + 2)
    if source is None:
        return None
    content = extent.around(paragraph, at, source[1])
    if content is None:
        return None
    return Found(
        _span(tokens, source),
        Span(tokens[at].start, tokens[at + 1].end),
        content,
        "says",
        "according",
        "affirmed",
        paragraph.number,
        paragraph.number,
    )


def _verb(paragraph: Paragraph, at: int, made: Sequence[Found]) -> Found | None:
    cue = _cue_at(paragraph.tokens, at)
    if cue is None:
        return None
    tokens = paragraph.tokens
    source, after = _source(paragraph, cue, made)
    shared = source is None
    if source is None:
        source = _shared(tokens, cue, made)
    if source is None or _conditional(tokens, source):
        return None
    if shared:
        content = extent.after(paragraph, after, cue.lemma)
    else:
        content = extent.of_verb(paragraph, cue.start, after, source, cue.lemma)
    if content is None:
        return None
    negated = any(t.lower in lexicon.NEGATING for t in tokens[cue.start : cue.head])
    polarity: Polarity = "affirmed"
    negated = negated or _nobody(tokens, source)
    if cue.lemma == "deny" or (negated and cue.kind in ("says", "believes", "shows")):
        polarity = "denied"
    elif cue.lemma in lexicon.REFUSING or negated:
        polarity = "refused"
    return Found(
        source,
        Span(tokens[cue.start].start, tokens[cue.end - 1].end),
        content,
        cue.kind,
        cue.lemma,
        polarity,
        paragraph.number,
        paragraph.number,
    )


def _beside_quote(tokens: Sequence[Token], at: int) -> bool:
    """A quotation, a colon or "that" stands within three tokens of the cue."""
    near = (*tokens[max(0, at - 4) : at], *tokens[at + 1 : at + 4])
    return any(t.quoted or t.text == ":" or t.lower == "that" for t in near)


def _conditional(tokens: Sequence[Token], source: Span) -> bool:
    """Say whether it only might be said ("If the inquiry says …")."""
    at = next((i for i, t in enumerate(tokens) if t.start >= source.start), 0)
    return (
        at > 0
        and tokens[at - 1].lower in ("if", "unless", "whether", "until")
        and (tokens[at - 1].sentence == tokens[at].sentence)
    )


def _nobody(tokens: Sequence[Token], source: Span) -> bool:
    inside = [t.lower for t in tokens if source.start <= t.start < source.end]
    return bool(inside) and (inside[0] in lexicon.NOBODY or inside[:2] == ["no", "one"] or inside[0] == "no")


def _cue_at(tokens: Sequence[Token], at: int) -> _Cue | None:
    token = tokens[at]
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if (token.lower, following) in lexicon.IDIOMS:
        start = phrases.verb_group(tokens, at)
        beside = _beside_quote(tokens, at) or _beside_quote(tokens, at + 1)
        return _Cue(start, at, at + 2, "say", "says") if beside and _finite(tokens, start, at) else None
    entry = lexicon.forms().get(token.lower)
    if entry is None or token.capital:
        return None
    lemma, kind, needs = entry
    if lemma == "ask" and following == "not":
        return None
    if (following == "by" and not _by_telephone(tokens, at)) or (lemma in lexicon.NEEDS_QUOTE and not _beside_quote(tokens, at)):
        return None
    if following in lexicon.NO_CUE_BEFORE.get(lemma, ()):
        return None
    end = at + 1
    if (changed := lexicon.WITH_PREPOSITION.get((token.lower, following))) is not None:
        kind, end = changed, at + 2
    elif needs is not None:
        if following != needs:
            return None
        end = at + 2
    start = phrases.verb_group(tokens, at)
    return _Cue(start, at, end, lemma, kind) if _finite(tokens, start, at) else None


def _by_telephone(tokens: Sequence[Token], at: int) -> bool:
    return at + 2 < len(tokens) and tokens[at + 2].lower in _MEANS


_MEANS = frozenset("telephone phone email e-mail mail text message letter fax video".split())
_NO_SUBJECT_BEFORE = frozenset("to by of for in from".split()) | (
    lexicon.DETERMINERS - {"all", "both", "some", "many", "most"}
)
_COUNTED = frozenset("one another two three four five six seven eight nine ten each".split())
# "show" is a noun as well; it is a verb behind what shows things
_SHOWING = frozenset(
    """polls surveys records figures data results documents reports studies statistics emails e-mails numbers
    returns papers filings photos images tests estimates""".split()
)
_PASSIVE = frozenset("is was are were be been being 's".split())


def _finite(tokens: Sequence[Token], start: int, head: int) -> bool:
    """No infinitive, noun or passive: a verb that can have its source before it."""
    if start > 0 and tokens[start - 1].lower in _NO_SUBJECT_BEFORE:
        counted = tokens[start - 1].lower in _COUNTED and tokens[head].lower in _TAGS
        if not counted:
            return False
    if tokens[head].lower == "show" and tokens[start - 1].lower not in _SHOWING:
        return False
    passive = any(t.lower in _PASSIVE for t in tokens[start:head])
    return not passive or tokens[head].lower.endswith("ing")


def _source(paragraph: Paragraph, cue: _Cue, made: Sequence[Found]) -> tuple[Span | None, int]:
    """The source's span, and the token from which content may follow."""
    tokens = paragraph.tokens
    if cue.lemma in lexicon.INVERTING and extent.follows_quote(paragraph, cue.start):
        right = phrases.phrase_after(tokens, cue.end)
        if right is not None and tokens[right[0]].lower not in ("that", "it"):
            return _span(tokens, right), extent.past_apposition(tokens, right[1])
    left = phrases.subject_before(tokens, cue.start)
    if left is not None and not _participle(tokens, cue):
        return _span(tokens, left), cue.end
    inverted = _behind_comma(tokens, cue)
    if inverted is not None:
        return _span(tokens, inverted), extent.past_apposition(tokens, inverted[1])
    return None, cue.end


def _behind_comma(tokens: Sequence[Token], cue: _Cue) -> phrases.Range | None:
    """The source in "The bridge is unsafe, said Ann Roe, an engineer": nothing but it may follow."""
    if cue.lemma not in lexicon.INVERTING or cue.start != cue.head or cue.start < 3:
        return None
    if tokens[cue.start - 1].text != "," or tokens[cue.head].lower.endswith("ing"):
        return None
    right = phrases.phrase_after(tokens, cue.end)
    if right is None or tokens[right[0]].lower in lexicon.PRONOUNS | {"that"}:
        return None
    past = extent.past_apposition(tokens, right[1])
    ends = past >= len(tokens) or not tokens[past].word
    return right if ends and (tokens[right[0]].capital or tokens[right[0]].lower in lexicon.DETERMINERS) else None


def _participle(tokens: Sequence[Token], cue: _Cue) -> bool:
    return tokens[cue.head].lower.endswith("ing") and cue.start == cue.head


def _shared(tokens: Sequence[Token], cue: _Cue, made: Sequence[Found]) -> Span | None:
    """The source of the attribution before, for ", adding that …" and "said … and urged …".

    A participle behind a comma in a sentence without another cue is the subject's.
    """
    if cue.start == 0:
        return None
    before = tokens[cue.start - 1]
    sentence = [t for t in tokens if t.sentence == before.sentence]
    near = bool(made) and sentence[0].start <= made[-1].cue.start < sentence[-1].end
    tied = before.text in ",-–—" or before.lower in _SAYING or (near and before.lower in _BEFORE_PARTICIPLE)
    if _participle(tokens, cue) and tied:
        return made[-1].source if near else opencues.subject(tokens, sentence[0])
    if cue.start > 2 and before.lower in phrases.TIME_WORDS and tokens[cue.start - 2].lower == "on":
        # "was critical of the plan but on Tuesday wrote that …"
        before = tokens[cue.start - 3]
    if before.lower not in ("and", "but", "or"):
        return None
    return made[-1].source if near else opencues.subject(tokens, sentence[0])


# "issued a statement saying that …"
_SAYING = frozenset("statement letter message email e-mail memo note post tweet column".split())
_BEFORE_PARTICIPLE = frozenset("before after while by".split())


def _span(tokens: Sequence[Token], found: phrases.Range) -> Span:
    return Span(tokens[found[0]].start, tokens[found[1] - 1].end)
