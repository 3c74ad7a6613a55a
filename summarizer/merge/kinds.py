"""What sets a figure apart from others of its unit: a margin, a debt, a share price, how long a delay lasted.

Such a figure is held only against one whose sentence says a word of the same kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.article import Span
from summarizer.merge import groups, measures


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Kind:
    """What a figure of a kind measures, the words before, behind or around it, and those of any sentence on it.

    `inside` looks at the clause of the figure, `before` and `behind` right beside it.
    """

    name: str
    measured: str
    anywhere: re.Pattern[str]
    before: re.Pattern[str] | None = None
    behind: re.Pattern[str] | None = None
    inside: re.Pattern[str] | None = None

    def of(self, text: str, span: Span, clause: str) -> bool:
        """Say whether a figure is of this kind."""
        return bool(
            (self.before is not None and self.before.search(text[: span.start]))
            or (self.behind is not None and self.behind.match(text[span.end :]))
            or (self.inside is not None and self.inside.search(clause))
        )


_NEAR = r"(?:about |around |only |just |nearly |almost |some |over |more than |less than )?$"
_DELAYS = (
    r"held up|delay\w*|stuck|wait\w*|queue\w*|block\w*|clos\w+|shut|standstill|stood still|stopped|sat|idle|stranded"
    r"|trapped|cut off|without|disrupt\w*|halt\w*|jam\w*|late|suspend\w*|off|down|dark"
)
_DUG = r"bor(?:e|ed|ing|ehole)|drill\w*|d[iu]g|digging|tunnell?ed|laid|built"

_CHANGED = (
    r"dearer|cheaper|up|down|rose|rises?|risen|rising|increas\w*|higher|lower|fall\w*|fell|cut|cuts|grow\w*|grew|grown"
    r"|shr[aiu]nk|reduc\w*|swell\w*|swollen"
)


def _each() -> Kind:
    before = r"\b(?:both|each|every)\b(?:(?!\b(?:says?|said|that|over|under|aged|day|night|week|month|year)\b)[^,;:.])*$"
    return Kind(
        "each",
        measures.COUNT,
        _words("both|each|every|apiece|per"),
        before=re.compile(before, re.IGNORECASE),
        behind=re.compile(r"(?:\s[\w-]+){0,2}\s(?:each|apiece)\b", re.IGNORECASE),
    )


def _margin() -> Kind:
    won = r"won|wins?|led|leads?|leading|beat(?:en|s)?|defeat(?:ed|s)?|lost|loses?|ahead|behind|trail\w*"
    return Kind(
        "margin",
        measures.COUNT,
        _words(f"{won}|margin|majority|difference|more|fewer|gap|close|closer"),
        before=re.compile(
            rf"\b(?:(?:{won})\b[^;:.]*\bby|(?:margin|majority|lead|gap) of) {_NEAR}", re.IGNORECASE
        ),
    )


# each is held only against its like
_KINDS = (
    _each(),
    _margin(),
    Kind(
        "children",
        measures.COUNT,
        _words(r"child\w*|kids?|sons?|daughters?|\w+-of-\w+|(?:mother|father|mum|dad) of"),
        before=re.compile(r"\b(?:mother|father|mum|mom|dad|parent|grand\w+)s?[ -]of[ -]$", re.IGNORECASE),
    ),
    Kind(
        "pay for a time",
        measures.TIME,
        _words("pay|salary|wages?|paid|rent|severance"),
        behind=re.compile(
            r"(?: ?(?:days?|weeks?|months?|years?))?(?:['’]s?| of)(?: \w+)? (?:pay|salary|wages|rent)\b",
            re.IGNORECASE,
        ),
    ),
    Kind(
        "delay",
        measures.TIME,
        _words(_DELAYS),
        before=re.compile(
            rf"\b(?:held up|delayed|blocked|queued|stuck|waited|stranded|at a standstill|stood still)"
            rf" (?:for )?{_NEAR}",
            re.IGNORECASE,
        ),
    ),
    Kind(
        "late",
        measures.TIME,
        _words(r"late|later|behind|delay\w*|overdue|put (?:back|off)|slip\w*|postpone\w*"),
        before=re.compile(
            rf"\b(?:late|delayed|behind schedule|overdue|put back) by (?:at least )?{_NEAR}", re.IGNORECASE
        ),
        behind=re.compile(
            r"(?:\s?(?:hours?|days?|weeks?|months?|years?))? (?:late|behind schedule|overdue)\b",
            re.IGNORECASE,
        ),
    ),
    *(
        Kind(
            f"change in {measured}",
            measured,
            _words(rf"{_CHANGED}|more|extra|additional|over budget|overrun|further|less|fewer"),
            before=re.compile(rf"\b(?:{_CHANGED})\b[^,;:.]{{0,30}}\bby (?:at least )?{_NEAR}", re.IGNORECASE),
        )
        for measured in ("money", measures.COUNT)
    ),
    Kind(
        "price of shares",
        "%",
        _words(r"shares?|stocks?|market|trading|exchange|investors?|index|wiped"),
        inside=re.compile(r"\b(?:shares|stock)\b(?! of\b)", re.IGNORECASE),
    ),
    Kind(
        "debt",
        "money",
        _words(
            r"ow(?:e[sd]?|ing)|debts?|loans?|borrow\w*|mortgages?|overdrafts?|credit\w*|lend\w*|lent|banks?"
        ),
        inside=_words(r"ow(?:e[sd]?|ing)|debts?|borrowed|overdraft|loans?"),
    ),
    Kind(
        "insured for",
        "money",
        _words(r"insur\w*|cover\w*|polic(?:y|ies)|underwrit\w*|payouts?|claims?"),
        inside=_words(r"insured|insurance|cover is|underwrit\w*"),
    ),
    Kind(
        "work done so far",
        "length",
        _words(rf"so far|already|still|yet|now|left|to go|{_DUG}"),
        inside=re.compile(
            rf"\b(?:{_DUG})\b.*\b(?:so far|already|now)\b|\b(?:so far|already)\b.*\b(?:{_DUG})\b",
            re.IGNORECASE,
        ),
    ),
)

# a case of former times: "the last spill, at Kvam in 2033, cost 12 million"
_FORMER = re.compile(
    r"\b(?:last|previous|earlier|similar|another)\s\w+\b[^.;:]{0,40}\bin (?:19|20)\d\d\b[^.;:]*$"
    r"|\bin (?:19|20)\d\d\b,? (?:a|an)(?:\s\w+)? (?:previous|earlier|similar|other)\b[^.;:]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Marks:
    """The kinds that a figure is of, those that its sentence has a word of, and what people it counts, if any."""

    of: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    group: str = ""
    role: str = ""
    former: bool = False

    def part(self, other: Marks) -> bool:
        """Say whether two figures are of different kinds."""
        if self.of - other.near or other.of - self.near or self.former != other.former:
            return True
        if self.role and other.role and self.role != other.role:
            return True
        return bool(self.group and other.group and self.group != other.group)


def marks(text: str, span: Span, clause: str, measured: str, *, money: bool) -> Marks:
    """Read of what kinds a figure is."""
    unit = "money" if money else measured.partition("/")[0]
    kinds = [kind for kind in _KINDS if kind.measured == unit]
    return Marks(
        frozenset(kind.name for kind in kinds if kind.of(text, span, clause)),
        frozenset(kind.name for kind in kinds if kind.anywhere.search(text)),
        groups.of(text, span) if unit == measures.COUNT else "",
        groups.role(text, span) if unit == measures.COUNT else "",
        _FORMER.search(text[: span.start]) is not None,
    )
