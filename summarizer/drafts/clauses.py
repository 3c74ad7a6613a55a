"""Whether the words attribution found for a saying are a clause a reader can take for it."""

from __future__ import annotations

import re

from summarizer import support
from summarizer.article import Attribution, Sentence
from summarizer.drafts import holders, leaning, wording

# ", which it said crashed in the north": the words behind have no subject.
_RELATIVE = re.compile(r"\b(?:which|that|who|whom)\s+$", re.IGNORECASE)
_A_WORD = 8
_SUBORDINATE = re.compile(
    r"(?:when|after|while|although|though|if|since|because|once|before|until|even as|just as|hours after|days after)\b",
    re.IGNORECASE,
)
# A comma, and behind it the subject of the main clause.
_MAIN_CLAUSE = re.compile(
    r"(?:,|\s[–—―])\s+(?:[A-Z]|(?:the|a|an|his|her|their|its|this|that|these|those|he|she|they|it|there)\b)"
)
# "did not believe that"
_ENDS_OPEN = re.compile(r"\b(?:that|this|it|so|them|those)[.!]?$", re.IGNORECASE)
_SHORT = 8
# "said that was not good enough": the word is no conjunction, and points back
_THAT_IS = re.compile(
    r"that (?:is|was|were|would|will|has|had|can|could|did|does)(?:n['’]t)?\b", re.IGNORECASE
)
# "a loan, which attendees called …, is both a problem and an opportunity": what is, stands before
_NO_SUBJECT = re.compile(
    r"[\"“‘']*(?:(?:and|but|or) )?(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should)\b"
    r"(?! (?:I|you|we|he|she|it|they|the|there)\b)"
    r"|[\"“‘']*(?:and|but|or) [a-z]+ing\b"
)
_THING = re.compile(r"(?:it|its)\b", re.IGNORECASE)
_SOMEBODY = re.compile(r"(?:he|she|his|her)\b", re.IGNORECASE)
_MANY = re.compile(r"(?:they|their)\b", re.IGNORECASE)


def whole(said: Attribution, index: support.Index) -> bool:
    """Say whether the content is all of a clause and no more, and a pronoun in front can mean its speaker.

    Not "Beijing should buy grain, Ms. Roe was glad" of "When Lee said …", and not "Its forces will stay" of a general.
    """
    raw = index.article.raw
    first = said.content[0]
    if said.source is not None and first.start > said.cue.end:
        if _RELATIVE.search(raw, max(0, said.source.start - _A_WORD), said.source.start):
            return False
        if _swallows(said, index) or _without_verb(said, index):
            return False
    printed = first.of(raw)
    if lacks_subject(said, raw):
        return False
    if _THAT_IS.match(printed) or (_SUBORDINATE.match(printed) and "," not in printed):
        # "admitted that while the server was old, he …": the main clause is not in it
        return False
    return not wording.stands_alone(said, index.article) or _means_speaker(said, index)


def lacks_subject(said: Attribution, raw: str) -> bool:
    """Say whether the words begin with the verb of a statement: "Mr. Lee “is seen as having …”"."""
    printed = said.content[0].of(raw).lstrip(", ")
    return _NO_SUBJECT.match(printed) is not None and not printed.rstrip("”\"’'").endswith("?")


def shared(said: Attribution, sentence: Sentence, index: support.Index) -> bool:
    """Say whether somebody else says something in the sentence, too: the whole of it is nobody's claim."""
    others = index.by_line.get(sentence.number, ())
    return any(
        other.speaker not in (None, said.speaker) and sentence.span.holds(other.cue) for other in others
    )


def _swallows(said: Attribution, index: support.Index) -> bool:
    """The saying stands in a clause that opens the sentence, and the content runs on over the main one."""
    raw = index.article.raw
    sentence = index.article.sentences_in(said.cue)[0]
    opening = raw[sentence.start : said.cue.start]
    if "," in opening or not _SUBORDINATE.match(opening.lstrip('"“‘')):
        return False
    return any(_MAIN_CLAUSE.search(part.of(raw)) is not None for part in said.content)


def _without_verb(said: Attribution, index: support.Index) -> bool:
    """The content breaks off before its verb: "the show drew ire: Lee, in 2013" of "…, in 2013, questioned Roe"."""
    raw, last = index.article.raw, said.content[-1]
    return _VERB_BEHIND.match(raw, last.end, index.article.sentences_in(last)[-1].end) is not None


_VERB_BEHIND = re.compile(
    r",\s+(?:has|have|had|is|are|was|were|will|would|can|could|"
    r"(?!(?:add|claim|not|warn|argu|report|insist|announc|explain|stat|ask|tweet|recall|testifi|suggest)\w*)\w{3,}ed)\s"
)


def _means_speaker(said: Attribution, index: support.Index) -> bool:
    text = wording.of(said, index.article).lstrip("\"“‘'")
    if len(text.split()) <= _SHORT and _ENDS_OPEN.search(text):
        return False
    if not leaning.leans(text) or said.speaker is None:
        return True
    person = holders.is_person(said.speaker, index)
    if _THING.match(text):
        return not (person or holders.written(said.speaker))
    if (somebody := _SOMEBODY.match(text)) is not None:
        if _called(said.speaker, index) == {_OTHER[somebody.group().lower()]}:
            # "He had planned to go", his widow says
            return False
        return person or index.directory.owner(said.speaker) is None
    if _MANY.match(text):
        # of "the office" one does not know whether it is meant
        return not person and _is_plural(said.speaker)
    return True


_OTHER = {"he": "she", "his": "she", "she": "he", "her": "he"}


def _called(speaker: str, index: support.Index) -> set[str]:
    """Whether the article calls a speaker "he" or "she", as far as it was found."""
    sources = {
        one.source.of(index.article.raw).lower()
        for one in index.found
        if one.speaker == speaker and one.source is not None
    }
    return sources & {"he", "she"}


def _is_plural(name: str) -> bool:
    head = _BEHIND_HEAD.split(name)[0].split()[-1].lower()
    return head in _MANY_PEOPLE or " and " in name or (head.endswith("s") and not head.endswith("ss"))


_BEHIND_HEAD = re.compile(r"\s(?:of|for|in|at|from|with|who)\s")
_MANY_PEOPLE = frozenset("police people men women children staff clergy public media press".split())
