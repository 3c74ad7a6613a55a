"""What a site shows in place of an article: an error page, a question about cookies, an offer to subscribe."""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.errors import SourceError
from summarizer.source import statuses
from summarizer.source.loaded import Loaded

MOST_WORDS = 150
"""Words of running text on an error page or a consent wall; an article about them has more, or another title."""

STUB = 40
"""Words of running text that are worth a note; below that, an offer to subscribe is all there is."""

_RUNNING = 8
_ERROR = re.compile(
    r"(?:error\s*)?(?:404|410|403|500|502|503)\b(?:\W{0,4}(?:error|not found|gone|forbidden|page not found|bad gateway"
    r"|service unavailable|internal server error).{0,60})?|(?:\W*oops\W+)?(?:sorry\W+)?(?:the |this |that )?page"
    r" (?:(?:was |is |could |can)?\s?(?:not|n['o’]t)(?: be)? (?:found|available|exist)|you (?:requested|were looking"
    r" for|are looking for)\b.{0,80}|does(?: not|n['’]t) exist|no longer exists|not found).{0,60}"
    r"|(?:we (?:can(?:'|’|no)t|could ?n[o'’]t) find (?:that|the|this) page).{0,80}|access denied.{0,60}"
    r"|seite nicht gefunden.{0,60}|page (?:non trouvée|introuvable).{0,60}|página no encontrada.{0,60}"
    r"|are you a (?:robot|human)\?.{0,60}|(?:just a moment|checking your browser|verify you are human).{0,60}",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\b(?:cookies?|consent|gdpr|your privacy|privacy (?:policy|choices|settings)|(?:our|[\d,]+) partners|personal data"
    r"|personali[sz]ed (?:ads|advertising)|reject all|accept all|legitimate interest|datenschutz|einwilligung"
    r"|données personnelles|consentement|datos personales|consentimiento)\b",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"\b(?:subscribe|sign up|sign in|log in|register|become a (?:member|subscriber)|start (?:your|a) (?:free )?trial)\b"
    r"[^.!?\n]{0,60}\bto (?:continue|keep|finish) reading\b"
    r"|\b(?:to|and) (?:continue|keep) reading (?:this|the) (?:article|story)\b"
    r"|\b(?:this|the) (?:full )?(?:article|story|content) is (?:only |exclusively |available )*(?:for|to) (?:our )?"
    r"(?:paying |registered |premium )?(?:subscribers|members)\b"
    r"|\b(?:subscribe|sign (?:in|up)|log in|register)\b[^.!?\n]{0,60}\bto (?:read|unlock|access|view) (?:this|the)"
    r" (?:full |whole |entire )?(?:article|story)\b"
    r"|\bunlock (?:this|the) (?:full )?(?:article|story)\b"
    r"|\b(?:already a subscriber|you(?:'|’)ve reached your (?:limit|maximum) of free articles)\b"
    r"|\bread the full (?:article|story) with a subscription\b",
    re.IGNORECASE,
)
# One of these stands in every offer; looking for them first is ten times as fast.
_TELLING = ("reading", "subscri", "members", "unlock", "free articles", "to read", "to access", "to view")
_LATE = 0.25
"""Share of the running text that may follow an offer that ends a stub: a full article goes on after a banner."""


def looked_at(loaded: Loaded) -> Loaded:
    """Refuse what a site shows instead of an article, and say so of what looks like the beginning of one.

    Only pages of little running text are refused, each by what it says itself.
    Raises SourceError for an error page, a consent wall, or an offer with next to nothing before it.
    """
    lines = [line.strip() for line in loaded.raw.split("\n") if line.strip()]
    running = [line for line in lines if len(line.split()) >= _RUNNING]
    words = sum(len(line.split()) for line in running)
    if words <= MOST_WORDS:
        _refuse(loaded, lines, running, words)
    offer = _offered(running, lines)
    if offer is None:
        return loaded
    before, said = offer
    if before < STUB:
        raise SourceError(
            f"{loaded.name} holds no article but an offer to subscribe: {said!r}", hint=statuses.PASTE
        )
    notice = f"{loaded.name} may be only the beginning of the article, for the page says {said!r}"
    return replace(loaded, notices=(*loaded.notices, notice))


def _refuse(loaded: Loaded, lines: list[str], running: list[str], words: int) -> None:
    heads = [*([loaded.title] if loaded.title else []), *lines[:40]]
    said = next((head for head in heads if _ERROR.fullmatch(head.strip(" .!|-–—"))), None)
    if said is not None:
        raise SourceError(
            f"{loaded.name} is an error page and no article: it says {said[:80]!r}",
            hint="check the address it was saved from",
        )
    about = sum(len(line.split()) for line in running if _CONSENT.search(line))
    if words and about > 0.6 * words:
        raise SourceError(
            f"{loaded.name} is a site's question about cookies and no article",
            hint="answer it in a browser, and save or paste the page behind it",
        )


def _offers(line: str) -> bool:
    small = line.lower()
    return len(line) < 400 and any(word in small for word in _TELLING) and _OFFER.search(line) is not None


def _offered(running: list[str], lines: list[str]) -> tuple[int, str] | None:
    """Words of running text before the offer, and its line; None where the text goes on behind it."""
    found = next((line for line in lines if _offers(line)), None)
    if found is None:
        return None
    at = lines.index(found)
    rest = [line for line in running if _OFFER.search(line) is None]
    after = {id(line) for line in lines[at:]}
    behind = sum(len(line.split()) for line in rest if id(line) in after and not _CONSENT.search(line))
    before = sum(len(line.split()) for line in rest) - behind
    return None if behind > max(30, _LATE * (before + behind)) else (before, found[:80])
