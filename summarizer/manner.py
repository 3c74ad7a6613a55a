"""How a note is to be worded (language, reader, house style), and whether it was.

What is asked of a model is checked afterwards, on the note; what cannot be checked is said to be so.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summarizer import toml
from summarizer.clean import language as languages
from summarizer.errors import UsageError

LANGUAGES = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip
"""Languages a note can be asked for in, by ISO 639-1 code."""

_MOST_RULES = 2_000
"""Characters of a style guide that go into a prompt; a newsroom's whole book would crowd out the article."""

_KEYS = frozenset({"rules", "avoid", "instead", "longest_sentence"})
_FEWEST_LETTERS = 60
_ABBREVIATION = re.compile(r"\b[A-Z]{3,6}\b")


@dataclass(frozen=True, slots=True)
class Style:
    """A house style: `rules` are sent as they are; the rest is sent and checked.

    `instead` maps a word to the one to use; `longest_sentence` is in words. `checked` is
    False for a file of plain text, of which nothing can be checked here.
    """

    rules: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    instead: Mapping[str, str] = field(default_factory=dict)
    longest_sentence: int | None = None
    checked: bool = True
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Manner:
    """What is asked of the wording; empty where nothing is. `language` is an ISO 639-1 code."""

    language: str | None = None
    audience: str | None = None
    style: Style | None = None

    def __bool__(self) -> bool:
        return bool(self.language or self.audience or self.style)

    def told(self) -> str:
        """Word it for a prompt, one wish a line; "none" where there is none."""
        wishes = []
        if self.language:
            name = LANGUAGES[self.language]
            wishes.append(f"Write every text and issue in {name}. Leave names as the article has them.")
        if self.audience:
            wishes.append(
                f"The reader is {self.audience}. Use words this reader knows and spell out abbreviations."
            )
        if self.style:
            wishes.extend(_told(self.style))
        return "\n".join(f"- {wish}" for wish in wishes) or "none"


UNASKED = Manner()
"""Nothing is asked: the note is worded as the article is."""


def manner(language: str | None, audience: str | None, style: Path | None) -> Manner:
    """Settle what is asked. Raises UsageError for a language not known or a style file that cannot be used."""
    return Manner(
        language=_code(language) if language else None,
        audience=" ".join(audience.split())[:200] if audience and audience.strip() else None,
        style=read_style(style) if style is not None else None,
    )


def read_style(path: Path) -> Style:
    """Read a house style: TOML with `rules`, `avoid`, `instead`, `longest_sentence`, or plain text.

    Raises UsageError when the file cannot be read, is TOML with other keys or types, or is too long.
    """
    where = f"the style file {str(path)!r}"
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read {where}: {error}") from error
    digest = hashlib.sha256(raw).hexdigest()
    data = _toml(text)
    made = _plain(text, digest) if data is None else _styled(data, where, digest)
    if (length := sum(map(len, _told(made)))) > _MOST_RULES:
        raise UsageError(
            f"{where} has {length:,} characters of rules; at most {_MOST_RULES:,} go into a prompt",
            hint="keep the rules that matter for a short note",
        )
    return made


def departures(texts: Sequence[str], wanted: Manner, article_text: str, *, worded: bool) -> tuple[str, ...]:
    """List where the wording of `texts` departs from what was asked, one short sentence each.

    `worded` says that a model wrote them; the article's own words are not held to a style, and the
    one thing said of them is that nothing was reworded.
    """
    if not wanted:
        return ()
    if not worded:
        return ("language, reader and style are wishes to a model; these are the article's own words",)
    found = [*_language(texts, wanted.language)]
    if wanted.audience:
        found += _abbreviations(texts, article_text)
    if wanted.style is not None:
        found += _style(texts, wanted.style)
    return tuple(found)


def _code(language: str) -> str:
    given = language.strip().lower().split("-")[0]
    for code, name in LANGUAGES.items():
        if given in (code, name.lower()):
            return code
    raise UsageError(f"unknown language {language!r}", hint=f"--language with one of {', '.join(LANGUAGES)}")


def _told(style: Style) -> list[str]:
    wishes = list(style.rules)
    if style.avoid:
        wishes.append("Do not use these words: " + ", ".join(style.avoid) + ".")
    wishes.extend(f"Write {right!r} and not {wrong!r}." for wrong, right in style.instead.items())
    if style.longest_sentence:
        wishes.append(f"No sentence has more than {style.longest_sentence} words.")
    return wishes


def _toml(text: str) -> dict[str, Any] | None:
    try:
        return toml.loads(text)
    except ValueError:
        return None


def _plain(text: str, digest: str) -> Style:
    lines = (" ".join(line.split()).lstrip("-*# ") for line in text.splitlines())
    return Style(rules=tuple(line for line in lines if line), checked=False, sha256=digest)


def _styled(data: Mapping[str, Any], where: str, digest: str) -> Style:
    if unknown := sorted(set(data) - _KEYS):
        raise UsageError(
            f"unknown key {unknown[0]!r} in {where}", hint=f"known are {', '.join(sorted(_KEYS))}"
        )
    rules, avoid = data.get("rules", []), data.get("avoid", [])
    instead, longest = data.get("instead", {}), data.get("longest_sentence")
    words = [*rules, *avoid, *instead.values()] if isinstance(instead, dict) else [None]
    if not all(isinstance(word, str) for word in words) or not isinstance(longest, int | None):
        raise UsageError(
            f"a key has the wrong type in {where}", hint="lists of texts, a table of texts, a number"
        )
    return Style(tuple(rules), tuple(avoid), dict(instead), longest, sha256=digest)


def _language(texts: Sequence[str], wanted: str | None) -> Iterable[str]:
    """Tell when most of the wording reads as another language, or when nothing here can tell."""
    joined = " ".join(texts)
    if wanted is None or sum(map(str.isalpha, joined)) < _FEWEST_LETTERS:
        return
    if wanted not in languages.KNOWN:
        yield f"whether the note is in {LANGUAGES[wanted]} could not be checked"
    elif (found := languages.guess(texts)) != wanted:
        yield f"the note was asked for in {LANGUAGES[wanted]} and reads as {LANGUAGES.get(found, found)}"


def _abbreviations(texts: Sequence[str], article_text: str) -> Iterable[str]:
    """Tell which abbreviations the note uses that the article spells out and the note does not."""
    joined = " ".join(texts)
    for short in dict.fromkeys(_ABBREVIATION.findall(joined)):
        spelled = re.compile(
            r"\b" + r"\w*(?:\s+(?:of|for|the|and|on|in)\b)*\s+".join(short) + r"\w*", re.IGNORECASE
        )
        printed = spelled.search(article_text)
        if printed and not spelled.search(joined):
            yield f"{short} is not spelled out ({' '.join(printed[0].split())})"


def _style(texts: Sequence[str], style: Style) -> Iterable[str]:
    if not style.checked:
        yield "the house style is plain text: it was asked for and not checked"
        return
    for word in (*style.avoid, *style.instead):
        number = sum(len(re.findall(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)) for text in texts)
        if number:
            better = f"; write {style.instead[word]!r}" if word in style.instead else ""
            yield f"house style: {word!r} is used {number} time{'s' if number > 1 else ''}{better}"
    longest = style.longest_sentence
    if longest is not None and (over := [len(t.split()) for t in texts if len(t.split()) > longest]):
        many = "1 item has" if len(over) == 1 else f"{len(over)} items have"
        yield f"house style: {many} more than {longest} words (up to {max(over)})"
