from __future__ import annotations

from typing import Any


class SynapseError(Exception):
    def __init__(self, body: dict[str, Any]) -> None:
        super().__init__(f"{body.get('http_code')}/{body.get('error_code')}")
        self.body = body


class RateLimited(SynapseError):
    """429"""


class Unavailable(SynapseError):
    """503"""


SPECIAL = {"429": RateLimited, "503": Unavailable}


def check(body: dict[str, Any]) -> dict[str, Any]:
    code = body.get("error_code", "0")
    if code == "0":
        return body
    raise SPECIAL.get(code, SynapseError)(body)
