"""What an amount of money is: a charge, a loss, a price, a fine. One of them is not another, however near the amounts."""

from __future__ import annotations

import re

from summarizer.merge.counts import Figure

# Letters before and behind an amount within which it is said what it is.
_BEFORE, _BEHIND = 60, 28
# So much of one thing is money, in whatever currency.
_LARGE = 1_000_000
_KINDS = {
    "charge": r"charges?|write-?(?:down|off)s?|impairments?",
    "loss": r"loss(?:es)?|losing|lost|deficits?|shortfalls?",
    "profit": r"profits?|earnings|surplus(?:es)?",
    "sales": r"revenues?|sales|turnover|takings",
    "price": r"prices?|costs?|costing|bills?|stakes?|buy(?:ing)?|bought|sold|sell(?:ing)?|worth|valued?|bids?|offers?"
    r"|fees?|spend(?:ing)?|spent|budgets?|invest(?:ed|ments?|ing)?|pay(?:s|ing)?|paid|raised?|estimates?d?",
    "fine": r"fines?|fined|penalt(?:y|ies)",
    "damages": r"damages|compensation|payouts?|settlements?",
    "aid": r"grants?|subsid(?:y|ies)|aid|funding|loans?|donations?|donated|relief",
    "debt": r"debts?|owe[sd]?|owing|borrowings?",
    "theft": r"stole|stolen|thefts?|embezzled|laundered|defrauded",
}
_ANY = re.compile("|".join(rf"\b(?P<{kind}>{words})\b" for kind, words in _KINDS.items()), re.IGNORECASE)


def differ(one: Figure, other: Figure) -> bool:
    """Say whether two amounts of money are said to be different things; no, where either is not said to be any."""
    large = min(one.quantity.value, other.quantity.value) >= _LARGE
    if not (one.money and other.money) and not (large and one.counted & other.counted):
        return False
    here, there = _kinds(one), _kinds(other)
    return bool(here and there and not here & there)


def _kinds(figure: Figure) -> frozenset[str]:
    text, span = figure.statement.line.text, figure.quantity.span
    around = text[max(0, span.start - _BEFORE) : span.start] + " # " + text[span.end : span.end + _BEHIND]
    return frozenset(found.lastgroup for found in _ANY.finditer(around) if found.lastgroup is not None)
