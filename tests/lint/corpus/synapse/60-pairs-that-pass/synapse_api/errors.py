from __future__ import annotations

from typing import Any

#: (http_code, error_code) of conditions that end by themselves
PASSING = frozenset({("429", "429"), ("503", "503")})


class SynapseError(Exception):
    def __init__(self, body: dict[str, Any]) -> None:
        self.body = body
        self.http_code = str(body.get("http_code", ""))
        self.error_code = str(body.get("error_code", ""))
        super().__init__(f"{self.http_code}/{self.error_code}: {body.get('error')}")


def passes(exc: BaseException) -> bool:
    return isinstance(exc, SynapseError) and (exc.http_code, exc.error_code) in PASSING
