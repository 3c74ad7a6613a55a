"""A fourth generator of claims, written before any rule of the checker was read: sentences as an editor cuts them.

Short regular expressions over one sentence, true edits here and false ones in `edited_false`.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import datetime

from altered_claims import Made, Maker, Source
from edited_false import MAKERS as FALSE
from edited_false import NAME, put, quoted

_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_SPELT = {
    "organization": "organisation", "center": "centre", "defense": "defence", "labor": "labour", "color": "colour",
    "program": "programme", "criticized": "criticised", "recognized": "recognised", "favor": "favour",
    "neighbors": "neighbours", "traveling": "travelling", "canceled": "cancelled", "behavior": "behaviour",
    "honor": "honour", "authorized": "authorised", "realized": "realised",
}  # fmt: skip
_SHORT = {
    "is not": "isn’t", "are not": "aren’t", "was not": "wasn’t", "were not": "weren’t", "did not": "didn’t",
    "does not": "doesn’t", "do not": "don’t", "has not": "hasn’t", "have not": "haven’t", "will not": "won’t",
    "would not": "wouldn’t", "cannot": "can’t", "could not": "couldn’t",
}  # fmt: skip


def verbatim(sentence: str, source: Source, dice: random.Random) -> str | None:
    return sentence


def relative_dropped(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = re.search(r", (?:which|who|where|whose) [^,]+\.$", sentence)
    return put(sentence, match, ".") if match and match.start() > 30 and not quoted(sentence) else None


def appositive_dropped(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = re.match(
        rf"({NAME.pattern}), (?:an?|the|who)\b[^,“\"]+, (?=(?:said|told|has|was|is|had|[a-z]+ed)\b)", sentence
    )
    return put(sentence, match, match[1] + " ") if match else None


def time_dropped(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = re.search(
        r" (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?(?=[.]$| that\b)",
        sentence,
    )
    return put(sentence, match, "") if match and not quoted(sentence) else None


def second_clause_dropped(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = re.search(r", (?:and|but|while) (?:he|she|it|they|the|a) [^,]+\.$", sentence)
    if (
        not match
        or match.start() < 35
        or quoted(sentence)
        or re.search(r"\b(?:if|both|between|when)\b|, ", sentence[: match.start()])
    ):
        return None
    return put(sentence, match, ".")


def tense_of_saying(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = re.search(
        (
            r"(?<=[a-z] )(?<!have )(?<!has )(?<!had )(?<!and )(?<!been )(?<!is"
            r" )(?<!ors )(?<!ay )(?:said|says)(?= that| the|,|\.)"
        ),
        sentence,
    )
    return (
        put(
            sentence,
            match,
            dice.choice(("has said", "says" if match[0] == "said" else "said")),
        )
        if match and not quoted(sentence)
        else None
    )


def according_to(sentence: str, source: Source, dice: random.Random) -> str | None:
    who, content = next(((w, c) for w, c in source.said if c[:40] in sentence), ("", ""))
    if (
        not who
        or content.count("“") != content.count("”")
        or content.split()[0] in ("to", "if", "whether")
        or not re.search(r"\b(?:is|are|was|were|has|have|had|will|would|[a-z]+ed)\b", content)
    ):
        return None
    return dice.choice(
        (
            f"{content[0].upper()}{content[1:]}, according to {who}.",
            f"{who} was quoted as saying that {content}.",
            f"According to {who}, {content}.",
        )
    )


def number_written(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = re.search(
        r"(?<![\w.,/:$£€–-])(?:[2-9]|1[0-2])(?= [a-z]{3,})(?! (?:million|billion|percent|per|p\.?m|a\.?m))",
        sentence,
    )
    if match and not quoted(sentence) and not re.search(r"[A-Z][a-z]*\.? $", sentence[: match.start()]):
        return put(sentence, match, _WORDS[int(match[0])])
    match = re.search(rf"(?<!-)\b(?:{'|'.join(_WORDS[2:])})(?= [a-z]{{3,}}s\b)", sentence)
    return put(sentence, match, str(_WORDS.index(match[0]))) if match and not quoted(sentence) else None


def number_short(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = re.search(r"(?<=[\d.]) (million|billion)\b", sentence)
    if match:
        return put(sentence, match, {"million": "m", "billion": "bn"}[match[1]])
    match = re.search(r"(?<![\w.,])(\d{1,3}),(\d)00,000(?![\w,])", sentence)
    if match:
        return put(sentence, match, f"{match[1]}.{match[2]} million".replace(".0 ", " "))
    match = re.search(r"(?<=\d),(?=\d{3}\b)", sentence)
    return put(sentence, match, "") if match and sentence.count(",") == 1 else None


def percent(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = re.search(r"(?<=\d)(?: percent| per cent|%)(?![a-z])", sentence)
    return (
        put(sentence, match, dice.choice([f for f in (" percent", " per cent", "%", " %") if f != match[0]]))
        if match and not quoted(sentence)
        else None
    )


def contraction(sentence: str, source: Source, dice: random.Random) -> str | None:
    long = {v: k for k, v in _SHORT.items()}
    plain = sentence.replace("'", "’")
    match = re.search(rf"\b(?:{'|'.join([*_SHORT, *long])})\b", plain)
    return put(plain, match, (_SHORT | long)[match[0]]) if match and not quoted(sentence) else None


def country(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = re.search(
        r"\bthe (United States|United Kingdom|United Nations|U\.S\.|U\.K\.|US|UK|UN)(?= [a-z]|[,]| [A-Z])",
        sentence,
    )
    if not match or quoted(sentence):
        return None
    forms = {
        "S": ("United States", "US", "U.S."),
        "K": ("United Kingdom", "UK", "U.K."),
        "N": ("United Nations", "UN", "U.N."),
    }
    key = match[1].replace(".", "").split()[-1][0 if " " in match[1] else 1]
    return put(sentence, match, "the " + dice.choice([f for f in forms[key] if f != match[1]]))


def spelling(sentence: str, source: Source, dice: random.Random) -> str | None:
    both = _SPELT | {v: k for k, v in _SPELT.items()}
    match = re.search(rf"\b(?:{'|'.join(both)})\b", sentence)
    return put(sentence, match, both[match[0]]) if match and not quoted(sentence) else None


def surname(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = re.search(rf"(?<!Mrs\. )(?<!Mr\. ){NAME.pattern}", sentence)
    last = match[0].split()[-1] if match else ""
    if (
        not match
        or quoted(sentence)
        or not re.search(rf"(?:[.”\"] |\n){last} (?:said|has|was|is|told|added|also)\b", source.text)
    ):
        return None
    firsts = set(re.findall(rf"\b([A-Z][a-z]+) (?:[A-Z]\. )?{last}\b", source.text))
    return (
        put(sentence, match, last)
        if len(firsts & set(w.split()[0] for w in NAME.findall(source.text))) == 1
        else None
    )


def initials(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = re.search(
        r"\bthe ((?:[A-Z][a-z]+ ){1,3}(?:(?:of|for|and) (?:the )?)?(?:[A-Z][a-z]+ )?[A-Z][a-z]+) \(([A-Z]{3,5})\)",
        sentence,
    )
    return put(sentence, match, f"the {match[2]}") if match else None


def pronoun_named(sentence: str, source: Source, dice: random.Random) -> str | None:
    at = source.sentences.index(sentence)
    before = source.sentences[at - 1] if at else ""
    who = NAME.match(before)
    match = re.match(r"(?:He|She)(?= (?:said|has|was|is|had|also|told|added)\b)", sentence)
    capitals = re.findall(r"(?<=[a-z,] )[A-Z][a-z]+", before[who.end() :]) if who else ["no"]
    return put(sentence, match, who[0]) if match and who and not capitals else None


def joined(sentence: str, source: Source, dice: random.Random) -> str | None:
    at = source.sentences.index(sentence) + 1
    after = source.sentences[at] if at < len(source.sentences) else ""
    if (
        quoted(sentence + after)
        or not re.match(r"(?:The|A|It|He|She|They) [a-z ]+", after)
        or not sentence.endswith(".")
    ):
        return None
    if not after.endswith(".") or len((sentence + after).split()) > 45:
        return None
    return f"{sentence[:-1]}, and {after[0].lower()}{after[1:]}"


def passive(sentence: str, source: Source, dice: random.Random) -> str | None:
    done = (
        "announced|approved|rejected|launched|condemned|criticized|attacked"
        "|killed|arrested|endorsed|praised|released|signed|published|defeated|visited"
    )
    name = r"(?:The )?[A-Z][a-z]+(?: [A-Z][a-z]+)*"
    match = re.match(
        rf"({name}) ({done}) ((?:the|a|an) (?:[a-z-]+ ){{0,3}}[a-z-]+|{name})(?= (?:on|in|at|last|for|after)\b|\.)",
        sentence,
    )
    if not match or quoted(sentence):
        return None
    who = re.sub("^The ", "the ", match[1])
    return put(
        sentence, match, f"{match[3]} {'were' if match[3].endswith('s') else 'was'} {match[2]} by {who}"
    )


def title(sentence: str, source: Source, dice: random.Random) -> str | None:
    """The title left out, or spelt out before the surname."""
    match = re.search(rf"\b(Sen|Gov|Rep|Gen)\. ({NAME.pattern})", sentence)
    if not match or quoted(sentence):
        return None
    long = {"Sen": "Senator", "Gov": "Governor", "Rep": "Representative", "Gen": "General"}[match[1]]
    return put(
        sentence, match, dice.choice((match[2], f"{long} {match[2].split()[-1]}", f"{long} {match[2]}"))
    )


def opener_dropped(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = re.match(
        r"(?:But|And|Meanwhile,|However,|Still,|Instead,|On (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,) (?=[A-Za-z])",
        sentence,
    )
    return put(sentence, match, "") if match else None


def share(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = re.search(
        (
            r"(?<![-\w])(?<!second )(?<!first )(?<!other )(?:half|a third|a quarter"
            r"|one-third|three-quarters|two-thirds)(?= of\b)"
        ),
        sentence,
    )
    shares = {
        "half": "50",
        "a third": "33",
        "a quarter": "25",
        "one-third": "33",
        "three-quarters": "75",
        "two-thirds": "67",
    }
    return (
        put(sentence, match, shares[match[0]] + dice.choice((" percent", "%")))
        if match and not quoted(sentence)
        else None
    )


TRUE: dict[str, Maker] = {
    maker.__name__.replace("_", "-"): maker
    for maker in (
        verbatim, relative_dropped, appositive_dropped, time_dropped, second_clause_dropped, tense_of_saying,
        according_to, number_written, number_short, percent, contraction, country, spelling, surname, initials,
        pronoun_named, joined, passive, title, opener_dropped, share,
    )
}  # fmt: skip


def claims(source: Source, seed: int, published: datetime | None = None) -> Iterator[Made]:
    """Every claim the makers find, and the sentences of another article, which are false as they stand."""
    dice = random.Random(seed)
    for sentence in source.sentences[1:]:
        if (
            not 7 <= len(sentence.split()) <= 40
            or not re.match(r"[A-Z0-9“\"]", sentence)
            or sentence[-1] not in '.”"'
        ):
            continue
        if "?" in sentence or sum(map(sentence.count, '“"')) != sum(map(sentence.count, '”"')):
            continue
        for true, makers in ((True, TRUE), (False, FALSE)):
            for kind, maker in makers.items():
                made = maker(sentence, source, dice)
                if made and (made != sentence or kind == "verbatim"):
                    yield Made(kind, true, made)
    yield from (Made("foreign", False, one) for one in source.foreign)
