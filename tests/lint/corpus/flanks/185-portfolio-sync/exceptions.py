from __future__ import annotations

from typing import Any


class FlanksError(Exception):
    """A reply of Flanks that isn't the data we asked for. `code` is None where Flanks sends none."""

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        self.status = status
        self.body = body
        raw = body.get("error_code")
        self.code: int | None = raw if isinstance(raw, int) else None
        super().__init__(f"HTTP {status} error_code={self.code}: {body.get('error') or body.get('message') or ''}")


class StillProcessing(FlanksError):
    """20002."""


class UnderReview(FlanksError):
    """20003: picked for a security check."""


class BankUnreachable(FlanksError):
    """50001."""


class UserActionNeeded(FlanksError):
    """50002 and 50003: the user has to correct the credentials or to pass SCA."""


class NotAvailable(FlanksError):
    """20001, or a field marked as errored by credentials/status."""
