# ruff: noqa: E501  (word lists and their alternations read better unbroken)
"""What the furniture of a news page says: short lines by which a reader knows it is not the article.

Whole-line patterns unless said otherwise; each names its reason. English first, with the
commonest words of the other languages met on news pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.clean.phrases import LOOKED_AT, Phrases, Way

if TYPE_CHECKING:
    from summarizer.clean.lines import Line

_MONTH = (
    r"(?:jan(?:uary|uar|vier|eiro)?|feb(?:ruary|ruar|rero|braio)?|f[eé]v(?:rier|ereiro)?|mar(?:ch|s|zo|ço)?|märz|apr(?:il|ile)?|abr(?:il)?|avril"
    r"|may|mai|mayo|maio|maggio|june?|juni|juin|junio|junho|giugno|july?|juli|juillet|julio|julho|luglio|aug(?:ust)?|août|ago(?:sto)?"
    r"|sept?(?:ember|embre|tiembre|iembre)?|set(?:embro|tembre)?|o[ck]t(?:ober|obre|ubre)?|out(?:ubro)?|ott(?:obre)?|nov(?:ember|embre|iembre|embro)?"
    r"|de[cz](?:ember|embro)?|d[eé]c(?:embre)?|dic(?:iembre|embre)?|gen(?:naio)?|ene(?:ro)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}(?:\s*(?:[ap]\.?m\.?|uhr))?\s*(?:\(?[A-Z]{2,5}\)?)?", re.IGNORECASE)
"""A time of day and nothing else, as a live page heads its entries."""

_CLOCK = r"\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*\(?(?:[a-z]{2,5}|gmt[+-]\d+)\)?)?"
_DAY = rf"(?:{_WEEKDAY},?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th|\.|er)?\s+(?:de\s+)?{_MONTH}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?)(?:,?\s+(?:de\s+)?\d{{4}})?"
_NUMERIC_DAY = r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}"

DATE = re.compile(rf"(?:{_DAY}|{_NUMERIC_DAY})", re.IGNORECASE)

_DIGIT = re.compile(r"\d")
# What every day holds, in small letters: patterns of one beginning without regard to case are found ten times as fast.
_FROM_FIGURE = re.compile(rf"\d(?:[-/.]\d{{1,2}}[-/.]\d|(?:st|nd|rd|th|\.|er)?\s+(?:de\s+)?{_MONTH})")
_FROM_MONTH = re.compile(rf"{_MONTH}\s+\d")


def dated(low: str) -> bool:
    """Say whether there is a day in the text, given in small letters."""
    if _DIGIT.search(low) is None:
        return False
    return _FROM_FIGURE.search(low) is not None or _FROM_MONTH.search(low) is not None


_PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "timestamp",
        rf"(?:(?:(?:first |last |originally )?(?:published|posted|updated|modified|created)|date|updated on|on)\b[\s:]*)?(?:at |on )?"
        rf"(?:{_DAY}|{_NUMERIC_DAY})(?:\s*(?:[,|•·–—@-]|at|\bt\b)?\s*(?:{_CLOCK}|\d+ (?:min|minutes?) read))*"
        rf"(?:\s*[|•·–—-]?\s*(?:last )?(?:updated|modified|published)\b.{{0,60}})?",
    ),
    ("timestamp", rf"(?:last )?(?:updated|published|posted|modified)\b[\s:].{{0,60}}(?:ago|\d{{4}}|{_CLOCK})"),
    ("timestamp", r"(?:(?:about |an? )?\d*\s?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\.? ago|just now|yesterday|today)"),
    ("timestamp", rf"{_CLOCK}(?:\s*[|,•·–—-]\s*(?:{_DAY}|{_NUMERIC_DAY}))?"),
    ("timestamp", r"\d{1,3}(?:[\s-]*min(?:ute)?s?[\s-]*read| min)"),
    ("timestamp", r"\d{4}年\d{1,2}月\d{1,2}日.{0,20}"),
    ("player", r"(?:listen(?: to this (?:article|story|page))?(?:\s*[\d:]+)?|loading (?:audio|video|player|the player|…)?\.*|(?:play|watch|pause|mute|unmute)(?: (?:video|audio|the video|now))?|video (?:player|loading).*|your browser does not support.*|(?:audio|video) (?:player|unavailable).*|press play.*|skip (?:ad|this ad).*|\d{1,2}:\d{2}(?: / \d{1,2}:\d{2})?|media playback is.*|media caption.*|playback speed.*)"),
    ("share bar", r"(?:share(?: (?:this|on|via|the|with|article|story|page|now|by|save)\b.{0,40})?|tweet(?: this)?|e-?mail(?: (?:this|to|a friend).{0,20})?|print(?: (?:this|article|page).{0,20})?|copy (?:the )?link|save(?: (?:article|for later|story|this).{0,20})?|bookmark|facebook|twitter|linkedin|whats ?app|pinterest|reddit|telegram|instagram|youtube|tumblr|flipboard|messenger|google\+|x \(twitter\)|pocket|sms|rss|follow(?: (?:us|him|her|me|on|@)\b.{0,50})?|(?:• )?follow .{1,60}\bon (?:facebook|instagram|twitter|x|tiktok|youtube|linkedin|telegram|whatsapp|bluesky|threads)\b.{0,100}|like (?:us|this)\b.{0,40}|gift (?:this )?article.{0,20}|teilen.{0,20}|compartir.{0,20}|partager.{0,20}|condividi.{0,20}|シェア.{0,10}|ツイート|(?:\d+(?:[.,]\d+)?[km]? (?:shares?|likes?|retweets?|views?|tweets?|reposts?|quotes?|bookmarks?|replies)[ ·,]{0,4}){1,6})"),
    ("advertisement", r"(?:advertis(?:e|ement|ing)s?(?: .{0,30})?|ad(?:s| feedback)?|sponsored(?: (?:content|by|links?|stories).{0,30})?|promoted(?: .{0,30})?|(?:story|article) continues (?:below|after).{0,30}|continue reading(?: below| the main story)?.{0,20}|keep reading (?:after|below)\b.{0,20}|scroll (?:down )?(?:for|to) .{0,40}|paid (?:post|content|for).{0,20}|anzeige|publicidad|publicité|pubblicità|広告|スポンサーリンク)"),
    ("byline", r"(?:(?:additional |with )?reporting by .{1,180}|.{0,40}\b(?:writers?|reporters?|journalists?|correspondents?) .{1,160}\bcontributed (?:reporting )?to this (?:report|story|article)\b.{0,20})"),
    ("newsletter box", r"if you (?:enjoyed|liked?|value|appreciate) .{0,120}(?:support(?:ing)? (?:us|our|the work|independent|quality)|donat(?:e|ing|ion)|subscri|sign up|newsletter).{0,60}"),
    ("advertisement", r"we may (?:earn|receive|get) .{0,30}commission.{0,100}"),
    ("navigation", r"(?:(?:view|read|open|see) (?:this|the) (?:e-?mail|story|article|message|newsletter|release) (?:online|in (?:your|a) browser).{0,20}|(?:from|to|cc): .{0,80}@.{1,60}|subject: .{1,120})"),
    ("newsletter box", r"(?:you(?: are|'re|’re)? receiv(?:e|ed|ing) this (?:e-?mail|message|newsletter|digest)\b.{0,160}|unsubscribe\b.{0,60})"),
    ("footer", r"(?:(?:contacts?|enquiries|inquiries)(?: information)?:|(?:media|press|investor) (?:contacts?|enquiries|inquiries|relations)(?: information)?|(?:tel|phone|telephone|mobile|fax)\b[.:\s]{0,3}[+(\d][\d\s()+/-]{5,24}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"),
    ("newsletter box", r"(?:(?:sign ?up|subscribe|register|log ?in|join|get (?:our|the|all|breaking|daily|more|it on|app)|download (?:our|the)|enter your e-?mail|already (?:a |have )|by (?:signing|submitting|clicking|subscribing|entering)|you (?:can|may) (?:unsubscribe|opt)|want (?:more|the latest)|don'?t miss|newsletters?|e-?mail address|our (?:free )?(?:daily|weekly|morning|evening) (?:newsletter|e-?mail)|thank(?:s| you) for (?:signing|subscribing|reading)|support (?:our|us|quality|independent)|become a (?:member|subscriber|supporter)|start your (?:free )?(?:trial|subscription)|try .{0,20} for free)\b.{0,160})"),
    ("cookie box", r"(?:(?:we|this (?:web)?site|our (?:web)?site) uses? cookies.*|.{0,60}\bcookies?(?: policy| settings| preferences| notice)\b.{0,60}|accept(?: all)?(?: cookies)?|reject all|manage (?:cookies|preferences|consent)|i (?:accept|agree)|got it!?|privacy (?:policy|settings|notice|preferences).{0,40})"),
    ("footer", r"(?:.{0,40}(?:©|\(c\)|copyright)\s.{0,120}|.{0,60}all rights reserved.{0,80}|terms (?:of|and|&) .{0,40}|(?:contact|about) us\b.{0,30}|advertise with us|site ?map|accessibility(?: statement)?|careers|jobs|help(?: cent(?:er|re))?|faqs?|impressum|datenschutz|aviso legal|mentions légales|do not sell.{0,60}|powered by .{0,40}|back to top|to the top|nach oben|our standards: .{0,60}|this (?:story|article|material) (?:may not be|has been|was) (?:published, broadcast|reproduced).{0,120})"),
    ("comments", r"(?:(?:\d+|no|view|show|add|leave|post|write|read|see|join|hide|load|all)?\s*(?:a |an |your |the |all |more )?\(?\d*\)?\s*(?:comments?|conversation|replies|reply|responses?)\b(?: \(?\d*\)?)?(?: .{0,30})?|(?:leave|post|write) a (?:reply|comment).{0,30}|comments? (?:are )?closed.{0,30}|be the first to comment.{0,20}|.{0,40}\breply$|report abuse|sort by.{0,30}|(?:kommentare?|commentaires?|comentarios?|commenti)\b.{0,20}|コメント.{0,10})"),
    ("picture credit", r"(?:(?:picture|image|photo|photograph|pic|credit|foto|photograph(?:er|y)|illustration|graphic|video|source|image source|image credits?|photo credits?|photos?)s?(?: credits?)?(?: by)?\s*[:/©]\s*.{1,80}|\(?(?:getty|ap|afp|reuters|alamy|pa|epa|shutterstock|istock|bloomberg)(?: (?:images|photo|media|wire|news))?(?:\s*[/,|]\s*.{1,40})?\)?|.{0,60}\b(?:getty images|/ ?getty|/ ?afp|/ ?reuters|shutterstock|\bistock|ap photo)\b.{0,40}|©.{1,60}|(?:file|stock|handout) (?:photo|image|picture)s?.{0,30})"),
    ("player", r"(?:image|photo|picture|slide) \d+ (?:of|/) \d+|\d+ ?/ ?\d+|(?:view|open|show|see) (?:full ?size|gallery|(?:all )?(?:photos|images|pictures|slideshow)|fullscreen|caption).{0,30}|(?:hide|show|toggle) caption|enlarge(?: this)?(?: image)?|close|expand|zoom|click to (?:enlarge|expand|play).{0,20}|gallery.{0,20}|slideshow.{0,20}"),
    ("navigation", r"(?:home ?page|home|menu|search.{0,30}|skip to .{0,40}|jump to .{0,30}|navigation|sections?|(?:main |toggle |open |close )(?:menu|navigation|search).{0,20}|(?:next|previous|prev|older|newer)(?: (?:article|post|story|page|entry|posts))?[\s»«›‹→←]*|«.{0,80}|.{0,80}»|more|show (?:more|less|all)|see (?:more|all)\b.{0,40}|load more.{0,20}|view (?:all|more)\b.{0,40}|tags?|topics?|tagged(?: as| with| in| under)?:?.{0,80}|filed under:?.{0,60}|categor(?:y|ies):?.{0,60}|(?:in|from) this (?:article|story)|breadcrumb.{0,20}|you are here.{0,60}|weather|sport|news|business|opinion|culture|lifestyle|politics|world|entertainment|technology|travel|health|science|video|live|shop|games|events|archives?|sign ?in|log ?(?:in|out)|register|my account|subscriptions?|edition.{0,20}|language.{0,20}|ホーム|メニュー|検索|startseite|menü|suche|inicio|accueil)"),
)  # fmt: skip

_READ_MORE = (
    r"(?:read (?:more|next|also|now|full|the full|our|the latest|this)|more (?:on|from|about|stories|in|latest|like|to read)|see also|also read|"
    r"related(?: (?:stories|articles?|content|topics?|posts?|news|coverage|links?|video|reading))?|(?:click|tap) here|"
    r"watch(?: (?:more|now|live|the video|below))?|must read|don'?t miss|what to read next|exclusive|lire aussi|lesen sie auch|mehr zum thema|leer más|lee también|"
    r"leggi anche|関連記事|관련기사|in pictures|opinion|analysis|live updates|recommended|learn more|find out more|for more|you might like)"
)

_LISTS = (
    r"(?:(?:more|see more|other|all)? ?(?:more )?(?:latest|top|breaking|trending|popular|recent|related|featured|recommended|other|local|sponsored|similar|editor'?s'?)"
    r" (?:news|stories|story|headlines|articles?|posts?|videos?|reads?|picks?|content|topics?|links?|coverage|searches)\b.{0,40}|"
    r"(?:most|best) (?:read|popular|viewed|watched|shared|commented|recent|emailed|discussed|liked|of)\b.{0,40}|"
    r"(?:you (?:may|might|will|'ll)(?: also)?|readers also|people also|users also|others? (?:also )?) ?(?:like|love|enjoy|be interested|read|viewed|watched|have missed)\b.{0,40}|"
    r"(?:recommended|suggested|selected|picked|more)(?: (?:for you|by|from|reading|in|on|like this|stories|to explore|by this author|from the web|news|articles|from around))\b.{0,60}|"
    r"related(?: (?:articles?|stories|posts?|news|content|topics?|links?|videos?|coverage|tags|searches|reading|products?))?:?|what(?:'s| is) (?:hot|trending|next|new)\b.{0,30}|"
    r"(?:up next|next up|trending(?: now)?|in case you missed it|don'?t miss(?: it)?|around the web|from (?:the|around the|our) (?:web|partners|network|archive)|also (?:on|in|from|today|of interest)\b.{0,40}|"
    r"elsewhere on .{0,40}|latest(?: from .{0,30})?|editor'?s'? (?:picks?|choice)|popular(?: now| in .{0,20}| on .{0,20})?|headlines|"
    r"about the authors?|more by .{0,40}|mehr zum thema|das könnte (?:sie|dich).{0,30}|meistgelesen.{0,20}|lo más (?:leído|visto).{0,20}|les plus lus.{0,20}|à lire aussi.{0,20}|"
    r"関連記事.{0,20}|関連リンク.{0,20}|ランキング.{0,20}|人気記事.{0,20}|最新記事.{0,20}|おすすめ.{0,20}|많이 본.{0,20}|관련 ?기사.{0,20}|leave a (?:reply|comment).{0,20}|\d+ comments?|comments?(?: \(\d+\))?|reader comments?|post a comment|add a comment))"
)


_TAIL = r"[\s:.…>»›|]*"
# Beginnings of lines whose patterns are remembered: 3,300 in the 91 development pages.
_BEGINS = 8_192
MARKS = ("»", "©", "@")
ANYWHERE = (
    *("getty", "afp", "reuters", "shutterstock", "istock", "ap photo"),
    *("cookie", "copyright", "(c)", "all rights reserved", "reply", "contributed", *MARKS),
)
"""One of these is in every line that a pattern matches without saying how the line begins."""


_COMMENTS = (
    r"(?:(?:\d+|no) (?:responses?|thoughts?|repl(?:y|ies)|comments?|reactions?)\b|"
    r"(?:leave|post|add|write) (?:a|your) (?:comment|reply)|(?:show|view|read|load) (?:all )?(?:\d+ )?comments|"
    r"(?:comentários?|comentarios?|commentaires?|kommentare?|отзывы|комментарии|commenti|reacties|コメント|댓글)(?!\w))"
)
_SAYS = re.compile(r"(?P<alone>\b)?(?:says|said|wrote|writes|dice|sagt|schreibt|пишет)\s*:?$")
_SAID = frozenset("says said wrote writes dice sagt schreibt пишет".split())
CALLED = "contributor columnist correspondent reporter writer editor producer critic analyst".split()
ROLES = frozenset(word + end for word in CALLED for end in ("", "s"))
DOMAINS = frozenset("http https www com org net uk".split())
PICTURED = frozenset("pictured photo handout".split())
SIGNING = frozenset("author written posted text words story von par por di автор 文 取材".split())
_CREDITING = frozenset(
    (
        "getty afp reuters shutterstock istock cookie cookies copyright c reserved reply contributed"
        " left right top above center centre file"
        " photos photograph photographs photographed image images picture pictures pic pics credit credits illustration"
        " graphic source video alamy ap pa epa"
    ).split()
)
HELD = _CREDITING | ROLES | DOMAINS | PICTURED | SIGNING
"""Words without one of which a line holds none of `ANYWHERE` but marks, no address, no role, and nothing shown or credited."""
_MOST_SAYING, _MOST_COMMENTING = 14, 8


@dataclass(frozen=True, slots=True)
class Known:
    """What a whole line is known to be by its words alone.

    `label` names furniture; `heads` says that the line is the heading of a list of other articles or of the comments,
    `teases` that it sends the reader to another article ("read more: …"), `comments` that it speaks of comments.
    """

    label: str | None
    heads: bool
    teases: bool
    comments: bool


_UNKNOWN = Known(None, False, False, False)
# Behind the beginning of a line that may be a label however it begins.
_ANYHOW = "\0"
# The longest line of each of the four.
LONGEST = 200
_LONGEST = (LONGEST, 90, 300, 10_000)
_Fitting = tuple[tuple[int, Way], ...]


class _Tables:
    """All known lines, looked up at once by how a line begins."""

    def __init__(self) -> None:
        self._tables = (
            Phrases(_PATTERNS, tail=_TAIL, anywhere=ANYWHERE),
            Phrases((("list", _LISTS),), tail=_TAIL),
            Phrases((("read more link", _READ_MORE),), tail=r"\s*(?::|\||>|»|–|—|-|$)", whole=False),
            Phrases((("comments", _COMMENTS),), whole=False),
        )
        self.by_begin: dict[str, _Fitting] = {}

    def fitting(self, begin: str) -> _Fitting:
        """The patterns, with the numbers of their tables, that a line is held against; _ANYHOW ends its beginning."""
        if len(self.by_begin) >= _BEGINS:
            self.by_begin.clear()
        start = begin.removesuffix(_ANYHOW)
        found = self.by_begin[begin] = tuple(
            (number, way)
            for number, table in enumerate(self._tables)
            for way in table.fitting(start, anyhow=start != begin)
        )
        return found


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    return _Tables()


def known(lows: Sequence[str], anyhow: Iterable[int]) -> list[Known]:
    """Tell what lines, given in small letters, are known to be; `anyhow` are those that hold one of `ANYWHERE`."""
    tables = _tables()
    remembered = tables.by_begin.get
    begins = [low[:LOOKED_AT] for low in lows]
    for at in anyhow:
        begins[at] += _ANYHOW
    made = [_UNKNOWN] * len(lows)
    for at, fitting in enumerate(map(remembered, begins)):
        if fitting is None:
            fitting = tables.fitting(begins[at])
        if fitting:
            made[at] = _known(lows[at], fitting)
    return made


def _known(low: str, fitting: _Fitting) -> Known:
    found: dict[int, str] = {}
    length = len(low)
    for number, (name, match) in fitting:
        if length <= _LONGEST[number] and match(low):
            found.setdefault(number, name)
    return Known(found.get(0), 1 in found, 2 in found, 3 in found) if found else _UNKNOWN


def furniture(low: str) -> str | None:
    """Name the reason when the whole line, in small letters, is a known label of a page, else None."""
    held = any(map(low.__contains__, ANYWHERE))
    return known([low], (0,) if held else ())[0].label


def kinds(lines: Sequence[Line]) -> list[str | None]:
    """Name what lines with a word in them are known to be."""
    unknown, said = _UNKNOWN, _SAID
    return [
        None if line.known is unknown and line.byline is None and line.tokens[-1] not in said else kind(line)
        for line in lines
    ]


def kind(line: Line) -> str | None:
    """Name what the whole line is known to be: furniture, "list", "comments", "byline" …, else None."""
    if line.label is not None:
        return line.label
    if line.known.heads:
        return "list"
    if line.known.teases:
        return "read more link"
    if line.words <= _MOST_SAYING and (line.known.comments or (line.words and line.tokens[-1] in _SAID)):
        says = _SAYS.search(line.low)
        if line.known.comments or (says and says["alone"] is not None):
            return "comments" if line.words <= _MOST_COMMENTING or not says else None
    return "byline" if line.byline is not None else None


_BYLINE = re.compile(
    r"(?:(?:written|reported|posted|published|words|story|analysis|opinion|text|report)?\s*\bby:?|von|par|por|di|author:?)\s+"
    r"(?P<names>[^\W\d_][\w.'’-]*(?:\s+(?:[^\W\d_][\w.'’-]*|&)){0,5}(?:(?:,| and| und| et| y| &)\s+[^\W\d_][\w.'’ -]+){0,4})\s*"
    r"(?:(?:[,|•·]|(?<=\s)[–—-]).{0,80})?",
    re.IGNORECASE,
)


_ACCOUNT = re.compile(r"\s*@\w+")
_SIGNED = re.compile(r"[^,]{0,20}\b(?:by|von|par|por|di)\b", re.IGNORECASE)
_JOINT = re.compile(
    r"^[\W\d]*(?:[ap]\.?m\.?\b)?(?:\s*[A-Z]{2,4}T\b)?[\W\d]*|(?:\s+(?:on|at|am|le|el))?[\s,/|•·–—(-]*$",
    re.IGNORECASE,
)


def beside_day(line: str) -> tuple[str, ...]:
    """What stands before and behind the day in a line ("Posted by Ann Roe on 5 June 2031, 6:21 AM")."""
    day = DATE.search(line) if _DIGIT.search(line) else None
    if day is None:
        return ()
    return tuple(_JOINT.sub("", part) for part in (line[: day.start()], line[day.end() :]))


_LONGEST_BYLINE = 140
SIGNS, AUTHOR = frozenset("by von par por di".split()), "author"
"""A line without one of these words is no byline, unless it begins with the other."""


def byline(text: str, low: str, tokens: Sequence[str]) -> str | None:
    """Give the names of a byline ("By Ann Roe and Bo Lee, Political Editor"), else None."""
    if SIGNS.isdisjoint(tokens) and not low.startswith(AUTHOR):
        return None
    if len(text) > _LONGEST_BYLINE or text.endswith((".", "!", "?")):
        return None
    line = _ACCOUNT.sub("", text) if "@" in text else text
    if parts := beside_day(line):
        line = next((part for part in parts if _SIGNED.match(part)), "")
    found = _BYLINE.fullmatch(line)
    if found is None:
        return None
    names = found["names"].strip(" ,")
    capitals = [word for word in names.split() if word[:1].isupper()]
    return names if capitals and len(capitals) * 2 >= len(names.split()) else None
