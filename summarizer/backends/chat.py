"""The OpenAI chat completions protocol, spoken to any endpoint that knows it."""

from __future__ import annotations

import asyncio
import ipaddress
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from summarizer.backends import ladder, refusals, replies, retry
from summarizer.backends.lanes import Lanes
from summarizer.errors import BackendUnavailable, UsageError
from summarizer.exchange import Gate, Reply, Request, no_gate

if TYPE_CHECKING:
    import ssl

    import openai

OPENAI_URL = "https://api.openai.com/v1"

_HINTS = {
    "openai": "check --base-url and that the server runs; 'summarizer doctor' asks it",
    "ollama": "start it with 'ollama serve', or give its address with --base-url",
    "llama": "run again; the embedded server has ended",
}


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one kind of server wants to be asked, and how it answers.

    What a server takes beyond the protocol stands in the body.
    """

    body: Callable[[Request, str, ladder.Manner], dict[str, Any]] = ladder.body
    read: Callable[[str, refusals.Address], Reply] = replies.read
    path: str = "/chat/completions"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where requests go and how long they may take, in seconds; key and password never show in `repr`."""

    url: str = field(repr=False)
    key: str | None = field(default=None, repr=False)
    timeout: float = 300.0
    deadline: float = 1800.0

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise UsageError(
                f"{self.url.rpartition('@')[2]!r} is not the address of an endpoint",
                hint="--base-url http://HOST:PORT/v1",
            )
        if self.key is not None and not re.fullmatch(r"[!-~]+", self.key):
            raise UsageError(
                "the API key holds blanks or other characters that no key has",
                hint="set OPENAI_API_KEY again; it is not shown here",
            )

    @property
    def bare(self) -> str:
        """The address without user and password, which the HTTP library would write into its log."""
        parts = urlsplit(self.url)
        return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()

    @property
    def login(self) -> tuple[str, str] | None:
        """User and password, where the address holds them; they are sent in place of the key."""
        parts = urlsplit(self.url)
        if not parts.username and not parts.password:
            return None
        return unquote(parts.username or ""), unquote(parts.password or "")

    @property
    def local(self) -> bool:
        """Whether text sent there stays on this machine."""
        host = urlsplit(self.url).hostname or ""
        if host == "localhost" or host.endswith(".localhost"):
            return True
        try:
            return ipaddress.ip_address(host).is_loopback
        except ValueError:
            return False


def trusted(endpoint: Endpoint) -> ssl.SSLContext:
    """Read the certificates that this machine trusts: 20 ms of each client that is not given them."""
    import httpx2

    return httpx2.create_ssl_context(trust_env=not endpoint.local)


def client(
    endpoint: Endpoint, retries: int = 0, certificates: ssl.SSLContext | None = None
) -> openai.AsyncOpenAI:
    """Open the client of the openai package; requests to models are retried elsewhere."""
    import openai

    # a proxy set for the outside world must not carry what is meant for this machine
    # and text goes where it was told to: a redirect would carry the article to a host that nobody named
    transport = openai.DefaultAsyncHttpxClient(
        trust_env=not endpoint.local,
        follow_redirects=False,
        auth=endpoint.login,
        verify=certificates or trusted(endpoint),
    )
    return openai.AsyncOpenAI(
        api_key=endpoint.key or "none",
        base_url=endpoint.bare,
        timeout=endpoint.timeout,
        max_retries=retries,
        http_client=transport,
    )


class ChatBackend:
    """A model behind chat completions.

    What the endpoint refuses is remembered for the life of the object, so only the first
    request pays for finding out. Errors: `BackendUnavailable`, `BackendRefused`,
    `ContextOverflow`.
    """

    def __init__(
        self,
        model: str,
        endpoint: Endpoint,
        *,
        scheme: str = "openai",
        context: int | None = None,
        manner: ladder.Manner | None = None,
        dialect: Dialect | None = None,
    ) -> None:
        self._model = model
        self._endpoint = endpoint
        self._scheme = scheme
        self._context = context
        self._manner = manner or ladder.Manner()
        self._dialect = dialect or Dialect()
        self._address = refusals.Address(model, endpoint.url, endpoint.key, scheme)
        self._deadline = retry.Deadline(endpoint.deadline)
        self._certificates: ssl.SSLContext | None = None
        self._lanes = Lanes(self._client)
        self.pause: retry.Pause = asyncio.sleep
        self.gate: Gate = no_gate

    @property
    def scheme(self) -> str:
        """`openai`, unless another backend speaks through this one."""
        return self._scheme

    @property
    def model(self) -> str:
        """The model's name, as the endpoint knows it."""
        return self._model

    @property
    def context(self) -> int | None:
        """Tokens that fit, where the settings say so; the protocol itself never does."""
        return self._context

    @property
    def endpoint(self) -> Endpoint:
        """Where text is sent."""
        return self._endpoint

    @property
    def manner(self) -> ladder.Manner:
        """What the endpoint has been found to accept so far."""
        return self._manner

    async def complete(self, request: Request) -> Reply:
        """Carry one request, going down the ladder as far as the endpoint makes it."""
        import openai

        started = time.monotonic()
        requests = 0

        async def send(body: dict[str, Any]) -> str:
            nonlocal requests
            requests += 1
            return await self.gate(request, lambda: self._send(body))

        while True:
            manner = self._manner
            body = self._dialect.body(request, self._model, manner)
            try:
                text: str = await retry.retrying(self._deadline, self.pause)(send, body)
                break
            except openai.APIStatusError as error:
                told = refusals.tell(error)
                lower = self._lower(manner, told, body)
                if lower is None:
                    # not chained: the SDK's own text may repeat part of the key
                    raise refusals.final(told, self._address, requests) from None
                self._manner = lower
            except (openai.APIConnectionError, asyncio.TimeoutError) as error:
                raise self._unavailable(error, requests) from error
        reply = self._dialect.read(self._address.keyless(text), self._address)
        return replace(
            reply,
            seconds=time.monotonic() - started,
            requests=requests,
            mode=manner.mode if request.schema is not None else "prompted",
            detail=reply.detail or manner.note(),
        )

    async def close(self) -> None:
        """Close the connections; safe to call twice."""
        await self._lanes.close()

    async def _send(self, body: dict[str, Any]) -> str:
        """One wire request; the time-out covers all of it, however slowly a server drips."""
        left = self._deadline.left()
        if left <= 0:
            raise self._late()
        self._lanes.warm()  # loading the package takes a while, which is not the endpoint's
        return await asyncio.wait_for(self._post(body), min(self._endpoint.timeout, left))

    async def _post(self, body: dict[str, Any]) -> str:
        """Send the body as it is: what `create` does with it first takes 1.1 of 1.6 ms of processor time a request."""
        import httpx2

        with self._lanes.one() as opened:
            answer: httpx2.Response = await opened.post(
                self._dialect.path, cast_to=httpx2.Response, body=body
            )
            return answer.text

    def _client(self) -> openai.AsyncOpenAI:
        if self._certificates is None:
            self._certificates = trusted(self._endpoint)
        return client(self._endpoint, certificates=self._certificates)

    def _lower(
        self, manner: ladder.Manner, told: refusals.Told, body: dict[str, Any]
    ) -> ladder.Manner | None:
        if refusals.is_overflow(told) or (told.status not in (400, 422) and told.status < 500):
            return None
        lower = ladder.step_down(manner, told.text, told.param, body)
        # another request may have found out more in the meantime
        return self._manner if lower is not None and self._manner != manner else lower

    def _late(self) -> BackendUnavailable:
        return BackendUnavailable(
            f"{self._model} was not done within the {self._endpoint.deadline:g} s allowed for the run",
            hint="a longer --deadline, or a faster model",
        )

    def _unavailable(self, error: Exception, requests: int) -> BackendUnavailable:
        import openai

        if self._deadline.left() <= 0:
            return self._late()
        where = self._address.shown
        tried = "1 request" if requests == 1 else f"{requests} requests"
        if isinstance(error, (openai.APITimeoutError, asyncio.TimeoutError)):
            return BackendUnavailable(
                f"{self._model} at {where} did not answer within {self._endpoint.timeout:g} s ({tried})",
                hint="a longer --timeout, a smaller model, or a shorter article",
            )
        cause = self._address.clean(str(error.__cause__ or error)) or type(error.__cause__ or error).__name__
        return BackendUnavailable(
            f"nothing answers at {where} ({tried}): {cause}",
            hint=_HINTS.get(self._scheme, _HINTS["openai"]),
        )
