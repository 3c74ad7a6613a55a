"""Find cues with their sources and contents, paragraph by paragraph.

Only the outermost attribution counts: what somebody is quoted as reporting of others is
part of the quotation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarizer.article import Polarity, Span
from summarizer.attribute import cues, extent, hearsay, judge, lexicon, opencues, phrases, sources
from summarizer.attribute.found import Found
from summarizer.attribute.text import Paragraph, Token


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
        cue = cues.cue_at(tokens, at)
        if cue is None:
            continue
        source, _ = sources.source(paragraph, cue, made)
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
    if tokens[at].lower not in cues.TAGS:
        return False
    for token in tokens[at + 1 : at + 1 + _MOST_AFTER_TAG]:
        if token.sentence != tokens[at].sentence or token.text in ".!?":
            return True
        if token.text in ",;:" or token.quoted or token.lower in lexicon.CLAUSE_WORDS:
            return False
    return at + 1 + _MOST_AFTER_TAG >= len(tokens)


def _asked(paragraph: Paragraph, at: int) -> Found | None:
    """Read a question whose asker is left out: "Asked whether he would stand, …"."""
    tokens = paragraph.tokens
    before = tokens[at - 1].lower if at > 0 and tokens[at - 1].sentence == tokens[at].sentence else ""
    if tokens[at].lower != "asked" or not (tokens[at].capital or before in ("when", "was", "were", "if")):
        return None
    first = at + 1
    while (
        first < len(tokens)
        and first - at < 6
        and tokens[first].word
        and tokens[first].lower not in _QUESTIONS
    ):
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
    source = phrases.with_tail(tokens, source)
    content = extent.around(paragraph, at, source[1])
    if content is None:
        return None
    return Found(
        sources.span(tokens, source),
        Span(tokens[at].start, tokens[at + 1].end),
        content,
        "says",
        "according",
        "affirmed",
        paragraph.number,
        paragraph.number,
    )


def _verb(paragraph: Paragraph, at: int, made: Sequence[Found]) -> Found | None:
    cue = cues.cue_at(paragraph.tokens, at)
    if cue is None:
        return None
    tokens = paragraph.tokens
    source, after = sources.source(paragraph, cue, made)
    shared = source is None
    if source is None:
        source = sources.shared(tokens, cue, made)
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
