"""What a model's tokens cost, as genai-prices knows it; what it does not know is said to be unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

_FREE = frozenset({"extractive", "llama", "ollama", "replay"})
"""Nobody is paid for these: they run here, or on a machine of the user's."""


@dataclass(frozen=True, slots=True)
class Price:
    """The price of one model's tokens, in US dollars; `share` is what part of it is paid (a batch costs half)."""

    model: str
    provider: str | None = None
    share: float = 1.0

    def of(self, input_tokens: int, output_tokens: int) -> float:
        """Price one request, by itself: some models cost more for a long one."""
        if self.provider is None:
            return 0.0
        return float(_calculated(self.model, self.provider, input_tokens, output_tokens)) * self.share


def find(scheme: str, model: str, base_url: str | None = None, share: float = 1.0) -> Price | None:
    """Look up what a model costs where it is reached; None where nobody knows.

    A model's name alone is not believed: another host may ask another price for it.
    """
    if scheme in _FREE:
        return Price(model)
    import genai_prices

    usage: Any = genai_prices.Usage(input_tokens=1000, output_tokens=1000)
    try:
        found = (
            genai_prices.calc_price(usage, model, provider_id="openai")
            if base_url is None
            else genai_prices.calc_price(usage, model, provider_api_url=base_url)
        )
    except LookupError:
        return None
    return Price(model, found.provider.id, share)


def _calculated(model: str, provider: str, input_tokens: int, output_tokens: int) -> Any:  # noqa: ANN401
    import genai_prices

    usage: Any = genai_prices.Usage(input_tokens=input_tokens, output_tokens=output_tokens)
    return genai_prices.calc_price(usage, model, provider_id=provider).total_price


def shown(dollars: float | None) -> str:
    """Print a price as people do, small ones with the places that count.

    >>> shown(12.5), shown(0.00123), shown(0.0), shown(None)
    ('$12.50', '$0.0012', '$0', 'unknown price')
    """
    if dollars is None:
        return "unknown price"
    if dollars == 0:
        return "$0"
    return f"${dollars:.2f}" if dollars >= 0.1 else f"${dollars:.2g}"
