"""Khipu adapter of the bank-feed port."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import httpx

from failures import FeedFailure, FeedUnavailable
from settings import Settings


@dataclass(frozen=True)
class Credentials:
    username: str
    password: str


@dataclass(frozen=True)
class Movement:
    on: date | None
    amount: Decimal
    text: str

    @classmethod
    def parse(cls, raw: dict[str, Any]) -> "Movement":
        day = raw.get("Date")
        return cls(
            on=date.fromisoformat(day[:10]) if day else None,
            amount=Decimal(str(raw.get("Amount", 0))),
            text=raw.get("Description", ""),
        )


class KhipuFeed:
    def __init__(self, settings: Settings) -> None:
        self._client = httpx.Client(
            base_url=settings.base_url,
            timeout=settings.timeout_s,
            headers={"x-api-key": settings.api_key, "Accept": "application/json"},
        )

    def movements(self, bank: str, credentials: Credentials) -> list[Movement]:
        response = self._client.post(
            f"v1/cl/banking/personal/{bank}/account-movements",
            json={"Username": credentials.username, "Password": credentials.password},
        )
        envelope = self._envelope(response)
        match envelope["Status"]:
            case "OK":
                data = envelope.get("Data") or {}
                return [Movement.parse(row) for row in data.get("Movements", [])]
            case "ERROR" if envelope.get("Error"):
                raise FeedFailure.from_envelope(envelope)
            case _:
                raise FeedUnavailable(response.status_code, response.text[:120])

    @staticmethod
    def _envelope(response: httpx.Response) -> dict[str, Any]:
        try:
            body = response.json()
        except ValueError:
            body = None
        if not isinstance(body, dict) or "Status" not in body:
            raise FeedUnavailable(response.status_code, response.text[:120])
        return body
