"""Where the words of a saying are joined and parted: around its cue, and where the reporter goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.article import Article, Attribution, fold_space


def joined(pieces: Sequence[str]) -> str:
    """Join the parts of a clause around its cue; the comma before "and" or a participle was both of them's.

    >>> joined(["The bridge is shut", "“It shook.”"])
    'The bridge is shut. “It shook.”'
    >>> joined(["The bridge", "is unsafe"]), joined(["The bridge is unsafe", "and the wall is too"])
    ('The bridge is unsafe', 'The bridge is unsafe, and the wall is too')
    """
    made = pieces[0] if pieces else ""
    for piece in pieces[1:]:
        if _NEW_SENTENCE.match(piece) and not _ENDED.search(made):
            # a clause in the reporter's words, and the speaker's next sentence
            made = f"{_LOOSE.sub(_stopped, made, count=1)} {piece}"
            continue
        comma = _BEHIND_COMMA.match(piece) is not None and made[-1:].isalnum()
        made = f"{made}, {piece}" if comma else f"{made} {piece}"
    return made


def around_cue(said: Attribution, article: Article) -> str | None:
    """Print a sentence that its cue parts behind what it opens with: "At current rates*, Roe said,* three will be built".

    Not where that points back ("At that rate").
    """
    if said.directness != "indirect" or len(said.content) != _TWO:
        return None
    opens, rest = said.content
    sentence = article.sentences_in(said.cue)[0]
    first = fold_space(opens.of(article.raw))
    parted = (
        opens.start == sentence.start
        and opens.end <= said.cue.start < rest.start
        and rest.end <= sentence.end
    )
    words = first.lower().split()
    if not parted or len(words) > _LONGEST_OPENING or words[0] not in _OPENS or _POINTING & set(words[1:2]):
        return None
    return f"{first}, {fold_space(rest.of(article.raw))}"


_TWO = 2
_LONGEST_OPENING = 12
_POINTING = frozenset(("that", "this", "these", "those"))
_OPENS = frozenset(
    "at in on if as under over by during before after when while unless until since for from with without despite".split()
)


def _stopped(loose: re.Match[str]) -> str:
    return f".{loose['marks']}"


_NEW_SENTENCE = re.compile(r"(?:''|``|[\"“])[A-Z]")
_ENDED = re.compile(r"[.!?…](?:''|[\"”’'])*$")
_LOOSE = re.compile(r"[\s,;:–—]*(?P<marks>(?:''|[\"”])?)$")
_BEHIND_COMMA = re.compile(
    r"(?:and|but|or|so|while|although|though|because|which|who|including|citing|adding|[a-z]{3,}ing)\b"
)


def own(text: str) -> str:
    """Leave off what the reporter says of others behind a clause, or what the speaker does next.

    >>> own("the plan is good, while Mayor Bo Lee is against it")
    'the plan is good'
    >>> own("rain would go on for days and advised trawlers to stay in port")
    'rain would go on for days'
    """
    for pattern in (_CONTRAST, _DOES_NEXT):
        found = pattern.search(text)
        if found is not None and len(text[: found.start()].split()) >= _FEWEST_LEFT:
            text = text[: found.start()]
    return text


_FEWEST_LEFT = 3
_CONTRAST = re.compile(
    r",\s+(?:while|whereas)\s+(?=(?:[A-Z][\w.’'-]*\s+){1,4}(?:is|was|are|were|has|had|said|says|wants?|did|\w+ed)\b)"
)
_DOES_NEXT = re.compile(
    r",?\s+and\s+(?:also\s+)?(?:advised|urged|appealed|called\s+(?:on|for|it|him|her|them)|warned|promised|pledged|vowed|"
    r"thanked|criticised|criticized|accused|praised|denied|predicted|identified|described|insisted)\b[^\"“”]*$"
)


def opens_amiss(content: str) -> bool:
    """Say whether a content begins with who was told, or with a "that" that is no conjunction.

    >>> opens_amiss("that deal would fail"), opens_amiss("you the quality has declined"), opens_amiss("that rain is near")
    (True, True, False)
    """
    return _TOLD_WHOM.match(content) is not None or _THAT_ONE.match(content) is not None


_TOLD_WHOM = re.compile(r"(?:you|me|us|him|them)\s+(?:the|an?|his|her|their|its|about|what|how|why)\b")
# Which one it is was said before: "believes that threshold will be reached".
_THAT_ONE = re.compile(
    r"that (?:accord|agreement|deal|plan|bill|law|threshold|measure|decision|vote|move|figure|idea|process|approach|"
    r"strategy|claim|proposal|target|goal|policy|question|report|meeting|attack|case|project|amount|document|letter)\b"
)


def turned_round(said: Attribution, article: Article) -> bool:
    """Say whether the sentence goes on behind the content with a "but": what was said is not all without it."""
    last = said.content[-1]
    sentence = article.sentences_in(last)[-1]
    if said.directness == "direct" or last.start < said.cue.end or last.end >= sentence.end:
        return False
    return _BUT.match(article.raw, last.end, sentence.end) is not None


_BUT = re.compile(r"[”\"’']?\s*(?:[,;–—-]\s*)?(?:but|although|though|yet|except)\s", re.IGNORECASE)
