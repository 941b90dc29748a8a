"""Balance refresh before a payroll run, for all funding accounts of a company."""
from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Awaitable, Callable, Union

import aiohttp

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Settings:
    base_url: str
    gateway: str
    pause: timedelta = timedelta(minutes=15)
    attempts: int = 3
    refresh_enabled: Callable[[str], bool] = lambda company: True


@dataclass(frozen=True)
class Node:
    company: str
    user_id: str
    user_key: str
    node_id: str


@dataclass(frozen=True)
class Fresh:
    balance: float | None
    attempts: int


@dataclass(frozen=True)
class Stale:
    """No fresh balance. `next_step` is for the funding screen, both codes are for support."""

    http_code: str
    error_code: str
    text: str
    next_step: str
    attempts: int


@dataclass(frozen=True)
class SwitchedOff:
    reason: str = "flag"


Outcome = Union[Fresh, Stale, SwitchedOff]

NEXT_STEP = {
    ("503", "503"): "try after lunch",
    ("400", "410"): "enter the balance by hand",
    ("401", "110"): "link the bank again",
    ("500", "500"): "support",
    ("202", "10"): "not final yet",
}


@dataclass
class Refresher:
    settings: Settings
    sleep: Callable[[float], Awaitable[None]] | None = None
    outcomes: dict[str, Outcome] = field(default_factory=dict)

    async def _patch(self, session: aiohttp.ClientSession, node: Node) -> tuple[str, str, dict[str, Any]]:
        url = f"{self.settings.base_url}/users/{node.user_id}/nodes/{node.node_id}"
        headers = {"X-SP-GATEWAY": self.settings.gateway, "X-SP-USER": node.user_key}
        async with session.patch(url, params={"resync": "BALANCE"}, headers=headers) as reply:
            try:
                body = await reply.json(content_type=None)
            except ValueError:
                body = None
            if not isinstance(body, dict):
                return str(reply.status), "", {}
            return str(body.get("http_code") or reply.status), str(body.get("error_code", "")), body

    async def one(self, session: aiohttp.ClientSession, node: Node) -> Outcome:
        if not self.settings.refresh_enabled(node.company):
            return SwitchedOff()
        for attempt in range(1, self.settings.attempts + 1):
            http_code, error_code, body = await self._patch(session, node)
            if (http_code, error_code) == ("200", "0"):
                info = body.get("info") or {}
                return Fresh((info.get("balance") or {}).get("amount"), attempt)
            if (http_code, error_code) != ("503", "503") or attempt == self.settings.attempts:
                break
            log.info("node %s: temporarily unavailable, attempt %d", node.node_id, attempt)
            await (self.sleep or asyncio.sleep)(self.settings.pause.total_seconds())
        error = body.get("error")
        text = error.get("en", "") if isinstance(error, dict) else ""
        step = NEXT_STEP.get((http_code, error_code), "support")
        log.warning("node %s stays stale: %s/%s, %s", node.node_id, http_code, error_code, step)
        return Stale(http_code, error_code, text, step, attempt)

    async def company(self, nodes: list[Node]) -> dict[str, Outcome]:
        """All accounts at once; one that fails doesn't stop the others."""
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=120)) as session:
            results = await asyncio.gather(*(self.one(session, node) for node in nodes), return_exceptions=True)
        problems: list[Exception] = []
        for node, result in zip(nodes, results):
            if isinstance(result, BaseException):
                if not isinstance(result, Exception):
                    raise result
                problems.append(result)
            else:
                self.outcomes[node.node_id] = result
        if problems:
            raise ExceptionGroup("refresh", problems)
        return self.outcomes
