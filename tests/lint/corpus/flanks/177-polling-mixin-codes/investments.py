from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from transport import JsonTransport, PollingMixin


@dataclass(frozen=True)
class Position:
    name: str
    value: float | None
    currency: str | None


class Investments(PollingMixin, JsonTransport):
    def positions(self, credentials_token: str) -> list[Position]:
        payload = {"credentials_token": credentials_token}
        rows = self._when_ready(lambda: self._request("/v0/bank/investment", payload))
        return [self._position(row) for row in rows]

    @staticmethod
    def _position(row: dict[str, Any]) -> Position:
        # Flanks sends null for what it could not retrieve
        return Position(row.get("name") or "?", row.get("value"), row.get("currency"))
