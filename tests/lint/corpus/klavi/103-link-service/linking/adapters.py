from __future__ import annotations

import heapq
import itertools
from dataclasses import dataclass
from datetime import datetime, timezone

import requests

from .domain import LinkRequest


@dataclass(frozen=True, slots=True)
class KlaviAnswer:
    code: int
    message: str
    connection_id: str


class UnreadableAnswer(Exception):
    """Klavi did not send a JSON body with a code."""


class KlaviAggregator:
    def __init__(self, token: str, base_url: str = "https://api.klavi.ai", session: requests.Session | None = None) -> None:
        self._base = base_url.rstrip("/")
        self._session = session or requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token}"

    def connect(self, request: LinkRequest) -> KlaviAnswer:
        resp = self._session.post(
            f"{self._base}/data/v1/personal/links",
            json={"institution": request.institution, "cpf": request.cpf, "password": request.secret},
            timeout=60,
        )
        try:
            body = resp.json()
            code = int(body["code"])
        except (ValueError, KeyError, TypeError) as exc:
            raise UnreadableAnswer(f"HTTP {resp.status_code}") from exc
        return KlaviAnswer(code, body.get("message") or "", str(body.get("connectionId") or ""))


class UtcClock:
    def now(self) -> datetime:
        return datetime.now(timezone.utc)


class MemoryAgenda:
    """Stands in for the delayed queue in tests and in development."""

    def __init__(self) -> None:
        self._heap: list[tuple[datetime, int, LinkRequest]] = []
        self._ticket = itertools.count()

    def put(self, request: LinkRequest, at: datetime) -> None:
        heapq.heappush(self._heap, (at, next(self._ticket), request))

    def due(self, now: datetime) -> list[LinkRequest]:
        ready: list[LinkRequest] = []
        while self._heap and self._heap[0][0] <= now:
            ready.append(heapq.heappop(self._heap)[2])
        return ready
