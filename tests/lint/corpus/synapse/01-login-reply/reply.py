from __future__ import annotations

import dataclasses
from typing import Any, ClassVar

import requests


@dataclasses.dataclass(frozen=True)
class Reply:
    http: int
    code: int
    text: str
    body: dict[str, Any] = dataclasses.field(repr=False)

    DONE: ClassVar[tuple[int, int]] = (200, 0)
    PENDING: ClassVar[tuple[int, int]] = (202, 10)

    @classmethod
    def from_response(cls, response: requests.Response) -> Reply:
        body = response.json()
        fallback = {200: 0, 202: 10}.get(response.status_code, -1)
        return cls(
            http=int(body.get("http_code", response.status_code)),
            code=int(body.get("error_code", fallback)),
            text=(body.get("error") or {}).get("en", ""),
            body=body,
        )

    @property
    def pair(self) -> tuple[int, int]:
        return self.http, self.code
