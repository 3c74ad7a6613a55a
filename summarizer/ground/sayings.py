"""Whose words an item's are, by what the article attributes and names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer import match, support
from summarizer.article import Attribution, Span, fold_space
from summarizer.attribute import lexicon
from summarizer.note import Evidence
from summarizer.support import mouths, words


def printed(evidence: Sequence[Evidence]) -> str:
    """The words of the evidence, one text."""
    return " ".join(item.text for item in evidence)


def present(evidence: Sequence[Evidence], holder: str, index: support.Index) -> bool:
    """The evidence prints the holder's name, or one of its sentences is the holder's saying."""
    said = (a for item in evidence for a in index.attributions_on(Span(item.start, item.end)))
    speaks = any(a.speaker is not None and index.same(holder, a.speaker) for a in said)
    return speaks or names_party(printed(evidence), holder, index)


# Words before a name within which it is still whom a sentence is about.
_OPENING = 6
_NOT_ABOUT = frozenset(
    "of in at from for with by to on against over under about near between into like than".split()
)


def acts(evidence: Sequence[Evidence], holder: str, index: support.Index) -> bool:
    """Say whether a sentence is about the holder: a party of the article, named where the sentence begins."""
    owner = index.directory.owner(holder)
    if owner is None:
        return False
    last = words.words(owner.name)[-1].stem
    for item in evidence:
        listed = words.words(item.text)
        for at, word in enumerate(listed[: _OPENING + 1]):
            if word.stem == last and not (at and listed[at - 1].lower in _NOT_ABOUT):
                return True
    return False


_DANGLING = frozenset("the a an of and or than its their his with".split())


def breaks_off(text: str) -> bool:
    """Say whether a text ends in a word that another has to follow."""
    listed = words.words(text)
    return bool(listed) and listed[-1].lower in _DANGLING and text.rstrip()[-1:].isalpha()


def names_party(text: str, party: str, index: support.Index) -> bool:
    """Say whether `text` prints a word of the party's name, or of another name it goes by."""
    printed = {word.stem for word in words.words(text)}
    owner = index.directory.owner(party)
    names = (party,) if owner is None else (party, owner.name, *owner.aliases)
    return any(_named(name, printed) for name in names)


def _named(name: str, printed: set[str]) -> bool:
    """One capital word of a name is enough; a description has none and wants all its content words."""
    listed = words.words(name)
    capitals = [word for word in listed if word.content and word.capital]
    if capitals:
        return any(word.stem in printed for word in capitals)
    content = [word.stem for word in listed if word.content]
    return bool(content) and all(stem in printed for stem in content)


_FEWEST_LEFT = 15
_TAGGING = "(?:said|says?|added|adds?)"


def without_speaker(text: str, speaker: str | None) -> str:
    """Leave "X said that" off the front, or ", X said" off the end: who said it is checked as data, not as wording."""
    if not speaker:
        return text
    cue = words.reporting_prefix(text, speaker)
    bare = text[cue:] if cue and len(text) - cue > _FEWEST_LEFT else text
    name = re.escape(speaker)
    tag = re.search(rf",\s+(?:{name}\s+{_TAGGING}|{_TAGGING}\s+{name})\.?$", bare, re.IGNORECASE)
    return f"{bare[: tag.start()]}." if tag is not None and tag.start() > _FEWEST_LEFT else bare


def shown(text: str, speaker: str | None, index: support.Index) -> str:
    """A claim is shown behind its speaker's name, so "X said that" in front of it would say it twice.

    Not where a second "that" needs the "said": "the cut came too early and that the dinar could fall"; nor where
    a "he" would be left of whom no speaker's name says who it is: "the Gazette says he was arrested".
    """
    bare = text if words.second_clause(text) else without_speaker(text, speaker)
    if bare != text and speaker and _ONE.match(bare):
        owner = index.directory.owner(speaker)
        if owner is not None and owner.kind != "person":
            bare = text
    return bare[:1].upper() + bare[1:]


_ONE = re.compile(r"(?:he|she|his|her)\b", re.IGNORECASE)


def saying(text: str, evidence: Sequence[Evidence], index: support.Index) -> list[Attribution]:
    """Attributions that hold at least half of what the text and its evidence share, best first.

    Half of it in one sentence and, with all that the same speaker says, half of it in all of them: who says one
    word of a text does not say what stands in the next sentence.
    """
    wanted = {word.stem for word in words.words(text) if word.content}
    scored: list[tuple[int, Attribution]] = []
    everywhere: set[str] = set()
    by_speaker: dict[str | None, set[str]] = {}
    for item in evidence:
        line = index.lines[item.sentence - 1]
        shared = [word for word in line.words if word.stem in wanted]
        everywhere |= {word.stem for word in shared}
        for said in mouths.holding(line, wanted, index):
            scored.append((mouths.held(said, shared), said))
            theirs = by_speaker.setdefault(said.speaker, set())
            theirs |= {word.stem for word in shared if mouths.held(said, [word])}
    scored.sort(key=lambda pair: -pair[0])
    return [said for _, said in scored if 2 * len(by_speaker[said.speaker]) >= len(everywhere)]


def has_view(speaks: Sequence[Attribution]) -> bool:
    """Say whether a party has a view, though its words take no side; who only says what happened has none."""
    return any(said.kind in ("believes", "wants", "supports", "opposes") for said in speaks)


def is_deed(text: str, speaker: str | None, kind: str) -> bool:
    """Say whether a text tells what somebody does: that Roe decided to go is told of Roe, and not said by Roe."""
    deed = kind in ("decides", "wants", "supports", "opposes")
    return deed and speaker is not None and text.startswith((speaker, speaker.split()[-1]))


def of_two(text: str, evidence: Sequence[Evidence], index: support.Index) -> bool:
    """Say whether a text names two who speak side by side: "Roe said it was sound, while Orr said it was not".

    Behind the name of one of them, the other's words would be in the wrong mouth. What the one says that the
    other said is the one's.
    """
    said = [one for item in evidence for one in index.by_line.get(item.sentence, ())]
    named = [one for one in said if one.speaker and names_party(text, one.speaker, index)]
    return any(
        not index.same(one.speaker or "", other.speaker or "")
        and not any(part.holds(other.cue) for part in one.content)
        and not any(part.holds(one.cue) for part in other.content)
        for at, one in enumerate(named)
        for other in named[at + 1 :]
    )


def is_account(text: str, said: Sequence[Attribution], index: support.Index) -> bool:
    """The words are somebody's own account (a direct quotation), so nobody else's position."""
    return said[0].directness == "direct" and bool(match.quotations(text))


# What a reporter adds to somebody's words in the same sentence.
_ADDED = re.compile(r"\s*,?\s+(?:(?:even )?though|although|despite|whereas|while) (?=(\w+ \w+ \w+))")


def less_added(text: str, speaks: Sequence[Attribution], index: support.Index) -> str:
    """Leave off what the article adds behind the speaker's words: "… it was safe, though two beams have since fallen"."""
    raw = index.article.raw
    for said in speaks:
        added = _ADDED.match(raw, said.content[-1].end) if said.directness == "indirect" else None
        at = text.find(fold_space(added[0] + added[1])) if added is not None else -1
        if at > 0:
            return text[:at].rstrip(" ,") + "."
    return text


_SAYING = ("says", "believes")


def unnamed(text: str, said: Sequence[Attribution], index: support.Index) -> str | None:
    """Whose words a text gives as if they were the article's; None where it names them, or says that somebody says so."""
    whose = next((one.speaker for one in said if one.speaker and one.kind in _SAYING), None)
    if whose is None or said[0].kind not in _SAYING or names_party(text, whose, index):
        return None
    forms = lexicon.forms()
    kinds = {forms[word.lower][1] for word in words.words(text) if word.lower in forms}
    return None if kinds & set(_SAYING) or "according" in text.lower() else whose


def quoted_by_another(text: str, speaker: str | None, index: support.Index) -> str | None:
    """Find a quotation in `text` that the article gives to somebody else than the text or the item does."""
    raw = index.article.raw
    for quote in match.quotations(text):
        for line in index.lines:
            if not match.prints(quote, line.folded):
                continue
            found = match.find_quote(quote, line.span.of(raw))
            if found is None:
                continue
            span = Span(line.span.start + found.start, line.span.start + found.end)
            said = index.attributions_on(span)
            named = [a.speaker for a in said if a.speaker]
            if not named or any(_told_in(text, one, raw) for one in said):
                break
            if speaker is not None and any(index.same(speaker, name) for name in named):
                break
            if speaker is None and any(names_party(text, name, index) for name in named):
                break
            whose = speaker or "nobody named in the line"
            if speaker is None and not any(names_party(text, p.name, index) for p in index.parties):
                break
            return f"the article gives “{fold_space(quote)}” to {named[0]}, not to {whose}"
    return None


def _told_in(text: str, said: Attribution, raw: str) -> bool:
    """Say whether a text prints who said it with the word that says so: "…, which the inquiry called “careless”"."""
    if said.source is None:
        return False
    printed = match.folded(text)
    return all(match.folded(part.of(raw)) in printed for part in (said.cue, said.source))
