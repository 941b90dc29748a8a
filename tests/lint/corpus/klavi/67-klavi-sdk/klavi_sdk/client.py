from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import requests

from .exceptions import to_exception
from .policy import RetryPolicy


class KlaviClient:
    """Thin wrapper; `retry` may be any object with a `run(fn)` method."""

    def __init__(
        self,
        access_token: str,
        *,
        base_url: str = "https://api.klavi.ai",
        retry: RetryPolicy | None = None,
        session: requests.Session | None = None,
    ) -> None:
        self._base = base_url.rstrip("/")
        self._retry = retry or RetryPolicy()
        self._session = session or requests.Session()
        self._session.headers.update({"Authorization": f"Bearer {access_token}", "Accept": "application/json"})

    def _call(self, method: str, path: str, **kwargs: Any) -> Any:
        response = self._session.request(method, self._base + path, timeout=(5, 60), **kwargs)
        payload = response.json()
        code = int(payload["code"])
        if code // 100 == 2:
            return payload.get("data")
        raise to_exception(code, payload.get("message", ""), path)

    def request(self, method: str, path: str, **kwargs: Any) -> Any:
        return self._retry.run(partial(self._call, method, path, **kwargs))

    def link_institution(self, link_id: str, institution: str, credentials: dict[str, str]) -> dict[str, Any]:
        return self.request(
            "POST",
            f"/data/v1/links/{link_id}/connections",
            json={"institutionId": institution, "credentials": credentials},
        )

    def accounts(self, link_id: str) -> list[dict[str, Any]]:
        return self.request("GET", f"/data/v1/links/{link_id}/accounts") or []

    def iter_transactions(self, link_id: str, per_page: int = 200) -> Iterator[dict[str, Any]]:
        page = 1
        while rows := self.request(
            "GET", f"/data/v1/links/{link_id}/transactions", params={"page": page, "size": per_page}
        ):
            yield from rows
            if len(rows) < per_page:
                return
            page += 1
