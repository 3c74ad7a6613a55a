"""A third generator, written from what a checker is asked to notice, before any rule of the checker was read.

Hedges, dates, roles, scope and order in time stand here; the other changes in `retold_true` and `retold_false`.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import datetime

import retold_false as false
import retold_told as told
import retold_true as true
from altered_claims import Made, Source
from retold_words import (
    DAYS,
    MONTH,
    MONTHS,
    NAME,
    SHORT,
    Change,
    Scene,
    lowered,
    one_of,
    plain,
    scene_of,
    sub,
    tidy,
)

_HEDGE = one_of(
    sub(
        r"\b(?:allegedly|reportedly|supposedly|apparently|possibly|probably|perhaps|presumably|potentially)(?:,)? ",
        "",
    ),
    sub(r"\b(?:is|are) (?:expected|likely|set|due|poised|slated|scheduled) to (?=[a-z])", "will "),
    sub(r"\b(?:was|were) expected to (?=[a-z])", "would "),
    sub(r"\b(?<!when )(?:could|may|might) (?=(?!or\b|have|not|be\b|never|well|also|use\b)[a-z]+)", "will "),
    sub(r"\b(?:could|may|might) be\b", "is"),
    sub(r"\b(?:could|may|might) have (?=[a-z]+ed\b|been\b)", "has "),
    sub(r"\b(?:appears|seems) to (?:be|have)\b", lambda m: "is" if m[0].endswith("be") else "has"),
    sub(r"\b(?:appeared|seemed) to be\b", "was"),
    sub(
        r"\b(?:alleged|suspected|accused|purported|apparent|possible|potential|would-be) (?=[a-z]{4,})(?!that\b)",
        "",
    ),
    sub(
        r"\b(?:is|was|are|were) (?:believed|thought|said|reported|alleged|rumored) to (be|have)\b",
        lambda m: m[0].split()[0] if m[1] == "be" else "has",
    ),
    sub(r"\b(?:plans|hopes|wants|intends|aims|is planning|is hoping) to (?=[a-z])", "will "),
    sub(r"\bwould likely\b", "will"),
    sub(r"\blikely (?=[a-z]+(?:ed|s)\b)(?!voters)", ""),
    sub(r"\b(?:accused|suspected) of\b", "convicted of"),
)
_FACT = one_of(
    plain(
        sub(
            rf"^(?:{NAME}|[A-Z][a-z]+|The [a-z]+) (?:claims|claimed|alleges|alleged|believes|believed"
            rf"|suspects|suggested|suggests) that ",
            "",
        )
    ),
    plain(
        sub(
            rf"^(?:{NAME}|[A-Z][a-z]+|The [a-z]+) (?:fears|feared|hopes|hoped|predicted|speculated) (?:that"
            rf" )?(?=(?:the|he|she|it|they)\b)",
            "",
        )
    ),
    plain(sub(r"^If [^,]{8,80}, (?=(?:the|he|she|it|they|[A-Z][a-z]+)\b[^,]* (?:will|would)\b)", "")),
)
_DATE = one_of(
    sub(rf"\b(?:{'|'.join(DAYS)})\b(?! (?:Night|Times))", lambda m: DAYS[(DAYS.index(m[0]) + 3) % 7]),
    sub(rf"\b({MONTH})(?= \d)", lambda m: MONTHS[((SHORT[m[1]] if m[1] in SHORT else MONTHS.index(m[1])) + 5) % 12]),
    sub(rf"\b({MONTH}) (\d{{1,2}})\b(?!\d)", lambda m: f"{m[1]} {(int(m[2]) + 8) % 28 + 1}"),
    sub(r"\b(in|since|by|until) ((?:19|20)\d\d)\b(?!-)", lambda m: f"{m[1]} {int(m[2]) - 4}"),
    sub(r"\blast (year|month|week|summer|spring|fall|winter)\b", r"next \1"),
    sub(r"\bnext (year|month|week)\b", r"last \1"),
    sub(r"\bthis (year|month|week|summer)\b(?![’'])", r"last \1"),
    sub(r"\b(?:yesterday|tomorrow|today)\b",
        lambda m: {"yesterday": "tomorrow", "tomorrow": "yesterday", "today": "last week"}[m[0]]),
    sub(rf"\b(?:{'|'.join(DAYS)}) (?:morning|night|afternoon|evening)\b",
        lambda m: f"{m[0].split()[0]} {'evening' if 'morning' in m[0] else 'morning'}"),
    sub(rf"\bin ({'|'.join(MONTHS)})\b(?! \d)", lambda m: f"in {MONTHS[(MONTHS.index(m[1]) + 4) % 12]}"),
    sub(r"\bsince (?=(?:19|20)\d\d|the 1)", "until "),
)  # fmt: skip
_OFFICE = {
    "president": "prime minister", "senator": "governor", "governor": "senator", "mayor": "sheriff",
    "chairman": "treasurer", "chief executive": "founder",
    "secretary of state": "attorney general", "attorney general": "secretary of state", "spokesman": "lawyer",
    "spokeswoman": "lawyer", "director": "chairman",
    "professor": "student", "coach": "captain", "captain": "coach", "lawyer": "doctor", "doctor": "teacher",
    "analyst": "activist", "owner": "manager",
    "editor": "reporter", "reporter": "editor", "judge": "prosecutor", "prosecutor": "judge",
    "congressman": "senator", "adviser": "critic",
    "founder": "chairman", "ambassador": "envoy's aide", "manager": "owner", "strategist": "pollster",
    "minister": "lawmaker", "pollster": "strategist",
}  # fmt: skip


def _other_office(m: re.Match[str]) -> str:
    new = _OFFICE[m[0].lower()]
    return new.title() if m[0][0].isupper() else new


_LARGE = "|".join(sorted(_OFFICE, key=len, reverse=True))
_ROLE = one_of(
    sub(rf"(?<![Vv]ice )\b(?:{_LARGE})\b(?= (?:of|at|for|who|[A-Z])|,)(?! of the (?:year"
        rf"|night))", _other_office, re.I),
    sub(r"\b(?:deputy|vice|acting|assistant|interim|associate|former|then-|ex-)"
        r" ?(?=[A-Za-z]{4,})(?!presidential|Yugoslav|Soviet|Miss|label)", "", re.I),
    sub(r"(?<!former )(?<!ice )\b(?:Gov\.|Sen\.|Mayor|Chairman|Secretary|Director)"
        r" (?=[A-Z][a-z])(?!of\b)",
        # who is called former already stays so
        lambda m: None if re.search(r"(?i)former\W[^,.;]*$", m.string[: m.start()]) else f"former {m[0]}"),
    sub(r"(?<![Vv]ice )\b[Pp]resident (?=[A-Z][a-z]+)", "Vice President "),
    sub(r"\b(?:chairman|director|editor|secretary|spokesman|spokeswoman|manager)(?= (?:of|for"
        r"|at)\b)", lambda m: f"deputy {m[0]}"),
)  # fmt: skip
_SCOPE = one_of(
    sub(
        r"(?<!his )(?<!her )(?<!their )(?<!its )(?<!’s )(?<!\ba )(?<!the )\b(?:some|many|most|several"
        r"|few)(?= (?!of\b|other\b|people said)[a-z]+s\b)",
        "all",
        re.I,
    ),
    sub(
        r"\b(?:some|many|most|several|few|half|nearly all|part|much)(?= of (?:the|those|these|his|her|its|their)\b)",
        "all",
        re.I,
    ),
    sub(r"\bone of (?=(?:the|his|her|its) [a-z]+s\b)", "all of "),
    sub(r"\b(?:often|sometimes|usually|occasionally|frequently|generally)\b", "always"),
    sub(r"\b(?:rarely|seldom|occasionally)\b", "never"),
    sub(r"\b(?:partly|partially|largely|mostly|mainly)\b", "entirely"),
    sub(r"\b(?:almost|nearly) (?=(?:all|every|always|never|none)\b)", ""),
    sub(r"\ba (?:majority|minority) of\b", "all"),
    sub(r"\b(?:many|most|some) (?=(?:people|voters|Republicans|Democrats|Americans)\b)", "no ", re.I),
)
_ORDER = one_of(
    sub(r"\bbefore (?=(?:the|a|his|her|their|he|she|they|[a-z]+ing)\b)", "after "),
    sub(r"\bafter (?=(?:the|a|his|her|their|he|she|they|[a-z]+ing)\b)(?!all)", "before "),
    sub(r"\b(days|weeks|months|hours|years|minutes) after\b", r"\1 before"),
    sub(r"\b(days|weeks|months|hours|years|minutes) before\b", r"\1 after"),
    sub(r"\bfollowed by\b", "preceded by"),
    sub(r"\bfollowing (?=(?:the|a|his|her)\b)", "ahead of "),
    sub(r"\bahead of (?=(?:the|a|his|her|next|this) [a-z]+)", "after "),
    sub(r"\b(days|weeks|months|hours|years) later\b", r"\1 earlier"),
    sub(r"\b(days|weeks|months|hours|years) earlier\b", r"\1 later"),
    sub(r"\bprior to\b", "after"),
)  # fmt: skip

_TRUE: dict[str, Change] = {
    "verbatim": lambda sentence, scene, dice: sentence,
    "clause dropped": true.CLAUSE, "relative dropped": true.RELATIVE, "day left out": true.TIMELESS,
    "made passive": true.passive, "made active": true.active,
    "told indirectly": told.reported, "said otherwise": told.resaid,
    "figure otherwise": true.FIGURE, "rounded": true.ROUNDED, "dated otherwise": true.dated,
    "named otherwise": true.named,
    "initials": true.lettered, "clauses turned": true.turned, "it was who": true.CLEFT,
}  # fmt: skip
_FALSE: dict[str, Change] = {
    "number": false.figure, "measure": false.MEASURE, "bound": false.BOUND, "name of the article": false.entity,
    "name of nobody": false.stranger, "denied": false.DENIED, "affirmed": false.AFFIRMED, "opposite": false.OPPOSITE,
    "speaker": false.speaker, "speaker, indirectly": false.speaker_told, "who did what": false.swapped,
    "quotation": false.quotation,
    "hedge": _HEDGE, "told as fact": _FACT, "date": _DATE, "role": _ROLE, "scope": _SCOPE, "order in time": _ORDER,
}  # fmt: skip


def claims(source: Source, seed: int, published: datetime | None = None) -> Iterator[Made]:
    """Make every claim that can be made of each sentence, in the order of the article."""
    dice = random.Random(seed)
    scene = scene_of(source.sentences, source.text, published)
    for at, sentence in enumerate(source.sentences):
        if (
            not 6 <= len(sentence.split()) <= 42
            or not re.match(r"[A-Z“\"]", sentence)
            or sentence[-1] not in '.”"'
        ):
            continue
        for holds, makers in ((True, _TRUE), (False, _FALSE)):
            for kind, change in makers.items():
                claim = change(sentence, scene, dice)
                if claim is not None and len(claim.split()) > 4 and (claim != sentence or kind == "verbatim"):
                    yield Made(kind, holds, claim)
        yield from _joined(sentence, source.sentences[at + 1 : at + 2], scene)
    for speaker, content in source.said:
        if len(re.findall(r"[“”]|''", content)) % 2 or re.search(r"\b(?:I|we|my|our|us)\b", content):
            continue
        yield Made("put as reported", True, f"{speaker} said {lowered(content, source.text)}.")
    for sentence in source.foreign:
        yield Made("another article", False, sentence)
        if scene.persons and (m := re.search(NAME, sentence)):
            yield Made("another's deed", False, sentence.replace(m[0], dice.choice(scene.persons)))


def _joined(sentence: str, following: tuple[str, ...], scene: Scene) -> Iterator[Made]:
    """Two sentences that stand together, as one."""
    if (
        not following
        or sentence[-1] != "."
        or not re.fullmatch(r"(?:The|He|She|They|It|A) [^“”\":;?!]{20,120}\.", following[0])
    ):
        return
    if not re.search(r"[“”\"]|''", sentence) and len(sentence.split()) < 25:
        yield Made("joined", True, tidy(f"{sentence[:-1]} and {lowered(following[0])}"))
