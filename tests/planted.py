"""Secrets that are planted where they could leak from, and the search for them."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from urllib.parse import urlsplit

from tests import builders
from tests.wire import Answer, Script, error, says

KEY = "sk-test-planted-a1b2c3d4e5f6g7h8i9j0"
USER, PASSWORD = "planted-user-5521", "planted-test-pass-9917"
PLANTED = (KEY, PASSWORD, base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode())
VOTE = str(builders.EXAMPLES / "vote-harbour-levy.txt")


def searched(*texts: str | bytes) -> list[str]:
    """Which of the planted secrets stand in any of the texts."""
    whole = b"\0".join(t.encode("utf-8", "replace") if isinstance(t, str) else t for t in texts)
    return [secret for secret in PLANTED if secret.encode() in whole]


def echo(body: object) -> Answer:
    """A server that sends the headers it got back in its error, in its headers and in its page."""
    said = (
        f"bad header: Authorization: Bearer {KEY}; url https://{USER}:{PASSWORD}@models.example/v1?key={KEY}"
    )
    return error(401, said, headers={"x-echo": f"Bearer {KEY}", "www-authenticate": f"Bearer {KEY}"})


MISBEHAVIOUR: dict[str, Answer | Script] = {
    "401 with the header": echo,
    "400 with the header": lambda _: error(400, f"you sent Bearer {KEY}"),
    # which also says when to ask again, so that a test does not wait as a person would
    "500 page": Answer(
        500, f"<html><title>{KEY}</title>Bearer {KEY}</html>", {"retry-after-ms": "1", "x-echo": KEY}
    ),
    "200 with an error": Answer(body={"error": {"message": f"key {KEY} is over", "code": KEY}}),
    "200 that is no JSON": Answer(body=f"Bearer {KEY}"),
    "the key in the reply": says(json.dumps({"summary": [{"text": f"The key is {KEY}.", "sentences": [1]}]})),
    "the key as finish": says("{}", finish=KEY),
    "the key as refusal": says(None, refusal=f"not with {KEY}"),
    "cut in the key": Answer(body={"error": {"message": KEY}}, cut=30),
    "redirect": Answer(307, "", {"location": f"http://127.0.0.2:9/v1?key={KEY}"}),
}


def address(url: str) -> str:
    """The address of an endpoint with a user and a password in it."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{USER}:{PASSWORD}@{parts.netloc}{parts.path}"


def written(folder: Path) -> list[bytes]:
    """The content and the name of every file under a folder."""
    return [
        part
        for path in folder.rglob("*")
        if path.is_file()
        for part in (path.read_bytes(), str(path).encode())
    ]
