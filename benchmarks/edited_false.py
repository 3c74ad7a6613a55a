"""What an editor gets wrong in a sentence: each maker changes one thing of it, so that it is no longer true."""

from __future__ import annotations

import random
import re

from altered_claims import Maker, Source

_NO_PERSON = """Since South North New White House Super Reporter United San Los Des Las West East Supreme Republican
    Democratic Senator President Judge National Conservative American Texas Florida Capitol Wall Street Washington
    Tower Fox News The And But For Islamic Black Palm Saint Saudi Second First Associated Press Justice Attorney
    General Social Planned State Rose Bowl Middle Hong Breitbart Daily Associates Super Twitter Hollywood In On At
    With When While As After Before College University Center Park County City Hill Institute Party Committee Post
    Times Journal Foundation Group Union Act Security Court Carolina Hampshire York Jersey Mexico Dakota Virginia
    Iowa Ohio Tuesday Radio Poll Poland Research Sunday""".split()
NAME = re.compile(
    rf"\b(?!(?:{'|'.join(_NO_PERSON)})\b)[A-Z][a-z]{{2,}}(?: [A-Z]\.)? "
    rf"(?!(?:{'|'.join(_NO_PERSON)})\b)(?:Mc|Mac|O['’])?[A-Z][a-z]{{2,}}\b(?! [A-Z])"
)
QUOTE = re.compile(r"[“\"]([^“”\"]{20,}?)[,.]?[”\"]")
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April June July August September October November December".split()
_UNITS = {
    "miles": "kilometres", "hours": "days", "days": "weeks", "weeks": "months", "months": "years",
    "years": "decades", "minutes": "hours", "pounds": "tonnes", "feet": "yards", "acres": "hectares",
}  # fmt: skip
_ANTONYMS = (
    "rose fell", "won lost", "approved rejected", "increased decreased", "accepted refused", "higher lower",
    "supported opposed", "began ended", "opened closed", "bought sold", "arrived left", "gained lost",
    "guilty innocent", "passed failed", "faster slower", "allowed banned",
    "remembered forgot", "praised criticized", "north south", "largest smallest", "best worst", "rising falling",
)  # fmt: skip
_HEDGES = (
    (r"\b(?:reportedly|allegedly|possibly|probably|apparently|perhaps) ", ""),
    (r"\b(a|the) (?:alleged|suspected|potential|possible) (?=[a-z])", r"\1 "),
    (r"\b(?:is|are) (?:expected|likely|set|scheduled) to (?=[a-z])", "will "),
    (r"\bplans? to (?=[a-z])", "will "),
    (
        r"(?<!that )(?<!who )(?<!which )(?<!we )\b(?:may|might|could) "
        r"(?=(?!have\b|not\b|be\b|only\b|well\b|also\b)[a-z]+\b)",
        "will ",
    ),
    (r"\b(?:may|might|could) have (?=[a-z]+ed\b|been\b)", "had "),
    (r"\b(?:may|might|could) be\b", "is"),
    (r"\b(?:seems?|appears?) to be\b", "is"),
)
_TITLES = """President Senator Governor Mayor Congressman Chancellor Judge General
    Ambassador Bishop Sheriff Professor""".split()
_POSTS = "spokesman chairman director lawyer reporter teacher doctor minister analyst editor".split()


def put(sentence: str, match: re.Match[str], new: str) -> str:
    made = sentence[: match.start()] + new + sentence[match.end() :]
    return made[0].upper() + made[1:]


def quoted(sentence: str) -> bool:
    return bool(re.search(r"[“”\"‘]|''", sentence))


def _any(pattern: str, sentence: str, dice: random.Random) -> re.Match[str] | None:
    found = list(re.finditer(pattern, sentence))
    return dice.choice(found) if found else None


def _of_list(words: list[str], sentence: str, dice: random.Random, after: str = "") -> str | None:
    match = _any(rf"(?<!Super )(?<!Black )(?<!Good )\b(?:{'|'.join(words)})\b{after}", sentence, dice)
    if not match or quoted(sentence):
        return None
    return put(sentence, match, dice.choice([w for w in words if w != match[0]]))


_COUNT = r"(?<![\w.,/:$£€-])[1-9]\d{0,2}(?![\w:/,-]|\.\d)(?= [a-z%])(?! (?:a|p)\.?m)"


def number_step(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = _any(_COUNT, sentence, dice)
    if not match or re.search(
        rf"(?:{'|'.join(_MONTHS)}|May|[A-Z][a-z]{{2,4}}\.|about|around"
        r"|nearly|than|over|least|almost|roughly|some|under|[Ss]ome) $",
        sentence[: match.start()],
    ):
        return None
    return put(sentence, match, str(int(match[0]) + (1 if match[0] == "1" else dice.choice((-1, 1)))))


def number_double(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = _any(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\w,])|" + _COUNT, sentence, dice)
    if not match or re.search(r"[A-Z][a-z]+\.? $", sentence[: match.start()]):
        return None
    return put(sentence, match, f"{int(match[0].replace(',', '')) * 2:,}")


def scale(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = _any(r"(?<=\d )(?:million|billion|trillion|thousand)\b", sentence, dice)
    changed = {"million": "billion", "billion": "million", "trillion": "billion", "thousand": "million"}
    return put(sentence, match, changed[match[0]]) if match else None


def currency(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = _any(r"[$£€](?=\d)", sentence, dice)
    return put(sentence, match, "€" if match[0] == "$" else "$") if match else None


def unit(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = _any(rf"(?<=\d )(?:{'|'.join(_UNITS)})\b", sentence, dice)
    return put(sentence, match, _UNITS[match[0]]) if match else None


def _other_name(old: str, names: list[str], sentence: str, dice: random.Random) -> str | None:
    words = set(old.split())
    free = [n for n in names if not words & set(n.split()) and n.split()[-1] not in sentence]
    return dice.choice(free) if free else None


def name_article(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = _any(NAME.pattern, sentence, dice)
    new = match and _other_name(match[0], NAME.findall(" ".join(source.sentences[1:])), sentence, dice)
    return put(sentence, match, new) if match and new else None


def name_foreign(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = _any(NAME.pattern, sentence, dice)
    names = [n for n in NAME.findall(" ".join(source.foreign)) if n.split()[-1] not in source.text]
    new = match and _other_name(match[0], names, sentence, dice)
    return put(sentence, match, new) if match and new else None


def date_weekday(sentence: str, source: Source, dice: random.Random) -> str | None:
    return _of_list(_DAYS, sentence, dice)


def date_month(sentence: str, source: Source, dice: random.Random) -> str | None:
    return _of_list(_MONTHS, sentence, dice)


def date_year(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = _any(r"(?<![\w.,/-])(?:19|20)\d\d(?![\w,/-])(?! [a-z]+s\b)", sentence, dice)
    return put(sentence, match, str(int(match[0]) + dice.choice((-1, 1)))) if match else None


def hedge(sentence: str, source: Source, dice: random.Random) -> str | None:
    if quoted(sentence):
        return None
    found = [(p, n) for p, n in _HEDGES if re.search(p, sentence)]
    if not found or re.search(r"\b(?:if|thought|so)\b", sentence):
        return None
    pattern, new = dice.choice(found)
    made = re.sub(pattern, new, sentence, count=1)
    return made[0].upper() + made[1:]


def negation_out(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = _any(
        r"(?<=\w)n['’]t\b(?<!can['’]t)(?<!won['’]t)| not(?! only| just| to| even)(?= [a-z])(?! but)\b| never\b",
        sentence,
        dice,
    )
    return put(sentence, match, "") if match and not re.search(r"\bany|yet\b", sentence) else None


def negation_in(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = re.search(
        r"\b(?:is|are|was|were|has|have|will|would|can|should)(?= [a-z])(?! not| no| never)", sentence
    )
    if (
        not match
        or quoted(sentence)
        or re.search(r"\b(?:which|that|who|if|what|not|to|never)\W$|n['’]t \w* ?$", sentence[: match.start()])
    ):
        return None
    return put(
        sentence, match, match[0] + dice.choice((" not", " not" if match[0] in ("can", "will") else "n’t"))
    )


def opposite(sentence: str, source: Source, dice: random.Random) -> str | None:
    pairs = {w: o for p in _ANTONYMS for a, b in [p.split()] for w, o in ((a, b), (b, a))}
    match = _any(rf"\b(?:{'|'.join(pairs)})\b(?! than (?:half|a))", sentence, dice)
    return put(sentence, match, pairs[match[0]]) if match and not quoted(sentence) else None


def scope(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = _any(
        r"(?<!the )\b(?:[Ss]ome|[Mm]ost|[Mm]any|[Ss]everal|[Aa] few)(?: of)?"
        r"(?= (?:the )?(?!hours|ways|times|days|weeks|months|years)[a-z]+s\b)",
        sentence,
        dice,
    )
    return put(sentence, match, "all") if match and not quoted(sentence) else None


def ordinal(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = _any(r"(?<=the )(?:first|second|third)(?= [a-z])", sentence, dice)
    changed = {"first": "second", "second": "third", "third": "first"}
    return put(sentence, match, changed[match[0]]) if match else None


def order(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = _any(r"\b(?:before|after|until|since)(?= (?:the|he|she|they|his|her|its|a)\b)", sentence, dice)
    changed = {"before": "after", "after": "before", "until": "after", "since": "before"}
    return put(sentence, match, changed[match[0]]) if match and not quoted(sentence) else None


def quote_word(sentence: str, source: Source, dice: random.Random) -> str | None:
    match = QUOTE.search(sentence)
    inside = match and _any(r"\b[a-z]{5,}\b", match[1], dice)
    words = [w for w in re.findall(r"\b[a-z]{5,}\b", source.text) if w not in sentence]
    if not match or not inside or not words:
        return None
    at = match.start(1)
    return sentence[: at + inside.start()] + dice.choice(words) + sentence[at + inside.end() :]


def quote_moved(sentence: str, source: Source, dice: random.Random) -> str | None:
    match, who = (
        QUOTE.search(sentence),
        re.search(rf"(?:said|says) ({NAME.pattern})|({NAME.pattern}) (?:said|says|told)", sentence),
    )
    names = NAME.findall(" ".join(source.sentences[1:]))
    new = who and _other_name(who[1] or who[2], names, sentence, dice)

    if not match or not new or len(match[1].split()) < 6:
        return None
    return f"“{match[1][0].upper()}{match[1][1:]},” said {new}."


def quote_made(sentence: str, source: Source, dice: random.Random) -> str | None:
    """Words that were told, one of them changed, in the speaker's own quotation marks."""
    match = re.search(
        r"([A-Z][a-z]+) (?:said|says) (?:that )?((?:[a-z]|[A-Z][a-z]+ )[^“”\"]{30,170})\.$", sentence
    )
    inside = match and _any(r"\b[a-z]{6,}\b", match[2], dice)
    words = [w for w in re.findall(r"\b[a-z]{6,}\b", source.text) if w not in sentence]
    if not match or not inside or not words:
        return None
    return f"{match[1]} said: “{put(match[2], inside, dice.choice(words))}.”"


def role_title(sentence: str, source: Source, dice: random.Random) -> str | None:
    return _of_list(_TITLES, sentence, dice, r"(?= [A-Z][a-z]+)")


def role_post(sentence: str, source: Source, dice: random.Random) -> str | None:
    return _of_list(_POSTS, sentence, dice)


def sides(sentence: str, source: Source, dice: random.Random) -> str | None:
    name = r"[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*"
    match = re.search(
        rf"\b({name})( (?:[a-z]+ly )?(?!and|or|said)[a-z]+(?<!bas)(?<!back)ed )({name})\b(?! (?:[A-Z]|and|said))",
        sentence,
    )
    if (
        not match
        or quoted(sentence)
        or re.search(
            r"\b(?:and|of|in|with|the|for) $|^(?:She|He|It|They|The|We)\b",
            sentence[: match.start()] + match[1],
        )
    ):
        return None
    return put(sentence, match, match[3] + match[2] + match[1])


def speaker(sentence: str, source: Source, dice: random.Random) -> str | None:
    who, content = next(((w, c) for w, c in source.said if c[:40] in sentence), ("", ""))
    new = (
        who
        and content.count("“") == content.count("”")
        and _other_name(who, NAME.findall(" ".join(source.sentences[1:])), content, dice)
    )
    return (
        dice.choice(
            (
                f"{content[0].upper()}{content[1:]}, according to {new}.",
                f"{new} was quoted as saying that {content}.",
            )
        )
        if new
        else None
    )


MAKERS: dict[str, Maker] = {
    maker.__name__.replace("_", "-"): maker
    for maker in (
        number_step, number_double, scale, currency, unit, name_article, name_foreign, date_weekday, date_month,
        date_year, hedge, negation_out, negation_in, opposite, scope, ordinal, order, quote_word, quote_moved,
        quote_made, role_title, role_post, sides, speaker,
    )
}  # fmt: skip
