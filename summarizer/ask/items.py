"""Hold each item of a reply against its type; a bad one does not spoil the good ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import ValidationError

from summarizer.article import fold_space
from summarizer.draft import Draft, DraftClaim, DraftLine, DraftPosition
from summarizer.note import SetAside

Item = DraftLine | DraftClaim | DraftPosition

TYPES: Mapping[str, type[DraftLine] | type[DraftClaim] | type[DraftPosition]] = {
    "summary": DraftLine,
    "claims": DraftClaim,
    "positions": DraftPosition,
}
_KINDS: Mapping[str, Literal["summary", "claim", "position"]] = {
    "summary": "summary",
    "claims": "claim",
    "positions": "position",
}

# One short sentence is asked for. Where a backend bounds strings (llama.cpp, at 400 characters)
# a longer text was cut off there, in the middle of a word as likely as not.
_LONGEST_TEXT = 390
_FEWEST_TRIPLES = 15
_MOST_NUMBERS = 8

_NOBODY = frozenset({"", "null", "none", "nobody", "n/a", "na", "unknown", "the article", "article"})
_TAGS = re.compile(r"(?: ?\[\d{1,4}(?:, ?\d{1,4})*\])+ ?([.!?]?)$")
_NUMBER = re.compile(r"\d{1,6}")
_RANGE = re.compile(r"(\d{1,6}) ?[-–] ?(\d{1,6})")


@dataclass(frozen=True, slots=True)
class Judged:
    """One list after the check.

    `problems` are what the model could mend by sending the list again; `remarks` are
    what was mended here. `refused` are the items lost, with their words.
    """

    items: tuple[Item, ...]
    problems: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    refused: tuple[SetAside, ...] = ()
    repeats: int = 0


def judge(name: str, raw: Iterable[object], *, citable: Sequence[int], at_most: int) -> Judged:
    """Check the items of list `name` of a reply that may cite the sentences of these numbers."""
    kept: dict[tuple[str, str], Item] = {}
    problems: list[str] = []
    remarks: list[str] = []
    refused: list[SetAside] = []
    repeats = 0
    for at, value in enumerate(raw):
        made, wrong, mended = _item(name, value, citable)
        where = f"{name}[{at}]"
        remarks.extend(f"{where}.{remark}" for remark in mended)
        if made is None:
            problems.extend(f"{where}{'.' if ':' in one else ': '}{one}" for one in wrong)
            refused.extend(_aside(name, value, "not usable as the model sent it", tuple(wrong)))
        elif identity(made) in kept:
            repeats += 1
        elif len(kept) >= at_most:
            refused.extend(_aside(name, value, f"more than the {at_most} asked for"))
        else:
            kept[identity(made)] = made
    if repeats:
        remarks.append(f"{name}: {repeats} that repeat an earlier one were dropped")
    return Judged(tuple(kept.values()), tuple(problems), tuple(remarks), tuple(refused), repeats)


def identity(item: Item) -> tuple[str, str]:
    """What makes two items the same: the words, and for positions whose they are."""
    whose = item.holder if isinstance(item, DraftPosition) else ""
    return item.text.casefold().rstrip(" ."), whose.casefold()


def put_together(lists: Mapping[str, Iterable[Item]]) -> Draft:
    """Make a draft of checked items; a list that is missing is empty."""
    return Draft(
        summary=tuple(i for i in lists.get("summary", ()) if isinstance(i, DraftLine)),
        claims=tuple(i for i in lists.get("claims", ()) if isinstance(i, DraftClaim)),
        positions=tuple(i for i in lists.get("positions", ()) if isinstance(i, DraftPosition)),
    )


def _item(name: str, value: object, citable: Sequence[int]) -> tuple[Item | None, list[str], list[str]]:
    """Validate one item: the item or None, what is wrong with it, what was mended."""
    if not isinstance(value, dict):
        return None, ["not an object with text and sentences"], []
    fields, wrong, mended = _tidied(value, TYPES[name], citable)
    try:
        made = TYPES[name].model_validate(fields)
    except ValidationError as error:
        found = [f"{e['loc'][0] if e['loc'] else 'item'}: {e['msg'].lower()}" for e in error.errors()]
        return None, [*found, *wrong], mended
    return (None if wrong else made), wrong, mended


def _tidied(
    value: Mapping[object, object], kind: type[Item], citable: Sequence[int]
) -> tuple[dict[str, object], list[str], list[str]]:
    """Take off what is only form: white space, tags behind the text, numbers as words, unknown fields."""
    known = kind.model_fields
    fields = {str(k): v for k, v in value.items() if k in known}
    unknown = [str(k) for k in value if k not in known]
    mended = [f"{fold_space(name)[:40]}: not a field, dropped" for name in unknown[:3]]
    wrong = []
    for name in ("text", "holder", "issue"):
        words = fields.get(name)
        if isinstance(words, str):
            fields[name] = words = _TAGS.sub(r"\1", fold_space(words))
            if not any(char.isalnum() for char in words):
                wrong.append(f"{name}: empty")
    wrong.extend(_not_a_sentence(fields.get("text")))
    if isinstance(fields.get("stance"), str):
        fields["stance"] = str(fields["stance"]).strip().lower()
    if "speaker" in known:
        fields["speaker"] = _somebody(fields.get("speaker"))
    if "sentences" in fields:
        sent = numbers(fields["sentences"])
        exist = tuple(number for number in sent if number in citable)
        missing = [number for number in sent if number not in exist]
        mended.extend(f"sentences: {n} is not one of those sent, {_extent(citable)}" for n in missing)
        if not exist:
            wrong.append("sentences: none that exists")
        fields["sentences"] = exist[:_MOST_NUMBERS]
    return fields, wrong, mended


def _extent(citable: Sequence[int]) -> str:
    return f"{citable[0]} to {citable[-1]}" if citable else "none"


def _not_a_sentence(text: object) -> list[str]:
    if not isinstance(text, str):
        return []
    if len(text) > _LONGEST_TEXT:
        return [f"text: {len(text)} characters; one short sentence was asked for"]
    return ["text: goes round in circles"] if _circling(text) else []


def _circling(text: str) -> bool:
    """Say whether more than half of the runs of three words were there before."""
    words = text.casefold().split()
    triples = list(zip(words, words[1:], words[2:], strict=False))
    return len(triples) >= _FEWEST_TRIPLES and 2 * len(set(triples)) < len(triples)


def _somebody(value: object) -> object:
    """A speaker's name; None for the words that models send for nobody."""
    if not isinstance(value, str):
        return value
    name = fold_space(value)
    return None if name.lower() in _NOBODY or not any(c.isalnum() for c in name) else name


def numbers(value: object) -> tuple[int, ...]:
    """Read sentence numbers however written: 3, [3], "[3]", ["3", "5-7"]; each once, in order."""
    found: list[int] = []
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, bool):
            continue
        if isinstance(part, int):
            found.append(part)
        elif isinstance(part, float) and part.is_integer():
            found.append(int(part))
        elif isinstance(part, str):
            for first, last in _RANGE.findall(part):
                found.extend(range(int(first), min(int(last), int(first) + _MOST_NUMBERS) + 1))
            found.extend(int(number) for number in _NUMBER.findall(_RANGE.sub(" ", part)))
    return tuple(dict.fromkeys(found))


def _aside(name: str, value: object, reason: str, problems: tuple[str, ...] = ()) -> list[SetAside]:
    """Keep the words of an item that was lost; nothing where it had none."""
    fields = value if isinstance(value, dict) else {"text": value}
    text = fields.get("text")
    whose = fields.get("speaker", fields.get("holder"))
    if not isinstance(text, str) or not any(char.isalnum() for char in text):
        return []
    shown = fold_space(text)
    return [
        SetAside(
            kind=_KINDS[name],
            text=shown if len(shown) <= _LONGEST_TEXT else f"{shown[:_LONGEST_TEXT]} …",
            reason=reason,
            problems=problems,
            speaker=fold_space(whose) if isinstance(whose, str) else None,
        )
    ]
