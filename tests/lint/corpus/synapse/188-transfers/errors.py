from __future__ import annotations

from typing import Any


class SynapseError(Exception):
    def __init__(self, http_code: str, error_code: str, body: dict[str, Any]) -> None:
        self.http_code = http_code
        self.error_code = error_code
        self.body = body
        text = body.get("error")
        super().__init__(f"{http_code}/{error_code}: {text.get('en') if isinstance(text, dict) else text}")

    @property
    def pair(self) -> tuple[str, str]:
        return self.http_code, self.error_code


class SynapseSuspended(Exception):
    """Our breaker is open; `cause` is the failure that opened it."""

    def __init__(self, cause: SynapseError) -> None:
        super().__init__(f"calls to Synapse are suspended after {cause}")
        self.cause = cause
        self.error_code = cause.error_code
