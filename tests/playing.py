"""A loopback endpoint that plays a model, well or badly, and keeps count of what it would charge for.

The reply is made of the request itself: it cites sentences that the prompt holds. How a request is
answered depends on its text and on how often it came, and on nothing else, so a run can be told again.
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from tests import wire

FAULTS = (
    "limited",
    "limited, says when",
    "broken",
    "overloaded",
    "reset",
    "drip",
    "cut",
    "wrong JSON",
    "no choices",
    "refusal",
    "length",
    "page",
    "stall",
)
SLOW = ("drip", "stall")
"""Faults that a client only notices by its time-out, which on a busy machine may meet a good answer too."""
QUICK = tuple(fault for fault in FAULTS if fault not in SLOW)

_NUMBERED = re.compile(r"^\[(\d+)\] (.+)$", re.MULTILINE)
_WORDS_A_TOKEN = 0.75
AGAIN = "does not bear out"
"""Stands in a second question."""


@dataclass
class Playing:
    """The script of a `wire.Wire`: call it with a body.

    `share` of the requests meet a fault, each request at most `most` times in a row. To `doubted` of the
    first questions the reply holds a line that the article does not bear out. Every request is
    counted as `answered` (a whole body with status 200), `refused` or `lost`; `tokens` are those that
    whole answers reported, `served` says how often each request had one.
    """

    share: float = 0.0
    faults: tuple[str, ...] = FAULTS
    seed: int = 0
    most: int = 2
    delay: float = 0.0
    stall: float = 2.0
    doubted: float = 0.0
    received: int = 0
    answered: int = 0
    refused: int = 0
    lost: int = 0
    tokens: tuple[int, int] = (0, 0)
    seen: Counter[str] = field(default_factory=Counter)
    served: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    lock: Any = field(default_factory=threading.Lock)

    def __call__(self, body: dict[str, Any]) -> wire.Answer:
        if "messages" not in body:  # its sender was killed before it had sent it all
            return wire.Answer(reset=True)
        key = digest(body)
        with self.lock:
            self.received += 1
            before = self.seen[key]
            self.seen[key] += 1
        fault = self.fault(key, before)
        if fault:
            answer = bad(fault, body, self.stall)
        else:
            answer = invented(body, self.delay) if self.doubts(key, body) else good(body, self.delay)
        with self.lock:
            self.met[fault or "none"] += 1
            self._count(key, answer)
        return answer

    def _count(self, key: str, answer: wire.Answer) -> None:
        if answer.reset or answer.cut or answer.drip or answer.stall > self.delay:
            self.lost += 1
        elif answer.status != 200:
            self.refused += 1
        else:
            self.answered += 1
            self.served[key] += 1
            usage = answer.body.get("usage", {}) if isinstance(answer.body, dict) else {}
            self.tokens = (
                self.tokens[0] + usage.get("prompt_tokens", 0),
                self.tokens[1] + usage.get("completion_tokens", 0),
            )

    def fault(self, key: str, before: int) -> str | None:
        """Choose by the request and how often it came, so that no fault lasts for ever."""
        if before >= self.most:
            return None
        number = int(hashlib.sha256(f"{self.seed} {key} {before}".encode()).hexdigest()[:12], 16)
        if number % 10_000 >= self.share * 10_000:
            return None
        return self.faults[(number // 10_000) % len(self.faults)]

    def doubts(self, key: str, body: dict[str, Any]) -> bool:
        return AGAIN not in body["messages"][-1]["content"] and int(key[-4:], 16) < self.doubted * 0x10000


def good(body: dict[str, Any], delay: float = 0.0) -> wire.Answer:
    return wire.Answer(body=wire.says(draft(body), tokens=cost_of(body)).body, stall=delay)


def invented(body: dict[str, Any], delay: float = 0.0) -> wire.Answer:
    """A reply whose first line is nowhere in the article; the rest is."""
    made = json.loads(draft(body))
    made["summary"][0] = {"text": "The council voted by 97 to 2 to sell all its ferries.", "sentences": [1]}
    return wire.Answer(body=wire.says(json.dumps(made), tokens=cost_of(body)).body, stall=delay)


def bad(fault: str, body: dict[str, Any], stall: float) -> wire.Answer:
    tokens = cost_of(body)
    whole = wire.says(draft(body), tokens=tokens).body
    answers = {
        "limited": wire.error(429, "slow down", code="rate_limit_exceeded"),
        "limited, says when": wire.error(429, "slow down", headers={"retry-after-ms": "50"}),
        "broken": wire.error(500, "internal error"),
        "overloaded": wire.error(503, "overloaded"),
        "reset": wire.Answer(reset=True),
        "stall": wire.Answer(body=whole, stall=stall),
        "drip": wire.Answer(body=whole, drip=0.05),
        "cut": wire.Answer(body=whole, cut=60),
        "wrong JSON": wire.says('{"summary": "yes"}', tokens=tokens),
        "no choices": wire.Answer(body={**whole, "choices": []}),
        "refusal": wire.says(None, tokens=tokens, refusal="I cannot help with that."),
        "length": wire.says(draft(body)[:80], "length", tokens=tokens),
        "page": wire.Answer(body=wire.HTML),
    }
    return answers[fault]


def digest(body: dict[str, Any]) -> str:
    """Tell requests apart by what was said."""
    said = json.dumps([message["content"] for message in body["messages"]])
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def draft(body: dict[str, Any]) -> str:
    """Reply as a model that copies: the first three sentences are the summary, the fourth a claim."""
    numbered = _NUMBERED.findall(body["messages"][-1]["content"])
    lines = [{"text": text, "sentences": [int(number)]} for number, text in numbered[:3]]
    claims = [{"text": text, "speaker": None, "sentences": [int(number)]} for number, text in numbered[3:4]]
    return json.dumps({"summary": lines, "claims": claims, "positions": []})


def cost_of(body: dict[str, Any]) -> tuple[int, int]:
    """Tokens in and out, counted as a server would: by the words."""
    words = sum(len(message["content"].split()) for message in body["messages"])
    return int(words / _WORDS_A_TOKEN), int(len(draft(body).split()) / _WORDS_A_TOKEN)


def article(number: int) -> str:
    """An invented article, different for each number."""
    towns = ("Overby", "Port Ellan", "Kessarat", "Otterby", "Sundhaven")
    town = towns[number % len(towns)]
    return (
        f"{town} council votes on bridge {number}\n\n"
        f"{town} council voted by {number % 9 + 10} to 9 on Monday to close bridge {number} to lorries.\n\n"
        f'Mayor Ann Roe said: "We cannot wait for beam {number} to fall on a bus." The bridge will reopen in May.\n\n'
        f"Hauliers opposed the plan. Bo Lee, who chairs the {town} Hauliers' Group, said the closure of "
        f"bridge {number} would cost {number % 7 + 2} firms their trade.\n"
    )
