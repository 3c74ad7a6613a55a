"""From the printed source to the party it means: names, pronouns, descriptions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from summarizer.article import Article, Span, fold_space
from summarizer.attribute import lexicon, names
from summarizer.attribute.find import Found
from summarizer.attribute.text import Paragraph, Token

# A pronoun looks back this many paragraphs at most.
_REACH = 3
_APPOSITION = re.compile(
    r",\s+(?P<role>(?:(?:the|a|an|who is|who chairs|chair|head|president|director|leader|chief)\b)[^,.;:\"“”]{2,90})[,.]"
)
_PLURAL = re.compile(r"(?:officials|sources|aides|critics|members|[a-z]{3,}s)$")


@dataclass
class Known:
    """A party while the article is being read; frozen into a `Party` at the end."""

    name: str
    last: str
    role: str | None
    gender: names.Gender | None
    person: bool
    aliases: list[str] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)


class Register:
    """All parties met so far, in text order; owns nothing but one article's run."""

    def __init__(self, article: Article, paragraphs: Sequence[Paragraph]) -> None:
        self.article = article
        self.known: list[Known] = []
        self._by_paragraph: dict[int, list[tuple[int, Known]]] = {}
        lowered = frozenset(t.text for p in paragraphs for t in p.tokens if t.word and not t.capital)
        for paragraph in paragraphs:
            for span in name_runs(paragraph, lowered):
                self._meet(span, paragraph)
        self._single_names()

    def _meet(self, span: Span, paragraph: Paragraph) -> None:
        text = fold_space(span.of(self.article.raw))
        mention = names.analyse(text, span)
        if not mention.name:
            return
        party = self._same_name(mention) or self._new(mention)
        party.mentions.append(span)
        if text not in party.aliases:
            party.aliases.append(text)
        if party.role is None:
            party.role = mention.role or self._apposed(span) or self._described_before(span)
        party.gender = party.gender or mention.gender
        party.person = party.person or mention.person or (party.role is not None and _personal(party))
        if party.role:
            party.roles.add(party.role.lower())
        self._by_paragraph.setdefault(paragraph.number, []).append((span.start, party))

    def _same_name(self, mention: names.Mention) -> Known | None:
        for party in self.known:
            if party.name.lower() == mention.name.lower():
                return party
        words = [w.lower() for w in mention.name.split()]
        for party in reversed(self.known):
            other = [w.lower() for w in party.name.split()]
            if party.last != mention.last or len(mention.last) < 2:
                continue
            shorter, longer = sorted((words, other), key=len)
            if (
                set(shorter) <= set(longer)
                and self._agree(party, mention)
                and (party.person or mention.person)
            ):
                if len(words) > len(other):
                    party.name = mention.name
                return party
        return None

    @staticmethod
    def _agree(party: Known, mention: names.Mention) -> bool:
        return party.gender is None or mention.gender is None or party.gender == mention.gender

    def _new(self, mention: names.Mention) -> Known:
        party = Known(mention.name, mention.last, mention.role, mention.gender, mention.person)
        self.known.append(party)
        return party

    def _apposed(self, span: Span) -> str | None:
        found = _APPOSITION.match(self.article.raw, span.end, min(len(self.article.raw), span.end + 130))
        if found is None:
            return None
        role = fold_space(found["role"])
        role = re.sub(r"^(?:the|a|an|who is)\s+", "", role)
        return role if any(w.lower().strip("’'s") in names.ROLES for w in role.split()) else None

    def _described_before(self, span: Span) -> str | None:
        """The role in "Their leader, Oona Tarrick,": a description with a role, a comma, the name."""
        before = self.article.raw[max(0, span.start - 90) : span.start]
        found = _DESCRIBED.search(before)
        if found is None:
            return None
        role = fold_space(found["role"])
        return role if any(w.lower().strip("’'s") in names.ROLES for w in role.split()) else None

    def saw_speak(self, source: Span) -> None:
        """A name of two words or more that says something is a person's, unless it reads like a body's."""
        party = self.at(source)
        if party is not None and not party.person and _personal(party):
            party.person = True

    def _single_names(self) -> None:
        """A lone surname met before the full name belongs to it."""
        full = [p for p in self.known if " " in p.name]
        for party in list(self.known):
            if " " in party.name:
                continue
            owners = [p for p in full if p.last == party.last and p.person and p is not party]
            if len(owners) == 1 and party.mentions[0].start > owners[0].mentions[0].start:
                self._merge(party, owners[0])

    def _merge(self, party: Known, owner: Known) -> None:
        owner.mentions = sorted([*owner.mentions, *party.mentions])
        owner.aliases.extend(a for a in party.aliases if a not in owner.aliases)
        owner.gender = owner.gender or party.gender
        self.known.remove(party)
        for listed in self._by_paragraph.values():
            for at, (start, met) in enumerate(listed):
                if met is party:
                    listed[at] = (start, owner)

    def named_behind(self, source: Span) -> Known | None:
        """The person named right behind a description: "Their leader, Oona Tarrick," is Oona Tarrick."""
        for party in self.known:
            if not party.person:
                continue
            for mention in party.mentions:
                if 0 < mention.start - source.end <= 3 and self.article.raw[source.end] == ",":
                    return party
        return None

    def at(self, span: Span) -> Known | None:
        """The party whose printed name shares a code point with `span`, the last one if several."""
        met = [
            (m.end, p) for p in self.known for m in p.mentions if m.start < span.end and span.start < m.end
        ]
        return max(met, key=lambda pair: pair[0])[1] if met else None

    def by_role(self, text: str) -> Known | None:
        """The one person the article has introduced with this role ("the Foreign Secretary")."""
        wanted = re.sub(r"^(?:the|a|an)\s+", "", text.lower())
        fitting = [p for p in self.known if p.person and any(_role_fits(wanted, role) for role in p.roles)]
        return fitting[0] if len(fitting) == 1 else None

    def before(self, paragraph: int, offset: int) -> Iterator[Known]:
        """Parties mentioned before `offset`: those of this paragraph in order, then back, nearest first."""
        own = [p for start, p in self._by_paragraph.get(paragraph, ()) if start < offset]
        yield from own
        for back in range(1, _REACH + 1):
            yield from (p for _, p in self._by_paragraph.get(paragraph - back, ()))

    def mentioned(self, paragraph: int) -> Sequence[tuple[int, Known]]:
        """Parties named in a paragraph with the offset of the mention, in text order."""
        return self._by_paragraph.get(paragraph, ())


_DESCRIBED = re.compile(
    r"(?:^|[.;:”\"]\s+|,\s+|\b)(?:the|its|their|his|her|a|an|one of the)\s+(?P<role>[^,.;:”“\"]{3,60}),\s+$",
    re.IGNORECASE,
)
_BODIES = frozenset(
    """party union federation bank court council committee ministry department agency association group society
    university college institute office board commission authority company corporation inc ltd plc co trust fund
    foundation assembly parliament congress senate house government police service services force forces press
    times post news network media club league cup school hospital church airport airlines air street road island
    islands port harbour bay river lake mount city town county state states kingdom republic nations region valley
    sea ocean north south east west new saint st greens democrats republicans conservatives liberals labour
    partners holdings capital systems industries international global national royal council's alliance campaign
    center centre""".split()
)


def _personal(party: Known) -> bool:
    words = [w.lower().strip(".'’") for w in party.name.split()]
    if not 2 <= len(words) <= 4 or words[0] in ("the",) or "of" in words:
        return False
    return not any(w in _BODIES for w in words)


def _role_fits(wanted: str, role: str) -> bool:
    return wanted == role or role.endswith(" " + wanted) or role.startswith(wanted + " ")


def name_runs(paragraph: Paragraph, lowered: frozenset[str]) -> Iterator[Span]:
    """Runs of capitals with the roles before them ("Shadow foreign secretary David Lammy").

    `lowered` are the words that the article also prints without a capital: one of them at
    the head of a sentence is no name.
    """
    tokens = paragraph.tokens
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if not _opens_name(tokens, at, lowered):
            at += 1
            continue
        first, end = at, at + 1
        while end < len(tokens) and _in_name(tokens, end, first):
            end += 1
        while end > first + 1 and not tokens[end - 1].capital:
            end -= 1
        yield Span(token.start, tokens[end - 1].end)
        at = end


def _opens_name(tokens: Sequence[Token], at: int, lowered: frozenset[str]) -> bool:
    token = tokens[at]
    if not token.word or not token.capital:
        return False
    low = token.lower
    if low in lexicon.PRONOUNS or low in lexicon.DETERMINERS or low in _NOT_NAMES:
        return False
    starts = at == 0 or tokens[at - 1].sentence != token.sentence or not tokens[at - 1].word
    if not starts:
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.word and following.capital:
        return low not in _COMMON_OPENERS
    return low not in _COMMON_OPENERS and low not in lowered and not low.endswith(("ly", "ing"))


def _in_name(tokens: Sequence[Token], at: int, first: int) -> bool:
    token = tokens[at]
    if token.sentence != tokens[first].sentence or not token.word:
        return False
    if token.capital:
        return token.lower not in _NOT_NAMES
    if token.lower in names.ROLES and tokens[at - 1].lower in names.ROLES:
        return at + 1 < len(tokens) and (tokens[at + 1].capital or tokens[at + 1].lower in names.ROLES)
    if token.lower in ("of", "the", "de", "van", "von", "der", "al", "bin") and tokens[at - 1].capital:
        nxt = (
            at + 1
            if token.lower != "of" or at + 1 >= len(tokens) or tokens[at + 1].lower != "the"
            else at + 2
        )
        return (token.lower != "the" and nxt < len(tokens) and tokens[nxt].capital) or (
            token.lower == "the" and tokens[at - 1].lower == "of"
        )
    return False


_NOT_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december i mr mrs ms""".split()
) - {"mr", "mrs", "ms"}
_COMMON_OPENERS = frozenset(
    """the a an in on at for with but and so or yet if when while as after before since although though because
    he she it they we you i his her its their our my this that these those there here what who how why where
    which meanwhile however also then now still asked challenged speaking according despite during under over
    about from to by more most many some several few all both each other another no not only even just one two
    three four five six seven eight nine ten last next earlier later once until unless instead international
    efforts read watch listen it's that's we've we're i'm they're he's she's there's let's don't police residents
    officials critics people experts analysts researchers scientists voters campaigners protesters residents
    shares sales profits revenue today yesterday tomorrow""".split()
)


def describe(found: Found, article: Article) -> str:
    """Print the source on one line, without a leading article's capital."""
    assert found.source is not None
    text = fold_space(found.source.of(article.raw))
    return re.sub(r"^(The|A|An)\b", lambda m: m[1].lower(), text).rstrip("'’")
