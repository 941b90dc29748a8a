"""Faults of the Brick Bank gateway."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class FaultDetail:
    """The three envelopes of the provider brought to one shape; `key` is None where the reply has no code."""

    http_status: int
    key: str | None
    title: str
    raw: str

    @classmethod
    def of(cls, http_status: int, document: Any, raw: str) -> "FaultDetail":
        if not isinstance(document, dict):
            return cls(http_status, None, "", raw)
        key = document.get("code") or document.get("error") or None
        title = document.get("title") or document.get("error_description") or document.get("message") or ""
        return cls(http_status, key, title, raw)


class BrickFault(Exception):
    def __init__(self, detail: FaultDetail) -> None:
        super().__init__(f"brick {detail.http_status} {detail.key or '(no code)'}: {detail.title}")
        self.detail = detail


class CallerFault(BrickFault):
    """Ours or the customer's to settle."""


class QuotaFault(BrickFault):
    """Monthly operational limit used up: no calls for this institution before the next period."""


class ServerFault(BrickFault):
    """One of the 50x family."""


class FaultFactory:
    _MONTHLY_LIMIT = 423

    def create(self, detail: FaultDetail) -> BrickFault:
        if detail.http_status == self._MONTHLY_LIMIT:
            return QuotaFault(detail)
        if 500 <= detail.http_status <= 509:
            return ServerFault(detail)
        if 400 <= detail.http_status <= 499:
            return CallerFault(detail)
        return BrickFault(detail)
