"""The choices of a batch that its user makes once for all: the table `[batch]` of the configuration file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from summarizer.batch.job import CONCURRENCY
from summarizer.errors import UsageError

NAME = "batch"

_TYPES: dict[str, type | tuple[type, ...]] = {
    "order": str,
    "concurrency": int,
    "processes": int,
    "rpm": (int, float),
    "tpm": (int, float),
    "max_cost": (int, float),
    "max_tokens": int,
    "total_deadline": (int, float),
    "cache": str,
    "cache_days": (int, float),
    "cache_size": (int, float),
    "engine": str,
    "workers": int,
    "shard": int,
}


@dataclass(frozen=True, slots=True)
class Choices:
    """Each is the option of the same name; None is no limit, or what the machine has."""

    order: str = "input"
    concurrency: int = CONCURRENCY
    processes: int | None = None
    rpm: float | None = None
    tpm: float | None = None
    max_cost: float | None = None
    max_tokens: int | None = None
    total_deadline: float | None = None
    cache: Path | None = None
    cache_days: float | None = None
    cache_size: float | None = None
    engine: str = "local"
    workers: int = 2
    shard: int = 200


def settle(filed: object, where: str, **flags: Any) -> Choices:  # noqa: ANN401
    """Settle every choice: a flag, then the file, then the default; flags that are None are not given.

    Raises UsageError for a key that is not known, or a value of the wrong type.
    """
    if not isinstance(filed, Mapping):
        raise UsageError(f"{NAME!r} is a table in {where}", hint=f"[{NAME}], and its keys below it")
    for name, value in filed.items():
        if name not in _TYPES:
            raise UsageError(
                f"unknown setting {name!r} under [{NAME}] in {where}",
                hint=f"known are {', '.join(sorted(_TYPES))}",
            )
        if isinstance(value, bool) or not isinstance(value, _TYPES[name]):
            raise UsageError(f"{name} under [{NAME}] has the wrong type in {where}: {value!r}")
    chosen = dict(filed)
    if "cache" in chosen:
        chosen["cache"] = Path(chosen["cache"]).expanduser()
    return replace(Choices(), **{**chosen, **{k: v for k, v in flags.items() if v is not None}})
