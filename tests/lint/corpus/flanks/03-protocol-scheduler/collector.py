from __future__ import annotations

import heapq
import itertools
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol

import requests


class Sink(Protocol):
    def store(self, token: str, rows: list[dict[str, Any]]) -> None: ...

    def problem(self, token: str, status: int, error_code: int | None, text: str) -> None: ...


class Clock(Protocol):
    def time(self) -> float: ...

    def sleep(self, seconds: float, /) -> None: ...


@dataclass(frozen=True)
class Plan:
    wait: timedelta
    times: int


PLANS = {
    20002: Plan(timedelta(minutes=2), 30),
    20003: Plan(timedelta(hours=48), 1),
    50001: Plan(timedelta(hours=1), 6),
}


class Collector:
    """Collects the accounts of many credentials; those that aren't ready come back at their own time."""

    def __init__(self, base_url: str, bearer: str, sink: Sink, clock: Clock = time, workers: int = 4) -> None:
        self._url = f"{base_url}/v0/bank/credentials/data"
        self._bearer = bearer
        self._sink = sink
        self._clock = clock
        self._workers = workers
        self._lock = threading.Lock()
        self._heap: list[tuple[float, int, str, dict[int, int]]] = []
        self._order = itertools.count()

    def add(self, token: str, at: float = 0.0, used: dict[int, int] | None = None) -> None:
        with self._lock:
            heapq.heappush(self._heap, (at, next(self._order), token, used or {}))

    def _one(self, token: str, used: dict[int, int]) -> None:
        try:
            response = requests.post(
                self._url,
                json={"credentials_token": token},
                headers={"Authorization": f"Bearer {self._bearer}"},
                timeout=60,
            )
        except requests.RequestException as exc:
            self._sink.problem(token, 0, None, repr(exc))
            return
        try:
            body = response.json()
        except ValueError:
            self._sink.problem(token, response.status_code, None, response.text)
            return
        if response.status_code == 200:
            self._sink.store(token, body["accounts"])
            return
        error_code = body.get("error_code")
        plan = PLANS.get(error_code)
        if plan and used.get(error_code, 0) < plan.times:
            counted = used | {error_code: used.get(error_code, 0) + 1}
            self.add(token, self._clock.time() + plan.wait.total_seconds(), counted)
            return
        self._sink.problem(token, response.status_code, error_code, body.get("error") or body.get("message", ""))

    def run(self) -> None:
        while self._heap:
            due: list[tuple[str, dict[int, int]]] = []
            with self._lock:
                while self._heap and self._heap[0][0] <= self._clock.time():
                    _, _, token, used = heapq.heappop(self._heap)
                    due.append((token, used))
            if not due:
                self._clock.sleep(max(0.0, self._heap[0][0] - self._clock.time()))
                continue
            with ThreadPoolExecutor(self._workers) as pool:
                list(pool.map(lambda item: self._one(*item), due))
