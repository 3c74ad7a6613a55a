"""Mail as it is saved: one message, or a mailbox of several."""

from __future__ import annotations

import contextlib
import email.errors
import email.header
import email.message
import email.policy
import email.utils
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from summarizer.errors import SourceError
from summarizer.source import dates, encoding
from summarizer.source.loaded import Loaded

MOST_MESSAGES = 10_000
MOST_PARTS = 300
"""Parts within parts: mail programs make five levels at most, and the parser takes one frame for each."""

LONGEST_HEADER = 8_000

_FIELD = re.compile(rb"[!-9;-~]{1,76}:")
_OPENS = re.compile(rb"From \S+ [^\n]{0,60}\d\d:\d\d[^\n]{0,20}\d{4}[^\n]{0,20}\r?\n(?=[!-9;-~]{1,76}:)")
_ENVELOPE = re.compile(rb"(?:^|(?<=\n\n)|(?<=\n\r\n))" + _OPENS.pattern)
_OURS = frozenset((b"subject", b"date", b"to", b"message-id", b"mime-version", b"received", b"content-type"))
_WROTE = re.compile(
    r"^(?:on\b.{5,200}\bwrote|am\b.{5,200}\bschrieb.{0,80}|le\b.{5,200}\ba écrit|el\b.{5,200}\bescribió)\s*:$"
    r"|^-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|message d'origine)\s*-{2,}$",
    re.IGNORECASE | re.DOTALL,
)
_ORIGINAL = re.compile(r"^-{2,}\s*original message", re.IGNORECASE)
_QUOTED = re.compile(r"^\s?>")


class _Bounded(email.policy.Compat32):
    """Headers clipped where they are read: some are parsed in quadratic time, and none is that long."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, _, value = "".join(sourcelines)[:LONGEST_HEADER].partition(":")
        return name, value.strip(" \t\r\n").replace("\r\n", "\n")


def is_mail(data: bytes) -> bool:
    """Say whether the bytes open with the headers of a message: From, and two of the usual others."""
    found: set[bytes] = set()
    for line in islice(data[:200_000].lstrip(b"\r\n").split(b"\n"), 400):
        if not line.strip():
            break
        if line[:1] in b" \t" and found:
            continue
        if not (field := _FIELD.match(line)):
            return False
        found.add(field[0][:-1].lower())
    return b"from" in found and len(found & _OURS) >= 2


def is_mailbox(data: bytes) -> bool:
    """Say whether the bytes open with the line that parts the messages of an mbox."""
    return _OPENS.match(data) is not None


def mailbox(data: bytes, name: str) -> Iterator[Loaded | SourceError]:
    """Read the messages of an mbox, one after the other; a message that cannot be read is an error in its place."""
    starts = [m.start() for m in _ENVELOPE.finditer(data)]
    if len(starts) > MOST_MESSAGES:
        raise SourceError(f"{name} holds more than {MOST_MESSAGES:,} messages", hint="name a smaller mailbox")
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(data)], strict=True), start=1):
        body = data[data.index(b"\n", start) + 1 : end]
        called = name if len(starts) == 1 else f"{name}, message {number}"
        try:
            yield read(re.sub(rb"(?m)^>(>*From )", rb"\1", body), called)
        except SourceError as error:
            yield error


def read(data: bytes, name: str) -> Loaded:
    """Read one message: its text, or its HTML where it has no text; what it quotes and its signature are cut.

    Raises SourceError where it has neither, or is nested as no mail program does it.
    """
    if len(re.findall(rb"(?i)\bboundary\s*=|message/rfc822", data)) > MOST_PARTS:
        raise SourceError(f"{name} is a message of more than {MOST_PARTS} parts", hint="paste its text")
    try:
        message = email.message_from_bytes(data.lstrip(b"\r\n"), policy=_Bounded())
        parts = [part for part in message.walk() if not part.is_multipart()]
    except (RecursionError, ValueError, LookupError, IndexError, AttributeError, TypeError) as error:
        raise SourceError(
            f"{name} is a message that cannot be read: {error}", hint="paste its text"
        ) from error
    inline = [part for part in parts if not _attached(part)]
    loaded = _body(inline, name)
    attached = [_filename(part) for part in parts if _attached(part)]
    notices = loaded.notices
    if (origin := message["snapshot-content-location"]) is not None:
        # a page that a browser saved: subject and date are those of the saving
        return replace(loaded, url=_plain(origin) or None)
    if attached:
        notices = (*notices, f"{name}: not read, attached to it: {', '.join(attached[:10])}{_more(attached)}")
    return replace(
        loaded,
        notices=notices,
        title=_plain(message["subject"]) or loaded.title,
        byline=_senders(message["from"]) or loaded.byline,
        published=dates.moment(str(message["date"])) or loaded.published,
    )


def _more(names: Sequence[str]) -> str:
    return f" and {len(names) - 10} more" if len(names) > 10 else ""


def _attached(part: email.message.Message) -> bool:
    kind = part.get_content_type()
    return str(part.get("content-disposition", "")).lower().startswith("attachment") or not kind.startswith(
        ("text/plain", "text/html")
    )


def _filename(part: email.message.Message) -> str:
    try:
        name = part.get_filename()
    except (ValueError, LookupError, TypeError, AttributeError):
        name = None
    return repr(_plain(name)[:80]) if name else part.get_content_type()


def _body(parts: Sequence[email.message.Message], name: str) -> Loaded:
    plain = [part for part in parts if part.get_content_type() == "text/plain"]
    for part in plain:
        text, notices = _decoded(part, name)
        if text.strip():
            return _written(text, name, notices)
    for part in parts:
        if part.get_content_type() == "text/html" and (data := _payload(part)).strip():
            from summarizer.source import page

            return page.read(data, name, _charset(part))
    raise SourceError(f"{name} is a message without text", hint="save what is attached to it, and name that")


def _payload(part: email.message.Message) -> bytes:
    try:
        found = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AssertionError):
        return b""
    return found if isinstance(found, bytes) else b""


def _charset(part: email.message.Message) -> str | None:
    try:
        return part.get_content_charset()
    except (ValueError, LookupError, TypeError):
        return None


def _decoded(part: email.message.Message, name: str) -> tuple[str, tuple[str, ...]]:
    text, notices = encoding.decode(_payload(part), name, _charset(part))
    if "format=flowed" in str(part.get("content-type", "")).lower():
        text = re.sub(r"(?<=\S) \r?\n(?![>\s])", " ", text)
    return text.replace("\r\n", "\n").replace("\x00", ""), notices


def _written(text: str, name: str, notices: tuple[str, ...]) -> Loaded:
    """Keep the lines as they are, for they may be broken at one width; mark what another wrote."""
    from summarizer.article import Cut

    cuts: list[Cut] = []
    at, below = 0, None
    paragraphs = _introduced(text)
    for line in text.split("\n"):
        reason = below
        if line.rstrip("\r ") == "--" and below is None:
            reason = below = "signature"
        elif _ORIGINAL.match(line):
            reason = below = "quoted message"
        elif _QUOTED.match(line) or at in paragraphs:
            reason = "quoted message"
        if reason is not None and line.strip():
            cuts.append(Cut(at, at + len(line), reason))
        at += len(line) + 1
    return Loaded(raw=text, name=name, notices=notices, cuts=tuple(cuts))


def _introduced(text: str) -> frozenset[int]:
    """Where the lines start that say whose words are quoted below; such a line may be broken in two."""
    made, at = set(), 0
    lines = text.split("\n")
    starts = []
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    for number, line in enumerate(lines):
        pair = f"{line.strip()} {lines[number + 1].strip()}" if number + 1 < len(lines) else ""
        if _WROTE.match(line.strip()):
            made.add(starts[number])
        elif line.strip() and len(pair) < 300 and _WROTE.match(pair):
            made.update(starts[number : number + 2])
    return frozenset(made)


def _plain(value: object) -> str:
    """A header in words: encoded parts decoded, control characters gone."""
    text = str(value) if value is not None else ""
    with contextlib.suppress(ValueError, LookupError, AssertionError, email.errors.MessageError):
        text = str(email.header.make_header(email.header.decode_header(text)))
    return " ".join(re.sub(r"[\x00-\x1f\x7f\ufffd\ud800-\udfff]", " ", text).split())


def _senders(value: object) -> tuple[str, ...]:
    """Names of the senders; an address without a name is nobody's byline."""
    names = (_plain(name) for name, _ in email.utils.getaddresses([_plain(value)]))
    return tuple(dict.fromkeys(name for name in names if name and "@" not in name))
