"""Subtitles and transcripts (SubRip, WebVTT): what was said, without the clock."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from summarizer.errors import SourceError
from summarizer.source import printed
from summarizer.source.loaded import Loaded

PAUSE = 4.0
"""Seconds of silence after which a new paragraph begins: a speaker who breathes needs less than two."""

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_CUE = re.compile(rf"[ \t]*({_TIME})[ \t]*-->[ \t]*({_TIME})(?:[ \t][^\n]*)?")
_VOICE = re.compile(r"<v(?:\.[^ >]*)? ([^<>]{1,80})>")
_TAG = re.compile(r"<[^<>\n]{0,200}>|\{\\[^{}\n]{0,80}\}")
_SPEAKER = re.compile(r"(?:>>+\s*)?([A-Z][\w.'’-]*(?: [\w.'’()-]+){0,4}|[A-Z][A-Z .'’-]{1,60}):\s")
_ENDS = re.compile(r"[.!?…。！？][\"”'’)\]]*$")
_LONGEST = 1_200


def is_captions(text: str) -> bool:
    """Say whether a text opens like a file of subtitles: its signature, or a number and a time with an arrow."""
    head = text[:2_000].lstrip("\ufeff \t\r\n")
    lines = [line for line in head.splitlines()[:4] if line.strip()]
    if lines and re.fullmatch(r"WEBVTT(?:[ \t].*)?", lines[0]):
        return True
    return any(_CUE.fullmatch(line) for line in lines[:2]) and (
        bool(_CUE.fullmatch(lines[0])) or lines[0].strip().isdecimal()
    )


def read(text: str, name: str) -> Loaded:
    """Join the cues to sentences; a change of speaker or a pause begins a paragraph.

    Speakers are printed as `NAME:` at the head of what they say. Raises SourceError where no cue has words.
    """
    raw = "\n".join(_paragraphs(_cues(text)))
    if not raw.strip():
        raise SourceError(f"{name} is a file of subtitles without words", hint="paste what was said")
    return Loaded(raw=raw, name=name, notices=(), likely=printed.whole(raw))


def _cues(text: str) -> Iterator[tuple[float, float, str]]:
    """Start, end and words of each cue; what rolls on from the cue before is given once."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    at, last = 0, ""
    while at < len(lines):
        found = _CUE.fullmatch(lines[at])
        at += 1
        if found is None:
            continue
        said: list[str] = []
        while at < len(lines) and lines[at].strip() and _CUE.fullmatch(lines[at]) is None:
            said.append(lines[at])
            at += 1
        fresh = [line for line in map(_words, said) if line]
        while fresh and fresh[0] == last:
            fresh = fresh[1:]
        if fresh:
            last = fresh[-1]
            yield _seconds(found[1]), _seconds(found[2]), " ".join(fresh)


def _words(line: str) -> str:
    voiced = _VOICE.sub(lambda m: f"{m[1].strip()}: ", line)
    plain = html.unescape(_TAG.sub("", voiced))
    return printed.tidy(re.sub(r"^\s*[-–]\s+(?=\S)", "", plain)).replace("\t", " ")


def _seconds(clock: str) -> float:
    parts = clock.replace(",", ".").split(":")
    return sum(float(part) * (1.0, 60.0, 3600.0)[power] for power, part in enumerate(reversed(parts)))


def _paragraphs(cues: Iterator[tuple[float, float, str]]) -> Iterator[str]:
    parts: list[str] = []
    ended, speaker, size = 0.0, "", 0
    for start, end, words in cues:
        found = _SPEAKER.match(words)
        done = not parts or _ENDS.search(parts[-1]) is not None
        if found is not None and not (done or found[1].isupper() or words.startswith(">>")):
            # a cue that begins in mid-sentence: "… told | Haskell: ‘You had"
            found = None
        same = found is not None and found[1] == speaker
        turn = words.startswith((">>", "- ")) or (found is not None and not same)
        if parts and (turn or start - ended > PAUSE or (size > _LONGEST and done)):
            yield " ".join(parts)
            parts, size = [], 0
        elif same and found is not None:
            words = words[found.end() :]
        if found is not None:
            speaker = found[1]
        parts.append(re.sub(r"^>>+\s*", "", words))
        size += len(words)
        ended = end
    if parts:
        yield " ".join(parts)
