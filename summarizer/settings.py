"""Every choice, read once, from values passed in; nothing is read at import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, get_args

from summarizer import keys, toml
from summarizer.errors import UsageError

Length = Literal["short", "medium", "long"]

Words = Literal["model", "article"]
"""In whose words claims and positions are."""

SCHEMES = ("extractive", "openai", "ollama", "llama", "replay")
EXTRACTIVE = "extractive"

CONFIG_KEYS = frozenset(
    "model base_url api_key_file keyring length attempts timeout deadline context record verify language audience"
    " style words".split()
)
TABLES = frozenset({"batch"})
"""Tables of the configuration file, each read by the command that it is for."""

SUGGESTION = (
    "name a model with --model, for example openai:NAME, ollama:NAME or llama:PATH.gguf; "
    "'summarizer doctor' shows what is set"
)


@dataclass(frozen=True, slots=True)
class Settings:
    """One run's choices, and where the choice of model came from.

    `timeout` bounds one request, `deadline` the whole run, both in seconds. `context`
    overrides what a backend says it can read, in tokens. `language`, `audience` and `style` (a
    file) say how the note is to be worded, `words` whether claims and positions are in the model's words or
    in the article's, where the model only says which. `verify` names a second model, whose opinion is one more
    signal. The key never shows in `repr`; `key_origin` says where it is from, None where there is none.
    """

    model: str = EXTRACTIVE
    model_origin: str = "nothing is configured"
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    length: Length = "medium"
    attempts: int = 2
    timeout: float = 300.0
    deadline: float = 1800.0
    context: int | None = None
    record: Path | None = None
    verify: str | None = None
    language: str | None = None
    audience: str | None = None
    style: Path | None = None
    words: Words = "model"
    config_path: Path | None = None
    key_origin: str | None = None

    def __post_init__(self) -> None:
        split_model(self.model)
        if self.verify is not None and split_model(self.verify)[0] == EXTRACTIVE:
            raise UsageError("--verify wants a model, and extractive is none", hint="--verify openai:NAME")
        if self.length not in get_args(Length):
            raise UsageError(f"unknown length {self.length!r}", hint="short, medium or long")
        if self.words not in get_args(Words):
            raise UsageError(f"unknown words {self.words!r}", hint="model or article")
        if self.words == "article" and self.language is not None:
            raise UsageError(
                f"the article's own words cannot be had in {self.language}",
                hint="leave out --words article or --language",
            )
        for name in ("attempts", "timeout", "deadline"):
            if getattr(self, name) <= 0:
                raise UsageError(f"{name} must be more than 0, not {getattr(self, name)}")

    @property
    def scheme(self) -> str:
        """What stands before the colon of `model`."""
        return split_model(self.model)[0]

    @property
    def model_name(self) -> str:
        """What stands after the colon of `model`; empty for `extractive`."""
        return split_model(self.model)[1]

    @classmethod
    def read(
        cls,
        environ: Mapping[str, str],
        config: Mapping[str, Any] | None = None,
        config_path: Path | None = None,
        **flags: Any,  # noqa: ANN401
    ) -> Settings:
        """Settle every choice: a flag, then the environment, then the file, then the default.

        `flags` that are None count as not given. Raises UsageError for an unknown key in
        the file, a value of the wrong type, a model name without a known scheme, or a key
        that cannot be had from where it is said to be. A key file or keyring is asked only where
        the model may want a key.
        """
        given = {name: value for name, value in flags.items() if value is not None}
        filed = dict(config or {})
        where = f"the configuration file {str(config_path)!r}"
        if unknown := sorted(set(filed) - CONFIG_KEYS - TABLES):
            raise UsageError(
                f"unknown setting {unknown[0]!r} in {where}",
                hint=f"known are {', '.join(sorted(CONFIG_KEYS))}, and the table [{'], ['.join(sorted(TABLES))}]",
            )
        for name in TABLES:
            filed.pop(name, None)
        model, origin = _choose_model(given.pop("model", None), environ, filed.pop("model", None), where)
        key, key_origin = _key(model, environ, filed.pop("api_key_file", None), filed.pop("keyring", None))
        base = cls(
            model=model,
            model_origin=origin,
            # an address for one provider's models must not receive what is meant for this machine
            base_url=environ.get("OLLAMA_HOST" if model.startswith("ollama:") else "OPENAI_BASE_URL") or None,
            api_key=key,
            key_origin=key_origin,
            config_path=config_path,
        )
        for name in ("record", "style"):
            if isinstance(filed.get(name), str):
                filed[name] = Path(filed[name]).expanduser()
        try:
            return replace(base, **{**filed, **given})
        except TypeError as error:
            raise UsageError(f"a setting has the wrong type in {where}: {error}") from error


def read_config(path: Path) -> tuple[dict[str, Any], Path | None]:
    """Read the TOML file at `path`; empty and None where there is none.

    Raises UsageError when it cannot be read or is not TOML.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}, None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read the configuration file {str(path)!r}: {error}") from error
    try:
        return toml.loads(text), path
    except ValueError as error:
        raise UsageError(f"the configuration file {str(path)!r} is not TOML: {error}") from error


def split_model(model: str) -> tuple[str, str]:
    """Split `scheme:rest`; UsageError when the scheme is not known or the rest is missing.

    >>> split_model("openai:gpt-5-mini")
    ('openai', 'gpt-5-mini')
    """
    if model == EXTRACTIVE:
        return EXTRACTIVE, ""
    scheme, colon, rest = model.partition(":")
    if scheme not in SCHEMES or scheme == EXTRACTIVE:
        raise UsageError(
            f"unknown model {model!r}: it must be scheme:name, the scheme one of "
            f"{', '.join(f'{s}:' for s in SCHEMES[1:])} or the word {EXTRACTIVE}",
            hint=f"--model openai:{model}" if not colon else "--model openai:NAME",
        )
    if not rest:
        raise UsageError(f"model {model!r} names no model", hint=f"--model {scheme}:NAME")
    return scheme, rest


def _choose_model(
    flag: str | None, environ: Mapping[str, str], filed: str | None, where: str
) -> tuple[str, str]:
    if flag:
        return flag, "--model"
    if named := environ.get("SUMMARIZER_MODEL"):
        return named, "SUMMARIZER_MODEL"
    if filed:
        return filed, where
    for variable in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        if environ.get(variable):
            return f"openai:{DEFAULT_OPENAI_MODEL}", f"{variable} is set"
    return EXTRACTIVE, "nothing is configured"


def _key(
    model: str, environ: Mapping[str, str], file: object, entry: object
) -> tuple[str | None, str | None]:
    """Find the key: the variable, then a file, then the keyring, the environment before the configuration."""
    if key := environ.get("OPENAI_API_KEY"):
        return key, "OPENAI_API_KEY"
    if not model.startswith("openai:"):
        return None, None
    for path, user in (
        (environ.get("SUMMARIZER_API_KEY_FILE"), environ.get("SUMMARIZER_KEYRING")),
        (file, entry),
    ):
        if path:
            return keys.from_file(Path(str(path))), f"the file {path}"
        if user:
            return keys.from_keyring(str(user)), f"the keyring's entry {user}"
    return None, None


DEFAULT_OPENAI_MODEL = "gpt-5.4-mini"
"""The only place that names a vendor's model; a 404 for it says how to name another."""
