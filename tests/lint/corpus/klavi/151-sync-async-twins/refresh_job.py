"""Refreshes one customer's report; the queue starts it with a list of CPFs."""
from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from klavi_sdk import AsyncKlavi, Reply

log = logging.getLogger(__name__)

LONGEST_NAP = timedelta(hours=1)
MAX_TRIES = 4


@dataclass(frozen=True)
class Row:
    state: str
    code: int
    data: Any = None
    not_before: datetime | None = None


async def _patiently(client: AsyncKlavi, cpf: str) -> Reply:
    """Waits for what clears within the hour (a running registration, a bank that is down)."""
    tries = 1
    reply = await client.reports.get(cpf)
    while (error := reply.error) is not None and tries < MAX_TRIES:
        pause = error.retry_after
        if pause is None or pause > LONGEST_NAP:
            break
        log.info("%s, waiting %s", error, pause)
        await asyncio.sleep(pause.total_seconds())
        reply = await client.reports.get(cpf)
        tries += 1
    return reply


async def refresh(client: AsyncKlavi, cpf: str) -> Row:
    reply = await _patiently(client, cpf)
    if (error := reply.error) is not None:
        after = error.retry_after
        return Row("failed", error.code, not_before=datetime.now(timezone.utc) + after if after else None)
    if reply.gap is not None:
        return Row(f"incomplete: {reply.gap}", reply.code, reply.data)
    return Row("complete", reply.code, reply.data)
