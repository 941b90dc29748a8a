from __future__ import annotations

from contextlib import contextmanager
from typing import Any, Iterator

import requests


class KlaviRejected(Exception):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message


class KlaviUnreachable(Exception):
    pass


@contextmanager
def network() -> Iterator[None]:
    try:
        yield
    except (requests.ConnectionError, requests.Timeout) as exc:
        raise KlaviUnreachable(str(exc)) from exc


class KlaviClient:
    def __init__(self, token: str, base_url: str = "https://api.klavi.ai") -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def _request(self, method: str, path: str, **kwargs: Any) -> dict[str, Any]:
        with network():
            body = self.session.request(method, self.base_url + path, timeout=60, **kwargs).json()
        if body["code"] >= 400:
            raise KlaviRejected(body["code"], body.get("message", ""))
        return body.get("data") or {}

    def crawl(self, link_ref: str, login: str, password: str) -> dict[str, Any]:
        return self._request(
            "POST", "/open-data/v1/crawls", json={"link": link_ref, "login": login, "password": password}
        )
