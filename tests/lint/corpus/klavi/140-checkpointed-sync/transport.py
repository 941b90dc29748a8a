"""httpx behind a rate limiter and a circuit breaker."""
from __future__ import annotations

import time
from typing import Any

import httpx

from codes import Code


class KlaviError(Exception):
    def __init__(self, raw: Any, message: str, body: Any = None) -> None:
        super().__init__(f"[{raw}] {message}")
        self.raw = raw
        self.code = Code(raw) if isinstance(raw, int) and raw in Code._value2member_map_ else None
        self.message = message
        self.body = body


class CircuitOpen(KlaviError):
    """Nothing was sent: the last errors of Klavi's own side were too many."""


class Limiter:
    """At most one request in `interval` seconds."""

    def __init__(self, interval: float) -> None:
        self._interval = interval
        self._next = 0.0

    def wait(self) -> None:
        now = time.monotonic()
        pause = max(0.0, self._next - now)
        self._next = now + pause + self._interval
        if pause:
            time.sleep(pause)


class Breaker:
    def __init__(self, threshold: int = 6, rest: float = 600.0) -> None:
        self._threshold = threshold
        self._rest = rest
        self._failures = 0
        self._opened = 0.0
        self._last: KlaviError | None = None

    def check(self) -> None:
        if self._failures < self._threshold or self._last is None:
            return
        if time.monotonic() - self._opened < self._rest:
            raise CircuitOpen(self._last.raw, self._last.message, self._last.body)
        self._failures = self._threshold - 1  # one request may try

    def failed(self, error: KlaviError) -> None:
        self._failures += 1
        self._opened, self._last = time.monotonic(), error

    def passed(self) -> None:
        self._failures = 0


class Transport:
    def __init__(self, base_url: str, token: str) -> None:
        self._http = httpx.Client(base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=60)
        self._limiter = Limiter(0.5)
        self._breaker = Breaker()

    def section(self, cpf: str, name: str) -> tuple[Code, dict[str, Any]]:
        self._breaker.check()
        self._limiter.wait()
        response = self._http.get(f"/open-data/v1/reports/{name}", params={"cpf": cpf})
        try:
            body = response.json()
        except ValueError:
            body = {"message": f"HTTP {response.status_code}, no JSON"}
        raw = body.get("code") if isinstance(body, dict) else None
        raw = int(raw) if isinstance(raw, str) and raw.isdecimal() else raw
        if raw in (Code.OK, Code.EXTRA_AUTHORIZATION, Code.TRANSACTIONS_MISSING, Code.CPF_MISSING):
            self._breaker.passed()
            return Code(raw), body.get("data") or {}
        error = KlaviError(raw, str(body.get("message", "")) if isinstance(body, dict) else repr(body), body)
        if error.code is Code.INTERNAL:
            self._breaker.failed(error)
        raise error
