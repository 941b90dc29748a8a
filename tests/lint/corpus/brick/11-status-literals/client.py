from __future__ import annotations

import logging
from typing import Any, ClassVar

import httpx

log = logging.getLogger("brick")


class BrickError(Exception):
    def __init__(self, status: int, code: str | None) -> None:
        super().__init__(f"{status}/{code}")
        self.status = status
        self.code = code


class MonthlyLimit(BrickError):
    """No more calls for this customer and endpoint until next month."""


class Reauthorise(BrickError):
    """Send the customer through the consent flow again."""


class BrickClient:
    OK: ClassVar[int] = 200
    LIMIT: ClassVar[str] = "423"
    REAUTHORISE: ClassVar[frozenset[str]] = frozenset({"401", "403"})

    def __init__(self, base_url: str, *, token: str = "", http: httpx.Client | None = None) -> None:
        self._http = http or httpx.Client(base_url=base_url, timeout=30)
        self._http.headers["Authorization"] = f"Bearer {token}"

    def _get(self, path: str, consent_id: str) -> dict[str, Any]:
        response = self._http.get(path, headers={"x-consent-id": consent_id})
        body = response.json()
        if response.status_code == self.OK:
            return body["data"]
        code = body.get("code") or body.get("error")
        log.info("%s %s -> %s %s", "GET", path, response.status_code, code)
        if response.status_code == self.LIMIT:
            raise MonthlyLimit(response.status_code, code)
        if response.status_code in self.REAUTHORISE:
            raise Reauthorise(response.status_code, code)
        raise BrickError(response.status_code, code)

    def transactions(self, account_id: str, consent_id: str) -> list[dict[str, Any]]:
        return self._get(f"/data/accounts/{account_id}/transactions", consent_id).get("transactions", [])
