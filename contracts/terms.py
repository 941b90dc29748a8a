"""The words that contracts are written in. Times are seconds everywhere; what a page does not say is `UNSPECIFIED`,
never a guess.
"""

# No `from __future__ import annotations`: NamedTuple would compile each annotation, which takes some milliseconds.

from enum import StrEnum
from typing import NamedTuple

Scalar = str | int | float | bool | None


class Kind(StrEnum):
    """What sort of outcome a case is."""

    SUCCESS = "success"
    PARTIAL = "partial"
    PENDING = "pending"
    ERROR = "error"
    TRANSPORT = "transport"
    """A bare HTTP fact (204, 301): shown by `explain`, known to `classify`, no item, no rule."""


class Verb(StrEnum):
    """A policy in short form: what a client may do with the same request."""

    NEVER = "never"
    AFTER_ACTION = "after-action"
    AFTER = "after"
    BACKOFF = "backoff"
    NOW = "now"
    POLL = "poll"
    UNSPECIFIED = "unspecified"


class Basis(StrEnum):
    """Where a policy comes from."""

    ENTRY = "entry"
    RULE = "rule"
    ADVICE = "advice"
    MEANING = "meaning"
    NONE = "none"


class Channel(StrEnum):
    """How a case reaches the client."""

    REPLY = "reply"
    WEBHOOK = "webhook"


class Actor(StrEnum):
    """Who acts in a step."""

    END_USER = "end-user"
    INTEGRATOR = "integrator"
    CLIENT = "client"
    BANK = "bank"
    PROVIDER = "provider"


class StatusUnspecified(StrEnum):
    """A case whose HTTP status the page leaves open."""

    UNSPECIFIED = "unspecified"
    """Nothing said: it may come with a success status too, where the contract says `errors_in_success`."""
    ERROR = "error-unspecified"
    """Not named, but surely not a success status."""


Status = tuple[int, ...] | StatusUnspecified


class Source(NamedTuple):
    """Where a fact stands: the page's address and the section on it."""

    page: str
    section: str

    def __str__(self) -> str:
        return f"{self.page}, section {self.section!r}"
