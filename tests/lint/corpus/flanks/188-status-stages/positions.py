"""Positions of an investor: wait until the extraction is over, then read once."""
from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from api import Flanks
from errors import NotAvailable, StillRetrieving

log = logging.getLogger(__name__)

LOOKS = 30
BETWEEN_LOOKS = 20.0


class Stage(Enum):
    RETRIEVING = "retrieving"
    ERRORED = "errored"
    READY = "ready"


@dataclass(frozen=True)
class Position:
    isin: str
    units: Decimal | None
    value: Decimal | None


def stage_of(status: dict[str, Any]) -> Stage:
    if status.get("errored"):
        return Stage.ERRORED
    return Stage.READY if status.get("created") else Stage.RETRIEVING


async def stages(flanks: Flanks, credentials_token: str) -> AsyncIterator[tuple[Stage, dict[str, Any]]]:
    """What v0/credentials/status says, now and at every further look."""
    for look in range(LOOKS):
        if look:
            await asyncio.sleep(BETWEEN_LOOKS)
        status = await flanks.post("/v0/credentials/status", credentials_token)
        yield stage_of(status), status


async def wait_until_ready(flanks: Flanks, credentials_token: str) -> None:
    status: dict[str, Any] = {}
    async for stage, status in stages(flanks, credentials_token):
        match stage:
            case Stage.READY:
                return
            case Stage.ERRORED:
                raise NotAvailable(200, status)
            case Stage.RETRIEVING:
                log.debug("not ready yet")
    raise StillRetrieving(200, status)


def _decimal(value: object) -> Decimal | None:
    """A field that could not be retrieved is null."""
    return None if value is None else Decimal(str(value))


async def positions(flanks: Flanks, credentials_token: str) -> list[Position]:
    await wait_until_ready(flanks, credentials_token)
    body = await flanks.post("/v0/bank/investment", credentials_token)
    return [
        Position(row["isin"], _decimal(row.get("units")), _decimal(row.get("value")))
        for row in body["investments"]
    ]
