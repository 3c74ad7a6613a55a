"""An endpoint on loopback that answers like a model after a fixed time: `python benchmarks/endpoint.py 0.5`.

It prints its port, and counts of requests for `GET /count`. Nothing but the standard library, one
process, so that its own cost is small beside that of whoever asks.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys

NUMBERED = re.compile(r"^\[(\d+)\] (.+)$", re.MULTILINE)


def reply(body: dict) -> str:
    """What a model that copies would say to our prompt, and to one that wants extractions."""
    asked = str(body["messages"][-1]["content"])
    if "extractions" in json.dumps(body["messages"]):
        return json.dumps({"extractions": []})
    numbered = NUMBERED.findall(asked)
    lines = [{"text": text, "sentences": [int(number)]} for number, text in numbered[:4]]
    claims = [{"text": t, "speaker": None, "sentences": [int(n)]} for n, t in numbered[4:10]]
    return json.dumps({"summary": lines, "claims": claims, "positions": []})


class Endpoint:
    """The server: answers after `delay` seconds, and counts."""

    def __init__(self, delay: float) -> None:
        self.delay = delay
        self.count = 0
        self.open = self.most_open = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection."""
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                length = re.search(r"content-length: (\d+)", head, re.IGNORECASE)
                raw = await reader.readexactly(int(length[1]) if length else 0)
                if head.startswith("GET"):
                    data = {"count": self.count, "most_open": self.most_open}
                else:
                    data = await self.answer(json.loads(raw))
                sent = json.dumps(data).encode()
                writer.write(
                    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
                    b"content-length: %d\r\n\r\n%s" % (len(sent), sent)
                )
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def answer(self, body: dict) -> dict:
        """Give the completion, in its time."""
        self.count += 1
        self.open += 1
        self.most_open = max(self.most_open, self.open)
        await asyncio.sleep(self.delay)
        self.open -= 1
        text = reply(body)
        words = sum(len(str(message["content"]).split()) for message in body["messages"])
        return {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1,
            "model": body["model"],
            "choices": [
                {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}
            ],
            "usage": {
                "prompt_tokens": words * 4 // 3,
                "completion_tokens": len(text) // 4,
                "total_tokens": words * 4 // 3 + len(text) // 4,
            },
        }


async def main(delay: float) -> None:
    endpoint = Endpoint(delay)
    server = await asyncio.start_server(endpoint.serve, "127.0.0.1", 0, limit=2**24, backlog=2048)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(float(sys.argv[1])))
