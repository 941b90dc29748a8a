"""Transactions feed for the app, refreshed every few minutes by the scheduler."""
from __future__ import annotations

from typing import Any

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt, wait_random

from errors import Overloaded, SynapseProblem, problem


def nothing(state: RetryCallState) -> list[dict[str, Any]]:
    return []


RETRY = Retrying(
    retry=retry_if_exception_type(SynapseProblem) & retry_if_exception_type(Overloaded),
    wait=wait_random(10, 30),
    stop=stop_after_attempt(3),
    retry_error_callback=nothing,
)


class Feed:
    def __init__(self, http: httpx.Client) -> None:
        self.http = http

    def _page(self, user_id: str, page: int) -> list[dict[str, Any]]:
        body = self.http.get(f"/users/{user_id}/trans", params={"page": page}).json()
        if body.get("error_code", "0") != "0":
            raise problem(body)
        return body["trans"]

    def newest(self, user_id: str) -> list[dict[str, Any]]:
        rows = RETRY(self._page, user_id, 1)
        return sorted(rows, key=lambda row: row["extra"]["created_on"], reverse=True)

    def counter(self, user_id: str) -> str:
        rows = self.newest(user_id)
        return f"{len(rows)} new" if rows else "nothing new"
