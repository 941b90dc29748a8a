"""Consumes `credentials.connected` events and copies the customer's portfolios."""
from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from typing import Any, Protocol

from flanks_api import (
    BANK_ERROR, CREDENTIALS_ERROR, INCOMPLETE, SCA_ERROR, SCA_REQUIRED, FlanksApi, FlanksFailure, StillProcessing,
)

logger = logging.getLogger(__name__)

POLL_SECONDS = 30
MAX_POLLS = 20


@dataclass(frozen=True)
class Event:
    customer_id: str
    credentials_token: str
    delivery: int = 1


class Outbox(Protocol):
    async def requeue(self, event: Event, not_before: datetime) -> None: ...
    async def notify(self, event: Event, template: str, detail: str) -> None: ...
    async def ticket(self, event: Event, detail: str) -> None: ...


class PortfolioStore(Protocol):
    async def replace(self, customer_id: str, portfolios: list[dict[str, Any]]) -> None: ...


class PortfolioWorker:
    def __init__(self, api: FlanksApi, store: PortfolioStore, outbox: Outbox) -> None:
        self._api = api
        self._store = store
        self._outbox = outbox

    async def handle(self, event: Event) -> str:
        try:
            portfolios = await self._portfolios(event.credentials_token)
        except FlanksFailure as exc:
            logger.warning("customer %s: %s", event.customer_id, exc)
            return await self._react(event, exc)
        await self._store.replace(event.customer_id, portfolios)
        return "stored"

    async def _portfolios(self, token: str) -> list[dict[str, Any]]:
        try:
            return await self._api.product(token, "portfolio")
        except StillProcessing:
            await self._until_created(token)
        return await self._api.product(token, "portfolio")

    async def _until_created(self, token: str) -> None:
        for _ in range(MAX_POLLS):
            await asyncio.sleep(POLL_SECONDS)
            try:
                status = await self._api.status(token)
            except StillProcessing:
                continue
            if status.created or status.errored:
                return

    async def _react(self, event: Event, exc: FlanksFailure) -> str:
        now = datetime.now(timezone.utc)
        if isinstance(exc, StillProcessing):
            await self._outbox.requeue(event, now + timedelta(minutes=15))
            return f"requeued:{exc.code}"
        if exc.code == BANK_ERROR and event.delivery < 5:
            await self._outbox.requeue(replace(event, delivery=event.delivery + 1), now + timedelta(hours=1))
            return f"requeued:{exc.code}"
        if exc.code == SCA_ERROR:
            await self._outbox.requeue(event, now + timedelta(hours=48))
            return f"requeued:{exc.code}"
        if exc.code in {CREDENTIALS_ERROR, SCA_REQUIRED}:
            template = "confirm_2fa" if exc.code == SCA_REQUIRED else "check_credentials"
            await self._outbox.notify(event, template, exc.text)
            return f"customer:{exc.code}"
        if exc.code == INCOMPLETE:
            await self._outbox.ticket(event, str(exc))
            return f"ticket:{exc.code}"
        raise exc
