"""The head of a GGUF model file: is it one, what is it called, how much can it read.

Only the key-value pairs are read, and of those only what stands before the tokenizer's
tables, so a file of any size takes a few milliseconds.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from summarizer.errors import UsageError

MAGIC = b"GGUF"

_STRING, _ARRAY = 8, 9
_SCALARS = {
    0: "<B",
    1: "<b",
    2: "<H",
    3: "<h",
    4: "<I",
    5: "<i",
    6: "<f",
    7: "<?",
    10: "<Q",
    11: "<q",
    12: "<d",
}
_LONGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Head:
    """What a model file says about itself; None where it does not.

    `cache_bytes` is the memory one token of context takes, at 16 bits a value.
    """

    name: str | None
    architecture: str | None
    context: int | None
    cache_bytes: int | None
    size: int


def read(path: Path) -> Head:
    """Read the head; UsageError when there is no such file, or it is no GGUF model."""
    try:
        with path.open("rb") as file:
            size = path.stat().st_size
            values = _pairs(file, path)
    except IsADirectoryError as error:
        raise UsageError(f"{str(path)!r} is a folder", hint="name the .gguf file in it") from error
    except OSError as error:
        raise UsageError(
            f"cannot read the model file {str(path)!r}: {error.strerror or error}",
            hint="--model llama:PATH.gguf, or llama:smollm2",
        ) from error
    kind = values.get("general.architecture")
    return Head(
        name=_text(values.get("general.name")),
        architecture=_text(kind),
        context=_number(values.get(f"{kind}.context_length")),
        cache_bytes=_cache(values, str(kind)),
        size=size,
    )


def _pairs(file: BinaryIO, path: Path) -> dict[str, Any]:
    if file.read(4) != MAGIC:
        raise UsageError(
            f"{str(path)!r} is not a GGUF model file", hint="llama.cpp reads models in the GGUF format only"
        )
    try:
        version, _, count = struct.unpack("<IQQ", file.read(20))
        if version not in (2, 3):
            raise ValueError(f"version {version}")
        values: dict[str, Any] = {}
        for _ in range(min(count, 10_000)):
            name = _read_string(file)
            if name.startswith("tokenizer."):
                break
            values[name] = _read_value(file, _unpack(file, "<I"))
    except (struct.error, ValueError, RecursionError) as error:
        raise UsageError(
            f"the model file {str(path)!r} is damaged: {error}", hint="fetch it again"
        ) from error
    return values


def _read_value(file: BinaryIO, kind: int) -> Any:  # noqa: ANN401
    if kind == _STRING:
        return _read_string(file)
    if kind != _ARRAY:
        return _unpack(file, _SCALARS.get(kind, ""))
    inner, count = struct.unpack("<IQ", file.read(12))
    if count > _LONGEST:
        raise ValueError(f"a list of {count} values")
    return tuple(_read_value(file, inner) for _ in range(count))


def _read_string(file: BinaryIO) -> str:
    length = _unpack(file, "<Q")
    if length > _LONGEST:
        raise ValueError(f"a text of {length} bytes")
    data = file.read(length)
    if len(data) < length:
        raise ValueError("it ends too early")
    return data.decode("utf-8")


def _unpack(file: BinaryIO, form: str) -> Any:  # noqa: ANN401
    if not form:
        raise ValueError("a value of an unknown kind")
    return struct.unpack(form, file.read(struct.calcsize(form)))[0]


def _cache(values: dict[str, Any], kind: str) -> int | None:
    """Keys and values of every layer: a head's width times the heads that keep them."""
    layers, width = (
        _number(values.get(f"{kind}.block_count")),
        _number(values.get(f"{kind}.embedding_length")),
    )
    heads = _number(values.get(f"{kind}.attention.head_count"))
    if layers is None or width is None or heads is None:
        return None
    kept = _number(values.get(f"{kind}.attention.head_count_kv")) or heads
    wide = _number(values.get(f"{kind}.attention.key_length")) or width // heads
    return 2 * 2 * layers * kept * wide


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


def _text(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
