"""Income estimate for the credit desk, fed from Klavi reports."""
from __future__ import annotations

import os
from typing import Any

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt

import codes


class ReportError(Exception):
    def __init__(self, code: int, message: str) -> None:
        self.code = code
        self.message = message
        self.hint = codes.PERSON.get(code, "call us")
        super().__init__(f"klavi {code}: {message} -> {self.hint}")


def is_waiting(exc: BaseException) -> bool:
    return isinstance(exc, ReportError) and exc.code in codes.NOT_YET


def pause(state: RetryCallState) -> float:
    assert state.outcome is not None
    exc = state.outcome.exception()
    return codes.NOT_YET[exc.code] * 60  # type: ignore[union-attr]


class IncomeWorker:
    def __init__(self, base_url: str = "https://api.klavi.ai", key: str | None = None) -> None:
        self.http = httpx.Client(
            base_url=base_url,
            headers={"x-partner-token": key or os.environ.get("KLAVI_KEY", "")},
            timeout=60,
        )
        self.retrying = Retrying(
            retry=retry_if_exception(is_waiting),
            wait=pause,
            stop=stop_after_attempt(3),
            reraise=True,
        )

    def _fetch(self, trace_id: str) -> dict[str, Any]:
        body = self.http.get(f"/data/v1/report/{trace_id}").json()
        code = int(body["code"])
        if code not in codes.DONE:
            raise ReportError(code, body.get("message", ""))
        return body["data"]

    def estimate(self, trace_id: str) -> float:
        data = self.retrying(self._fetch, trace_id)
        credits = [t["amount"] for t in data["transactions"] if t["amount"] > 0]
        months = {t["date"][:7] for t in data["transactions"]}
        return sum(credits) / max(len(months), 1)
