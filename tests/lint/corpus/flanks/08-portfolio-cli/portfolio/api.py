import time
from typing import Any, Callable, Protocol, TypeVar

import requests

from .faults import fault

T = TypeVar("T")


class PortfolioPort(Protocol):
    def products(self, token: str) -> list: ...


def despite_bad_network(fn: Callable[[], T], tries: int = 4) -> T:
    for n in range(1, tries):
        try:
            return fn()
        except requests.ConnectionError:
            time.sleep(n)
    return fn()


class FlanksPortfolio:
    def __init__(self, client_id: str, client_secret: str, base_url: str = "https://api.flanks.io") -> None:
        self.base_url = base_url
        self.auth = {"client_id": client_id, "client_secret": client_secret}
        self._bearer = None

    def _send(self, path: str, payload: dict) -> requests.Response:
        headers = {"Authorization": f"Bearer {self._bearer}"} if self._bearer else {}
        return despite_bad_network(
            lambda: requests.post(self.base_url + path, json=payload, headers=headers, timeout=30)
        )

    def _login(self) -> None:
        r = self._send("/v0/token", {"grant_type": "client_credentials", **self.auth})
        if r.status_code != 200:
            raise fault(r.status_code, r.json())
        self._bearer = r.json()["access_token"]

    def _call(self, path: str, payload: dict) -> Any:
        r = self._send(path, payload)
        if r.status_code == 401:
            # bearer gone stale: get a fresh one, then ask once more
            self._bearer = None
            self._login()
            r = self._send(path, payload)
        body = r.json()
        if r.status_code != 200 or "error_code" in body:
            raise fault(r.status_code, body)
        return body

    def products(self, token: str) -> list:
        out, cursor = [], None
        while True:
            page = self._call("/v1/portfolio", {"credentials_token": token, "cursor": cursor})
            out += page.get("products", [])
            cursor = page.get("next")
            if not cursor:
                return out
