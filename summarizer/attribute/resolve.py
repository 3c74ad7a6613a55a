"""From the printed source to the party it means: names, pronouns, descriptions."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter, itemgetter

from summarizer.article import Article, Span, fold_space
from summarizer.attribute import callings, given, names, roles, runs, starts
from summarizer.attribute.text import Paragraph

# A pronoun looks back this many paragraphs at most.
_REACH = 3
_BEFORE_NAMES = frozenset("the a an former then acting deputy senior chief party's country's its".split())
_LIKE_A_PLACE = re.compile(r"\b(?:in|at|near|off|around|across|the|an?|outside|inside)\s+$", re.IGNORECASE)


@dataclass(slots=True)
class Known:
    """A party while the article is being read; frozen into a `Party` at the end.

    `core` are the lower-case words of the name without titles; `title` is kept for
    somebody who is never given more than a surname.
    """

    core: tuple[str, ...]
    name: str
    title: str
    role: str | None
    gender: callings.Gender | None
    person: bool
    aliases: list[str] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)
    roles: frozenset[str] = frozenset()

    @property
    def last(self) -> str:
        """The telling word of the name."""
        return self.core[-1] if self.core else ""

    @property
    def shown(self) -> str:
        """The name for a reader: with its title where there is only a surname."""
        return f"{self.title} {self.name}" if self.title and len(self.core) == 1 else self.name

    def holds(self, role: str | None) -> None:
        """Take the office or calling that stands before a person's name, where none is known yet."""
        if role and self.person and not self.role and names.head_noun(role.split()) in _HELD:
            self.role = role
            self.roles |= {role.lower()}


_HELD = (callings.ROLES | callings.CALLINGS) - callings.PARTS
_START = attrgetter("start")
_FIRST = itemgetter(0)


class Register:
    """All parties met so far, in text order; owns nothing but one article's run."""

    def __init__(self, article: Article, paragraphs: Sequence[Paragraph]) -> None:
        self.article = article
        self.paragraphs = {paragraph.number: paragraph for paragraph in paragraphs}
        self.known: list[Known] = []
        self._by_paragraph: dict[int, list[tuple[int, Known]]] = {}
        self._by_last: dict[str, list[Known]] = {}
        self._by_family: dict[str, list[Known]] = {}
        printed = set(chain.from_iterable(paragraph.tokens for paragraph in paragraphs))
        lowered = {token.text for token in printed if token.word and not token.capital}
        met = [
            (paragraph, names.analyse(fold_space(article.raw[span.start : span.end]), span))
            for paragraph in paragraphs
            for span in runs.name_runs(paragraph, lowered)
        ]
        # full names first, so that a surname finds its owner wherever it stands
        short = []
        for paragraph, mention in met:
            if " " in mention.name and mention.lowered[0] not in starts.PARTICLES:
                self._meet(mention, paragraph)
            elif mention.name:
                short.append((paragraph, mention))
        for paragraph, mention in short:
            self._meet(mention, paragraph)
        for listed in self._by_paragraph.values():
            listed.sort(key=_FIRST)
        for party in self.known:
            party.mentions.sort(key=_START)
            self._settle(party)
        self._mentions = sorted((m.start, m.end, at) for at, p in enumerate(self.known) for m in p.mentions)

    def _meet(self, mention: names.Mention, paragraph: Paragraph) -> None:
        party = self._owner(mention)
        if party is None:
            party = Known(mention.lowered, mention.name, mention.title, None, None, False)
            self.known.append(party)
            self._by_last.setdefault(party.last, []).append(party)
            if family_first(party.core):
                self._by_family.setdefault(party.core[0], []).append(party)
        span = mention.span
        party.mentions.append(span)
        if mention.text not in party.aliases:
            party.aliases.append(mention.text)
        if role := mention.role or roles.introduced(self.article.raw, span):
            party.role = party.role or role
            party.roles |= {role.lower()}
        if mention.title and mention.title.lower() in ("justice", "judge"):
            party.roles |= {"judge"}
        party.gender = party.gender or mention.gender
        party.person = party.person or (mention.person and not _of_body(mention.lowered))
        if not (paragraph.quotes and _quoted(paragraph, span)):
            # a name that only stands in somebody's words is not whom the reporter's "he" means
            self._by_paragraph.setdefault(paragraph.number, []).append((span.start, party))

    def _owner(self, mention: names.Mention) -> Known | None:
        core = mention.lowered
        named_alike = self._by_last.get(core[-1] if core else "", ())
        if not named_alike and len(core) != 1:
            return None
        for party in named_alike:
            if party.core == core and self._agree(party, mention):
                return party
        if len(core) > 1 and not (mention.person or _surname(core)):
            # a longer name takes over a known person only with the same first and last word
            fitting = [p for p in named_alike if p.core[0] == core[0] and personal(p)]
        else:
            fitting = [p for p in named_alike if _same_name(core, p.core) and (p.person or personal(p))]
        if len(core) == 1 and not named_alike:
            named_alike = self._by_family.get(core[0], ())
            fitting = [p for p in named_alike if p.person or personal(p)]
        fitting = [p for p in fitting if self._agree(p, mention)]
        if not fitting and core[0] in SHORT_BODIES and self._headed(mention.span):
            fitting = [p for p in named_alike if len(p.core) > 1 and not p.person]
        return fitting[0] if len(fitting) == 1 else None

    def _headed(self, span: Span) -> bool:
        return self.article.raw[max(0, span.start - 4) : span.start].lower() == "the "

    @staticmethod
    def _agree(party: Known, mention: names.Mention) -> bool:
        return party.gender is None or mention.gender is None or party.gender == mention.gender

    def _settle(self, party: Known) -> None:
        """Decide whether it is a person: told so, or named like one and never used like a place or a body."""
        if party.person or not personal(party) or self._is_which(party):
            return
        raw = self.article.raw
        # "in Scott's district" says nothing of Scott
        plain = (m for m in party.mentions if raw[m.end - 2 : m.end] not in ("'s", "’s"))
        before = (raw[max(0, m.start - 12) : m.start] for m in plain)
        party.person = not any(_LIKE_A_PLACE.search(text) for text in before)

    def saw_speak(self, source: Span) -> None:
        """Take a name that says something for a person's, unless it reads like a body's."""
        party = self.at(source)
        if party is None or party.person:
            return
        # "The Afghan Taliban claimed"
        headed = source.of(self.article.raw)[:4].lower() == "the "
        party.person = personal(party) and not (headed or self._is_which(party))

    def _is_which(self, party: Known) -> bool:
        """The article goes on behind the name as of a thing ("Big Machine, which …")."""
        return any(self.article.raw.startswith((", which", " which"), m.end) for m in party.mentions)

    def named_behind(self, source: Span) -> Known | None:
        """The person named right behind a description: "Their leader, Oona Tarrick," is Oona Tarrick."""
        at = bisect.bisect_left(self._mentions, (source.end, 0, 0))
        if at == len(self._mentions) or self.article.raw[source.end : source.end + 1] != ",":
            return None
        start, _, party = self._mentions[at]
        between = self.article.raw[source.end : start]
        words = between.lower().strip(" ,").split()
        fits = all(word in _BEFORE_NAMES or word in callings.ROLES for word in words) and len(between) < 60
        fits = fits and self.known[party].person
        return self.known[party] if fits else None

    def at(self, span: Span) -> Known | None:
        """The party whose printed name shares a code point with `span`, the last one if several."""
        last = bisect.bisect_left(self._mentions, (span.end, 0, 0)) - 1
        if last < 0 or self._mentions[last][1] <= span.start:
            return None
        return self.known[self._mentions[last][2]]

    def named_in(self, span: Span, last: str) -> Known | None:
        """The party of this last name that is printed inside `span`, whoever else is."""
        first = bisect.bisect_left(self._mentions, (span.start, 0, 0))
        for start, _, at in self._mentions[first:]:
            if start >= span.end:
                return None
            if self.known[at].last == last:
                return self.known[at]
        return None

    def surnamed(self, last: str) -> Known | None:
        """The first person of this last name."""
        return next((party for party in self._by_last.get(last, ()) if party.person), None)

    def by_role(self, text: str) -> Known | None:
        """The one person the article has introduced with this role ("the Foreign Secretary")."""
        wanted = re.sub(r"^(?:the|a|an)\s+", "", text.lower())
        if wanted in roles.OF_OFFICES:
            return None
        fitting = [
            p for p in self.known if p.roles and p.person and any(_role_fits(wanted, r) for r in p.roles)
        ]
        if len(fitting) > 1:
            # "the president" is President Roe rather than the president of the Farm Bureau
            fitting = [p for p in fitting if wanted in p.roles]
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

    def named_between(self, paragraph: int, start: int, end: int) -> frozenset[str]:
        """The names of the parties mentioned in a part of a paragraph, as they are shown."""
        return frozenset(party.shown for at, party in self.mentioned(paragraph) if start <= at < end)


def _quoted(paragraph: Paragraph, span: Span) -> bool:
    return any([quote.start <= span.start and span.end <= quote.end for quote in paragraph.quotes])


def _surname(core: Sequence[str]) -> bool:
    """A name that begins with a small word is a surname: "De Roe said"."""
    return bool(core) and core[0] in starts.PARTICLES


def _same_name(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """The words stand in the full name, or one of the two has no initial ("Ann E. Roe" is Ann Roe)."""
    if set(short) <= set(full):
        return True
    first, second = (tuple(word for word in core if len(word.strip(".")) > 1) for core in (short, full))
    return len(first) > 1 and first == second and (first == short or second == full)


def family_first(core: Sequence[str]) -> bool:
    """Say whether the family name stands in front: "Ban Ki-moon" is Ban, "Xi Jinping" is Xi."""
    korean = len(core) == _TWO_WORDS and "-" in core[1] and core[0] not in given.FIRST_NAMES
    return korean or (len(core) in (_TWO_WORDS, _TWO_WORDS + 1) and core[0] in given.FAMILY_NAMES)


_TWO_WORDS = 2


def _role_fits(wanted: str, role: str) -> bool:
    if wanted == role or role.endswith(" " + wanted):
        return True
    # "the president" is the president of the guild, "the harbour campaign" not its spokesman
    rest = role[len(wanted) :].split(maxsplit=1)[:1] if role.startswith(wanted + " ") else []
    return bool(rest) and (rest[0] in _OF or not rest[0][0].isalnum())


_OF = frozenset("of for to at in and from".split())

# With "the" and a capital they stand for the one body whose name ends in them: "the Gazette", "the Council".
SHORT_BODIES = frozenset(
    """party union federation court council committee ministry department agency association society university
    college institute commission board authority company foundation parliament senate assembly post times journal
    gazette herald tribune chronicle telegraph guardian observer mail express mirror globe inquirer courier
    echo""".split()
)

_NO_NAME = frozenset("of a the your my our his her its their this that what when how why".split())


def personal(party: Known) -> bool:
    """Say whether the name reads like a person's: two to four words, none of which names a body or a place."""
    if not 2 <= len(party.core) <= 4 or (len(party.name) > 3 and party.name.isupper()):
        return False
    words = [word.strip(".'’") for word in party.core]
    return _NO_NAME.isdisjoint(words) and not _of_body(words)


def _of_body(words: Sequence[str]) -> bool:
    """Say whether a word of a name tells a body; "Bill" and "April" in front are first names."""
    return not callings.BODIES.isdisjoint(
        words[1:] if len(words) > 1 and words[0] in given.FIRST_NAMES else words
    )
