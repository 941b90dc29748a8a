"""What the loopback server is told to answer, and what it notes of each request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from ..contracts import Reply
from .wire import Request


class Fault(StrEnum):
    """How a reply goes wrong on its way."""

    RESET = "reset"
    """The connection is reset instead of a reply."""
    SLOW = "slow"
    """The reply comes in small pieces."""


@dataclass(frozen=True, slots=True)
class Action:
    """What a script answers. role: `case`, `success`, `route`, `other`: why this reply was chosen."""

    reply: Reply
    role: str = "case"
    fault: Fault | None = None
    close: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A request that arrived, and its answer. request: what was asked. at: when, in virtual seconds from some fixed
    moment. skipped: how many of them were skipped until then. action: the answer (`.reply`, and `.role`: why it)."""

    request: Request
    at: float
    skipped: float
    action: Action


Script = Callable[[Request], Action]
