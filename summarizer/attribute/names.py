"""Who is mentioned: names, roles and what gender and number the article shows."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from summarizer.article import Span

Gender = Literal["he", "she"]
PartyKind = Literal["person", "organisation", "place", "group"]

TITLES: dict[str, Gender | None] = {
    "mr": "he", "mr.": "he", "sir": "he", "lord": "he", "king": "he", "prince": "he", "father": "he",
    "mrs": "she", "mrs.": "she", "ms": "she", "ms.": "she", "miss": "she", "lady": "she", "dame": "she",
    "baroness": "she", "queen": "she", "princess": "she", "sister": "she",
    "dr": None, "dr.": None, "prof": None, "prof.": None, "professor": None, "judge": None, "justice": None,
    "rev": None, "rev.": None, "sen.": None, "rep.": None, "gov.": None, "gen.": None, "lt.": None, "col.": None,
    "sgt": None, "sgt.": None, "pc": None, "dc": None, "capt.": None, "captain": None, "sergeant": None,
}  # fmt: skip

ROLES = frozenset(
    """president prime minister secretary senator congressman congresswoman representative governor mayor
    chancellor spokesman spokeswoman spokesperson leader chairman chairwoman chair chairperson chief
    executive director head judge justice attorney general prosecutor commissioner officer inspector
    superintendent constable detective professor dr coach manager captain striker founder owner ceo cfo
    analyst economist strategist adviser advisor aide ambassador envoy deputy vice former shadow foreign
    home defence defense finance health education interior treasury mp msp councillor councilman
    councilwoman candidate nominee author writer historian scientist researcher lawyer barrister solicitor
    doctor surgeon teacher headteacher headmaster bishop archbishop pope rabbi imam king queen prince
    princess duke lord lady general colonel major lieutenant sergeant admiral editor journalist reporter
    actor actress singer resident farmer fisherman driver victim widow mother father brother sister son
    daughter husband wife campaigner activist organiser organizer convener secretary-general co-founder
    co-author vice-president state first lady speaker whip undersecretary premier taoiseach chancellor
    viceroy commander ombudsman registrar curator conductor skipper parliamentary opposition democratic
    republican rep sen gov""".split()
)

_FEMALE = frozenset(
    """mary anna anne ann susan sarah hillary elizabeth emma jane linda karen kate katie kelly laura lisa
    maria michelle nancy rachel rebecca ruth sophie victoria julia julie jennifer jessica angela theresa
    nicola diane kamala amanda amy alice barbara carol caroline catherine charlotte christine claire
    deborah donna dorothy eleanor ellen emily fiona frances grace hannah heather helen irene jacqueline
    janet jean joan judith kathleen kirsten louise lucy margaret marie martha megan melissa natalie nina
    olivia patricia paula priya rosa rosie sandra sharon sheila stephanie teresa tina valerie vanessa
    ashley brittany heidi ivanka melania michele huma susana tammy nikki kellyanne carly condoleezza loretta
    sonia madeleine gloria joanna joanne kathy cathy cindy debbie tiffany courtney erin jill leslie lauren lindsey
    lynn marcia marcy margarita marilyn monica pamela peggy phyllis rebekah renee rita roberta robin rosemary sally
    samantha shannon sherry shirley sonya stacey susanne suzanne sylvia tamara theresa tracy veronica virginia
    vivian wendy yvonne zoe ingrid astrid elena irina olga fatima aisha leila amina mei""".split()
)
_MALE = frozenset(
    """john james david michael robert william richard thomas mark paul george donald joe joseph barack
    bernie benjamin boris keir tony gordon peter andrew stephen steven kevin brian edward ronald anthony
    charles christopher daniel matthew jason jeffrey ryan jacob gary nicholas eric jonathan larry justin
    scott brandon samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam
    nathan henry douglas zachary kyle noah ethan jeremy walter christian keith roger terry sean austin
    carl arthur lawrence dylan jesse bryan billy bruce jordan ralph roy ralph louis philip vincent bobby
    johnny bradley martin simon ian colin graham neil nigel oliver harry rishi ahmed ali mohammed omar
    ivan igor pierre jean-claude hans lars marco luca carlos juan pedro tom tim ted ben jim bill bob dan
    greg matt mike nick pat ray ron sam steve chris jeb marco rand rick rudy rush newt mitt mitch tim al alan albert
    alex alfred allen andre angus anton antonio barry bernard brad brent brett bruno byron calvin cameron cesar
    chuck clarence clifford clinton corey craig curt dale darrell dave dean denis derek dick don doug duncan dustin
    earl ed eddie edgar elliot ernest evan felix fernando francis francisco fred frederick gavin gene geoffrey gerald
    gilbert glenn grant hank harold harrison harvey hector herbert howard hugh hugo isaac jake jared javier jay jeff
    jerome jim joel jon jorge josh josé julian karl ken kenneth kurt lance leo leon leonard lloyd lou lucas luis luke
    malcolm manuel marc marcus mario marshall martin maurice max maxwell mel miguel mohamed morris ned neal nigel norman
    otto owen pete phil preston ralph randy raul reince reginald rex ricardo rob robbie roberto rod rodney roland ross
    russell salvador sergio seth sheldon sidney spencer stan stanley stuart ted terence theodore todd tom tommy travis
    trevor vernon vic victor wade wallace warren wayne wesley wilbur will willie winston woodrow xavier zach""".split()
)

_KEPT_TITLES = frozenset({"lord", "lady", "sir", "dame", "baroness"})

_WORD = re.compile(r"[^\s,;:()\"“”]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_STOP = frozenset("the a an of for and in at on to from with by as who".split())
_COUNTED = frozenset("one two three some many several most all both each another few".split())
_SUFFIX = frozenset("jr jr. sr sr. ii iii iv mp msp kc qc md phd obe mbe cbe".split())


class Mention(NamedTuple):
    """A noun phrase taken apart: `name` as printed without title and role, `last` its telling word.

    `name` is empty for a description ("the spokesman"), whose head noun is `last`. `core`
    are the name's words without any title; `title` is the one it was printed with.
    """

    text: str
    name: str
    core: tuple[str, ...]
    title: str
    last: str
    role: str | None
    gender: Gender | None
    person: bool
    span: Span


def analyse(text: str, span: Span) -> Mention:
    """Part a noun phrase into role, title and name.

    >>> m = analyse("Israeli Prime Minister Benjamin Netanyahu", Span(0, 41))
    >>> m.name, m.role
    ('Benjamin Netanyahu', 'Israeli Prime Minister')
    """
    return Mention(text, *_analyse(text)[1:-1], span)


_NOWHERE = Span(0, 0)


@lru_cache(maxsize=4096)
def _analyse(text: str) -> Mention:
    printed = _WORD.findall(text)
    words = [_POSSESSIVE.sub("", word) or word for word in printed]
    first = _name_start(words)
    head = [w for w in words[:first] if w.lower() not in ("the", "a", "an")]
    gender = _gender(words, words[first:])
    titles = [w for w in words[: first + 1] if w.lower() in TITLES]
    if first >= len(words):
        noun = head_noun(words)
        return Mention(text, "", (), "", noun, None, gender, is_role(noun), _NOWHERE)
    # possessives inside a name are part of it ("Farmers' Party"), at its end they are not
    inner = [*printed[first:-1], words[-1]]
    if (own := _before_place(words, first)) is not None:
        inner = printed[first:own]
    core = tuple(
        w for w in inner if w.lower() not in TITLES and w.lower().strip(".") not in _SUFFIX and w[0].isalnum()
    )
    role = " ".join(w for w in head if w.lower() not in TITLES) or None
    person = bool(titles) or (role is not None and any(is_role(w) for w in head)) or _first_named(core)
    noble = [w for w in words[: first + 1] if w.lower() in _KEPT_TITLES]
    last = core[-1].lower() if core else ""
    title = " ".join(t for t in titles if t not in noble)
    return Mention(text, " ".join((*noble, *core)), core, title, last, role, gender, person, _NOWHERE)


def _name_start(words: list[str]) -> int:
    """Index of the first word of the trailing run of capitals that is no title or role; end where none."""
    end = len(words)
    for at, word in enumerate(words):
        if word.lower() in _STOP and at and word.lower() not in ("the", "a", "an"):
            end = at
            break
    first = end
    while first > 0 and words[first - 1][:1].isupper():
        low = words[first - 1].lower().strip(".,")
        if low in ROLES or words[first - 1].lower() in TITLES:
            break
        first -= 1
    if first < end and first == 0 and words[0].lower() in ("the", "a", "an"):
        first = 1
    if first == 0 and words and words[0].lower() in _COUNTED:
        return len(words)
    if end < len(words) and first < end:
        return first if end - first >= 1 else len(words)
    return first if first < end else len(words)


def _before_place(words: list[str], first: int) -> int | None:
    """Where a person's name ends and what they belong to begins: "geologist Ann Roe of the Harbour Institute"."""
    end = first
    while end < len(words) and words[end][:1].isupper():
        end += 1
    known = words[first].lower() in (_FEMALE | _MALE) or (first > 0 and is_role(words[first - 1]))
    if end == len(words) or end - first < _FULL_NAME or not known:
        return None
    return end if words[end].lower() in _BELONGS else None


_FULL_NAME = 2
_BELONGS = frozenset("of from at in with for".split())
_LEARNED = ("ologist", "onomist", "icist", "ographer", "ician", "emist", "urator")


def is_role(word: str) -> bool:
    """Say whether a word names what somebody is: an office, a trade, a learned profession.

    >>> is_role("biostatistician"), is_role("bridge")
    (True, False)
    """
    low = word.lower().strip(".,")
    return low in ROLES or (word.islower() and low.endswith(_LEARNED))


def _first_named(core: tuple[str, ...]) -> bool:
    return len(core) >= 2 and core[0].lower() in (_FEMALE | _MALE)


def _gender(words: list[str], name_words: list[str]) -> Gender | None:
    for word in words:
        if (known := TITLES.get(word.lower())) is not None:
            return known
        low = word.lower()
        if low.endswith("woman") or low in (
            "mother",
            "widow",
            "wife",
            "daughter",
            "sister",
            "actress",
            "queen",
        ):
            return "she"
        if low.endswith("man") and low not in ("german", "roman", "human", "woman") and low in ROLES:
            return "he"
        if low in ("father", "husband", "son", "brother", "king"):
            return "he"
    if len(name_words) >= 2:
        first = name_words[0].lower()
        if first in _FEMALE:
            return "she"
        if first in _MALE:
            return "he"
    return None


def bare(word: str) -> str:
    """Fold a word for look-up: lower case, no possessive."""
    return _POSSESSIVE.sub("", word.lower())


def head_noun(words: list[str]) -> str:
    """Give the noun a description is about: the last word before "of", "for", "in"."""
    head = ""
    for word in words:
        if word.lower() in ("of", "for", "in", "at", "from", "on", "who", "with") and head:
            break
        head = word
    return _POSSESSIVE.sub("", head).lower()
