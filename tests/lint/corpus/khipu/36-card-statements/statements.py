"""Card statements via Khipu.

Functions return (value, err) and never raise for an answer that Khipu gave us;
only the transport raises.
"""
from __future__ import annotations

import heapq
import itertools
import time
from dataclasses import dataclass, field
from typing import Any, Callable

import httpx

FOUR_HOURS = 4 * 3600


@dataclass(frozen=True)
class Err:
    code: str
    advice: str
    text: str

    def blame(self) -> str:
        match self.code[:1], self.code[1:]:
            case "A", _:
                return "token"
            case "E", "000" | "999":
                return "unclassified"
            case "E", digits if digits.isdigit():
                n = int(digits)
                if 100 <= n < 200:
                    return "customer login"
                if 200 <= n < 300:
                    return "card issuer"
                if 300 <= n < 400:
                    return "no statement"
                if 400 <= n < 500:
                    return "our parameters"
                if 500 <= n < 600:
                    return "payments"
                return "unclassified"
            case ("D" | "F" | "I" | "L" | "T"), _:
                return "khipu"
            case "P", _:
                return "our parameters"
        return "unclassified"


@dataclass(frozen=True)
class Statement:
    lines: list[dict[str, Any]]
    empty_because: Err | None = None


@dataclass(order=True)
class Job:
    at: float
    seq: int
    rut: str = field(compare=False)
    secret: str = field(compare=False)
    deferrals: int = field(default=0, compare=False)


class Statements:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com",
                 clock: Callable[[], float] = time.time) -> None:
        self.http = httpx.Client(base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=120)
        self.clock = clock

    def get(self, rut: str, secret: str, again: int = 2) -> tuple[Statement | None, Err | None]:
        doc = self.http.post("/v1/cl/cards/statement", json={"Username": rut, "Password": secret}).json()
        if doc["Status"] == "OK":
            return Statement(doc["Data"]["Lines"]), None
        raw = doc["Error"]
        err = Err(raw["Code"], raw["Type"], raw["Description"])
        if err.advice == "RETRY_IMMEDIATELY" and again > 0:
            return self.get(rut, secret, again - 1)
        if err.blame() == "no statement" and err.advice == "DO_NOT_RETRY":
            return Statement([], empty_because=err), None
        return None, err

    def run(self, people: list[tuple[str, str]], sleep: Callable[[float], None] = time.sleep):
        """Yields (rut, statement, err); whoever has to wait comes last."""
        seq = itertools.count()
        queue = [Job(self.clock(), next(seq), rut, secret) for rut, secret in people]
        heapq.heapify(queue)
        while queue:
            job = heapq.heappop(queue)
            if (ahead := job.at - self.clock()) > 0:
                sleep(ahead)
            statement, err = self.get(job.rut, job.secret)
            if err is not None and err.advice == "WAIT_4_HOURS_BEFORE_RETRY" and job.deferrals < 2:
                heapq.heappush(queue, Job(self.clock() + FOUR_HOURS, next(seq), job.rut, job.secret, job.deferrals + 1))
                continue
            yield job.rut, statement, err
