from __future__ import annotations

from datetime import timedelta
from typing import Any


class FlanksError(Exception):
    """Anything that isn't the data. `code` is None where Flanks sends none (401, 405, 415, 500)."""

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        self.status = status
        self.body = body
        self.code: int | None = body.get("error_code")
        super().__init__(f"HTTP {status}, error_code {self.code}: {body.get('error') or body.get('message')}")


class SecurityChecks(FlanksError):
    """20003: leave the credentials alone for the longest time that Flanks names."""

    rest = timedelta(hours=48)


class StillRetrieving(FlanksError):
    """20002, or a status that says so: come back when the extraction is over."""


class NotAvailable(FlanksError):
    """20001, or a product whose extraction ended with an error. Needs a ticket."""


KINDS: dict[int | None, type[FlanksError]] = {
    20001: NotAvailable,
    20002: StillRetrieving,
    20003: SecurityChecks,
}


def error_for(status: int, body: dict[str, Any]) -> FlanksError:
    return KINDS.get(body.get("error_code"), FlanksError)(status, body)
