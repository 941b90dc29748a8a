"""Khipu for all tenants. Runs in workers that may hold a job for half a day."""
from __future__ import annotations

import json
import logging
import urllib.error
import urllib.request
from datetime import timedelta
from typing import Any, Callable

from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt

from settings import Tenants, TenantSettings

log = logging.getLogger(__name__)

HICCUP = timedelta(seconds=2)
FOUR_HOURS = timedelta(hours=4)
WAITS = {"RETRY_IMMEDIATELY": HICCUP, "WAIT_4_HOURS_BEFORE_RETRY": FOUR_HOURS}


class KhipuError(Exception):
    def __init__(self, tenant: str, operation: str, code: str, advice: str, description: str) -> None:
        super().__init__(f"[{tenant}] {operation}: {code} ({advice})")
        self.tenant = tenant
        self.operation = operation
        self.code = code
        self.advice = advice
        self.description = description

    @property
    def resendable(self) -> bool:
        return self.advice in WAITS


class NotKhipu(Exception):
    """A reply without Khipu's envelope: a proxy's page, an empty body."""

    def __init__(self, status: int) -> None:
        super().__init__(f"HTTP {status} without an envelope")
        self.status = status


def _wait_for(settings: TenantSettings) -> Callable[[RetryCallState], float]:
    def wait(state: RetryCallState) -> float:
        exc = state.outcome.exception() if state.outcome else None
        assert isinstance(exc, KhipuError)
        return (WAITS[exc.advice] + settings.extra_wait).total_seconds()

    return wait


def _resendable(exc: BaseException) -> bool:
    return isinstance(exc, KhipuError) and exc.resendable


def _dead_letter(sink: Callable[[dict[str, Any]], None], error: KhipuError) -> None:
    sink({"tenant": error.tenant, "operation": error.operation, "code": error.code, "advice": error.advice})


class KhipuGateway:
    def __init__(self, root: str, tenants: Tenants, dead_letters: Callable[[dict[str, Any]], None]) -> None:
        self._root = root
        self._tenants = tenants
        self._dead_letters = dead_letters

    def _call(self, tenant: str, operation: str, payload: bytes) -> dict[str, Any]:
        request = urllib.request.Request(
            f"{self._root}/{operation}",
            data=payload,
            headers={"Authorization": f"Bearer {self._tenants[tenant].token}", "Content-Type": "application/json"},
            method="POST",
        )
        try:
            with urllib.request.urlopen(request, timeout=150) as reply:
                status, raw = reply.status, reply.read()
        except urllib.error.HTTPError as exc:
            status, raw = exc.code, exc.read()
        try:
            body = json.loads(raw)
            verdict, error = body["Status"], body["Error"]
            if verdict == "OK" and error is None:
                return body["Data"]
            raise KhipuError(tenant, operation, error["Code"], error["Type"], error["Description"])
        except (ValueError, KeyError, TypeError):
            raise NotKhipu(status) from None

    def run(self, tenant: str, operation: str, **fields: Any) -> dict[str, Any]:
        settings = self._tenants[tenant]
        retrying = Retrying(
            retry=retry_if_exception(_resendable),
            wait=_wait_for(settings),
            stop=stop_after_attempt(settings.tries),
            before_sleep=lambda s: log.info("%s: again in %.0f s", s.outcome.exception(), s.next_action.sleep),
            reraise=True,
        )
        try:
            return retrying(self._call, tenant, operation, json.dumps(fields).encode())
        except KhipuError as exc:
            _dead_letter(self._dead_letters, exc)
            raise
