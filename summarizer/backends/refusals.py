"""What an endpoint says when it says no, and the error a person gets for it."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from summarizer.errors import BackendError, BackendRefused, BackendUnavailable, ContextOverflow

if TYPE_CHECKING:
    import openai

LONGEST = 300
"""Characters of an endpoint's own words that are passed on."""

_KEY = re.compile(r"\b(?:sk|rk|pk|gsk|xai|key)-[\w*.-]{3,}|\bBearer\s+\S+", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+|\s+")
_TITLE = re.compile(r"<title[^<>]{0,200}>([^<]{1,200})<", re.IGNORECASE)
_OVERFLOW = re.compile(
    r"maximum context length|context[_ ]length[_ ]exceeded|exceeds? the (?:available )?context"
    r"|exceed_context_size|context window|input (?:is|was) too long|prompt is too long"
    r"|exceeds the model'?s? (?:maximum )?context|longer than the (?:maximum )?(?:model|context)",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"(?:maximum context length is|context (?:size|length|window) \(?(?:of )?)\s*(\d+)", re.IGNORECASE
)
_SENT = re.compile(
    r"(?:requested|resulted in|request \(|prompt has|has)\s*(\d+)\s*(?:input )?tokens", re.IGNORECASE
)


class NoSuchPath(BackendRefused):
    """The host answers, but not at this path: another protocol may be spoken there."""


@dataclass(frozen=True, slots=True)
class Told:
    """An endpoint's refusal, read. `text` is all of it, without what it echoes of the request."""

    status: int
    message: str
    code: str = ""
    param: str | None = None
    text: str = ""
    sent: int | None = None
    limit: int | None = None
    wait: float | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """Who was asked: what an error names, and the secret it must not."""

    model: str
    url: str = field(repr=False)
    secret: str | None = field(default=None, repr=False)
    scheme: str = "openai"

    def keyless(self, text: str) -> str:
        """The text without this endpoint's key and password, wherever it repeats them."""
        for secret in (self.secret, urlsplit(self.url).password):
            if secret and len(secret) > 3:
                text = text.replace(secret, "(key)")
        return text

    def clean(self, text: str) -> str:
        """One bounded line of `text`, without keys and control characters."""
        text = _CONTROL.sub(" ", _KEY.sub("(key)", self.keyless(text))).strip()
        return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"

    @property
    def shown(self) -> str:
        """The URL without user, password and query."""
        return shown(self.url)


def shown(url: str) -> str:
    """Write a URL without user, password and query.

    >>> shown("https://me:secret@host:8080/v1?token=1")
    'https://host:8080/v1'
    """
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def nameless(url: str) -> str:
    """Write a URL without user and password, and else as it is.

    >>> nameless("https://me:secret@host:8080/v1?token=1")
    'https://host:8080/v1?token=1'
    """
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def tell(error: openai.APIStatusError) -> Told:
    """Read the refusal out of any of the shapes that compatible servers send."""
    told = read(error.status_code, error.response.text)
    return replace(told, wait=asked_pause(error.response.headers))


def read(status: int, text: str) -> Told:
    """Read a refusal's body: OpenAI's, FastAPI's list of faults, a bare string, a page.

    >>> read(404, '{"error": {"message": "no such model", "code": "model_not_found"}}').message
    'no such model'
    >>> read(502, "<html><title>Bad Gateway</title>…").message
    'a web page titled “Bad Gateway”'
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return Told(status, _plain(text), text=text[:5000])
    if not isinstance(data, dict):
        return Told(status, text, text=text[:5000])
    inner = data.get("error", data)
    fields: dict[str, Any] = inner if isinstance(inner, dict) else {"message": inner}
    message = fields.get("message") or fields.get("detail") or data.get("detail") or fields
    whole = json.dumps(_without_echo(data), ensure_ascii=False)[:5000]
    return Told(
        status,
        message if isinstance(message, str) else json.dumps(_without_echo(message), ensure_ascii=False),
        code=f"{fields.get('code') or ''} {fields.get('type') or ''}".strip(),
        param=fields["param"] if isinstance(fields.get("param"), str) else None,
        text=whole,
        sent=_whole_number(fields.get("n_prompt_tokens")) or _number(_SENT, whole),
        limit=_whole_number(fields.get("n_ctx")) or _number(_LIMIT, whole),
    )


def asked_pause(headers: Mapping[str, str]) -> float | None:
    """Read how long an endpoint asks to wait, in seconds, or None when it does not say.

    >>> asked_pause({"retry-after-ms": "1500"}), asked_pause({"retry-after": "2"}), asked_pause({})
    (1.5, 2.0, None)
    """
    for name, scale in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            return max(0.0, float(headers.get(name, "")) * scale)
        except ValueError:
            continue
    try:
        moment = parsedate_to_datetime(headers.get("retry-after", "")).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None
    return max(0.0, moment - time.time())


def is_quota(told: Told) -> bool:
    """Tell a used-up account, which waiting does not mend, from a rate limit."""
    return told.status == 402 or "insufficient_quota" in f"{told.code} {told.text}"


def is_overflow(told: Told) -> bool:
    """Tell a request that is too long, which a lower rung does not make shorter.

    >>> is_overflow(read(400, '{"error": "request (6031 tokens) exceeds the available context size"}'))
    True
    """
    return told.status == 413 or (
        told.status in (400, 422, 500) and _OVERFLOW.search(f"{told.code} {told.text}") is not None
    )


def final(told: Told, address: Address, requests: int) -> BackendError:
    """Turn a refusal that no retry and no lower rung can mend into the error to raise."""
    words = address.clean(told.message) or "no reason given"
    where = f"{address.shown} (HTTP {told.status})"
    if is_overflow(told):
        return ContextOverflow(
            f"{address.model} cannot read that much at once: {words}",
            hint="a model with a larger context, or a shorter article",
            sent=told.sent,
            read=told.limit,
        )
    if is_quota(told):
        return BackendRefused(
            f"the account at {where} has nothing left to spend: {words}",
            hint="add credit, or another model with --model",
        )
    if 300 <= told.status < 400:
        return BackendRefused(
            f"{where} sends on to another address, and the article goes only where it was told to go",
            hint="--base-url with that address, if it is to have the article",
        )
    if told.status in (404, 405):
        return _not_found(told, address, words)
    if told.status in (401, 403):
        return BackendRefused(
            f"{where} does not let this key in: {words}"
            if address.secret
            else f"{where} wants a key: {words}",
            hint="set OPENAI_API_KEY to a key that may use this model",
        )
    if told.status == 429:
        return BackendUnavailable(
            f"{where} limits its rate{_asked(told)} ({_times(requests)}): {words}",
            hint="wait and run again, or name another model with --model",
        )
    if told.status in (408, 409) or told.status >= 500:
        return BackendUnavailable(
            f"{where} fails{_asked(told)} ({_times(requests)}): {words}",
            hint="run again later; 'summarizer doctor' shows whether it answers",
        )
    return BackendRefused(
        f"{where} refuses the request to {address.model!r}: {words}",
        hint="another model with --model, or check --base-url",
    )


def _not_found(told: Told, address: Address, words: str) -> BackendError:
    if "model" in told.text.lower():
        return BackendRefused(
            f"{address.shown} knows no model {address.model!r}: {words}",
            hint=f"ollama pull {address.model}"
            if address.scheme == "ollama"
            else f"name another with --model {address.scheme}:NAME",
        )
    return NoSuchPath(
        f"there is no chat endpoint at {address.shown} (HTTP {told.status}): {words}",
        hint="check --base-url; most end in /v1",
    )


def _times(requests: int) -> str:
    return "1 request" if requests == 1 else f"{requests} requests"


def _asked(told: Told) -> str:
    return f" and asks to wait {told.wait:.0f} s" if told.wait else ""


def _plain(text: str) -> str:
    if title := _TITLE.search(text[:5000]):
        return f"a web page titled “{title[1].strip()}”"
    return "a web page" if text.lstrip().startswith("<") else text


def _without_echo(data: Any) -> Any:  # noqa: ANN401
    """FastAPI repeats what it was sent under "input"; an article there may hold any word."""
    if isinstance(data, dict):
        return {
            k: _without_echo(v) for k, v in data.items() if k not in ("input", "ctx", "failed_generation")
        }
    return [_without_echo(item) for item in data] if isinstance(data, list) else data


def _whole_number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


def _number(pattern: re.Pattern[str], text: str) -> int | None:
    found = pattern.search(text)
    return int(found[1]) if found else None
