"""Thin wrapper over Klavi's Open Data API."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import requests

DEFAULT_BASE_URL = "https://api.klavi.ai"


class KlaviFailure(Exception):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"[{code}] {message}")
        self.code = code
        self.message = message


class NeedsUser(KlaviFailure):
    """The end user must do something in the bank's app or in ours."""


class RegistrationPending(KlaviFailure):
    """The bank is still finishing the registration of the device."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    link_id: str
    accounts: list[dict[str, Any]]
    complete: bool = True


_NEEDS_USER = {402, 403, 406, 407, 408, 409, 410, 413, 414, 416, 417, 418, 419, 420, 433, 434, 435}
_DONE = range(200, 204)


def _raise_for_code(code: int, message: str) -> None:
    if code == 415:
        raise RegistrationPending(code, message)
    if code in _NEEDS_USER:
        raise NeedsUser(code, message)
    raise KlaviFailure(code, message)


class KlaviApi:
    def __init__(self, token: str, base_url: str = DEFAULT_BASE_URL) -> None:
        self._base_url = base_url.rstrip("/")
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token}"

    def snapshot(self, link_id: str) -> Snapshot:
        response = self._session.get(f"{self._base_url}/data/v1/links/{link_id}/accounts", timeout=30)
        body: dict[str, Any] = response.json()
        code = int(body["code"])
        if code not in _DONE:
            _raise_for_code(code, body.get("message", ""))
        return Snapshot(link_id, (body.get("data") or {}).get("accounts", []))
