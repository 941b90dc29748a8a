from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import urllib3

from core import AggregatorFailure, Remedy

REMEDIES: dict[Remedy, frozenset[int]] = {
    Remedy.WAIT: frozenset(range(20001, 20004)) | {50001},
    Remedy.CUSTOMER: frozenset({50002, 50003}),
    Remedy.DEVELOPER: frozenset({40001}),
}


class _Refused(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(status, body)
        self.status = status
        self.code = body.get("error_code")


def remedy_for(status: int, code: int | None) -> Remedy:
    if code is None:
        return Remedy.DEVELOPER if 400 <= status < 500 else Remedy.UNKNOWN
    return next((remedy for remedy, codes in REMEDIES.items() if code in codes), Remedy.UNKNOWN)


@contextmanager
def translated() -> Iterator[None]:
    try:
        yield
    except _Refused as exc:
        remedy = remedy_for(exc.status, exc.code)
        raise AggregatorFailure("flanks", remedy, status=exc.status, code=exc.code) from exc


class Flanks:
    name = "flanks"

    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self._base_url = base_url
        self._http = urllib3.PoolManager(headers={"Authorization": f"Bearer {token}"}, retries=False)

    def _post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        response = self._http.request("POST", self._base_url + path, json=payload, timeout=30.0)
        body = response.json()
        if response.status == 200 and "error_code" not in body:
            return body
        raise _Refused(response.status, body)

    def transactions(self, credentials_token: str) -> list[dict[str, Any]]:
        with translated():
            return self._post("/v0/bank/transaction", {"credentials_token": credentials_token})["transactions"]
