"""HTTP access to Brick Bank for the workers."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import requests


@dataclass(frozen=True)
class Problem:
    status: int
    code: str
    title: str
    detail: str

    @classmethod
    def read(cls, response: requests.Response) -> "Problem":
        try:
            body = response.json()
        except ValueError:
            body = {}
        if not isinstance(body, dict):
            body = {}
        return cls(
            status=response.status_code,
            code=body.get("code") or body.get("error") or "",
            title=body.get("title") or "",
            detail=body.get("detail") or body.get("error_description") or body.get("message") or "",
        )


class BrickProblem(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem

    def __str__(self) -> str:
        p = self.problem
        return f"brick {p.status} {p.code or '-'}: {p.detail}"

    def __reduce__(self):
        return (type(self), (self.problem,))


class BrickHttp:
    def __init__(self, base_url: str, token: str) -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def consent(self, consent_id: str) -> dict[str, Any]:
        return self._get(f"/open-finance/consents/{consent_id}", consent_id)

    def _get(self, path: str, consent_id: str) -> dict[str, Any]:
        response = self.session.get(
            self.base_url + path, headers={"x-consent-id": consent_id}, timeout=30, allow_redirects=False
        )
        if response.status_code != 200:
            raise BrickProblem(Problem.read(response))
        return response.json()["data"]
