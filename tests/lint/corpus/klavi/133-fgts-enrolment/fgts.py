"""FGTS statements. Called from a background task; the customer gets a push message at the end."""
from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Self

import aiohttp
import structlog
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, stop_after_attempt, wait_fixed

from errors import RegistrationPending, error_for
from models import Body, Statement

log = structlog.get_logger("fgts")

REGISTRATION_WAIT = 30
REGISTRATION_ATTEMPTS = 5


def _note(state: RetryCallState) -> None:
    log.info("registration_pending", attempt=state.attempt_number)


class FgtsClient:
    def __init__(self, base_url: str = "https://api.klavi.ai", token: str = "", parallel: int = 8) -> None:
        self.base_url = base_url
        self.token = token
        self._gate = asyncio.Semaphore(parallel)
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(headers={"Authorization": f"Bearer {self.token}"})
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def _ask(self, cpf: str) -> Body:
        assert self._session is not None, "use async with"
        async with self._gate, self._session.post(
            f"{self.base_url}/open-data/v1/fgts", json={"cpf": cpf}
        ) as response:
            body = Body.model_validate(await response.json(content_type=None))
        if not body.ok:
            raise error_for(body.code, body.message)
        return body

    async def statement(self, cpf: str) -> Statement:
        retrying = AsyncRetrying(
            retry=retry_if_exception_type(RegistrationPending),
            wait=wait_fixed(REGISTRATION_WAIT),
            stop=stop_after_attempt(REGISTRATION_ATTEMPTS),
            before_sleep=_note,
            reraise=True,
        )
        body = await retrying(self._ask, cpf)
        return Statement.model_validate({"cpf": cpf, **body.data})


async def balance(client: FgtsClient, cpf: str) -> str:
    """What the push message says."""
    statement = await client.statement(cpf)
    return f"R$ {statement.total:.2f} in {len(statement.accounts)} account(s)"
