"""Turns the code that Flanks Link hands to our front end into a stored connection."""
from __future__ import annotations

import time
from typing import Any

import requests

from ports import RETRY_AFTER, Connection, ConnectionStore, refusal


class LinkExchange:
    def __init__(
        self,
        base_url: str,
        bearer: str,
        store: ConnectionStore,
        session: requests.Session | None = None,
        max_sends: int = 3,
    ) -> None:
        self._base = base_url.rstrip("/")
        self._store = store
        self._session = session or requests.Session()
        self._session.headers["Authorization"] = f"Bearer {bearer}"
        self._max_sends = max_sends

    def _post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        for send in range(1, self._max_sends + 1):
            response = self._session.post(f"{self._base}{path}", json=payload, timeout=30)
            body = response.json()
            if response.status_code == 202 or "error_code" not in body:
                return body
            problem = refusal(body)
            if problem.advice.verb != RETRY_AFTER or send == self._max_sends:
                raise problem
            time.sleep(problem.advice.pause)
        raise AssertionError("max_sends must be positive")

    def connect(self, customer: str, link_code: str) -> Connection:
        body = self._post("/v0/links/exchange", {"code": link_code})
        connection = Connection(customer, body["credentials_token"], active=True)
        self._store.save(connection)
        return connection

    def portfolios(self, connection: Connection) -> list[dict[str, Any]]:
        if not connection.active:
            return []
        body = self._post("/v0/portfolio", {"credentials_token": connection.credentials_token})
        return body.get("portfolios", [])
