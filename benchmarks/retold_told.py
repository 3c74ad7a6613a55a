"""True claims out of what somebody said: told without quotation marks, in another order or tense."""

from __future__ import annotations

import random
import re

from retold_words import NAME, SHE, TITLED, Scene, lowered, tidy

_BACK = {
    "is": "was", "are": "were", "am": "was", "will": "would", "can": "could", "has": "had", "have": "had",
    "do": "did",
    "don’t": "didn’t", "doesn’t": "didn’t", "won’t": "wouldn’t", "can’t": "couldn’t", "isn’t": "wasn’t",
    "may": "might",
    "aren’t": "weren’t", "hasn’t": "hadn’t", "haven’t": "hadn’t", "it’s": "it was", "that’s": "that was",
    "there’s": "there was", "think": "thought", "believe": "believed", "want": "wanted", "need": "needed",
    "know": "knew", "hope": "hoped", "feel": "felt", "love": "loved", "wants": "wanted", "needs": "needed",
    "we’re": "they were", "they’re": "they were", "we’ve": "they had", "we’ll": "they would",
    "they’ll": "they would", "we": "they", "our": "their", "us": "them", "ours": "theirs", "ourselves": "themselves",
}  # fmt: skip
_BAR = re.compile(
    r"\b(?:you|your|you[’']re|let[’']s|here|now|today|tomorrow|yesterday|ago|this|these)\b|[?!…:;—–“”\"]|\.\.",
    re.I,
)


def told(words: str, her: bool | None, text: str) -> str | None:
    """A direct quotation as reported speech: persons and tenses moved back."""
    if _BAR.search(words) or (her is None and re.search(r"\b(?:I|me|my|myself|mine)\b", words)):
        return None
    he, him, his = ("she", "her", "her") if her else ("he", "him", "his")
    first = {
        "I": he, "me": him, "my": his, "myself": f"{him}self", "I’m": f"{he} was", "I’ve": f"{he} had",
        "I’ll": f"{he} would", "I’d": f"{he} would",
    }  # fmt: skip
    plain_words = words.replace("'", "’")
    known = {**_BACK, **first}

    def moved(m: re.Match[str]) -> str:
        if re.search(
            r"\b(?:to|might|may|would|could|should|must|will|can|not|do|does|did|n’t) (?:\w+ly )?$",
            plain_words[: m.start()],
        ) and (m[0] in ("have", "do", "want", "need", "think", "know", "believe", "hope", "feel", "love")):
            return m[0]
        return known.get(m[0]) or known.get(m[0].lower()) or m[0]

    return re.sub(r"[A-Za-z’]+", moved, lowered(plain_words, text)) if len(words.split()) > 3 else None


_DIRECT = re.compile(
    rf"^[“\"](?P<words>[^“”\"]{{15,}}),[”\"] (?:(?P<who>{NAME}|{TITLED}|[A-Z][a-z]+) said|said"
    rf" (?P<whose>{NAME}|{TITLED}))"
    r"(?P<rest>(?:[ ,][^“”\"]*)?\.)$"
)


def direct(sentence: str, text: str) -> tuple[str, str, str] | None:
    """Speaker, what was said in reported speech, and what stands behind the saying."""
    m = _DIRECT.match(sentence)
    if m is None or (m["who"] or m["whose"]) in ("He", "She", "They", "It", "We"):
        return None
    who = m["who"] or m["whose"]
    named = who.split()[0]
    her = (
        True
        if named in (*SHE, "Mrs.", "Ms.")
        else False
        if " " in who and named not in ("Sen.", "Rep.", "Gov.", "Dr.")
        else None
    )
    words = told(m["words"], her, text)
    return (who, words, m["rest"]) if words else None


def reported(sentence: str, scene: Scene, dice: random.Random) -> str | None:
    """What stands between quotation marks, told without them."""
    found = direct(sentence, scene.text)
    if found is None:
        return None
    who, words, rest = found
    rest = rest if re.match(r"(?: on | in | at |, an? |, the |\.)", rest) else "."
    behind = rest if rest.startswith(",") else "."
    form = dice.choice(
        ["{0} said that {1}.", "{0} said {1}.", "According to {0}, {1}.", "{0} stated that {1}."]
    )
    named = who + behind[:-1] + "," if behind != "." else who
    return tidy(form.format(named, words))


_SAID = re.compile(
    rf"^(?P<who>{NAME}|{TITLED}|The [a-z]+(?: [a-z]+)?|[A-Z][a-z]+) said (?:that )?(?P<what>(?:the|a|he|she"
    rf"|it|they|his|her|there|[A-Z][a-z]+) [^“”\"]+)\.$"
)
_UNSHIFT = {"would": "will", "could": "can", "was": "is", "were": "are"}


def resaid(sentence: str, scene: Scene, dice: random.Random) -> str | None:
    """Reported speech told in another order, with another verb, or in the present."""
    m = _SAID.match(sentence)
    if m is None or m["who"] in ("He", "She", "They", "It", "We", "That", "This", "What", "Others", "Some"):
        return None
    who, what = m["who"], m["what"]
    now = re.sub(r"\b(?:would|could|was|were)\b", lambda w: _UNSHIFT[w[0]], what, count=1)
    shifted = None if re.search(r"\b(?:ago|last|if|had|in \d|on [A-Z])", what) else f"{who} says that {now}."
    forms = [
        f"{what}, {lowered(who)} said.",
        f"According to {lowered(who)}, {what}.",
        f"{who} stated that {what}.",
        shifted,
    ]
    return tidy(dice.choice([form for form in forms if form]))
