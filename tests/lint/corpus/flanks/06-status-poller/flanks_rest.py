from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import requests


@dataclass(frozen=True)
class Failure:
    status: int
    error: str
    error_code: int | None = None


class FlanksFailure(Exception):
    def __init__(self, failure: Failure) -> None:
        super().__init__(str(failure))
        self.failure = failure

    @property
    def processing(self) -> bool:
        return self.failure.error_code == 20002


class Rest(Protocol):
    def post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]: ...


class RequestsRest:
    def __init__(self, base_url: str, access_token: str) -> None:
        self._base_url = base_url
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {access_token}"

    def post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        response = self._session.post(f"{self._base_url}/{path}", json=payload, timeout=40)
        try:
            body = response.json()
        except ValueError:
            body = {}
        if response.status_code == 200:
            return body
        raise FlanksFailure(
            Failure(
                response.status_code,
                body.get("error") or body.get("message") or response.reason,
                body.get("error_code"),
            )
        )
