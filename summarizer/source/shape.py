"""What the tags around a line say of it, as names of weights: `clean` weighs them with what the text says.

A page's makers tell its parts apart for their style sheets and for machines: sections have tags, roles
and class names, an article's paragraphs are children of one element, menus are all links.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
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
# What the words in classes and ids mean, commonest in the templates of news sites first.
_GROUPS = (
    ("class article body", r"(?:article|entry|post|story|news|main|single)[-_ ]*(?:body|content|text|copy|inner)\w*|articlebody|bodytext"),
    ("class article", r"article|story|post|entry"),
    ("class content", r"content|contents|main|body|text|copy"),
    ("class related", r"relat\w*|recommend\w*|more|next|most|popular|trending|latest|recirc\w*|promos?|teasers?|outbrain|taboola|suggest\w*|similar|also"),
    ("class side", r"side|sidebar\w*|widgets?|rail|secondary|column|col|right|left"),
    ("class menu", r"nav|navbar\w*|navigation|menus?|breadcrumbs?|crumbs?|tabs?|dropdown|topbar|toolbar|masthead|header|footer|foot|bottom"),
    ("class share", r"shar\w*|social\w*|follow|facebook|twitter|likes?"),
    ("class comment", r"comments?\w*|discuss\w*|disqus|repl(?:y|ies)|respond|reviews?"),
    ("class ad", r"ads?|advert\w*|sponsor\w*|dfp|banner|native|affiliate"),
    ("class picture", r"captions?|credits?|images?|imgs?|photos?|pictures?|figures?|media|galler\w*|slide\w*|video\w*|player|thumb\w*|carousel"),
    ("class byline", r"byline|authors?|bio|meta|dates?|datetime|time\w*|published|info"),
    ("class box", r"newsletters?|subscri\w*|sign|signup|paywall|login|register|cookies?|consent|gdpr|modal|popup|overlay|tooltip|notice|alert"),
    ("class tags", r"tags?|topics?|categor\w*|keywords?"),
    ("class title", r"titles?|headlines?|heading|dek|sub(?:title|head\w*)|summary|standfirst|lede?|excerpt|desc\w*|intro"),
    ("class list", r"lists?|grid|cards?|items?|feed|stream|river"),
)  # fmt: skip
_GOOD = frozenset(("in article", "in main", "prop articleBody", "class article body", "class content", "class article"))
# What WordPress calls a post by: its number, its kind, its state, and every category and tag it is filed under.
_POST = re.compile(r"(?:^|\s)(?:post-\d+|type-post|hentry)(?:\s|$)")
_SPLIT = re.compile(r"(?<=[a-z])(?=[A-Z])|[^a-zA-Z]+")
_ENOUGH_WORDS = 10


@dataclass(slots=True)
class Block:
    """A line while the page is read: its text, the element it hangs in, what stands around it."""

    text: str
    holder: int
    inner: int
    tag: str
    linked: float
    bold: float


class Places:
    """The elements of a page in the order met: the parent of each, and what its ancestors are called."""

    def __init__(self) -> None:
        self.parents: list[int] = []
        self.around: list[frozenset[str]] = []
        self._known: dict[tuple[str, ...], frozenset[str]] = {}
        self._groups = tuple((name, re.compile(f"(?:{pattern})")) for name, pattern in _GROUPS)

    def add(self, parent: int, tag: str, attributes: dict[str, str]) -> int:
        self.parents.append(parent)
        own = frozenset()
        if attributes or tag in _SECTIONS:
            get = attributes.get
            own = self._named((tag, get("class", ""), get("id", ""), get("role", ""), get("itemprop", "")))
        self.around.append(own)
        return len(self.parents) - 1

    def _named(self, key: tuple[str, ...]) -> frozenset[str]:
        found = self._known.get(key)
        if found is None:
            tag, classes, identity, role, prop = key
            names = {_SECTIONS[word] for word in (tag, role.lower()) if word in _SECTIONS}
            if prop.lower() == "articlebody":
                names.add("prop articleBody")
            if tag not in ("html", "body"):
                if _POST.search(classes):
                    classes = "article"
                words = [w for w in _SPLIT.split(f"{classes} {identity}") if w]
                line = " ".join(w.lower() for w in words)
                for name, pattern in self._groups:
                    if name == "class article body":
                        if pattern.search(line): names.add(name)
                    elif any(pattern.fullmatch(w.lower()) for w in words):
                        names.add(name)
            found = self._known[key] = frozenset(names)
        return found


def hints(blocks: Sequence[Block], places: Places) -> list[tuple[str, ...]]:
    """Name what the tags say of every line."""
    words = [len(b.text.encode("utf-8", "replace")) for b in blocks]
    prose = [min(w, 360) if w >= 60 and b.linked < 0.5 else 0 for w, b in zip(words, blocks)]
    count = len(places.parents)
    direct = [0] * count
    mass = [0] * count
    for b, p in zip(blocks, prose):
        if p:
            at = b.holder
            if b.tag in ("p", "li", "td"):
                at = places.parents[at]
            direct[at] += p
            while at >= 0:
                mass[at] += p
                at = places.parents[at]
    top = max(direct, default=0) or 1
    total = sum(prose) or 1
    inherited = []
    for at, own in enumerate(places.around):
        up = inherited[places.parents[at]] if places.parents[at] >= 0 else frozenset()
        if own and mass[at] >= 0.5 * total: own = own & _GOOD
        inherited.append(up | own if own - up else up)
    made = []
    for b, w in zip(blocks, words):
        holder = b.holder
        if b.tag in ("p", "li", "td"):
            holder = places.parents[holder]
        names = [*inherited[b.inner], f"tag {b.tag}"]
        names.append("link " + ("all" if b.linked > 0.9 else "most" if b.linked > 0.5 else "some" if b.linked else "none"))
        region = "body" if "prop articleBody" in names or "class article body" in names else "article" if "in article" in names or "class article" in names else "nowhere"
        names.append(f"{region} {b.tag} {'linked' if b.linked > .9 else 'plain'}")
        if b.bold > 0.9: names.append("bold")
        names.append(f"beside prose {_grade(direct[holder] / top)}")
        parent = places.parents[holder]
        names.append(f"under prose {_grade(direct[parent] / top if parent >= 0 else 0)}")
        at, steps = holder, 0
        while at >= 0 and mass[at] < 0.5 * total:
            at = places.parents[at]; steps += 1
        names.append(f"steps to half {min(steps, 4)}")
        made.append(tuple(names))
    return made


def _grade(share: float) -> str:
    return "0" if share == 0 else "1/4" if share < 0.25 else "1/2" if share < 0.5 else "3/4" if share < .9 else "1"
