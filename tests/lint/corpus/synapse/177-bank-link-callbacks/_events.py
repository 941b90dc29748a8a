"""Callbacks through which the linking screen hears what happens."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol


class LinkState(StrEnum):
    """States that the screen can show."""

    LINKED = "linked"
    MFA_NEEDED = "mfa_needed"
    CREDENTIALS_REJECTED = "credentials_rejected"
    ACCOUNT_NEEDS_ATTENTION = "account_needs_attention"
    NO_ACH_ACCOUNT = "no_ach_account"
    BANK_IN_MAINTENANCE = "bank_in_maintenance"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class LinkEvent:
    """State plus the codes it was derived from."""

    state: LinkState
    http_code: str
    error_code: str
    text: str = ""
    node_ids: tuple[str, ...] = ()
    mfa: dict[str, Any] | None = None


class Listener(Protocol):
    """Receives exactly one event per attempt to link."""

    def __call__(self, event: LinkEvent, /) -> None: ...


@dataclass(slots=True)
class Recorder:
    """A listener that remembers; used by the web handler and by tests."""

    events: list[LinkEvent] = field(default_factory=list)

    def __call__(self, event: LinkEvent, /) -> None:
        self.events.append(event)

    @property
    def last(self) -> LinkEvent:
        """The most recent event."""
        return self.events[-1]
