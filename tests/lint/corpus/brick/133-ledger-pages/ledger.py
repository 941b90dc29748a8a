"""Account movements as an async stream, page after page."""
from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from api import BrickApi, BrickError

log = logging.getLogger("ledger")

PAGE_SIZE = 100


class Movement(BaseModel):
    model_config = ConfigDict(extra="ignore", populate_by_name=True)

    id: str = Field(alias="transactionId")
    kind: Literal["CREDITO", "DEBITO"] = Field(alias="creditDebitType")
    amount: Decimal
    day: date | None = Field(default=None, alias="transactionDate")

    @property
    def signed(self) -> Decimal:
        return self.amount if self.kind == "CREDITO" else -self.amount


async def raw_pages(api: BrickApi, account_id: str) -> AsyncIterator[list[dict[str, Any]]]:
    page, last = 1, 1
    while page <= last:
        try:
            body = await api.get(
                f"/data/accounts/{account_id}/transactions",
                **{"page": page, "page-size": PAGE_SIZE},
            )
        except BrickError as exc:
            log.warning("page %d of %s not available (%s), stopping here", page, account_id, exc.code)
            return
        last = body.get("meta", {}).get("totalPages", 1)
        yield body["data"]
        page += 1


async def movements(api: BrickApi, account_id: str) -> AsyncIterator[Movement]:
    async for rows in raw_pages(api, account_id):
        for row in rows:
            yield Movement.model_validate(row)


class Ledger(BaseModel):
    account_id: str
    count: int = 0
    net: Decimal = Decimal(0)


async def build_ledger(api: BrickApi, account_id: str) -> Ledger:
    ledger = Ledger(account_id=account_id)
    async for movement in movements(api, account_id):
        ledger.count += 1
        ledger.net += movement.signed
    return ledger
