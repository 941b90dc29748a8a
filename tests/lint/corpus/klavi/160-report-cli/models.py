from __future__ import annotations

import enum
from typing import Any

import attrs

from errors import NotKlavi, error_for


class Gap(enum.IntEnum):
    """Reports that are delivered although something is missing."""

    EXTRA_AUTHORIZATION = 201
    TRANSACTIONS = 202
    CPF = 203


@attrs.frozen
class Report:
    report_id: str | None
    accounts: list[dict[str, Any]] = attrs.field(factory=list)
    transactions: list[dict[str, Any]] = attrs.field(factory=list)
    gap: Gap | None = None

    @property
    def complete(self) -> bool:
        return self.gap is None

    @classmethod
    def from_response(cls, status: int, body: Any, text: str) -> Report:
        try:
            code = int(body["code"])
        except (KeyError, TypeError, ValueError):
            raise NotKlavi(status, text) from None
        if code != 200 and code not in set(Gap):
            raise error_for(code, str(body.get("message", "")))
        data = body.get("data") or {}
        return cls(
            report_id=data.get("report_id"),
            accounts=data.get("accounts") or [],
            transactions=data.get("transactions") or [],
            gap=None if code == 200 else Gap(code),
        )
