from __future__ import annotations

from typing import Any, ClassVar

import requests


class ServiceError(Exception):
    def __init__(self, status: int, body: str) -> None:
        super().__init__(f"HTTP {status}")
        self.status = status
        self.body = body


class Service:
    """Base class of all our data services; subclasses name their host."""

    host: ClassVar[str]
    timeout: ClassVar[float] = 60.0

    def __init__(self, token: str, host: str | None = None) -> None:
        self._host = host or self.host
        self._token = token

    def post(self, path: str, **fields: Any) -> dict[str, Any]:
        response = requests.post(
            self._host + path,
            json=fields,
            headers={"Authorization": f"Bearer {self._token}"},
            timeout=self.timeout,
        )
        if not response.ok:
            raise ServiceError(response.status_code, response.text)
        return response.json()
