"""Gateway and retry policy. One connect call = one login at the bank, so be careful with repeats."""
from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import Any, Protocol

import httpx

from codes import Disposition, KlaviCode
from outcome import Err, Failure, Ok, Outcome

LOG = logging.getLogger(__name__)


class RetryPolicy(Protocol):
    def should_retry(self, outcome: Outcome[Any], attempt: int) -> bool: ...

    def pause_seconds(self, outcome: Outcome[Any]) -> float: ...


class NoRetry:
    def should_retry(self, outcome: Outcome[Any], attempt: int) -> bool:
        return False

    def pause_seconds(self, outcome: Outcome[Any]) -> float:
        return 0.0


@dataclass(frozen=True)
class TransientRetry:
    """Repeats only what Klavi says may be tried later, after the pause that belongs to the code."""

    max_attempts: int = 3

    def should_retry(self, outcome: Outcome[Any], attempt: int) -> bool:
        match outcome:
            case Err(failure):
                return failure.code.disposition is Disposition.TRANSIENT and attempt < self.max_attempts
            case _:
                return False

    def pause_seconds(self, outcome: Outcome[Any]) -> float:
        return outcome.failure.code.pause.total_seconds() if isinstance(outcome, Err) else 0.0


@dataclass(frozen=True)
class RawReport:
    code: KlaviCode
    data: dict[str, Any]


class KlaviGateway:
    def __init__(self, http: httpx.Client, policy: RetryPolicy | None = None) -> None:
        self._http = http
        self._policy = policy or NoRetry()

    def connect(self, cpf: str, institution: str) -> Outcome[RawReport]:
        attempt = 1
        while True:
            outcome = self._connect_once(cpf, institution)
            if not self._policy.should_retry(outcome, attempt):
                return outcome
            pause = self._policy.pause_seconds(outcome)
            LOG.info("attempt %d for %s did not work, next in %.0f s", attempt, institution, pause)
            time.sleep(pause)
            attempt += 1

    def _connect_once(self, cpf: str, institution: str) -> Outcome[RawReport]:
        response = self._http.post("/open-data/v1/reports", json={"cpf": cpf, "institution": institution})
        try:
            body = response.json()
        except ValueError:
            return Err(Failure(KlaviCode.UNDOCUMENTED, response.status_code, response.text[:200]))
        raw = body.get("code") if isinstance(body, dict) else None
        code = KlaviCode.of(raw)
        if code.disposition in (Disposition.SUCCESS, Disposition.PARTIAL):
            return Ok(RawReport(code, body.get("data") or {}))
        message = body.get("message", "") if isinstance(body, dict) else ""
        return Err(Failure(code, raw, message))
