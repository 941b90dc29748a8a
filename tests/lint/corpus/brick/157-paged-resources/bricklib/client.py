from __future__ import annotations

from functools import cached_property
from typing import Any

import httpx
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential

from .errors import ApiError, TemporaryError
from .resources import AccountsResource


class BrickClient:
    def __init__(self, base_url: str, token: str, transport: httpx.BaseTransport | None = None) -> None:
        headers = {"Authorization": f"Bearer {token}"}
        self._http = httpx.Client(base_url=base_url, headers=headers, transport=transport, timeout=30)
        # 3, 6, 12, 24 and 48 seconds
        self._retrying = Retrying(
            retry=retry_if_exception_type(TemporaryError),
            wait=wait_exponential(multiplier=3, max=48),
            stop=stop_after_attempt(6),
            reraise=True,
        )

    @cached_property
    def accounts(self) -> AccountsResource:
        return AccountsResource(self)

    def get(self, url: str, params: dict[str, str] | None = None) -> dict[str, Any]:
        return self._retrying(self._get, url, params)

    def _get(self, url: str, params: dict[str, str] | None) -> dict[str, Any]:
        response = self._http.get(url, params=params)
        try:
            body = response.json()
        except ValueError:
            body = response.text
        if response.status_code != 200 or not isinstance(body, dict):
            raise ApiError.build(response.status_code, body)
        return body
