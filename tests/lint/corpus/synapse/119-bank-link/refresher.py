"""Keeps balances fresh; nodes whose bank is in maintenance come back to the heap later."""
from __future__ import annotations

import asyncio
import heapq
import logging
import time
from typing import Any, Awaitable, Callable

from bank_link import BankLink
from bodies import Maintenance, RefreshNotSupported, RelinkNeeded, SynapseFailure

log = logging.getLogger(__name__)

EVERY = 6 * 3600
AFTER_MAINTENANCE = 3600

Save = Callable[[str, dict[str, Any]], Awaitable[None]]
Flag = Callable[[str, str, str], Awaitable[None]]


async def refresher(link: BankLink, nodes: list[tuple[str, str]], save: Save, flag: Flag) -> None:
    heap = [(time.time(), user_id, node_id) for user_id, node_id in nodes]
    heapq.heapify(heap)
    while heap:
        due, user_id, node_id = heapq.heappop(heap)
        await asyncio.sleep(max(0.0, due - time.time()))
        try:
            document = await link.refresh(user_id, node_id)
        except Maintenance as exc:
            log.info("%s: %s, again in an hour", node_id, exc)
            heapq.heappush(heap, (time.time() + AFTER_MAINTENANCE, user_id, node_id))
        except RelinkNeeded as exc:
            await flag(node_id, "relink", exc.error_code)
        except RefreshNotSupported as exc:
            await flag(node_id, "static", exc.error_code)
        except SynapseFailure as exc:
            log.error("%s: %s", node_id, exc)
            await flag(node_id, "failed", exc.error_code)
        else:
            await save(node_id, document)
            heapq.heappush(heap, (time.time() + EVERY, user_id, node_id))
