"""Give every attribution its speaker, in text order, from what has been read so far."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from summarizer.article import Article, Attribution, Directness, fold_space
from summarizer.attribute import describing, doubts, lexicon, names, resolve
from summarizer.attribute.found import Found
from summarizer.attribute.text import Paragraph


@dataclass(frozen=True, slots=True)
class _Speaker:
    name: str | None
    role: str | None
    gender: names.Gender | None
    person: bool
    anonymous: bool
    collective: bool
    artifact: bool = False


class _Said(NamedTuple):
    """Who spoke in which paragraph, and where that is printed."""

    paragraph: int
    speaker: _Speaker
    at: int


_CONTRACTION = re.compile(
    r"(?<=^(?:he|we|it|so))'(?:s|d|ll|re|ve)$|(?<=^(?:she|who|you))'(?:s|d|ll|re|ve)$|(?<=^they)'(?:d|ll|re|ve)$|(?<=^i)'(?:m|d|ll|ve)$"
)
_NOBODY = _Speaker(None, None, None, False, False, False)


def attribute(
    article: Article, paragraphs: Sequence[Paragraph], found: Sequence[Found], register: resolve.Register
) -> tuple[Attribution, ...]:
    """Resolve the sources of `found`; a pronoun that nothing fits stays None."""
    by_number = {p.number: p for p in paragraphs}
    for item in found:
        if item.source is not None and item.kind in ("says", "believes", "wants"):
            register.saw_speak(item.source)
    spoken: list[_Said] = []
    made = []
    for item in found:
        speaker = _resolve(item, article, register, spoken)
        if speaker.name is not None:
            spoken.append(_Said(item.paragraph, speaker, (item.source or item.cue).start))
        made.append(
            Attribution(
                source=item.source,
                cue=item.cue,
                content=item.content,
                speaker=speaker.name,
                kind="shows" if item.kind == "says" and speaker.artifact else item.kind,
                directness=_directness(item, by_number),
                role=speaker.role,
                polarity=item.polarity,
                anonymous=speaker.anonymous,
                collective=speaker.collective,
            )
        )
    return tuple(made)


def _directness(item: Found, by_number: dict[int, Paragraph]) -> Directness:
    covered = 0
    number = item.paragraph
    last = max(part.end for part in item.content)
    # a content starts in its cue's paragraph and may run on into those behind it
    while (paragraph := by_number.get(number)) is not None and paragraph.span.start < last:
        for quote in paragraph.quotes:
            for part in item.content:
                if quote.start < part.end and part.start < quote.end:
                    covered += min(quote.end, part.end) - max(quote.start, part.start)
        number += 1
    if not covered:
        return "indirect"
    return "direct" if covered >= 0.9 * sum(c.end - c.start for c in item.content) else "mixed"


def _resolve(item: Found, article: Article, register: resolve.Register, spoken: Sequence[_Said]) -> _Speaker:
    if item.source is None or item.lemma in _HEARING:
        return _NOBODY
    text = fold_space(item.source.of(article.raw))
    low = text.lower().replace("’", "'")
    if "'" in low:
        low = _CONTRACTION.sub("", low)
    if low in ("who", "which", "that"):
        return _antecedent(item, article, register)
    if low in lexicon.PRONOUNS:
        return _pronoun(low, item, register, spoken)
    mention = names.analyse(text, item.source)
    if low.split()[0] in lexicon.NOBODY or low.startswith(("no one", "no ")):
        return _NOBODY
    if mention.name and mention.name.lower() not in lexicon.forms():
        party = register.at(item.source)
        if party is not None and mention.last != party.last:
            # the phrase means somebody described by the party ("a Trump aide", "Ann Roe of the Harbour Bank")
            party = register.named_in(item.source, mention.last)
        if party is not None:
            return _of(party)
        return _Speaker(_bare(text), None, mention.gender, mention.person, False, describing.collective(text))
    return _described(item, text, mention, register, spoken)


# "The court heard that …" are not the court's words
_HEARING = frozenset("hear hears heard".split())


def _bare(text: str) -> str:
    return re.sub(r"^(The|A|An)\b(?=\s)", lambda m: m[1].lower(), text)


def _of(party: resolve.Known) -> _Speaker:
    return _Speaker(party.shown, party.role, party.gender, party.person, False, False)


def _antecedent(item: Found, article: Article, register: resolve.Register) -> _Speaker:
    assert item.source is not None
    met = [p for p in register.before(item.paragraph, item.source.start)]
    near = [(p, m) for p in met for m in p.mentions if 0 < item.source.start - m.end <= 3]
    if not near:
        return _NOBODY
    party, mention = near[-1]
    # "the vote at the council, which is understood to …" speaks of the vote
    held = _HANGS.search(article.raw, max(0, mention.start - 14), mention.start)
    return _NOBODY if held is not None and not party.person else _of(party)


_HANGS = re.compile(r"\b(?:of|in|at|on|by|for|from|with|to|near)\s+(?:the\s+)?$", re.IGNORECASE)


def _pronoun(low: str, item: Found, register: resolve.Register, spoken: Sequence[_Said]) -> _Speaker:
    assert item.source is not None
    if low in ("i", "we", "you"):
        return _NOBODY
    recent = [s.speaker for s in reversed(spoken) if item.paragraph - s.paragraph <= 3]
    if low == "they":
        # farther back it is as often others of whom the article has spoken since
        here = [s.speaker for s in spoken[-1:] if item.paragraph - s.paragraph <= 1]
        return next((s for s in here if (s.collective or s.anonymous or _plural(s)) and _whole(s)), _NOBODY)
    if low == "it":
        return next((s for s in recent if not s.person and not s.anonymous), _NOBODY)
    gender: names.Gender = "he" if low == "he" else "she"
    speaker = _likeliest(gender, item, register, spoken, recent)
    if speaker.name is None:
        return speaker
    said = [s.at for s in spoken if s.speaker.name == speaker.name]
    fitting = (s.name for s in recent if s.person and s.gender in (None, gender))
    latest = next(fitting, None) == speaker.name
    meant = doubts.Meant(speaker.name, gender, item.paragraph, item.source.start)
    return _NOBODY if doubts.in_doubt(meant, said, latest, register) else speaker


def _likeliest(
    gender: names.Gender,
    item: Found,
    register: resolve.Register,
    spoken: Sequence[_Said],
    recent: Sequence[_Speaker],
) -> _Speaker:
    """Whom "he" or "she" means, if anybody the article names."""
    assert item.source is not None
    # "He urged Mr. Roe to go" is not Roe: a name behind a pronoun of its clause is another's (principle C)
    others = register.named_between(item.paragraph, item.source.end, max(item.cue.end, item.content[0].end))
    recent = [s for s in recent if s.name not in others]
    same_paragraph = [
        p
        for p in register.before(item.paragraph, item.source.start)
        if p.person and p.gender in (None, gender) and p.shown not in others
    ]
    in_sentence_before = [
        p
        for p in same_paragraph
        if any(item.source.start - 400 < m.start < item.source.start for m in p.mentions)
    ]
    known = next((p for p in same_paragraph if p.gender == gender and _mentioned_in(p, item, register)), None)
    open_gender = bool(recent) and recent[0].person and recent[0].gender is None
    if known is not None and open_gender and item.content[0].start > item.source.start:
        # of somebody whose gender the article does not show and somebody it does fit, the pronoun means the latter
        return _of(known)
    last = recent[0] if recent and recent[0].person and recent[0].gender in (None, gender) else None
    if last is not None and spoken[-1].paragraph == item.paragraph:
        return last
    own = _own_paragraph(item, register, gender, others)
    if own is not None:
        return own
    if last is not None and item.paragraph - spoken[-1].paragraph <= 1:
        return last
    if in_sentence_before:
        return _of(in_sentence_before[0])
    return _of(same_paragraph[0]) if same_paragraph else last or _NOBODY


def _plural(speaker: _Speaker) -> bool:
    """Several people by description; a name that ends in -s is often a thing's ("the Census", "the Times")."""
    name = speaker.name or ""
    return (
        not speaker.person and not speaker.artifact and name[:1].islower() and name.split()[-1].endswith("s")
    )


def _whole(speaker: _Speaker) -> bool:
    """No phrase that was cut where a verb begins ("Politifact seized on Roe’s")."""
    return speaker.name is not None and not speaker.name.endswith(("'s", "’s", " is", " was", " are"))


def _mentioned_in(party: resolve.Known, item: Found, register: resolve.Register) -> bool:
    return any(known is party for _, known in register.mentioned(item.paragraph))


def _own_paragraph(
    item: Found, register: resolve.Register, gender: names.Gender, others: frozenset[str]
) -> _Speaker | None:
    """The first person of this paragraph, or of the one before, that fits: the subject they are about."""
    assert item.source is not None
    for back in (0, 1):
        listed = [
            p
            for start, p in register.mentioned(item.paragraph - back)
            if start < item.source.start and p.person and p.gender in (None, gender) and p.shown not in others
        ]
        if listed:
            return _of(listed[0])
    return None


def _described(
    item: Found,
    text: str,
    mention: names.Mention,
    register: resolve.Register,
    spoken: Sequence[_Said],
) -> _Speaker:
    assert item.source is not None
    if not describing.nominal(text):
        return _NOBODY
    plural = mention.last.endswith("s") and not mention.last.endswith("ss")
    party = register.named_behind(item.source) or (None if plural else register.by_role(text))
    if party is not None:
        return _of(party)
    if (body := _body(item, text, mention, register)) is not None:
        return _of(body)
    # "his spokesman" is the spokesman of somebody, of whom another need not be
    definite = text.lower().startswith("the ")
    if definite and not plural:
        for _, speaker, _ in reversed(spoken):
            if speaker.name is None:
                continue
            if _fits(text, mention, speaker):
                return speaker
    anonymous = describing.unnamed(text)
    artifact = mention.last in lexicon.ARTIFACTS
    return _Speaker(
        _bare(text), None, mention.gender, mention.person, anonymous, describing.collective(text), artifact
    )


def _fits(text: str, mention: names.Mention, speaker: _Speaker) -> bool:
    """A description means an earlier speaker whose role has the same noun, or whose own description has the word.

    Its other words must stand there too: "the Republican nominee" is not "the Democratic presidential nominee".
    """
    printed = (speaker.name or "").split()
    role = (speaker.role or "").split()
    telling = mention.last == names.head_noun(role)
    if not telling and printed and printed[0][0].islower():
        # "the official" is "the prime minister's official spokesman", "the campaign" not "a campaign spokesman"
        own = [names.bare(word) for word in printed]
        telling = mention.last == names.head_noun(own)
        telling = telling or (mention.last in lexicon.ANONYMOUS and mention.last in printed)
    if not telling:
        return False
    words = {names.bare(word) for word in text.split()[1:]}
    return words <= {names.bare(word) for word in (*printed, *role)}


def _body(item: Found, text: str, mention: names.Mention, register: resolve.Register) -> resolve.Known | None:
    """Find what "the firm", "the union" means: the first body named before it here, else the last one."""
    assert item.source is not None
    words = text.lower().split()
    if words[0] != "the" or len(words) > 3 or mention.last not in describing.BODY_NOUNS:
        return None
    start = item.source.start
    here = [p for at, p in register.mentioned(item.paragraph) if at < start]
    fitting = [p for p in here if describing.is_body(p, mention.last)]
    before = [p for _, p in register.mentioned(item.paragraph - 1) if describing.is_body(p, mention.last)]
    return fitting[0] if fitting else before[0] if before else None
