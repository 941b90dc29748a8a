"""Account movements through Khipu's Open Data services."""
from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any, TypedDict

import httpx
from tenacity import (
    RetryCallState,
    retry,
    retry_if_exception,
    retry_if_exception_type,
    stop_after_attempt,
)


class Movement(TypedDict):
    date: dt.date
    amount: Decimal
    text: str


class KhipuError(Exception):
    def __init__(self, error: dict[str, Any]) -> None:
        super().__init__(f"{error['Code']} ({error['Type']}): {error['Description']}")
        self.code: str = error["Code"]
        self.kind: str = error["Type"]
        self.retry_after = error.get("RetryAfter")


def is_worth_it(exc: BaseException) -> bool:
    return isinstance(exc, KhipuError) and exc.kind != "DO_NOT_RETRY"


def pause(state: RetryCallState) -> float:
    exc = state.outcome.exception() if state.outcome else None
    return float(getattr(exc, "retry_after", None) or 20)


class Khipu:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com") -> None:
        self._http = httpx.Client(
            base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=90
        )

    @retry(
        retry=retry_if_exception(is_worth_it) | retry_if_exception_type(httpx.ConnectError),
        wait=pause,
        stop=stop_after_attempt(4),
        reraise=True,
    )
    def _run(self, service: str, payload: dict[str, Any]) -> dict[str, Any]:
        doc = self._http.post(f"/v1/cl/services/{service}", json=payload).json()
        if doc["Status"] != "OK":
            raise KhipuError(doc["Error"])
        return doc["Data"]

    def movements(self, bank: str, rut: str, password: str, month: str) -> list[Movement]:
        data = self._run(
            f"{bank}/account-movements", {"Username": rut, "Password": password, "Month": month}
        )
        return [
            {
                "date": dt.date.fromisoformat(row["Date"]),
                "amount": Decimal(str(row["Amount"])),
                "text": row["Description"].strip(),
            }
            for row in data["Movements"]
        ]
