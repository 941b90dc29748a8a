from __future__ import annotations

import json
from datetime import date, timedelta

import urllib3

from .base import Gateway, GatewayError, NothingToFetch, TryLater

# connections only: what comes back as an answer is read below
_RETRY = urllib3.Retry(connect=2, read=0, redirect=0, status=0, other=0, backoff_factor=0.5)


class KhipuGateway(Gateway):
    name = "khipu"
    repeats = 2

    def __init__(self, token: str, user: str, password: str,
                 base_url: str = "https://api.khipu.com", **_):
        self._pool = urllib3.PoolManager(retries=_RETRY, timeout=90.0)
        self._url = base_url + "/v1/cl/banks/bci.cl/movements"
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        self._login = {"Username": user, "Password": password}

    def _once(self, day: date) -> dict:
        raw = self._pool.request(
            "POST", self._url, headers=self._headers,
            body=json.dumps({**self._login, "Date": day.isoformat()}),
        )
        try:
            return json.loads(raw.data)
        except ValueError as exc:
            raise GatewayError(f"HTTP {raw.status} without JSON") from exc

    def movements(self, day: date, _left: int | None = None) -> list[dict]:
        left = self.repeats if _left is None else _left
        doc = self._once(day)
        if doc["Status"] == "OK":
            return doc["Data"]["Movements"]

        err = doc["Error"]
        code, advice = err["Code"], err["Type"]
        failure = GatewayError(f"{code} {err['Description']}", code=code, advice=advice)

        if code[:2] == "E3":
            raise NothingToFetch(str(failure))
        if advice == "RETRY_IMMEDIATELY" and left:
            return self.movements(day, left - 1)
        if advice == "WAIT_4_HOURS_BEFORE_RETRY":
            raise TryLater(timedelta(hours=4), failure)
        raise failure
