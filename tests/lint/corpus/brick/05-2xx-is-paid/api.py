from __future__ import annotations

import json
from typing import Any

import urllib3


class BrickProblem(Exception):
    """Anything but a 2xx; `problem` is the body."""

    def __init__(self, status: int, problem: dict[str, Any]) -> None:
        self.status = status
        self.problem = problem
        super().__init__(status, problem.get("code"), problem.get("title"))


class Api:
    def __init__(self, base_url: str, token: str) -> None:
        self._base_url = base_url
        self._pool = urllib3.PoolManager(retries=False, timeout=urllib3.Timeout(total=30))
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def __call__(self, method: str, path: str, body: Any = None, **headers: str) -> dict[str, Any]:
        response = self._pool.request(
            method,
            self._base_url + path,
            body=None if body is None else json.dumps(body),
            headers={**self._headers, **headers},
        )
        document = json.loads(response.data)
        if not 200 <= response.status < 300:
            raise BrickProblem(response.status, document)
        return document["data"]
