"""Reading an answer with status 200: a reply, or one of the many things sent instead of one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from summarizer.backends import refusals
from summarizer.exchange import Finish, Reply, Usage

Reshape = Callable[[Mapping[str, Any]], Mapping[str, Any]]


def read(text: str, address: refusals.Address, reshape: Reshape = lambda data: data) -> Reply:
    """Sort the body of an answer to its outcome; tokens are kept whenever they are reported.

    The message stands in the reply as it came. What is no chat completion at all
    (a page, a body cut short, an error dressed as success) finishes as `unusable`,
    and `detail` says in one line what it was. `reshape` turns another protocol's answer into
    a chat completion.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return _unusable(Usage(), _not_json(text, address))
    if not isinstance(data, dict):
        return _unusable(Usage(), "the answer is JSON, but no chat completion")
    data = reshape(data)
    counted = usage(data.get("usage"))
    choices = data.get("choices")
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        return _unusable(counted, _no_choices(data, address))
    return _choice(choices[0], counted, data, address)


def usage(reported: object) -> Usage:
    """Read the token counts; anything that is no count is not known."""
    fields = reported if isinstance(reported, dict) else {}
    return Usage(_count(fields.get("prompt_tokens")), _count(fields.get("completion_tokens")))


def _choice(
    choice: Mapping[str, Any], counted: Usage, data: Mapping[str, Any], address: refusals.Address
) -> Reply:
    message = choice.get("message")
    fields: Mapping[str, Any] = message if isinstance(message, dict) else {}
    text = _text(fields.get("content"))
    finish, detail = _outcome(choice, fields, text)
    model = data.get("model")
    return Reply(
        text=text,
        finish=finish,
        usage=counted,
        model=_name(model) if isinstance(model, str) else "",
        detail=address.clean(detail),
    )


def _name(served: str) -> str:
    """llama.cpp serves a model under the path of its file, which is nobody's business."""
    return re.split(r"[/\\]", served)[-1] if served.endswith(".gguf") else served


def _outcome(choice: Mapping[str, Any], message: Mapping[str, Any], text: str) -> tuple[Finish, str]:
    reason = choice.get("finish_reason")
    if isinstance(refusal := message.get("refusal"), str) and refusal.strip():
        return "refusal", f"the model refused: {refusal}"
    if reason == "length":
        return "length", _cut(message, text)
    if reason == "content_filter":
        return "content_filter", "the endpoint's content filter stopped the reply"
    if reason in ("error", "insufficient_system_resource") or choice.get("error"):
        return "unusable", f"the endpoint broke off: {refusals.read(200, json.dumps(choice)).message}"
    if not text.strip():
        if message.get("tool_calls") or message.get("function_call"):
            return "unusable", "a tool call instead of a reply"
        return "empty", "an empty reply" + (", after thinking" if _thought(message) else "")
    return "stop", ""


def _cut(message: Mapping[str, Any], text: str) -> str:
    if not text.strip() and _thought(message):
        return "all the tokens allowed went into thinking"
    return "the reply ran into the output cap"


def _thought(message: Mapping[str, Any]) -> bool:
    return bool(message.get("reasoning_content") or message.get("reasoning"))


def _text(content: object) -> str:
    """Some servers send a list of parts where others send a string."""
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        parts = [part.get("text") for part in content if isinstance(part, dict)]
        return "".join(part for part in parts if isinstance(part, str))
    return ""


def _no_choices(data: Mapping[str, Any], address: refusals.Address) -> str:
    if data.get("error"):
        told = refusals.read(200, json.dumps(data))
        return address.clean(f"an error in place of a reply: {told.message}")
    return "an answer without choices"


def _not_json(text: str, address: refusals.Address) -> str:
    start = text.lstrip()[:1]
    if start == "<":
        page = address.clean(refusals.read(200, text).message)
        return f"{page} in place of a reply; {address.shown} may be the wrong --base-url"
    if start in ("{", "["):
        return "an answer that breaks off in the middle"
    return f"an answer that is not JSON: {address.clean(text)!r}" if start else "an answer without a body"


def _unusable(counted: Usage, detail: str) -> Reply:
    return Reply(text="", finish="unusable", usage=counted, detail=detail)


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
