"""Bank statements for the reconciliation service."""
from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import anyio
import httpx
import structlog
from tenacity import AsyncRetrying, retry_if_exception, stop_after_attempt, wait_random_exponential

from wire import REPLY, Advice, Bad, ErrorObject

log = structlog.get_logger("khipu.hub")

HICCUP_ATTEMPTS = 3
QUIET_PERIOD = timedelta(hours=4)


class StatementError(Exception):
    """Everything the caller needs to tell one failure from another."""

    def __init__(self, error: ErrorObject, operation_id: str | None) -> None:
        super().__init__(f"{error.code} ({error.type}): {error.description}")
        self.code = error.code
        self.advice = error.type
        self.operation_id = operation_id
        self.retry_at: datetime | None = None
        if error.type is Advice.IN_4_HOURS:
            self.retry_at = datetime.now(UTC) + QUIET_PERIOD

    @property
    def credentials_problem(self) -> bool:
        return "E100" <= self.code <= "E199"


def _is_hiccup(exc: BaseException) -> bool:
    return isinstance(exc, StatementError) and exc.advice is Advice.NOW


class StatementHub:
    def __init__(self, http: httpx.AsyncClient, parallel: int = 5) -> None:
        self._http = http
        self._limiter = anyio.CapacityLimiter(parallel)

    @classmethod
    @asynccontextmanager
    async def connect(cls, token: str, base_url: str = "https://api.khipu.com") -> AsyncIterator["StatementHub"]:
        async with AsyncExitStack() as stack:
            http = await stack.enter_async_context(
                httpx.AsyncClient(
                    base_url=base_url,
                    headers={"Authorization": f"Bearer {token}"},
                    timeout=httpx.Timeout(10.0, read=240.0),
                )
            )
            yield cls(http)

    async def _execute(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        async with self._limiter:
            response = await self._http.post(path, json=payload)
        reply = REPLY.validate_json(response.content)
        if isinstance(reply, Bad):
            raise StatementError(reply.error, reply.operation_id)
        return reply.data or {}

    async def movements(self, bank: str, username: str, password: str) -> list[dict[str, Any]]:
        payload = {"Username": username, "Password": password}
        async for attempt in AsyncRetrying(
            retry=retry_if_exception(_is_hiccup),
            wait=wait_random_exponential(multiplier=1, max=15),
            stop=stop_after_attempt(HICCUP_ATTEMPTS),
            reraise=True,
        ):
            with attempt:
                data = await self._execute(f"/v1/cl/banks/{bank}/movements", payload)
        return data.get("Movements") or []


async def reconcile(hub: StatementHub, accounts: dict[str, tuple[str, str, str]]) -> dict[str, Any]:
    """One entry an account: its movements, or the error with its code."""
    outcome: dict[str, Any] = {}

    async def one(name: str, login: tuple[str, str, str]) -> None:
        try:
            outcome[name] = {"movements": await hub.movements(*login)}
        except StatementError as exc:
            log.warning("statement_failed", account=name, code=exc.code, advice=str(exc.advice))
            outcome[name] = {
                "error": exc.code,
                "advice": str(exc.advice),
                "retry_at": exc.retry_at,
                "ask_customer": exc.credentials_problem,
            }

    async with anyio.create_task_group() as group:
        for name, login in accounts.items():
            group.start_soon(one, name, login)
    return outcome
