"""What stands among an article's sentences and tells nothing: headings, captions, offers, credits, rows of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

_END_MARKS, _CLOSING = ".!?…。！？؟।", '"”’»』」)]'
# What has no end mark is a heading or a list's item up to so many words; where nearly all
# sentences have one, a caption up to so many.
_LABEL, _LONG_LABEL, _MOSTLY = 12, 30, 0.8
_FEWEST_IN_SENTENCE = 4
# A text cut short on another page.
TEASER = re.compile(r",\s*(?:\.{2,}|…)$")
# An outlet that speaks to its reader about itself, in the middle of an article or in front of it.
_OFFERS = re.compile(
    r"(?:please )?(?:sign up|subscribe|click (?:here|on)|tap (?:here|on)|follow us|like us|join us|stay tuned|"
    r"listen (?:live|again|back|to [A-Z]\w+ (?:live|on|at|here))\b|in each (?:episode|edition|issue) of|"
    r"follow (?-i:[A-Z])\w+ on\b|share and comment|(?:leave a )?comments? below|contact \w+(?: \w+)? at\b|"
    r"scroll down|check out (?:our|the full|more)|download (?:our|the) |listen to (?:our|the (?:full|latest))|"
    r"watch (?:our|the (?:full|video))|see (?:our|the (?:full|gallery|video))|read (?:more|our|the full|on)|"
    r"(?:don['’]t|do not) miss|visit our|contact us|email us|let us know|tell us|share your|support our|"
    r"start your (?:day|week|morning)|get (?:the latest|our|your daily|breaking)|to (?:sign up|subscribe)|"
    r"here(?:['’]s| is) (?:what|why|how)\b[^.]{0,40}(?:[:…]|\.{3})|"
    r"for more (?:on|of|news|stories)\b|(?:good (?:morning|afternoon|evening),? (?:and )?)?welcome (?:back )?to\b)",
    re.IGNORECASE,
)
_OFFERED = re.compile(
    r"\b(?:subscribe|sign up) (?:here |now )?(?:to|for) (?:this|our|the|my)\b", re.IGNORECASE
)
# What a letter, a programme or a column says of itself, and who its author is.
_PROGRAMME = r"(?:newsletter|podcast|bulletin|e-?mail briefing)"
_OF_ITSELF = re.compile(
    rf"^(?:the |this (?:week['’]s )?|our )?(?:[\w&'’-]+ ){{0,4}}{_PROGRAMME}(?: \w+)? "
    r"(?:is (?:produced|published|written|hosted|presented|sponsored|brought|delivered|sent|available|out)|delivers|"
    r"brings|lands|arrives|goes out|publishes)\b",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"^[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3} (?:is|was) (?:an?|the)\b(?: [\w-]+){0,4} "
    r"(?:columnist|reporter|correspondent|writer|editor|co-host|host|contributor|blogger|critic|journalist|fellow)\b"
    r"|^[A-Z][\w.’' -]{2,30} is (?:written|hosted|edited|compiled) by\b"
)
_NOTE = re.compile(
    r"(?:clarifications?|corrections?|disclaimer|editor['’]s note|editors['’] note|note to readers|update)s?\s*:",
    re.IGNORECASE,
)
# "Yes, the exclamation mark is part of the name.": talk with the reader, unless there is more of it.
_ASIDE = re.compile(
    r"(?:well|you know|yes|yep|yup|nope|ah|oh|wow|hey|heck|okay|ok|wait|hmm|ugh)[,.!]", re.IGNORECASE
)
_LONG_ASIDE = 12
_BULLETS = "•●▪◦‣·*"
_CAPTION = re.compile(
    r"(?:(?:cover|main|header|lead|featured?) )?(?:image|photo|photograph|picture|pictured|caption|video|graphic)"
    r"(?: (?:credit|by|via|courtesy))?\s*[:/]",
    re.IGNORECASE,
)
# A signature, and the second half of a sentence; "iPhones sold out" is one.
_PIECE = re.compile(r"[―—–]\s*[A-Z]|(?!(?:de|von|van|der|al|el|la|le|da|di|du|bin)\b)[a-z]+(?![\w’'.-])")
_CREDIT = re.compile(
    r"\bcontributed (?:to|reporting)\b(?: (?:to|for))?(?: this (?:report|story|article|piece))?\.?$"
    r"|^\(?(?:additional |with )?(?:reporting|writing|editing|research) (?:and \w+ )?by\b"
    r"|^with (?:files|reporting) from\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\(?[£$€#+-]?\d[\d.,:%/-]*\w?\)?")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|rose|fell|won|lost|beat|made|took|set|came|\w{3,}ed)\b"
)
_FEWEST_NUMBERS, _MOSTLY_NUMBERS = 3, 0.4


def ends(text: str) -> bool:
    """Say whether a text ends in an end mark, whatever closes behind it.

    >>> ends("He said “No.”"), ends("The bridge")
    (True, False)
    """
    last = text.rstrip(_CLOSING)[-1:]
    return bool(last) and last in _END_MARKS


def is_label(text: str, count: int, ended: float) -> bool:
    """Say whether a sentence of `count` words tells nothing; `ended` is the share of the article's that end in a mark.

    >>> is_label("Cover image: the north bridge at dawn.", 7, 1.0), is_label("1 sack, 1 run, 2 hits.", 6, 1.0)
    (True, True)
    >>> is_label("The bridge closed at 5.30 on 1 May 1931.", 9, 1.0)
    False
    """
    if count < _FEWEST_IN_SENTENCE or TEASER.search(text) or _OFFERS.match(text) or _OFFERED.search(text):
        return True
    if (
        text[0] in _BULLETS
        or _PIECE.match(text)
        or _CAPTION.match(text)
        or _CREDIT.search(text)
        or _is_row(text.split())
    ):
        return True
    if (count < _LONG_ASIDE and _ASIDE.match(text)) or _OF_ITSELF.match(text) or _NOTE.match(text):
        return True
    if _in_brackets(text):
        return True
    if _ADDRESS.search(text) or (count <= _SHORT_TALK and _talks(text)):
        return True
    return not ends(text) and count < (_LONG_LABEL if ended > _MOSTLY else _LABEL)


def _in_brackets(text: str) -> bool:
    """Say whether it is an aside in brackets, or one of several sentences of it; "1)" numbers an item."""
    text = _ITEM.sub("", text, count=1)
    if text.startswith("(") and ")" not in text[:-_AT_END]:
        return True
    return text.count(")") > text.count("(") + text.count(":)")


def _talks(text: str) -> bool:
    """Say whether a short sentence speaks to the reader; "Just three survived the fire" tells who did."""
    told = _PERHAPS_TOLD.match(text) is not None and _VERB.search(text) is not None
    return not told and _TO_THE_READER.match(text) is not None


_AT_END = 2
_ITEM = re.compile(r"^\w{1,2}\)\s")
_SHORT_TALK = 10
_TO_THE_READER = re.compile(
    r"(?:You|Remember|Imagine|Picture|Think|Just|Play|Guess|Let) (?!(?:may|can|will|need)\b)[a-z]"
)
_PERHAPS_TOLD = re.compile(
    r"(?:Picture|Think|Play) (?!(?:of|about|again|along|an?|the|this|that|it|your)\b)"
    r"|Just (?!(?:imagine|think|look|ask|consider|listen|try|remember)\b)"
)
_ADDRESS = re.compile(r"\bP\.? ?O\.? Box \d")


def is_author(text: str) -> bool:
    """Say whether a sentence tells who wrote the article, if it stands at its end.

    >>> is_author("Ann Roe is the harbour columnist for the Otterby Echo."), is_author("Ann Roe is the mayor.")
    (True, False)
    """
    return _AUTHOR.match(text) is not None


def is_cells(raw: str) -> bool:
    """Say whether a sentence as it was pasted is cells of a table, which tabs part."""
    return raw.count("\t") > 1


def _is_row(words: Sequence[str]) -> bool:
    """A row of a table: its words are mostly figures, and none is a verb."""
    numbers = sum(_NUMBER.fullmatch(word.rstrip(".,;")) is not None for word in words)
    return (
        numbers >= _FEWEST_NUMBERS
        and numbers >= _MOSTLY_NUMBERS * len(words)
        and not any(_VERB.fullmatch(word) for word in words if not word[0].isupper())
    )


def offers(texts: Sequence[str]) -> bool:
    """Say whether a paragraph mostly speaks of a newsletter to subscribe to: what it says of that is praise of itself."""
    count = sum(bool(_OFFERS.match(text) or _OFFERED.search(text)) for text in texts)
    return 2 * count > len(texts)
