"""Statements of last month, one company after the other. Starts at 22:00 and may take until noon."""
from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception
from tenacity.stop import stop_base
from tenacity.wait import wait_base

from failures import OperationFailed

log = logging.getLogger(__name__)

KHIPU = "https://api.khipu.com/v1/cl"


def _failure(state: RetryCallState) -> OperationFailed:
    exc = state.outcome.exception()
    assert isinstance(exc, OperationFailed)
    return exc


def _worth_it(exc: BaseException) -> bool:
    return isinstance(exc, OperationFailed) and exc.advice.tries > 1


class pause_as_advised(wait_base):
    def __call__(self, retry_state: RetryCallState) -> float:
        return _failure(retry_state).advice.pause.total_seconds()


class stop_as_advised(stop_base):
    def __call__(self, retry_state: RetryCallState) -> bool:
        return retry_state.attempt_number >= _failure(retry_state).advice.tries


@dataclass(frozen=True)
class Company:
    rut: str
    bank: str
    password: str


class NightBatch:
    def __init__(self, token: str, base_url: str = KHIPU, sleep: Callable[[float], None] | None = None) -> None:
        self._http = httpx.Client(
            base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=httpx.Timeout(180, connect=5)
        )
        options: dict[str, Any] = {"sleep": sleep} if sleep else {}
        self._policy = Retrying(
            retry=retry_if_exception(_worth_it),
            wait=pause_as_advised(),
            stop=stop_as_advised(),
            reraise=True,
            **options,
        )

    def _once(self, company: Company, month: str) -> dict[str, Any]:
        reply = self._http.post(
            f"/banks/{company.bank}/statements",
            json={"Username": company.rut, "Password": company.password, "Month": month},
        ).json()
        if reply.get("Status") != "OK":
            raise OperationFailed(reply)
        return reply["Data"]

    def statement(self, company: Company, month: str) -> dict[str, Any]:
        return self._policy.copy()(self._once, company, month)

    def run(self, companies: list[Company], month: str) -> tuple[dict[str, Any], dict[str, OperationFailed]]:
        done: dict[str, Any] = {}
        failed: dict[str, OperationFailed] = {}
        for company in companies:
            try:
                done[company.rut] = self.statement(company, month)
            except OperationFailed as exc:
                log.error("%s: %s", company.rut, exc)
                failed[company.rut] = exc
        return done, failed
