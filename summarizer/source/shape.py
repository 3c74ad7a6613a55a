"""What the tags around a line say of it, as names that `clean` weighs beside what the text says.

The makers of a page tell its parts apart for style sheets and machines: sections have tags, roles and
classes, an article's paragraphs are children of one element, menus are all links. None of it is
believed: each name has a weight, fitted like those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_SECTIONS = {
    "nav": "in nav", "navigation": "in nav", "menu": "in nav", "menubar": "in nav",
    "aside": "in aside", "complementary": "in aside",
    "footer": "in footer", "contentinfo": "in footer",
    "header": "in header", "banner": "in header",
    "figure": "in figure", "figcaption": "in figcaption",
    "form": "in form", "search": "in form",
    "article": "in article", "main": "in main",
    "blockquote": "in quote", "table": "in table", "button": "in button",
}  # fmt: skip
# What the words of classes and ids mean in the templates of news sites.
_BODY = re.compile(
    r"(?:article|entry|post|story|news|main|single) ?(?:body|content|text|copy|inner)|articlebody|bodytext"
)
_WORDS = {
    "class article": r"article|story|post|entry",
    "class content": r"contents?|main|body|text|copy",
    "class related": r"relat\w*|recommend\w*|more|next|most|popular|trending|latest|recirc\w*|promos?|teasers?"
    r"|outbrain|taboola|suggest\w*|similar|also",
    "class side": r"side|sidebar\w*|widgets?|rail|secondary|column|col|right|left",
    "class menu": r"nav|navbar\w*|navigation|menus?|breadcrumbs?|crumbs?|tabs?|dropdown|topbar|toolbar|masthead"
    r"|header|footer|foot|bottom",
    "class share": r"shar\w*|social\w*|follow|facebook|twitter|likes?",
    "class comment": r"comments?\w*|discuss\w*|disqus|repl(?:y|ies)|respond|reviews?",
    "class ad": r"ads?|advert\w*|sponsor\w*|dfp|banner|native|affiliate",
    "class picture": r"captions?|credits?|images?|imgs?|photos?|pictures?|figures?|media|galler\w*|slide\w*"
    r"|video\w*|player|thumb\w*|carousel",
    "class byline": r"byline|authors?|bio|meta|dates?|datetime|time\w*|published|info",
    "class box": r"newsletters?|subscri\w*|sign|signup|paywall|login|register|cookies?|consent|gdpr|modal|popup"
    r"|overlay|tooltip|notice|alert",
    "class tags": r"tags?|topics?|categor\w*|keywords?",
    "class title": r"titles?|headlines?|heading|dek|sub(?:title|head\w*)|summary|standfirst|lede?|excerpt|desc\w*"
    r"|intro",
    "class list": r"lists?|grid|cards?|items?|feed|stream|river",
}
# How WordPress names a post: by number, kind and state, and by every category and tag it is filed under.
_POST = re.compile(r"(?:^|\s)(?:post-\d+|type-post|hentry)(?:\s|$)")
_SPLIT = re.compile(r"(?<=[a-z])(?=[A-Z])|[^a-zA-Z]+")
# What all of the prose stands in tells nothing of a line of it, unless it says that it is the article.
_OF_ALL = frozenset(
    ("in article", "in main", "prop articleBody", "class article body", "class article", "class content")
)
_PARAGRAPHS = frozenset(("p", "li", "td"))
# In bytes of UTF-8, which weigh a sign of a script without blanks like half a word.
_PROSE, _MOST = 60, 360


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the page: the block element it hangs in, the innermost one, its share of links and of bold."""

    text: str
    tag: str
    holder: int
    inner: int
    linked: float
    bold: float


class Places:
    """The elements of a page by number, in the order met: parent and own names of each."""

    def __init__(self) -> None:
        self.parents: list[int] = []
        self.names: list[frozenset[str]] = []
        self._known: dict[tuple[str, ...], frozenset[str]] = {}
        self._meant: dict[str, list[str]] = {}
        self._words = {name: re.compile(pattern) for name, pattern in _WORDS.items()}

    def add(self, parent: int, tag: str, attributes: Mapping[str, str]) -> int:
        """Number an element; `parent` is -1 for the root."""
        own: frozenset[str] = frozenset()
        if attributes or tag in _SECTIONS:
            get = attributes.get
            key = (tag, get("class", ""), get("id", ""), get("role", ""), get("itemprop", ""))
            found = self._known.get(key)
            own = self._known[key] = self._named(*key) if found is None else found
        self.parents.append(parent)
        self.names.append(own)
        return len(self.parents) - 1

    def _named(self, tag: str, classes: str, identity: str, role: str, prop: str) -> frozenset[str]:
        names = {_SECTIONS[word] for word in (tag, role.lower()) if word in _SECTIONS}
        if prop.lower() == "articlebody":
            names.add("prop articleBody")
        if tag in ("html", "body"):
            return frozenset(names)
        if _POST.search(classes):
            classes = "article"
        words = [word.lower() for word in _SPLIT.split(f"{classes[:500]} {identity[:100]}") if word]
        if _BODY.search(" ".join(words)):
            names.add("class article body")
        for word in words:
            meant = self._meant.get(word)
            if meant is None:
                meant = [name for name, known in self._words.items() if known.fullmatch(word)]
                self._meant[word] = meant
            names.update(meant)
        return frozenset(names)


def hints(blocks: Sequence[Block], places: Places) -> list[tuple[str, ...]]:
    """Name what the tags say of every line."""
    sizes = [len(block.text.encode("utf-8", "replace")) for block in blocks]
    prose = [
        min(size, _MOST) if size >= _PROSE and block.linked < 0.5 else 0
        for size, block in zip(sizes, blocks, strict=True)
    ]
    count = len(places.parents)
    beside, under = [0] * (count + 1), [0] * (count + 1)
    for block, size in zip(blocks, prose, strict=True):
        beside[_list_of(block, places)] += size
        under[block.holder] += size
    for at in range(count - 1, 0, -1):
        under[places.parents[at]] += under[at]
    half = sum(prose) / 2
    around = _inherited(places, [mass >= half for mass in under])
    steps = _steps(places, [mass >= half for mass in under])
    top = max(beside) or 1
    made = []
    for block in blocks:
        home = _list_of(block, places)
        names = around[block.inner]
        above = places.parents[home]
        own = [
            *names,
            f"tag {block.tag}",
            f"link {_part(block.linked)}",
            f"beside prose {_share(beside[home] / top)}",
            f"under prose {_share(beside[above] / top if above >= 0 else 0)}",
            f"steps to half {steps[home]}",
            f"{_region(names)} {block.tag} {'linked' if block.linked > 0.9 else 'plain'}",
        ]
        if block.bold > 0.9:
            own.append("bold")
        made.append(tuple(own))
    return made


def _list_of(block: Block, places: Places) -> int:
    """The element whose children are the paragraphs, or the block itself where lines are parted by <br>."""
    return places.parents[block.holder] if block.tag in _PARAGRAPHS else block.holder


def _inherited(places: Places, wide: Sequence[bool]) -> list[frozenset[str]]:
    made: list[frozenset[str]] = []
    for at, (parent, own) in enumerate(zip(places.parents, places.names, strict=True)):
        above = made[parent] if parent >= 0 else frozenset()
        if wide[at]:
            own &= _OF_ALL
        made.append(above if own <= above else above | own)
    return made


def _steps(places: Places, wide: Sequence[bool]) -> list[int]:
    """How many elements up the first is that holds half of the prose; 4 for as many or more."""
    made: list[int] = []
    for at, parent in enumerate(places.parents):
        made.append(0 if wide[at] or parent < 0 else min(4, made[parent] + 1))
    return made


def _region(names: frozenset[str]) -> str:
    if "prop articleBody" in names or "class article body" in names:
        return "body"
    return "article" if "in article" in names or "class article" in names else "nowhere"


def _part(share: float) -> str:
    return "none" if share == 0 else "some" if share <= 0.5 else "most" if share <= 0.9 else "all"


def _share(share: float) -> str:
    return (
        "0"
        if share == 0
        else "1/4"
        if share < 0.25
        else "1/2"
        if share < 0.5
        else "3/4"
        if share < 0.9
        else "1"
    )
