from __future__ import annotations

import asyncio
import os
from typing import Annotated

from fastapi import APIRouter, Query

from api import brick
from ledger import Ledger, build_ledger

router = APIRouter(tags=["ledger"])
BASE_URL = os.environ.get("BRICK_URL", "https://api.brickbank.example")


@router.get("/ledgers")
async def ledgers(consent_id: str, account: Annotated[list[str], Query(min_length=1)]) -> list[Ledger]:
    return await fetch_ledgers(os.environ.get("BRICK_TOKEN", ""), consent_id, account)


async def fetch_ledgers(
    token: str, consent_id: str, accounts: list[str], *, base_url: str = BASE_URL
) -> list[Ledger]:
    async with brick(token, consent_id, base_url) as api, asyncio.TaskGroup() as group:
        tasks = [group.create_task(build_ledger(api, account)) for account in accounts]
    return [task.result() for task in tasks]
