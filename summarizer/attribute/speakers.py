"""Give every attribution its speaker, in text order, from what has been read so far."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.article import Article, Attribution, Directness, Span
from summarizer.attribute import callings, describing, lexicon, names, printed, pronouns, resolve, starts
from summarizer.attribute.found import Found
from summarizer.attribute.pronouns import NOBODY, Said, Speaker
from summarizer.attribute.text import Paragraph


def attribute(
    article: Article, paragraphs: Sequence[Paragraph], found: Sequence[Found], register: resolve.Register
) -> tuple[Attribution, ...]:
    """Resolve the sources of `found`; a pronoun that nothing fits stays None."""
    by_number = {p.number: p for p in paragraphs}
    for item in found:
        if item.source is not None and item.kind in ("says", "believes", "wants"):
            register.saw_speak(item.source)
    spoken: list[Said] = []
    made = []
    for item in found:
        speaker = _resolve(item, article, register, spoken)
        # who is told of in "…, who has called it a hoax, …" has not just been speaking
        if speaker.name is not None and not _relative(item, article):
            spoken.append(Said(item.paragraph, speaker, (item.source or item.cue).start))
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


def _relative(item: Found, article: Article) -> bool:
    return item.source is not None and item.source.of(article.raw).lower() in _RELATIVES


_RELATIVES = frozenset("who which that".split())


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


def _resolve(item: Found, article: Article, register: resolve.Register, spoken: Sequence[Said]) -> Speaker:
    if item.source is None or item.lemma in _HEARING:
        return NOBODY
    text = printed.whole(item.source, article)
    low = printed.lowered(text)
    if printed.piece(low):
        return NOBODY
    if low in _RELATIVES:
        return pronouns.antecedent(item, article, register)
    if low in lexicon.PRONOUNS:
        return pronouns.meant(low, item, register, spoken)
    if (pair := _pair(text, register)) is not None:
        return pair
    mention = names.analyse(text, item.source)
    if low.split()[0] in lexicon.NOBODY or low.startswith(("no one", "no ")):
        return NOBODY
    if mention.name and mention.name.lower() not in lexicon.forms():
        return _named(item.source, text, mention, register)
    return _described(item, text, mention, register, spoken)


def _named(source: Span, text: str, mention: names.Mention, register: resolve.Register) -> Speaker:
    party = register.at(source)
    if party is not None and len(party.core) > 1 and _other_body(text):
        party = None
    # "Robert “Chip” Callahan" was cut at the marks
    cut = party is not None and next(names.nicknames(party.name), None) and mention.last == party.core[0]
    first = party is not None and resolve.family_first(party.core) and mention.lowered == party.core[:1]
    if party is not None and mention.last != party.last and not (cut or first):
        # the phrase means somebody described by the party ("a Trump aide", "Ann Roe of the Harbour Bank")
        party = register.named_in(source, mention.last)
    if party is not None and not party.person and _some_of_many(text):
        # "Many Democrats" are not the Democrats
        return Speaker(text[:1].lower() + text[1:], None, None, False, False, True)
    if party is not None and not _of_others(mention, party):
        if mention.lowered == party.core:
            party.holds(mention.role)
        return pronouns.of(party)
    if party is not None and (whole := _whole_name(text)) is not None:
        person = callings.BODIES.isdisjoint(whole.lower().split())
        return Speaker(whole, None, None, person, False, False)
    return Speaker(_bare(text), None, mention.gender, mention.person, False, describing.collective(text))


def _other_body(text: str) -> bool:
    """Say whether "the Pentagon" is not the one that a longer name ends in ("a reporter of Orme Pentagon")."""
    parts = text.lower().split()
    return len(parts) == _WITH_THE and parts[0] == "the" and parts[1] not in resolve.SHORT_BODIES


_WITH_THE = 2


def _some_of_many(text: str) -> bool:
    words = text.split()
    return len(words) > 1 and words[0].lower() in _QUANTITIES and words[-1].endswith("s")


_QUANTITIES = frozenset("some many several most few two three four five".split())


def _of_others(mention: names.Mention, party: resolve.Known) -> bool:
    """Say whether the party only tells who speaks: lawyers *for Lee*, officials *in Otterby*, doctors *treating Lee*."""
    doing = (mention.role or "").split()[-1:]
    if (
        doing
        and doing[0].isalpha()
        and doing[0].islower()
        and (doing[0].endswith("ing") or doing[0] in _BESIDE)
    ):
        return True
    at = len(mention.lowered)
    while at and mention.lowered[at - 1] in party.core:
        at -= 1
    return at > 0 and mention.lowered[at - 1] in starts.STOP


_BESIDE = frozenset("atop near inside outside above below behind beside around across against".split())


def _whole_name(text: str) -> str | None:
    """The name in front where it is a full one: "Lee Wang of the Chronicle"; None for "Officials in Otterby"."""
    found = _NAME_BEFORE.match(text)
    return found["name"] if found is not None and "the" not in found["name"].lower().split() else None


_NAME_BEFORE = re.compile(r"(?P<name>(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+) (?:of|from|at|with|for) ")


def _pair(text: str, register: resolve.Register) -> Speaker | None:
    """Two people who say one thing ("Roe and Mr. Lee said"): neither of them said it alone."""
    listed = _AND.split(text) if " and " in text or " & " in text else ()
    if len(listed) != 2 or not all(part[:1].isupper() for part in listed) or _NO_NAME.search(text):
        return None
    found = [names.analyse(part, Span(0, 0)) for part in listed]
    met = [register.surnamed(one.last) for one in found]
    if None in met or met[0] is met[1] or not all(one.name for one in found):
        return None
    return Speaker(text, None, None, False, False, True)


_AND = re.compile(r"\s+(?:and|&)\s+")
_NO_NAME = re.compile(r"\s[-–—]|[:;]|\bfrom\b|\bby\b")


# "The court heard that …" are not the court's words
_HEARING = frozenset("hear hears heard".split())


def _bare(text: str) -> str:
    """Leave off a capital that is the sentence's, and a relative clause that breaks off ("two aides who spoke")."""
    text = _BROKEN_OFF.sub("", text)
    return re.sub(r"^(The|A|An)\b(?=\s)", lambda m: m[1].lower(), text)


_BROKEN_OFF = re.compile(r"(?<=\w)(?<!\bthose)(?<!\bpeople)(?<!\banyone)(?<!\beveryone)\s+who(?: \S+){1,2}$")


def _described(
    item: Found,
    text: str,
    mention: names.Mention,
    register: resolve.Register,
    spoken: Sequence[Said],
) -> Speaker:
    assert item.source is not None
    if not describing.nominal(text):
        return NOBODY
    plural = mention.last.endswith("s") and not mention.last.endswith("ss")
    party, doubted = register.named_behind(item.source), None
    if party is None and not plural and (held := register.by_role(text)) is not None:
        party, doubted = (None, held.shown) if _anothers(item, mention, held, register) else (held, None)
    if party is not None:
        return pronouns.of(party)
    if (body := _body(item, text, mention, register)) is not None:
        return pronouns.of(body)
    meant = _varied(item, text, mention, register, spoken) or pronouns.author(text.lower(), register, spoken)
    if meant is not None:
        return meant
    # "his spokesman" is the spokesman of somebody, of whom another need not be
    definite = text.lower().startswith("the ")
    if definite and not plural:
        for _, speaker, _ in reversed(spoken):
            if speaker.name is None or speaker.name == doubted:
                continue
            if _fits(text, mention, speaker):
                return speaker
    anonymous = describing.unnamed(text)
    artifact = mention.last in lexicon.ARTIFACTS
    return Speaker(
        _bare(text), None, mention.gender, mention.person, anonymous, describing.collective(text), artifact
    )


def _anothers(item: Found, mention: names.Mention, party: resolve.Known, register: resolve.Register) -> bool:
    """Say whether "the senator" may be somebody else, whom alone the paragraph names: it has many senators."""
    assert item.source is not None
    start = item.source.start
    here = {p.shown for at, p in register.mentioned(item.paragraph) if p.person and at < start}
    return mention.last in _MANY_HOLD and len(here) == 1 and party.shown not in here


_MANY_HOLD = frozenset(
    """senator congressman congresswoman representative governor minister mp msp councillor councilman
    councilwoman candidate lawmaker doctor professor officer detective lawyer attorney analyst economist""".split()
)


# How sport reports call a player a second time, so as not to repeat the name.
_POSTS = frozenset("midfielder striker defender goalkeeper keeper winger batsman bowler veteran".split())


def _varied(
    item: Found, text: str, mention: names.Mention, register: resolve.Register, spoken: Sequence[Said]
) -> Speaker | None:
    """Whom "the midfielder", "the 34-year-old" means: the one person the paragraph names, who has just spoken in it."""
    if not text.lower().startswith("the ") or not (
        mention.last in _POSTS or mention.last.endswith("-year-old")
    ):
        return None
    last = spoken[-1] if spoken else None
    if last is None or last.paragraph != item.paragraph or not last.speaker.person or item.source is None:
        return None
    named = {p.shown for at, p in register.mentioned(item.paragraph) if p.person and at < item.source.start}
    return last.speaker if named == {last.speaker.name} else None


def _fits(text: str, mention: names.Mention, speaker: Speaker) -> bool:
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
    start, raw = item.source.start, register.article.raw
    here = [p for at, p in register.mentioned(item.paragraph) if at < start]
    fitting = [p for p in here if describing.is_body(p, mention.last, raw)]
    before = [
        p for _, p in register.mentioned(item.paragraph - 1) if describing.is_body(p, mention.last, raw)
    ]
    return fitting[0] if fitting else before[0] if before else None
