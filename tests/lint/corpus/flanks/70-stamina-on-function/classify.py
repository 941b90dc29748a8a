"""Which refusals go away by themselves."""
from __future__ import annotations

from typing import Any

import httpx

SOON = frozenset({20002})


class Refusal(Exception):
    def __init__(self, response: httpx.Response, body: dict[str, Any]) -> None:
        self.response = response
        self.body = body
        super().__init__(f"flanks refused: {response.status_code} {body}")


def soon_over(exc: Exception) -> bool:
    match exc:
        case Refusal(body={"error_code": int(code)}):
            return code in SOON
        case _:
            return False
