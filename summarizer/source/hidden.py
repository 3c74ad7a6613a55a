"""What a page holds and does not show: it never reaches a reader, so it must not reach a model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_UNPRINTED = frozenset(
    "script style template noscript iframe object embed canvas svg math head select option datalist audio"
    " video textarea input map area dialog".split()
)
_STYLED_AWAY = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)"
    r"|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|(?:left|top|right|text-indent|margin-left)\s*:\s*-\d{3,}"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\)"
    r"|(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|!|$)(?=.*overflow\s*:\s*hidden)"
    r"|overflow\s*:\s*hidden(?=.*(?:^|[;\s])(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|!|$))",
    re.IGNORECASE | re.DOTALL,
)
_PALE = re.compile(
    r"(?:^|[;\s])color\s*:\s*(?:#fff(?:fff)?\b|white\b|transparent\b"
    r"|rgba?\(\s*255\s*,\s*255\s*,\s*255|rgba\([^)]*,\s*0\s*\))",
    re.IGNORECASE,
)
_GROUND = re.compile(
    r"background(?:-color|-image)?\s*:\s*(?!\s*(?:#fff(?:fff)?\b|white\b|transparent\b|none\b))"
)
_RULE = re.compile(r"(?:^|[}/])\s*([.#][\w-]+)\s*\{([^{}]{0,2000})\}")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Zero-width and direction marks, soft hyphens, and the tag characters that spell invisible ASCII.
INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)


class Hidden:
    """Tells the elements of a page that a browser would not show."""

    def __init__(self, tree: HtmlElement) -> None:
        self._away = _styled_away(tree)

    def unprinted(self, element: HtmlElement) -> bool:
        """Say whether the element is none that is ever printed: a script, a form's field, a drawing."""
        return element.tag in _UNPRINTED or not isinstance(element.tag, str)

    def hides(self, element: HtmlElement) -> bool:
        """Say whether the page hides the element by an attribute, its style or a style sheet's rule."""
        return _hidden(element.attrib, self._away)


def _styled_away(tree: HtmlElement) -> frozenset[str]:
    """Selectors of one class or id that the page's own style sheets hide."""
    made = set()
    for sheet in tree.iter("style"):
        text = (sheet.text or "")[:500_000]
        for selector, rules in _RULE.findall(re.sub(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", text)):
            if re.search(r"display\s*:\s*none|visibility\s*:\s*hidden", rules):
                made.add(selector)
    return frozenset(made)


def _hidden(attributes: Mapping[str, str], away: frozenset[str]) -> bool:
    if not attributes:
        return False
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if away and (
        f"#{attributes.get('id', '')}" in away
        or any(f".{name}" in away for name in attributes.get("class", "").split())
    ):
        return True
    style = attributes.get("style")
    if not style:
        return attributes.get("color", "").lower() in ("#ffffff", "#fff", "white")
    return _STYLED_AWAY.search(style) is not None or (
        _PALE.search(style) is not None and _GROUND.search(style) is None
    )
