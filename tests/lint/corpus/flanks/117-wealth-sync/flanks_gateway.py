from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import Any

import httpx

log = logging.getLogger(__name__)

WAITING = {"20002"}


class SyncFailed(Exception):
    pass


@dataclass
class Holding:
    isin: str | None
    name: str | None
    units: float | None
    value: float | None

    @classmethod
    def parse(cls, raw: dict[str, Any]) -> "Holding":
        return cls(raw.get("isin"), raw.get("name"), raw.get("units"), raw.get("value"))


class FlanksGateway:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io", polls: int = 30) -> None:
        self._http = httpx.Client(
            base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=httpx.Timeout(30, connect=5)
        )
        self._polls = polls

    def holdings(self, credentials_token: str) -> list[Holding]:
        body = self._fetch("/v0/bank/credentials/investment", credentials_token)
        return [Holding.parse(item) for item in body["investments"]]

    def accounts(self, credentials_token: str) -> list[dict[str, Any]]:
        return self._fetch("/v0/bank/credentials/account", credentials_token)["accounts"]

    def _fetch(self, path: str, credentials_token: str) -> dict[str, Any]:
        for _ in range(self._polls):
            response = self._http.post(path, json={"credentials_token": credentials_token})
            if response.status_code == 200:
                return response.json()
            body = self._read(response)
            if body.get("error_code") in WAITING:
                log.info("%s is being retrieved", path)
                time.sleep(20)
                continue
            raise SyncFailed(f"could not read {path}")
        raise TimeoutError(path)

    @staticmethod
    def _read(response: httpx.Response) -> dict[str, Any]:
        try:
            return response.json()
        except ValueError:
            return {}
