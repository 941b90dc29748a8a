from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import httpx

from .errors import NoData, from_body
from .middleware import FollowAdvice, Journal, Middleware, Request, stack


@dataclass(frozen=True)
class Statement:
    month: str
    movements: tuple[dict[str, Any], ...]
    reason: str | None = None

    @property
    def available(self) -> bool:
        return self.reason is None


class Khipu:
    def __init__(
        self,
        token: str,
        base_url: str = "https://api.khipu.com",
        middlewares: Sequence[Middleware] | None = None,
    ) -> None:
        self._http = httpx.Client(base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=120)
        self._send = stack(middlewares if middlewares is not None else (Journal(), FollowAdvice()), self._wire)

    def _wire(self, request: Request) -> Any:
        body = self._http.post(request.path, json=request.payload).json()
        if body["Status"] == "OK":
            return body["Data"]
        raise from_body(body)

    def statement(self, bank: str, user: str, password: str, month: str) -> Statement:
        payload = {"Username": user, "Password": password, "Month": month}
        try:
            data = self._send(Request(f"/v1/cl/banks/{bank}/statement", payload))
        except NoData as exc:
            return Statement(month, (), reason=f"{exc.code}: {exc.description}")
        return Statement(month, tuple(data["Movements"]))
