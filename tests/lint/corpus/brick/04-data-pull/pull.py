"""Nightly pull of customer data from Brick Bank."""
from __future__ import annotations

from typing import Any, Callable, Optional

import msgspec
import requests

from again import repeat


class Problem(msgspec.Struct):
    code: str = ""
    title: str = ""
    detail: str = ""
    error: str = ""
    error_description: str = ""
    message: str = ""


class Answer(msgspec.Struct):
    status: int
    data: Any = None
    problem: Optional[Problem] = None


class BrickError(RuntimeError):
    def __init__(self, status: int, problem: Problem) -> None:
        label = problem.code or problem.error or "-"
        text = problem.detail or problem.error_description or problem.message
        super().__init__(f"{status} {label} {text}")
        self.status = status
        self.problem = problem


class Pull:
    def __init__(self, base_url: str, token: str, sleep: Callable[[float], None]) -> None:
        self.base_url = base_url
        self.sleep = sleep
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    @repeat()
    def _get(self, path: str) -> Answer:
        resp = self.session.get(self.base_url + path, timeout=30)
        if resp.status_code == 200:
            return Answer(200, data=resp.json()["data"])
        problem = msgspec.json.decode(resp.content or b"{}", type=Problem)
        return Answer(resp.status_code, problem=problem)

    def customers(self) -> list[dict[str, Any]]:
        answer = self._get("/open-banking/customers/v2/personal/identifications")
        if answer.problem is not None:
            raise BrickError(answer.status, answer.problem)
        return answer.data
