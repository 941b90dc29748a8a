"""Bank statements through Khipu."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import requests

from _errors import ErrorInfo, KhipuProtocolError, error_from
from _retry import follow_advice

BASE_URL = "https://api.khipu.com/v1/cl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """Login of the end user at the bank."""

    username: str
    password: str


@dataclass(frozen=True, slots=True)
class Movement:
    """A line of the statement."""

    date: str
    amount: Decimal
    description: str


class StatementClient:
    """Reads the movements of an account."""

    def __init__(self, token: str, *, base_url: str = BASE_URL, session: requests.Session | None = None) -> None:
        self._base_url = base_url
        self._session = session or requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token}"

    @follow_advice()
    def movements(self, bank: str, credentials: Credentials, month: dt.date) -> list[Movement]:
        """Return the movements of a month, oldest first."""
        data = self._post(
            f"/banks/{bank}/movements",
            {
                "Username": credentials.username,
                "Password": credentials.password,
                "Month": month.strftime("%Y-%m"),
            },
        )
        return [
            Movement(row["Date"], Decimal(str(row["Amount"])), row.get("Description") or "")
            for row in data["Movements"]
        ]

    def _post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        response = self._session.post(f"{self._base_url}{path}", json=payload, timeout=(5, 180))
        try:
            body = response.json()
        except requests.JSONDecodeError as exc:
            raise KhipuProtocolError(f"HTTP {response.status_code} without JSON") from exc
        match body:
            case {"Status": "OK", "Data": dict(data)}:
                return data
            case {"Status": "ERROR", "Error": {"Code": str(), "Type": str()} as raw}:
                raise error_from(ErrorInfo.from_wire(raw), body.get("OperationId"))
            case _:
                raise KhipuProtocolError(f"HTTP {response.status_code}: {str(body)[:200]}")
