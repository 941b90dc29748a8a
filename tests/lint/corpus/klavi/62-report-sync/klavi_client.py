"""Thin client for the Klavi report endpoint."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import requests

from settings import Settings


class KlaviError(Exception):
    """Klavi answered with something other than a report."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"klavi {code}: {message}")
        self.code = code
        self.message = message


class KlaviTransportError(Exception):
    """No usable answer at all."""


@dataclass
class Report:
    trace_id: str
    accounts: list[dict[str, Any]]
    transactions: list[dict[str, Any]]


class KlaviClient:
    def __init__(self, settings: Settings, session: requests.Session | None = None) -> None:
        self._settings = settings
        self._session = session or requests.Session()
        self._session.headers["Authorization"] = f"Bearer {settings.klavi_token}"

    def fetch_report(self, trace_id: str) -> Report:
        try:
            response = self._session.get(
                f"{self._settings.klavi_url}/data/v1/reports/{trace_id}",
                timeout=self._settings.klavi_timeout,
            )
            body = response.json()
        except (requests.RequestException, ValueError) as exc:
            raise KlaviTransportError(str(exc)) from exc
        return self._unwrap(trace_id, body)

    @staticmethod
    def _unwrap(trace_id: str, body: dict[str, Any]) -> Report:
        code = int(body["code"])
        if 200 <= code < 300:
            data = body.get("data") or {}
            return Report(
                trace_id=trace_id,
                accounts=data.get("accounts", []),
                transactions=data.get("transactions", []),
            )
        raise KlaviError(code, body.get("message", ""))
