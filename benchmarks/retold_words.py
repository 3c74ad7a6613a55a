"""What the third generator knows of English, and how it changes a sentence in one place."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

HE = (
    "Adam Alan Albert Alex Andrew Andy Anthony Ben Bernie Bill Bob Boris Brad Brian Carlos Charles Charlie Chris "
    "Christopher Daniel Dave David Dennis Don Donald Doug Ed Edward Eric Evan Frank Gary Gavin George Glenn "
    "Gordon Graham Greg Harold Harry Henry Howard Ian Jack Jacob James Jason Jeb Jeff Jeffrey Jeremy Jerry Jim "
    "Joe John Johnny Jon Jonathan Jose Joseph Josh Justin Keith Kenneth Kevin Lindsey Larry Lee Luis Marc Marco "
    "Mark Martin Matt Matthew Michael Mike Mitch Mitt Neil Nicholas Nick Nigel Oliver Patrick Paul Peter Phil "
    "Philip Rafael Rand Raymond Reince Richard Rick Rob Robert Roger Ron Roy Rudy Russell Ryan Sam Scott Sean "
    "Simon Stephen Steve Steven Ted Terry Thomas Tim Todd Tom Tony Vladimir Walter Will William"
).split()
SHE = (
    "Alice Amanda Amy Andrea Angela Ann Anna Anne Barbara Beth Betsy Carly Carol Catherine Christine Cynthia Dana "
    "Deborah Diane Dianne Donna Elena Elizabeth Ellen Emily Emma Eva Gina Hillary Huma Ivanka Jane Janet Jennifer "
    "Jessica Jill Joan Julia Julie Karen Kate Katherine Kathleen Kelly Kellyanne Kim Laura Linda Lisa Loretta "
    "Lucy Maggie Margaret Maria Marie Mary Megan Melania Melissa Michelle Monica Nancy Nicola Nina Olivia Pamela "
    "Patricia Rachel Rebecca Rosa Ruth Sally Samantha Sandra Sara Sarah Serena Sharon Sheila Sonia Sophie "
    "Stephanie Susan Theresa Valerie Victoria Wendy"
).split()
PLACES = (
    "Afghanistan Argentina Australia Austria Belgium Brazil Britain California Canada Chile China Colombia "
    "Croatia Cuba Denmark Egypt England Finland Florida France Germany Georgia Greece Hungary India Indiana "
    "Indonesia Iowa Iran Iraq Ireland Israel Italy Japan Jordan Kentucky Kenya Kuwait Lebanon Libya Michigan "
    "Mexico Moscow Nevada Nigeria Norway Ohio Pakistan Pennsylvania Peru Poland Portugal Russia Scotland Serbia "
    "Spain Sweden Switzerland Syria Texas Turkey Ukraine Utah Venezuela Vermont Vietnam Virginia Wales Wisconsin "
    "Yemen Berlin Boston Brussels Chicago Dallas Delhi Detroit Geneva London Madrid Miami Paris Rome Seattle "
    "Tokyo Toronto Vienna"
).split()
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = "January,February,March,April,May,June,July,August,September,October,November,December".split(",")
SHORT = {"Jan.": 0, "Feb.": 1, "Aug.": 7, "Sept.": 8, "Oct.": 9, "Nov.": 10, "Dec.": 11}
MONTH = "|".join([*MONTHS, *(re.escape(short) for short in SHORT)])
SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
IRREGULAR = {
    "beat": "beaten", "won": "won", "took": "taken", "wrote": "written", "made": "made", "led": "led", "held": "held",
    "chose": "chosen", "broke": "broken", "sent": "sent", "built": "built", "met": "met", "told": "told",
    "sold": "sold",
    "bought": "bought", "shot": "shot", "hit": "hit", "saw": "seen", "drew": "drawn", "found": "found",
    "left": "left",
}  # fmt: skip
PERSON = re.compile(
    rf"\b(?P<first>{'|'.join(HE + SHE)}) (?:[A-Z]\. )?(?P<last>(?:Mc|Mac|O['’]|De|Le|Van )?[A-Z][a-z]+)\b(?! [A-Z])"
)
NAME = rf"(?:(?:{'|'.join(HE + SHE)}) (?:[A-Z]\. )?(?:Mc|Mac|O['’])?[A-Z][a-z]+\b)"
TITLED = r"(?:(?:Mr|Mrs|Ms|Sen|Rep|Gov|Dr)\. (?:Mc|Mac|O['’])?[A-Z][a-z]+\b)"
PLACE = re.compile(
    rf"(?<!West )(?<!New )(?<!North )(?<!South )(?<!Real )(?<!Sierra )\b(?:{'|'.join(PLACES)})\b(?! [A-Z]|-)"
)
QUOTED = re.compile(r"[“\"]([^“”\"]{2,})[”\"]|''([^']{2,})''")


@dataclass(frozen=True, slots=True)
class Scene:
    """What a claim is made from: one article's sentences and names, and when it was published."""

    text: str
    persons: tuple[str, ...]
    surnames: tuple[str, ...]
    places: tuple[str, ...]
    published: datetime | None


Change = Callable[[str, Scene, random.Random], str | None]


def scene_of(sentences: tuple[str, ...], text: str, published: datetime | None) -> Scene:
    found = [m for sentence in sentences for m in PERSON.finditer(sentence)]
    persons = tuple(dict.fromkeys(m[0] for m in found))
    lasts = tuple(dict.fromkeys(m["last"] for m in found))
    places = tuple(dict.fromkeys(m[0] for sentence in sentences for m in PLACE.finditer(sentence)))
    return Scene(text, persons, lasts, places, published)


def quoted(sentence: str, at: int) -> bool:
    """Whether a place lies between quotation marks, or after one that is not closed in the sentence."""
    before = sentence[:at]
    if before.count("“") > before.count("”") or before.count('"') % 2 or before.count("''") % 2:
        return True
    return "”" in sentence[at:] and "“" not in sentence[at:]


def places_for(pattern: re.Pattern[str], sentence: str) -> Iterator[re.Match[str]]:
    return (m for m in pattern.finditer(sentence) if not quoted(sentence, m.start()))


def sub(pattern: str, made: str | Callable[[re.Match[str]], str | None], flags: int = 0) -> Change:
    """Change one place of the sentence, drawn by lot, outside quotation marks."""
    compiled = re.compile(pattern, flags)

    def change(sentence: str, scene: Scene, dice: random.Random) -> str | None:
        found = list(places_for(compiled, sentence))
        if not found:
            return None
        m = dice.choice(found)
        new = m.expand(made) if isinstance(made, str) else made(m)
        return None if new is None else tidy(sentence[: m.start()] + new + sentence[m.end() :])

    return change


def tidy(claim: str) -> str:
    claim = re.sub(r" {2,}", " ", claim).strip()
    claim = re.sub(r" (?=[,.;])", "", claim)
    claim = re.sub(r",(?=[,.])|(?<=\.[A-Z]\.)\.$", "", claim)
    return claim[:1].upper() + claim[1:]


def one_of(*changes: Change) -> Change:
    """The first change that can be made, tried in an order drawn by lot."""

    def change(sentence: str, scene: Scene, dice: random.Random) -> str | None:
        for one in dice.sample(changes, len(changes)):
            claim = one(sentence, scene, dice)
            if claim is not None and claim != sentence:
                return claim
        return None

    return change


def plain(change: Change) -> Change:
    """Only sentences without quotation marks."""

    def checked(sentence: str, scene: Scene, dice: random.Random) -> str | None:
        return None if re.search(r"[“”\"]|''", sentence) else change(sentence, scene, dice)

    return checked


def lowered(phrase: str, text: str = "") -> str:
    """A phrase as it stands inside a sentence: a name keeps its capital, another word loses it."""
    word = re.match(r"[A-Z][a-z’']*", phrase)
    if word is None or word[0] in ("I", "I’m", "I’ve", "I’ll", "I’d", "God"):
        return phrase
    opens = (
        r"(?:The|A|An|It|He|She|They|There|This|That|These|Those|His|Her|Their|In|On|At|But|And|We|Many"
        r"|Some|Most|All|Sure|Everybody|Nobody)\b"
    )
    common = re.match(opens, phrase) or re.search(rf"(?<![\w’']){word[0].lower()}(?![\w’'])", text)
    return phrase[0].lower() + phrase[1:] if common or "’" in word[0] else phrase


def in_words(value: int) -> str | None:
    """A number up to 99 in words, and round hundreds and thousands."""
    if value <= 20:
        return SMALL[value]
    tens = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
    if value < 100:
        return tens[value // 10] + (f"-{SMALL[value % 10]}" if value % 10 else "")
    if value < 1000 and value % 100 == 0:
        return f"{SMALL[value // 100]} hundred"
    return f"{in_words(value // 1000)} thousand" if value % 1000 == 0 and value < 100_000 else None
