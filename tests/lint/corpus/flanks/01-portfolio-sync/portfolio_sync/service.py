from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any

from .api import FlanksApi
from .errors import FlanksError, NeedsUser, Processing
from .readiness import ready

log = logging.getLogger(__name__)


@dataclass
class Run:
    portfolios: dict[str, Any] = field(default_factory=dict)
    reconnect: dict[str, int | None] = field(default_factory=dict)
    later: dict[str, tuple[datetime, int | None]] = field(default_factory=dict)
    failed: dict[str, FlanksError] = field(default_factory=dict)


class PortfolioSync:
    def __init__(self, api: FlanksApi) -> None:
        self.api = api

    async def _load(self, token: str) -> Any:
        try:
            return await self.api.portfolio(token)
        except Processing:
            if not await ready(self.api, token):
                raise
        return await self.api.portfolio(token)

    async def run(self, tokens: list[str]) -> Run:
        run = Run()

        async def one(token: str) -> None:
            try:
                run.portfolios[token] = await self._load(token)
            except NeedsUser as exc:
                run.reconnect[token] = exc.error_code
            except FlanksError as exc:
                if exc.try_after is not None:
                    run.later[token] = (datetime.now(timezone.utc) + exc.try_after, exc.error_code)
                else:
                    log.error("%s…: %s", token[:6], exc)
                    run.failed[token] = exc

        async with asyncio.TaskGroup() as group:
            for token in tokens:
                group.create_task(one(token))
        return run
