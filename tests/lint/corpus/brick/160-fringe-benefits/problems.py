from __future__ import annotations

from typing import Any

import httpx


class BrickProblem(RuntimeError):
    def __init__(self, status: int, code: str | None, detail: str) -> None:
        super().__init__(f"brick {status} {code or 'no code'}: {detail}")
        self.status = status
        self.code = code
        self.detail = detail


class BrickUnavailable(BrickProblem):
    """50x"""


class BrickRefused(BrickProblem):
    """40x: payload, token or consent"""


class BrickIncomplete(BrickProblem):
    """2xx other than 200"""


def problem_in(response: httpx.Response) -> BrickProblem | None:
    status = response.status_code
    if status == 200:
        return None
    try:
        body: Any = response.json()
    except ValueError:
        body = {}
    fields = body if isinstance(body, dict) else {}
    code = fields.get("code") or fields.get("error")
    detail = fields.get("detail") or fields.get("error_description") or fields.get("message") or response.text[:200]
    if status >= 500:
        return BrickUnavailable(status, code, detail)
    if status >= 400:
        return BrickRefused(status, code, detail)
    return BrickIncomplete(status, code, detail)
