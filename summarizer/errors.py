"""Every failure a user can meet, sorted by who can act on it.

    SummarizerError
    ├── UsageError            2   you: an option, a model name, a setting
    ├── SourceError           3   you: the input cannot be read, or holds no article
    ├── OutputError           2   you: the result cannot be written
    ├── BackendError          4   the machine: the model's endpoint
    │   ├── BackendUnavailable    does not answer, or not in time
    │   ├── BackendRefused        answers, and will not (key, quota, unknown model)
    │   └── ContextOverflow       the article does not fit, or was silently cut
    ├── ReplyRejected         5   the model: its replies were unusable
    ├── ReplyPending          4   the provider: its batch has not answered, maybe not yet
    └── BatchStopped          7   you: a limit on cost, tokens or time was reached

A message says what failed, on what, and what to try; the number is the exit status.
"""

from __future__ import annotations

from collections.abc import Sequence


class SummarizerError(Exception):
    """Root of all errors raised on purpose; its text is one that a person can act on."""

    exit_code = 1

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return self.message if self.hint is None else f"{self.message}\n  try: {self.hint}"


class UsageError(SummarizerError):
    """An option, a setting or an environment variable cannot mean anything."""

    exit_code = 2


class OutputError(SummarizerError):
    """The result was made and cannot be put where it was asked for."""

    exit_code = 2


class SourceError(SummarizerError):
    """The input cannot be read as text, or there is no article in it."""

    exit_code = 3


class BackendError(SummarizerError):
    """The model's endpoint failed; nothing was learnt about the article."""

    exit_code = 4


class BackendUnavailable(BackendError):
    """No answer, or none in time, after every retry that made sense."""


class BackendRefused(BackendError):
    """An answer that says no and will say no again: key, quota, model, policy."""


class ContextOverflow(BackendError):
    """The request is longer than the model can read; `sent` and `read` are tokens where known."""

    def __init__(
        self,
        message: str,
        *,
        hint: str | None = None,
        sent: int | None = None,
        read: int | None = None,
    ) -> None:
        super().__init__(message, hint=hint)
        self.sent = sent
        self.read = read


class ReplyRejected(SummarizerError):
    """Every attempt ended in a reply that could not be used.

    `problems` are those of the last attempt, one a line; `attempts` counts all of them.
    """

    exit_code = 5

    def __init__(
        self,
        message: str,
        *,
        problems: Sequence[str] = (),
        attempts: int = 0,
        hint: str | None = None,
    ) -> None:
        super().__init__(message, hint=hint)
        self.problems = tuple(problems)
        self.attempts = attempts

    def __str__(self) -> str:
        lines = [self.message, *(f"  {problem}" for problem in self.problems)]
        if self.hint is not None:
            lines.append(f"  try: {self.hint}")
        return "\n".join(lines)


class ReplyPending(SummarizerError):
    """A provider's batch has no answer to a request; another round may bring one."""

    exit_code = 4


class BatchStopped(SummarizerError):
    """A limit of the whole batch was reached; what is not done yet is left for the next run."""

    exit_code = 7
