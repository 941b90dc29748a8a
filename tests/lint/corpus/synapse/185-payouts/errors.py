from __future__ import annotations

from typing import Any


class SynapseError(Exception):
    def __init__(self, http_code: str, error_code: str, body: dict[str, Any]) -> None:
        error = body.get("error")
        text = error.get("en", "") if isinstance(error, dict) else error
        super().__init__(f"synapse {http_code}/{error_code}: {text}")
        self.http_code = http_code
        self.error_code = error_code
        self.body = body


class StillPending(SynapseError):
    """Accepted, not final."""


class Unavailable(SynapseError):
    """Overload or maintenance."""


class KeyAlreadyUsed(SynapseError):
    """The payout has been sent before, under the same idempotency key."""
