"""Who is mentioned: names, roles and what gender and number the article shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    "cllr": None, "cllr.": None, "supt": None, "insp": None, "det": None, "dci": None,
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
    republican rep sen gov administrator treasurer midfielder defender goalkeeper""".split()
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

_FIRST_NAMES = _FEMALE | _MALE
# "Robert “Chip” Callahan": words in marks between a name's first word and its last are no quotation.
NICKNAME = re.compile(
    r"(?<=\w )(?P<opens>[\"“'‘])(?P<nick>(?:[Tt]he )?[A-Z][\w.’'-]*(?: [A-Z]\w+)?)(?P<closes>[\"”'’]) (?=[A-Z]\w)"
)
_MARKED = re.compile(r" [\"“'‘][A-Zt]")
_FIRST_WORD = re.compile(
    r"\b(?!(?:The|An?|In|On|At|As|By|For|From|With|To|Of|And|But|Or|When|His|Her|Its)\b)[A-Z][\w.-]* $"
)


def nicknames(text: str) -> Iterator[re.Match[str]]:
    """Find the nicknames in quotation marks, each with its marks.

    >>> [found.group() for found in nicknames('Robert “Chip” Callahan saw “Jaws”.')]
    ['“Chip” ']
    >>> list(nicknames('They sang “Yesterday” Tuesday, in the film “Jaws” Roe said.'))
    []
    """
    if not _MARKED.search(text):
        return
    for found in NICKNAME.finditer(text):
        behind = text[found.end() :].split(maxsplit=1)[0].strip(".,;:").lower()
        if _FIRST_WORD.search(text, 0, found.start()) and behind not in _DAYS_AND_MONTHS:
            yield found


_DAYS_AND_MONTHS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december""".split()
)
_KEPT_TITLES = frozenset({"lord", "lady", "sir", "dame", "baroness"})

_WORD = re.compile(r"[^\s,;:()\"“”]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_STOP = frozenset("the a an of for and in at on to from with by as who".split())
_ARTICLES = frozenset(("the", "a", "an"))
_ENDS_NAME = _STOP - _ARTICLES
_COUNTED = frozenset("one two three some many several most all both each another few".split())
_SUFFIX = frozenset("jr jr. sr sr. ii iii iv mp msp kc qc md phd obe mbe cbe".split())


class Mention(NamedTuple):
    """A noun phrase taken apart: `name` as printed without title and role, `last` its telling word.

    `name` is empty for a description ("the spokesman"), whose head noun is `last`. `core`
    are the name's words without any title, `lowered` the same in lower case; `title` is the one it was printed with.
    """

    text: str
    name: str
    core: tuple[str, ...]
    lowered: tuple[str, ...]
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
    return Mention._make((*_analyse(text)[:-1], span))


_NOWHERE = Span(0, 0)


@lru_cache(maxsize=4096)
def _analyse(text: str) -> Mention:
    nick = next(nicknames(text), None)
    printed = _WORD.findall(text if nick is None else text[: nick.start()] + text[nick.end() :])
    words = [_unowned(word) or word for word in printed]
    lows = [word.lower() for word in words]
    if nick is None and _bare_name(words, lows):
        core = (*printed[:-1], words[-1])
        first_name = lows[0] if len(words) > 1 else ""
        bare_gender: Gender | None = "she" if first_name in _FEMALE else "he" if first_name in _MALE else None
        person = core[0].lower() in _FIRST_NAMES and len(core) > 1
        lowered = tuple([word.lower() for word in core])
        return Mention(
            text, " ".join(core), core, lowered, "", lowered[-1], None, bare_gender, person, _NOWHERE
        )
    first = _name_start(words, lows)
    gender = _gender(lows, first)
    if first >= len(words):
        noun = head_noun(words)
        return Mention(text, "", (), (), "", noun, None, gender, is_role(noun), _NOWHERE)
    head = [word for word, low in zip(words[:first], lows, strict=False) if low not in _ARTICLES]
    titles = [word for word, low in zip(words[: first + 1], lows, strict=False) if low in TITLES]
    # possessives inside a name are part of it ("Farmers' Party"), at its end they are not
    inner = [*printed[first:-1], words[-1]]
    if (own := _before_place(words, lows, first)) is not None:
        inner = printed[first:own]
    core = tuple([word for word in inner if _of_name(word)])
    role = " ".join([word for word in head if word.lower() not in TITLES]) or None
    person = bool(titles) or (role is not None and any(is_role(w) for w in head)) or _first_named(core)
    noble = [word for word, low in zip(words[: first + 1], lows, strict=False) if low in _KEPT_TITLES]
    last = core[-1].lower() if core else ""
    title = " ".join([t for t in titles if t not in noble])
    lowered = tuple([word.lower() for word in core])
    # shown as it is printed, known without the nickname
    shown = core if nick is None else (*core[:1], nick.group().strip(), *core[1:])
    name = " ".join((*noble, *shown))
    return Mention(text, name, core, lowered, title, last, role, gender, person, _NOWHERE)


def _bare_name(words: list[str], lows: list[str]) -> bool:
    """Say whether it is capitals only, with no word that tells anything: most are, and take a third of the time."""
    if not words or not _TELLS.isdisjoint(lows):
        return False
    for word, low in zip(words, lows, strict=True):
        if not word[0].isupper() or "." in word or low.endswith("man"):
            return False
    return True


def _of_name(word: str) -> bool:
    """Say whether it is no title, no suffix and no mark."""
    low = word.lower()
    return low not in TITLES and low.strip(".") not in _SUFFIX and word[0].isalnum()


def _unowned(word: str) -> str:
    """Leave a possessive off; most words have none, which is found out soonest without the pattern."""
    return _POSSESSIVE.sub("", word) if "'" in word or "’" in word else word


def _name_start(words: list[str], lows: list[str]) -> int:
    """Index of the first word of the trailing run of capitals that is no title or role; end where none."""
    end = len(words)
    for at, low in enumerate(lows):
        if at and low in _ENDS_NAME:
            end = at
            break
    first = end
    while first > 0 and words[first - 1][0].isupper():
        if lows[first - 1].strip(".,") in ROLES or lows[first - 1] in TITLES:
            break
        first -= 1
    if first < end and first == 0 and lows[0] in _ARTICLES:
        first = 1
    if first == 0 and words and lows[0] in _COUNTED:
        return len(words)
    return first if first < end else len(words)


def _before_place(words: list[str], lows: list[str], first: int) -> int | None:
    """Where a person's name ends and what they belong to begins: "geologist Ann Roe of the Harbour Institute"."""
    end = first
    while end < len(words) and words[end][0].isupper():
        end += 1
    if end == len(words) or end - first < _FULL_NAME or lows[end] not in _BELONGS:
        return None
    known = lows[first] in _FIRST_NAMES or (first > 0 and is_role(words[first - 1]))
    return end if known else None


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
    return len(core) >= 2 and core[0].lower() in _FIRST_NAMES


_WOMEN = frozenset("mother widow wife daughter sister actress queen".split())
_MEN = frozenset("father husband son brother king".split())
_NO_MEN = frozenset("german roman human".split())
_TELLS = frozenset(TITLES) | ROLES | _STOP | _COUNTED | _SUFFIX | _WOMEN | _MEN


def _gender(lows: list[str], first: int) -> Gender | None:
    """What a title or a noun tells, else the first name: the words of the name begin at `first`."""
    for low in lows:
        if (known := TITLES.get(low)) is not None:
            return known
        if low in _WOMEN or low.endswith("woman"):
            return "she"
        if low in _MEN or (low.endswith("man") and low not in _NO_MEN and low in ROLES):
            return "he"
    if len(lows) - first >= 2:
        if lows[first] in _FEMALE:
            return "she"
        if lows[first] in _MALE:
            return "he"
    return None


def bare(word: str) -> str:
    """Fold a word for look-up: lower case, no possessive."""
    return _unowned(word.lower())


def head_noun(words: list[str]) -> str:
    """Give the noun a description is about: the last word before "of", "for", "in"."""
    head = ""
    for word in words:
        if word.lower() in ("of", "for", "in", "at", "from", "on", "who", "with") and head:
            break
        head = word
    return _POSSESSIVE.sub("", head).lower()
