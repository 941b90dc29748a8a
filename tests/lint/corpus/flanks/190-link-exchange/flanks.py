"""Cliente de Flanks para el agregador."""
from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import Any, Optional

import httpx

log = logging.getLogger(__name__)


@dataclass
class FlanksProblem:
    status: int
    code: Optional[int] = None
    detail: str = ""

    @classmethod
    def from_response(cls, response: httpx.Response) -> "FlanksProblem":
        try:
            body = response.json()
        except ValueError:
            return cls(response.status_code)
        return cls(
            status=response.status_code,
            code=body.get("code"),
            detail=body.get("detail", ""),
        )


class FlanksError(Exception):
    def __init__(self, problem: FlanksProblem) -> None:
        super().__init__(f"Flanks: HTTP {problem.status} (código {problem.code}) {problem.detail}")
        self.problem = problem

    @property
    def code(self) -> Optional[int]:
        return self.problem.code


@dataclass
class FlanksClient:
    access_token: str
    base_url: str = "https://api.flanks.io"
    timeout: float = 20.0
    _http: httpx.Client = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._http = httpx.Client(
            base_url=self.base_url,
            headers={"Authorization": f"Bearer {self.access_token}"},
            timeout=self.timeout,
        )

    def post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        response = self._http.post(path, json=payload)
        if response.is_success:
            return response.json()
        problem = FlanksProblem.from_response(response)
        log.warning("%s -> %s", path, problem)
        raise FlanksError(problem)

    def exchange_link_code(self, code: str) -> str:
        return self.post("/v0/platform/link", {"code": code})["credentials_token"]
